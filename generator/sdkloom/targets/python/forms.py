"""How does a request say what the document says of the fields of its form?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api, PartEncoding, RequestBody
from sdkloom.ir.types import Alias, BinaryType, ListType, NullableType, RefType, Type
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.encodings import field_encodings
from sdkloom.targets.python.arguments import Argument
from sdkloom.targets.python.auth import tuple_code
from sdkloom.targets.python.types import quote
from sdkloom.targets.python.views import EntryView


def encoded_parts(api: Api, body: RequestBody | None, arguments: tuple[Argument, ...]) -> Iterator[EntryView]:
    """What a request says of the fields of its form besides their values."""
    fields = tuple(field_encodings(api, body, ((one.wire, one.type, one.part) for one in arguments)))
    kinds = {field.wire: quote(field.content_type) for field in fields if field.content_type}
    if kinds:
        yield EntryView(Identifier("content_types"), _mapping(kinds))
    styles = {field.wire: _style(field.style) for field in fields if field.style is not None}
    if styles:
        needs = frozenset({Import("._core.styles", "Style")})
        yield EntryView(Identifier("styles"), Code(_mapping(styles).text, needs))
    headers = {
        field.wire: _mapping({name: quote(value) for name, value in field.headers}).text
        for field in fields
        if field.headers
    }
    if headers:
        yield EntryView(Identifier("part_headers"), _mapping(headers))


def file_fields(api: Api, arguments: tuple[Argument, ...]) -> Iterator[EntryView]:
    """Which fields of a form, or argument that is the body, take files and nothing else."""
    files = tuple(one.wire for one in arguments if one.carrier == "multipart" and _is_file(api, one.type))
    files += tuple(str(one.name) for one in arguments if one.carrier == "content" and _is_file(api, one.type))
    if files:
        yield EntryView(Identifier("files"), Code(tuple_code(files)))


def _is_file(api: Api, node: Type) -> bool:
    """Does a field take a file, or several, and nothing else?"""
    match node:
        case BinaryType():
            return True
        case NullableType(inner) | ListType(inner):
            return _is_file(api, inner)
        case RefType(id):
            found = api.definitions.get(id)
            return isinstance(found, Alias) and _is_file(api, found.target)
    return False


def _mapping(values: dict[str, str]) -> Code:
    return Code(f"{{{', '.join(f'{quote(name)}: {text}' for name, text in values.items())}}}")


def _style(part: PartEncoding) -> str:
    parts = [quote(part.style), f"explode={part.explode}"]
    parts += ["allow_reserved=True"] if part.allow_reserved else []
    return f"Style({', '.join(parts)})"
