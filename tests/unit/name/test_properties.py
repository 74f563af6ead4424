"""Names never change by accident: not by order, and not by what is added elsewhere."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from unit.name.apis import Op, api, names_of
from unit.name.strategies import (
    METHODS,
    OPS,
    SEGMENTS,
    definitions,
    dotted,
    model,
    types_of,
    with_definitions,
)

from sdkloom.ir.types import Definition
from sdkloom.name.spell import pascal


@given(OPS)
@settings(max_examples=300)
def test_every_operation_gets_a_call_of_its_own(ops: list[Op]) -> None:
    called = dotted(names_of(api(ops)))
    assert len(called) == len(ops)
    assert len(set(called.values())) == len(ops)


@given(OPS)
@settings(max_examples=300)
def test_no_method_has_the_name_of_a_resource_beside_it(ops: list[Op]) -> None:
    calls = names_of(api(ops)).calls.values()
    resources = {call.steps[:depth] for call in calls for depth in range(1, len(call.steps))}
    assert not resources & {call.steps for call in calls}


@given(OPS, st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_the_order_of_operations_makes_no_difference(ops: list[Op], order: Random) -> None:
    shuffled = list(ops)
    order.shuffle(shuffled)
    assert dotted(names_of(api(ops))) == dotted(names_of(api(shuffled)))


# What stands before a version is a prefix, so that a version elsewhere is a version of the same operation.
_ELSEWHERE = st.lists(SEGMENTS.filter(lambda part: part != "v2"), max_size=4).map(
    lambda parts: "/" + "/".join(["planets", *parts])
)


@given(OPS, METHODS, _ELSEWHERE)
@settings(max_examples=300)
def test_an_unrelated_operation_renames_nothing(ops: list[Op], method: str, path: str) -> None:
    before = dotted(names_of(api(ops)))
    after = dotted(names_of(api([*ops, Op(f"{method.upper()} {path}")])))
    assert {id: after[id] for id in before} == before


@given(OPS, definitions(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_schemas_makes_no_difference(
    ops: list[Op], schemas: list[Definition], order: Random
) -> None:
    shuffled = list(schemas)
    order.shuffle(shuffled)
    found = api(ops)
    assert types_of(names_of(with_definitions(found, schemas))) == types_of(
        names_of(with_definitions(found, shuffled))
    )


@given(OPS, definitions())
@settings(max_examples=200)
def test_an_unrelated_schema_renames_nothing(ops: list[Op], schemas: list[Definition]) -> None:
    before = types_of(names_of(with_definitions(api(ops), schemas)))
    added = model("#/components/schemas/Planet", "Planet", None, ())
    after = types_of(names_of(with_definitions(api(ops), [added, *schemas])))
    assert {id: after[id] for id in before} == before


@given(definitions())
@settings(max_examples=200)
def test_inline_types_of_one_owner_differ(schemas: list[Definition]) -> None:
    types = names_of(with_definitions(api([]), schemas)).types
    spelled = [(d.owner, pascal(types[d.id].words)) for d in schemas if d.owner is not None]
    assert len(set(spelled)) == len(spelled)
