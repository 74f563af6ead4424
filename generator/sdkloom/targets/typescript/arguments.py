"""How is a call written: which values stand alone, and which are properties of one object?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sdkloom.config import Arrays
from sdkloom.ir.api import Api, Operation
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    MapType,
    Model,
    NullableType,
    RefType,
    Type,
    UnionType,
)
from sdkloom.name.spell import Identifier, Scope
from sdkloom.name.words import split_words
from sdkloom.targets.carriers import Carried, carried_by
from sdkloom.targets.typescript.spelling import SPELLING


@dataclass(frozen=True, slots=True)
class Argument:
    """A value of a call: the property that holds it, the variable that holds it inside the method, and what
    becomes of it.
    """

    key: str
    local: Identifier
    value: Carried


@dataclass(frozen=True, slots=True)
class Arguments:
    """All that a call takes.

    Everything is a property of one object, except for a body that is the only argument. What is `placed` may
    stand before the object instead, in that order.
    """

    listed: tuple[Argument, ...]
    placed: tuple[Argument, ...] = ()

    @property
    def paths(self) -> tuple[Argument, ...]:
        """What fills the path in."""
        return tuple(argument for argument in self.listed if argument.value.carrier == "path")

    @property
    def others(self) -> tuple[Argument, ...]:
        """All but what may stand before the object."""
        return tuple(argument for argument in self.listed if argument not in self.placed)

    @property
    def lone_body(self) -> Argument | None:
        """A body that cannot be taken apart, where there is nothing beside it."""
        alone = len(self.listed) == 1 and self.listed[0].value.is_whole_body
        return self.listed[0] if alone else None

    @property
    def former(self) -> Mapping[str, str]:
        """Former names with those of today, but for what is the name of another now."""
        taken = {argument.key for argument in self.listed}
        pairs = ((old, argument.key) for argument in self.listed for old in argument.value.former)
        return {old: now for old, now in pairs if old not in taken}

    @property
    def has_params(self) -> bool:
        """Is there an object of arguments?"""
        return bool(self.listed) and self.lone_body is None

    def carried(self, *carriers: str) -> tuple[Argument, ...]:
        """The arguments that travel in one of these places."""
        return tuple(argument for argument in self.listed if argument.value.carrier in carriers)


def arguments_of(api: Api, operation: Operation, arrays: Arrays) -> Arguments:
    """The arguments of an operation; names that clash get the place they travel in as a prefix."""
    keys: set[str] = set()
    locals = Scope()
    found = []
    for value in carried_by(api, operation, arrays):
        place = "body" if value.is_spread else value.carrier
        key = "body" if value.is_whole_body and not value.name else value.name
        while key in keys:
            key = f"{place}_{key}"
        keys.add(key)
        found.append(Argument(key, locals.give(_local(key)), value))
    return Arguments(tuple(found), _placed(api, found, operation.positional))


def _placed(api: Api, listed: Sequence[Argument], chosen: tuple[str, ...] | None) -> tuple[Argument, ...]:
    """What is chosen of the path parameters that the client cannot know, else the only one.

    Nothing where the first could be an object, which is what tells the two ways of a call apart.
    """
    needed = {one.value.wire: one for one in listed if one.value.carrier == "path" and one.value.required}
    usual = tuple(needed) if len(needed) == 1 else ()
    found = tuple(needed[wire] for wire in (usual if chosen is None else chosen) if wire in needed)
    return () if found and _is_object(api, found[0].value.type) else found


def _local(key: str) -> Identifier:
    kept = SPELLING.keep("variable", key)
    return (
        kept
        if kept.rstrip("_") == key.rstrip("_")
        else SPELLING.spell("variable", split_words(key) or ("value",))
    )


def arguments_by_operation(api: Api, arrays: Arrays) -> Mapping[str, Arguments]:
    """The arguments of every operation, by its id."""
    return {operation.id: arguments_of(api, operation, arrays) for operation in api.operations}


def _is_object(api: Api, node: Type, depth: int = 8) -> bool:
    """Could a value of the type be an object, so that it cannot stand bare? A list can: it has no names."""
    match node:
        case NullableType(inner):
            return _is_object(api, inner, depth)
        case UnionType(variants, _):
            return any(_is_object(api, variant, depth) for variant in variants)
        case RefType(id):
            found = api.definitions.get(id)
            inside = isinstance(found, Alias) and (not depth or _is_object(api, found.target, depth - 1))
            return inside or isinstance(found, Model)
    return isinstance(node, BinaryType | MapType | AnyType)
