"""Names never change by accident: not by order, and not by what is added elsewhere."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from unit.name.apis import Op, api, names_of

from sdkloom.ir.api import Api
from sdkloom.ir.base import Docs, Name, Source
from sdkloom.ir.types import Definition, Field, Model, RefType
from sdkloom.name.settle import Names
from sdkloom.name.spell import pascal
from sdkloom.name.words import split_words

_STATIC = (
    "users files accounts chat usage cancel search content retry list me v2 by-email email lock a.b".split()
)
_SEGMENTS = st.sampled_from([*_STATIC, "{id}", "{email}", "{user_id}", "{id}:cancel"])
_PATHS = st.lists(_SEGMENTS, max_size=5).map(lambda parts: "/" + "/".join(parts))
_METHODS = st.sampled_from("get post put patch delete head query".split())
_IDS = st.sampled_from(
    ["", "", "listUsers", "users/get", "get_files", "cancel", "UsersController_find", "a.b.get"]
)
_TAGS = st.sampled_from([(), (), ("Users",), ("Billing",)])
_OPS = st.lists(
    st.builds(
        lambda method, path, id, tags: Op(f"{method.upper()} {path}", id, tags), _METHODS, _PATHS, _IDS, _TAGS
    ),
    max_size=8,
    unique_by=lambda op: op.line,
)


def _dotted(names: Names) -> dict[str, str]:
    return {id: call.dotted for id, call in names.calls.items()}


@given(_OPS)
@settings(max_examples=300)
def test_every_operation_gets_a_call_of_its_own(ops: list[Op]) -> None:
    called = _dotted(names_of(api(ops)))
    assert len(called) == len(ops)
    assert len(set(called.values())) == len(ops)


@given(_OPS)
@settings(max_examples=300)
def test_no_method_has_the_name_of_a_resource_beside_it(ops: list[Op]) -> None:
    calls = names_of(api(ops)).calls.values()
    resources = {call.steps[:depth] for call in calls for depth in range(1, len(call.steps))}
    assert not resources & {call.steps for call in calls}


@given(_OPS, st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_the_order_of_operations_makes_no_difference(ops: list[Op], order: Random) -> None:
    shuffled = list(ops)
    order.shuffle(shuffled)
    assert _dotted(names_of(api(ops))) == _dotted(names_of(api(shuffled)))


# What stands before a version is a prefix, so that a version elsewhere is a version of the same operation.
_ELSEWHERE = st.lists(_SEGMENTS.filter(lambda part: part != "v2"), max_size=4).map(
    lambda parts: "/" + "/".join(["planets", *parts])
)


@given(_OPS, _METHODS, _ELSEWHERE)
@settings(max_examples=300)
def test_an_unrelated_operation_renames_nothing(ops: list[Op], method: str, path: str) -> None:
    before = _dotted(names_of(api(ops)))
    after = _dotted(names_of(api([*ops, Op(f"{method.upper()} {path}")])))
    assert {id: after[id] for id in before} == before


_KEYS = st.sampled_from(["pet", "Pet", "PET", "pet_owner", "Owner", "List", "A" * 80, "A" * 81 + "b"])
_PROPERTIES = st.sampled_from(["owner", "pet", "pet_owner", "list", "a_b", "a", "b"])


@st.composite
def _definitions(draw: st.DrawFn) -> list[Definition]:
    """Components, some of whose properties are models of their own."""
    found: list[Definition] = []
    for key in draw(st.lists(_KEYS, unique=True, max_size=5)):
        id = f"#/components/schemas/{key}"
        fields = []
        for name in draw(st.lists(_PROPERTIES, unique=True, max_size=3)):
            inner = f"{id}/properties/{name}"
            found.append(_model(inner, name, id, ()))
            fields.append((name, inner))
        found.append(_model(id, key, None, tuple(fields)))
    return found


def _model(id: str, name: str, owner: str | None, fields: tuple[tuple[str, str], ...]) -> Model:
    at = Source("api.yaml", id)
    parts = tuple(
        Field(Name(wire, split_words(wire)), RefType(target), True, None, Docs(), at)
        for wire, target in fields
    )
    return Model(id, Name(name, split_words(name)), owner, parts, None, Docs(), at)


def _with(found: Api, definitions: list[Definition]) -> Api:
    return replace(found, definitions={definition.id: definition for definition in definitions})


def _types(names: Names) -> dict[str, tuple[object, ...]]:
    named = {**names.types, **{f"params {id}": name for id, name in names.params.items()}}
    return {id: (name.place, name.text or name.words) for id, name in named.items()}


@given(_OPS, _definitions(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_schemas_makes_no_difference(
    ops: list[Op], definitions: list[Definition], order: Random
) -> None:
    shuffled = list(definitions)
    order.shuffle(shuffled)
    found = api(ops)
    assert _types(names_of(_with(found, definitions))) == _types(names_of(_with(found, shuffled)))


@given(_OPS, _definitions())
@settings(max_examples=200)
def test_an_unrelated_schema_renames_nothing(ops: list[Op], definitions: list[Definition]) -> None:
    before = _types(names_of(_with(api(ops), definitions)))
    added = _model("#/components/schemas/Planet", "Planet", None, ())
    after = _types(names_of(_with(api(ops), [added, *definitions])))
    assert {id: after[id] for id in before} == before


@given(_definitions())
@settings(max_examples=200)
def test_inline_types_of_one_owner_differ(definitions: list[Definition]) -> None:
    types = names_of(_with(api([]), definitions)).types
    spelled = [(d.owner, pascal(types[d.id].words)) for d in definitions if d.owner is not None]
    assert len(set(spelled)) == len(spelled)
