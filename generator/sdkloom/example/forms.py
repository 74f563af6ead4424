"""Which fields and parts does a form have?

Lists repeat their name, and objects are bracketed: what servers that take nested forms agree on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from sdkloom.example.parts import Part, Upload, Value
from sdkloom.example.styles import bracketed, json_text, scalar_text
from sdkloom.ir.api import PartEncoding
from sdkloom.ir.base import Json

_UNKNOWN = "application/octet-stream"


def form_fields(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """The fields of `application/x-www-form-urlencoded`."""
    for name, value in values.items():
        for part in value if isinstance(value, list) else [value]:
            yield from bracketed(_item_name(name, value, part), cast(Json, part))


def _item_name(name: str, value: Value, part: Value) -> str:
    """An item of a list that is no scalar has a name that says so."""
    is_nested = part is not value and isinstance(part, list | Mapping)
    return f"{name}[]" if is_nested and not name.endswith("[]") else name


def form_parts(values: Mapping[str, Value], said: Mapping[str, PartEncoding]) -> Iterator[Part]:
    """The parts of `multipart/form-data`; `said` is what the document says of some of them."""
    for name, value in values.items():
        encoding = said.get(name) or said.get(name.removesuffix("[]"))
        media_type = encoding.content_type if encoding is not None else ""
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
