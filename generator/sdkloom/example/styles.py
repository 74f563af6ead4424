"""How is a parameter written, by the rules of OpenAPI and RFC 3986?

https://spec.openapis.org/oas/v3.1.1#style-values. What this says is what a client is judged by.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import quote

from sdkloom.ir.api import Parameter
from sdkloom.ir.base import Json

_UNRESERVED = "-._~"
# A segment of a path may hold these as they are; so may a value that nothing has to be told apart from.
_SEGMENT = f"{_UNRESERVED}!$&'()*+,;=:@"
# `allowReserved` leaves these alone, as far as they do not end the query or a pair of it.
_RESERVED = f"{_UNRESERVED}:/?@!$'()*,;="
_COOKIE = f"{_UNRESERVED}!#$&'()*+/:<=>?@[]^`{{|}}"
_COOKIE_NAME = f"{_UNRESERVED}!#$&'*+^`|"
_BETWEEN = {"spaceDelimited": " ", "pipeDelimited": "|"}

Pair = tuple[str, str]


def encoded(text: str) -> str:
    """The text in percent-encoding, except for what is never reserved."""
    return quote(text, safe=_UNRESERVED)


def scalar_text(value: Json) -> str:
    """A scalar as text; what is nested where a style knows no nesting is JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else json_text(value)


def json_text(value: Json) -> str:
    """Compact JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def written(parameter: Parameter, value: Json) -> Json:
    """The value, or its JSON text where a media type says so."""
    media_type = parameter.media_type.split(";")[0].strip().lower()
    return json_text(value) if media_type.endswith("json") else value


def path_text(parameter: Parameter, value: Json) -> str:
    """What stands in the place of `{name}`: the styles `simple`, `label` and `matrix`."""
    explode, name = parameter.explode, encoded(parameter.name.wire)
    lead = {"label": ".", "matrix": ";"}.get(parameter.style, "")
    match value:
        case Mapping():
            pairs = [(encoded(key), encoded(scalar_text(part))) for key, part in value.items()]
            items = (
                [f"{key}={part}" for key, part in pairs] if explode else [t for pair in pairs for t in pair]
            )
            is_named = not explode
        case list():
            items = [encoded(scalar_text(part)) for part in value]
            if parameter.style == "matrix" and explode:
                items = [f"{name}={item}" for item in items]
            is_named = not explode
        case _:
            items = [quote(scalar_text(value), safe=_UNRESERVED if lead else _SEGMENT)]
            is_named = True
    text = (lead if lead and explode else ",").join(items)
    return lead + (f"{name}=" if parameter.style == "matrix" and is_named else "") + text


def query_pairs(name: str, parameter: Parameter, value: Json) -> list[Pair]:
    """The pairs of the query, in percent-encoding."""
    safe = _RESERVED if parameter.allow_reserved else _UNRESERVED
    between = encoded(_BETWEEN.get(parameter.style, "")) or ","
    return [
        (encoded(key), between.join(quote(text, safe=safe) for text in texts))
        for key, texts in styled_fields(name, parameter.style, parameter.explode, value)
    ]


def field_pairs(name: str, style: str, explode: bool, value: Json) -> list[Pair]:
    """The same for a field of a form, without any encoding."""
    between = _BETWEEN.get(style, ",")
    return [(key, between.join(texts)) for key, texts in styled_fields(name, style, explode, value)]


def styled_fields(name: str, style: str, explode: bool, value: Json) -> list[tuple[str, list[str]]]:
    """The styles of queries and of forms, and our own `indices` and `dots`: names, and texts to join."""
    if style == "deepObject":
        return [(key, [text]) for key, text in bracketed(name, value)]
    if style == "indices" and isinstance(value, list | Mapping):
        return [(key, [text]) for key, text in _numbered(name, value)]
    if style == "dots" and isinstance(value, Mapping):
        nested = (styled_fields(f"{name}.{key}", style, explode, part) for key, part in value.items())
        return [pair for pairs in nested for pair in pairs]
    match value:
        case Mapping() if explode:
            return [(key, [scalar_text(part)]) for key, part in value.items()]
        case Mapping():
            texts = [text for key, part in value.items() for text in (key, scalar_text(part))]
            return [(name, texts)] if texts else []
        case list() if explode:
            return [(name, [scalar_text(part)]) for part in value]
        case list():
            return [(name, list(map(scalar_text, value)))] if value else []
    return [(name, [scalar_text(value)])]


def bracketed(name: str, value: Json) -> list[Pair]:
    """`a[b][c]`, and `a[b][]` for the items of a list: names that say where a text belongs."""
    match value:
        case Mapping():
            return [pair for key, part in value.items() for pair in bracketed(f"{name}[{key}]", part)]
        case list():
            return [pair for part in value for pair in bracketed(f"{name}[]", part)]
    return [(name, scalar_text(value))]


def _numbered(name: str, value: Json) -> list[Pair]:
    """`a[0]`, and `a[0][b]` for what is in an item."""
    match value:
        case Mapping():
            return [pair for key, part in value.items() for pair in _numbered(f"{name}[{key}]", part)]
        case list():
            return [pair for index, part in enumerate(value) for pair in _numbered(f"{name}[{index}]", part)]
    return [(name, scalar_text(value))]


def header_text(parameter: Parameter, value: Json) -> str:
    """The value of a header: the style `simple`, without any encoding."""
    match value:
        case Mapping():
            pairs = [(key, scalar_text(part)) for key, part in value.items()]
            return ",".join("=".join(pair) if parameter.explode else ",".join(pair) for pair in pairs)
        case list():
            return ",".join(map(scalar_text, value))
    return scalar_text(value)


def cookie_pair(name: str, text: str) -> Pair:
    """One cookie, in the characters that RFC 6265 lets stand in its name and value."""
    return quote(name, safe=_COOKIE_NAME), quote(text, safe=_COOKIE)


def cookie_pairs(parameter: Parameter, value: Json) -> list[Pair]:
    """The cookies: the style `form`, in the characters that RFC 6265 lets stand in a cookie."""
    fields = styled_fields(parameter.name.wire, "form", parameter.explode, value)
    return [
        (quote(key, safe=_COOKIE_NAME), ",".join(quote(text, safe=_COOKIE) for text in texts))
        for key, texts in fields
    ]
