"""How does a type read in a surface: by public names, and in a snapshot as JSON?"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from sdkloom.ir.base import Json
from sdkloom.ir.types import (
    AnyType,
    BinaryType,
    Discriminator,
    Flow,
    ListType,
    LiteralType,
    MapType,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.ir.walk import transform

# Of all formats, those that make a difference to the type of a value in some language.
_FORMATS = frozenset({"date", "date-time"})

_WORDS: Mapping[str, Type] = {
    "any": AnyType(""),
    "upload": BinaryType(Flow.UPLOAD),
    "download": BinaryType(Flow.DOWNLOAD),
    **{scalar.value: PrimitiveType(scalar) for scalar in Scalar},
    **{form: PrimitiveType(Scalar.STRING, form) for form in sorted(_FORMATS)},
}


class Unreadable(ValueError):
    """What stands in a snapshot is no type; says where, as the steps of a pointer."""

    def __init__(self, why: str, *steps: str) -> None:
        super().__init__(why)
        self.steps = steps


def public_type(node: Type, names: Mapping[str, str]) -> Type:
    """The expression with public names in it, and without what makes no difference to users."""
    return rename(_plain(node), lambda id: names.get(id, id))


def rename(node: Type, naming: Callable[[str], str]) -> Type:
    """The expression with other names for the types it mentions; the order of choices plays no part."""

    def change(part: Type) -> Type:
        match part:
            case RefType(id):
                return RefType(naming(id))
            case UnionType(variants, by):
                ordered = tuple(sorted(variants, key=lambda variant: json.dumps(write_type(variant))))
                if by is None:
                    return UnionType(ordered)
                mapping = tuple(sorted((value, naming(id)) for value, id in by.mapping))
                default = naming(by.default) if by.default is not None else None
                return UnionType(ordered, Discriminator(by.property, mapping, default))
        return part

    return transform(node, change)


def _plain(node: Type) -> Type:
    def change(part: Type) -> Type:
        match part:
            case PrimitiveType(scalar, form):
                kept = form if scalar is Scalar.STRING and form in _FORMATS else ""
                return PrimitiveType(scalar, kept)
            case LiteralType(values, _):
                return replace(part, values=tuple(sorted(values, key=json.dumps)))
            case AnyType():
                return AnyType("")
        return part

    return transform(node, change)


def write_type(node: Type) -> Json:
    """The JSON of an expression."""
    match node:
        case PrimitiveType(scalar, form):
            return form or scalar.value
        case AnyType():
            return "any"
        case BinaryType(way):
            return way.value
        case RefType(id):
            return {"ref": id}
        case NullableType(inner):
            return {"nullable": write_type(inner)}
        case MapType(value):
            return {"map": write_type(value)}
        case ListType(item, prefix):
            first: dict[str, Json] = {"first": [write_type(part) for part in prefix]} if prefix else {}
            return {"list": write_type(item), **first}
        case LiteralType(values, open):
            return {"values": list(values), **({"open": True} if open else {})}
        case UnionType(variants, by):
            union: dict[str, Json] = {"one of": [write_type(part) for part in variants]}
            if by is not None:
                union |= {"by": by.property, "tags": [list(pair) for pair in by.mapping]}
                union |= {"else": by.default} if by.default is not None else {}
            return union
        case _:
            assert_never(node)


def read_type(data: Json) -> Type:
    """The expression that JSON stands for. Raises Unreadable."""
    if isinstance(data, str):
        if data not in _WORDS:
            raise Unreadable(f"`{data}` is no type")
        return _WORDS[data]
    if not isinstance(data, Mapping) or not data:
        raise Unreadable("a type is a word, or an object that says what it is made of")
    match dict(data):
        case {"ref": str(id)}:
            return RefType(id)
        case {"nullable": inner}:
            return NullableType(_inside(inner, "nullable"))
        case {"map": value}:
            return MapType(_inside(value, "map"))
        case {"list": item, **rest}:
            return ListType(_inside(item, "list"), _all(rest.get("first", []), "first"))
        case {"values": list(values), **rest}:
            return LiteralType(tuple(values), rest.get("open") is True)
        case {"one of": variants, **rest}:
            return UnionType(_all(variants, "one of"), _discriminator(rest) if "by" in rest else None)
    raise Unreadable(f"a type is not made of `{', '.join(map(str, data))}`")


def _discriminator(data: Mapping[str, Json]) -> Discriminator:
    tags, default = data.get("tags", []), data.get("else")
    if not isinstance(tags, list) or not all(isinstance(tag, list) and len(tag) == 2 for tag in tags):
        raise Unreadable("`tags` are pairs of a value and a type", "tags")
    mapping = tuple((str(tag[0]), str(tag[1])) for tag in tags)
    return Discriminator(str(data["by"]), mapping, default if isinstance(default, str) else None)


def _all(data: Json, step: str) -> tuple[Type, ...]:
    if not isinstance(data, list):
        raise Unreadable(f"`{step}` is a list of types", step)
    return tuple(_inside(part, step, str(number)) for number, part in enumerate(data))


def _inside(data: Json, *steps: str) -> Type:
    try:
        return read_type(data)
    except Unreadable as problem:
        raise Unreadable(str(problem), *steps, *problem.steps) from None
