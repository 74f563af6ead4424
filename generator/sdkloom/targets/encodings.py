"""How are the fields of a form written where the document says more than their types do?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api, Encoding, PartEncoding, RequestBody
from sdkloom.ir.types import (
    Alias,
    AnyType,
    ListType,
    MapType,
    Model,
    NullableType,
    RefType,
    Type,
    UnionType,
)


@dataclass(frozen=True, slots=True)
class FieldEncoding:
    """What is said of a field of a form, by its name on the wire.

    `content_type` is empty, `style` None and `headers` empty where they make no difference.
    """

    wire: str
    content_type: str
    style: PartEncoding | None
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Field:
    wire: str
    type: Type
    is_part: bool
    said: PartEncoding


def field_encodings(
    api: Api, body: RequestBody | None, fields: Iterable[tuple[str, Type, PartEncoding | None]]
) -> Iterator[FieldEncoding]:
    """The encodings of the fields of a form, given by their names on the wire, types, and what is said."""
    for field in _fields(body, fields) if body is not None else ():
        said = field.said
        kind = said.content_type if _needs_kind(field) else ""
        style = said if _needs_style(api, field) else None
        headers = said.headers if field.is_part else ()
        if kind or style or headers:
            yield FieldEncoding(field.wire, kind, style, headers)


def _fields(body: RequestBody, fields: Iterable[tuple[str, Type, PartEncoding | None]]) -> Iterator[_Field]:
    """The fields of which something is said; of a form given as a whole, the types are not looked at."""
    is_part = body.encoding is Encoding.MULTIPART
    if body.spread is None:
        whole = AnyType("A form that is given as a whole.")
        yield from (_Field(part.property, whole, is_part, part) for part in body.parts)
    for wire, kind, part in fields:
        if part is not None:
            yield _Field(wire, kind, is_part, part)


def _needs_kind(field: _Field) -> bool:
    """In a form without parts a media type only matters where the value becomes JSON."""
    kind = field.said.content_type
    return bool(kind) and (field.is_part or "json" in kind)


def _needs_style(api: Api, field: _Field) -> bool:
    """Is the value written in another way than a form does by itself?

    A form repeats the names of lists and puts those of an object's fields in brackets. What may be anything
    may be a file, which has no style.
    """
    part = field.said
    if not part.style or (field.is_part and isinstance(field.type, AnyType)):
        return False
    if part.allow_reserved:
        return True
    of_lists, of_objects = part.style != "form" or not part.explode, part.style != "deepObject"
    kinds = _kinds(api, field.type, frozenset())
    return (of_lists and ListType in kinds) or (of_objects and MapType in kinds)


def _kinds(api: Api, node: Type, seen: frozenset[str]) -> frozenset[type]:
    """Whether a value may be a list, an object or both."""
    match node:
        case ListType() | MapType():
            return frozenset({type(node)})
        case AnyType():
            return frozenset({ListType, MapType})
        case NullableType(inner):
            return _kinds(api, inner, seen)
        case UnionType(variants, _):
            return frozenset().union(*(_kinds(api, variant, seen) for variant in variants))
        case RefType(id) if id not in seen:
            definition = api.definitions.get(id)
            if isinstance(definition, Alias):
                return _kinds(api, definition.target, seen | {id})
            return frozenset({MapType}) if isinstance(definition, Model) else frozenset()
    return frozenset()
