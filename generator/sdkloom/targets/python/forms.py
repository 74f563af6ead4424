"""How are the fields of a form written where the document says more than their types do?"""

from __future__ import annotations

from collections.abc import Iterator
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
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.python.arguments import Argument
from sdkloom.targets.python.types import quote
from sdkloom.targets.python.views import EntryView


@dataclass(frozen=True, slots=True)
class _Field:
    wire: str
    type: Type
    is_part: bool
    said: PartEncoding


def encoded_parts(api: Api, body: RequestBody | None, arguments: tuple[Argument, ...]) -> Iterator[EntryView]:
    """What a request says of the fields of its form besides their values."""
    fields = tuple(_fields(body, arguments)) if body is not None else ()
    kinds = {field.wire: quote(field.said.content_type) for field in fields if _needs_kind(field)}
    if kinds:
        yield EntryView(Identifier("content_types"), _mapping(kinds))
    styles = {field.wire: _style(field.said) for field in fields if _needs_style(api, field)}
    if styles:
        needs = frozenset({Import("._core.wire", "Style")})
        yield EntryView(Identifier("styles"), Code(_mapping(styles).text, needs))
    headers = {
        field.wire: _mapping({name: quote(value) for name, value in field.said.headers}).text
        for field in fields
        if field.said.headers and field.is_part
    }
    if headers:
        yield EntryView(Identifier("part_headers"), _mapping(headers))


def _fields(body: RequestBody, arguments: tuple[Argument, ...]) -> Iterator[_Field]:
    """The fields of which something is said; of a form given as a whole, the types are not looked at."""
    is_part = body.encoding is Encoding.MULTIPART
    if body.spread is None:
        whole = AnyType("A form that is given as a whole.")
        yield from (_Field(part.property, whole, is_part, part) for part in body.parts)
    for one in arguments:
        if one.part is not None:
            yield _Field(one.wire, one.type, is_part, one.part)


def _mapping(values: dict[str, str]) -> Code:
    return Code(f"{{{', '.join(f'{quote(name)}: {text}' for name, text in values.items())}}}")


def _needs_kind(field: _Field) -> bool:
    """In a form without parts a media type only matters where the value becomes JSON."""
    kind = field.said.content_type
    return bool(kind) and (field.is_part or "json" in kind)


def _style(part: PartEncoding) -> str:
    parts = [quote(part.style), f"explode={part.explode}"]
    parts += ["allow_reserved=True"] if part.allow_reserved else []
    return f"Style({', '.join(parts)})"


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
