"""How is a type written in words, and how is a value?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from sdkloom.ir.base import Json
from sdkloom.ir.types import (
    AnyType,
    BinaryType,
    Flow,
    Limits,
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
from sdkloom.targets.base import Code
from sdkloom.targets.docs.places import Page, Places, link
from sdkloom.targets.markdown import inline_code

_SHOWN = 200
"""How much of a value is shown, in characters."""


@dataclass(frozen=True, slots=True)
class TypeWriter:
    """Writes types for one page, whose links are relative to it."""

    places: Places
    page: Page

    def write(self, node: Type) -> Code:
        """The type in words."""
        match node:
            case PrimitiveType(scalar, format):
                name = "null" if scalar is Scalar.NULL else scalar.value
                return Code(f"{name} ({inline_code(format)})" if format else name)
            case LiteralType() | NullableType() | UnionType():
                return Code(_either(self._choices(node)))
            case ListType(item, ()):
                return self._inside(item).around("array of ")
            case ListType(item, prefix):
                first = ", ".join(self._inside(part).text for part in prefix)
                return self._inside(item).around(f"array of {first}, then ")
            case MapType(value):
                return self._inside(value).around("object with values of ")
            case BinaryType(flow):
                return Code("file" if flow is Flow.UPLOAD else "bytes")
            case AnyType():
                return Code("any JSON value")
            case RefType(id):
                return self._mention(id)
            case _:
                assert_never(node)

    def _choices(self, node: Type) -> Iterator[str]:
        """What a value is one of, null last."""
        match node:
            case LiteralType(values, open):
                yield from map(value_text, values)
                yield from ("another value",) if open else ()
            case NullableType(inner):
                yield from self._choices(inner)
                yield "null"
            case UnionType(variants, _):
                for variant in variants:
                    yield from self._choices(variant)
            case _:
                yield self.write(node).text

    def _inside(self, node: Type) -> Code:
        """The type as a part of another."""
        is_choice = isinstance(node, NullableType | UnionType) or (
            isinstance(node, LiteralType) and len(node.values) + node.open > 1
        )
        return self.write(node).around("(", ")") if is_choice else self.write(node)

    def _mention(self, id: str) -> Code:
        spot = self.places.types.get(id)
        return Code("any JSON value") if spot is None else link(self.page, spot)


def _either(parts: Iterable[str]) -> str:
    *first, last = dict.fromkeys(parts)
    return f"{', '.join(first)} or {last}" if first else last


def value_text(value: Json) -> str:
    """A JSON value as a code span."""
    return inline_code(shown(value))


def shown(value: Json) -> str:
    """A JSON value on one line; a long one is cut."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def limits_of(node: Type) -> tuple[str, ...]:
    """What the document allows of a value, or of each item of a list, in words."""
    match node:
        case PrimitiveType(limits=limits):
            return tuple(_bounds(limits))
        case NullableType(inner):
            return limits_of(inner)
        case ListType(item, _):
            return tuple(f"each {bound}" for bound in limits_of(item))
    return ()


def _bounds(limits: Limits) -> Iterator[str]:
    for bound, words in (
        (limits.minimum, "at least"),
        (limits.exclusive_minimum, "more than"),
        (limits.maximum, "at most"),
        (limits.exclusive_maximum, "less than"),
        (limits.multiple_of, "a multiple of"),
    ):
        if bound is not None:
            yield f"{words} {json.dumps(bound).removesuffix('.0')}"
    match limits.min_length, limits.max_length:
        case None, None:
            pass
        case least, None:
            yield f"at least {least} characters"
        case None, most:
            yield f"at most {most} characters"
        case least, most:
            yield f"{least} characters" if least == most else f"{least} to {most} characters"
    if limits.pattern:
        yield f"matching {inline_code(limits.pattern)}"
