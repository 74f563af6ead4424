"""The lock of names: what it says is read and written alike, and what is published stays."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import places
from unit.name.apis import Op, api
from unit.name.strategies import OPS, definitions, dotted, model, types_of, with_definitions

from sdkloom.config import Config, OperationChoice
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.ir.types import Definition, Model
from sdkloom.name.choose import choose
from sdkloom.name.lock import Lock, read_lock, write_facts
from sdkloom.name.published import find_published, published_text, released_text
from sdkloom.name.settle import Names, settle
from sdkloom.targets import known_targets, load_target

_CONFIG = Config(Path("api.yaml"))


def _read(text: str) -> Lock:
    report = Report()
    lock = read_lock(text, "sdkloom.lock", report)
    assert not report.diagnostics
    return lock


def _named(found: Api, lock: str = "", config: Config = _CONFIG) -> tuple[Api, Names]:
    published = find_published(found, _read(lock))
    found = choose(found, config, Report(), published)
    return found, settle(found, config, Report(), published)


def _lock(found: Api) -> str:
    return published_text(*_named(found))


def _fields(found: Api) -> dict[tuple[str, str], tuple[str, ...]]:
    models = [one for one in found.definitions.values() if isinstance(one, Model)]
    return {(one.id, part.name.wire): part.name.words for one in models for part in one.fields}


def _public(found: Api, names: Names) -> dict[str, object]:
    fields = {f"{id} {wire}": words for (id, wire), words in _fields(found).items()}
    return {**dotted(names), **types_of(names), **fields}


@given(OPS, definitions(), OPS, definitions(), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_whatever_is_added_published_names_stay(
    ops: list[Op], schemas: list[Definition], more: list[Op], added: list[Definition], order: Random
) -> None:
    before = with_definitions(api(ops), schemas)
    lock = _lock(before)
    known = {op.line for op in ops}
    every = [*ops, *(op for op in more if op.line not in known)]
    order.shuffle(every)
    owners = {one.owner or one.id for one in schemas}
    both = [*schemas, *(one for one in added if (one.owner or one.id) not in owners)]
    order.shuffle(both)
    was, now = _public(*_named(before)), _public(*_named(with_definitions(api(every), both), lock))
    assert {key: now[key] for key in was} == was


@given(OPS, definitions())
@settings(max_examples=100, deadline=None)
def test_a_lock_changes_nothing_by_itself(ops: list[Op], schemas: list[Definition]) -> None:
    found = with_definitions(api(ops), schemas)
    lock = _lock(found)
    assert published_text(*_named(found, lock)) == lock
    assert _public(*_named(found, lock)) == _public(*_named(found))


@given(OPS, definitions(), definitions(), st.sampled_from(known_targets()))
@settings(max_examples=40, deadline=None)
def test_calls_stay_in_every_language(
    ops: list[Op], schemas: list[Definition], added: list[Definition], target: str
) -> None:
    language, chosen = load_target(target), next(one for one in _CONFIG.targets if one.name == target)

    def called(found: Api, lock: str) -> dict[str, str]:
        plan = language.plan(*_named(found, lock), _CONFIG, chosen)
        return dict(plan.calls)

    before = with_definitions(api(ops), schemas)
    lock = _lock(before)
    after = with_definitions(api([*reversed(ops), Op("GET /planets/{id}/moons")]), schemas)
    was, now = called(before, ""), called(after, lock)
    assert {id: now[id] for id in was} == was


_CELLS = st.text(max_size=6)


@given(
    st.lists(
        st.tuples(_CELLS.filter(bool), _CELLS, _CELLS.filter(bool)), max_size=5, unique_by=lambda f: f[:2]
    )
)
def test_any_text_survives_a_lock(facts: list[tuple[str, str, str]]) -> None:
    text = write_facts(("field", f"#/{owner}", f"_{wire}", name) for owner, wire, name in facts)
    lock = _read(text)
    for owner, wire, name in facts:
        assert lock.said("field", f"#/{owner}", f"_{wire}") == (name,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# a comment\n\n", []),
        ("call\tGET /a\ta.list\n", []),
        ("call\tGET /a\ta.list\tlistA\r\n", []),
        ("call\tGET /a\ta.list\ncall\tGET /a\ta.list\n", []),
        ("call\tGET /a\ta.list\ncall\tGET /a\ta.all\n", ["E310 sdkloom.lock:2:1"]),
        ("call\tGET /a\n", ["E310 sdkloom.lock:1:1"]),
        ("call\tGET /a\ta.list\tlistA\tmore\n", ["E310 sdkloom.lock:1:1"]),
        ("call\t\ta.list\n", ["E310 sdkloom.lock:1:1"]),
        ("calls\tGET /a\ta.list\n", ["E310 sdkloom.lock:1:1"]),
        ("call GET /a a.list\n", ["E310 sdkloom.lock:1:1"]),
        ("<<<<<<< HEAD\n", ["E310 sdkloom.lock:1:1"]),
        ("||||||| base\n=======\n>>>>>>> x\n", [f"E310 sdkloom.lock:{line}:1" for line in (1, 2, 3)]),
    ],
)
def test_lines_that_state_no_fact_are_refused(text: str, expected: list[str]) -> None:
    report = Report()
    read_lock(text, "sdkloom.lock", report)
    assert places(report) == expected


def test_configuration_wins_and_the_published_name_becomes_a_former_one() -> None:
    found = api([Op("GET /pets", "listPets")])
    config = Config(Path("api.yaml"), operations={"listPets": OperationChoice(("animals.all",))})
    lock = _lock(found)
    named, names = _named(found, lock, config)
    assert dotted(names) == {"get /pets": "animals.all"}
    assert [call.dotted for call in names.former["get /pets"]] == ["pets.list"]
    again, later = _named(found, published_text(named, names), config)
    assert [call.dotted for call in later.former["get /pets"]] == ["pets.list"]
    _, released = _named(found, released_text(again, later), config)
    assert (dotted(released), released.former) == ({"get /pets": "animals.all"}, {})


def test_a_former_name_that_something_else_has_is_gone() -> None:
    lock = _lock(api([Op("GET /pets", "listPets")]))
    config = Config(
        Path("api.yaml"),
        operations={
            "listPets": OperationChoice(("animals.all",)),
            "GET /all/pets": OperationChoice(("pets.list",)),
        },
    )
    _, names = _named(api([Op("GET /pets", "listPets"), Op("GET /all/pets")]), lock, config)
    assert names.former == {}
    assert dotted(names) == {"get /pets": "animals.all", "get /all/pets": "pets.list"}


def test_a_schema_is_only_recognised_where_no_other_could_be_meant() -> None:
    pet = model("#/components/schemas/Pet", "Pet", None, ())
    lock = _lock(with_definitions(api([]), [pet]))
    animal = model("#/components/schemas/Animal", "Animal", None, ())
    beast = model("#/components/schemas/Beast", "Beast", None, ())
    _, names = _named(with_definitions(api([]), [animal]), lock)
    assert names.types[animal.id].former == (((), "Pet"),)
    _, names = _named(with_definitions(api([]), [animal, beast]), lock)
    assert names.types[animal.id].former == names.types[beast.id].former == ()
    _, names = _named(with_definitions(api([]), [pet, animal]), lock)
    assert names.types[animal.id].former == ()
