"""Which fields and parts does a form have?

Lists repeat their name, and objects are bracketed: what servers that take nested forms agree on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from sdkloom.example.parts import Part, Upload, Value
from sdkloom.example.styles import bracketed, field_pairs, json_text, scalar_text
from sdkloom.ir.api import PartEncoding
from sdkloom.ir.base import Json

_UNKNOWN = "application/octet-stream"

Said = Mapping[str, PartEncoding]
"""What the document says of some fields, by name."""


def form_fields(values: Mapping[str, Value], said: Said) -> Iterator[tuple[str, str]]:
    """The fields of `application/x-www-form-urlencoded`; `said` is what the document says of some of them."""
    for name, value in values.items():
        encoding = _encoding(said, name)
        if "json" in encoding.content_type:
            yield name, json_text(cast(Json, value))
        elif _is_styled(encoding, value):
            yield from field_pairs(name, encoding.style, encoding.explode, cast(Json, value))
        else:
            for part in value if isinstance(value, list) else [value]:
                yield from bracketed(_item_name(name, value, part), cast(Json, part))


def _encoding(said: Said, name: str) -> PartEncoding:
    return said.get(name) or said.get(name.removesuffix("[]")) or PartEncoding(name)


def _is_styled(encoding: PartEncoding, value: Value) -> bool:
    """Is a style named that is not what a form does by itself?"""
    match value:
        case list():
            return bool(encoding.style) and not (encoding.style == "form" and encoding.explode)
        case Mapping():
            return encoding.style not in {"", "deepObject"}
    return False


def _item_name(name: str, value: Value, part: Value) -> str:
    """An item of a list that is no scalar has a name that says so."""
    is_nested = part is not value and isinstance(part, list | Mapping)
    return f"{name}[]" if is_nested and not name.endswith("[]") else name


def form_parts(values: Mapping[str, Value], said: Said) -> Iterator[Part]:
    """The parts of `multipart/form-data`."""
    for name, value in values.items():
        encoding = _encoding(said, name)
        for part in _parts(name, value, encoding):
            yield replace(part, headers=encoding.headers)


def _parts(name: str, value: Value, encoding: PartEncoding) -> Iterator[Part]:
    media_type = encoding.content_type
    if _is_styled(encoding, value):
        for key, text in field_pairs(name, encoding.style, encoding.explode, cast(Json, value)):
            yield Part(key, text)
        return
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, Upload):
            yield _file(name, part, media_type)
        elif "json" in media_type:
            yield Part(name, json_text(cast(Json, part)), media_type=_first(media_type))
        elif isinstance(part, list | Mapping):
            yield from _nested(_item_name(name, value, part), part)
        elif part is not None:
            yield Part(name, scalar_text(cast(Json, part)), media_type=_first(media_type))


def _nested(name: str, value: Value) -> Iterator[Part]:
    match value:
        case Upload():
            yield _file(name, value, "")
        case Mapping():
            for key, part in value.items():
                yield from _nested(f"{name}[{key}]", part)
        case list():
            for part in value:
                yield from _nested(f"{name}[]", part)
        case None:
            return
        case _:
            yield Part(name, scalar_text(cast(Json, value)))


def _file(name: str, file: Upload, media_type: str) -> Part:
    return Part(name, file.content, file.name, _first(media_type) or _UNKNOWN)


def _first(media_types: str) -> str:
    """The first of several media types that a part may have; none where that is a range."""
    first = media_types.split(",")[0].strip()
    return "" if "*" in first else first
