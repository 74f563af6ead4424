"""Values and the styles of OpenAPI in which they are written, as names and texts.

The styles are those of https://spec.openapis.org/oas/v3.1.1#style-values. Names and values are
percent-encoded one by one before they are joined, so that what parts them is never mistaken for their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from .codec import encode
from .kinds import is_list, is_object
from .unset import is_unset

UNRESERVED = "-._~"
"""What is never percent-encoded."""

RESERVED = UNRESERVED + "!$'()*,;=:@/?"
"""What `allowReserved` leaves alone, without what would end the query or one of its values."""


@dataclass(frozen=True)
class Styled:
    """A value together with the style that the API's description gives it."""

    value: Any
    style: str
    explode: bool
    allow_reserved: bool = False


@dataclass(frozen=True)
class Style:
    """The style that the API's description gives a field of a form."""

    style: str
    explode: bool
    allow_reserved: bool = False


def in_styles(values: Mapping[str, Any], styles: Mapping[str, Style] | None) -> Mapping[str, Any]:
    """The fields of a form, those with a style of their own marked with it."""
    if not styles:
        return values
    marked = {
        name: Styled(values[name], style.style, style.explode, style.allow_reserved)
        for name, style in styles.items()
        if name in values
    }
    return {**values, **marked}


def styled(value: Any, *, style: str, explode: bool, allow_reserved: bool = False) -> Any:
    """A value written in a style of its own; what is omitted stays omitted."""
    return value if is_unset(value) else Styled(value, style, explode, allow_reserved)


def as_json(value: Any) -> Any:
    """A value written as JSON text; what is omitted stays omitted."""
    return value if is_unset(value) else json_text(encode(value))


def text_of(value: Any) -> str:
    """A scalar as text: booleans as JSON writes them, dates and the like as their standards do."""
    plain = encode(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return json_text(plain) if is_list(plain) or is_object(plain) else str(plain)


def json_text(plain: Any) -> str:
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False)


def simple_parts(plain: Any, explode: bool) -> Iterator[tuple[str, ...]]:
    """The parts of an array or object: single texts, or a name and a value that `=` joins."""
    if is_list(plain):
        yield from ((text_of(part),) for part in plain)
    else:
        for key, part in plain.items():
            pair = (key, text_of(part))
            yield from (pair,) if explode else ((text,) for text in pair)


@dataclass(frozen=True)
class Field:
    """A name and its value: one text, or several that are joined."""

    name: str
    texts: tuple[str, ...]
    mark: Styled

    @property
    def between(self) -> str:
        return {"spaceDelimited": " ", "pipeDelimited": "|"}.get(self.mark.style, ",")

    def written(self, name_safe: str, value_safe: str) -> str:
        """The field in percent-encoding, except for these characters."""
        between = quote(self.between, safe=",")
        value = between.join(quote(text, safe=value_safe) for text in self.texts)
        return f"{quote(self.name, safe=name_safe)}={value}"


def fields(values: Mapping[str, Any]) -> Iterator[Field]:
    """The fields in order; what is omitted is left out, and null is written as an empty value."""
    for name, value in values.items():
        mark = value if isinstance(value, Styled) else Styled(value, "form", True)
        if not is_unset(mark.value):
            yield from _fields_of(name, encode(mark.value), mark)


def _fields_of(name: str, plain: Any, mark: Styled) -> Iterator[Field]:
    if mark.style == "deepObject":
        for key, text in bracketed(name, plain):
            yield Field(key, (text,), mark)
    elif mark.style == "indices" and is_list(plain):
        for index, part in enumerate(plain):
            yield from _fields_of(f"{name}[{index}]", part, mark)
    elif mark.style == "indices" and is_object(plain):
        for key, part in plain.items():
            yield from _fields_of(f"{name}[{key}]", part, mark)
    elif mark.style == "dots" and is_object(plain):
        for key, part in plain.items():
            yield from _fields_of(f"{name}.{key}", part, mark)
    elif is_list(plain):
        texts = tuple(text_of(part) for part in plain)
        if mark.explode:
            yield from (Field(name, (text,), mark) for text in texts)
        elif texts:
            yield Field(name, texts, mark)
    elif is_object(plain):
        pairs = [(key, text_of(part)) for key, part in plain.items()]
        if mark.explode:
            yield from (Field(key, (text,), mark) for key, text in pairs)
        elif pairs:
            yield Field(name, tuple(text for pair in pairs for text in pair), mark)
    else:
        yield Field(name, (text_of(plain),), mark)


def bracketed(name: str, plain: Any) -> Iterator[tuple[str, str]]:
    """`a[b][c]=1`, and `a[b][]=1` for lists: what servers that take nested forms agree on."""
    if is_object(plain):
        for key, part in plain.items():
            yield from bracketed(f"{name}[{key}]", part)
    elif is_list(plain):
        for part in plain:
            yield from bracketed(f"{name}[]", part)
    else:
        yield name, text_of(plain)
