"""How values are written in paths, queries, headers, cookies and forms, by the styles of OpenAPI."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from .codec import encode
from .kinds import is_list, is_object
from .unset import NotGiven, Omit

# RFC 3986: what a path segment may hold unescaped, and what `allowReserved` leaves alone.
_SEGMENT = "-._~!$&'()*+,;=:@"
_UNRESERVED = "-._~"
_RESERVED = ":/?#[]@!$&'()*+,;=" + _UNRESERVED

_DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


@dataclass(frozen=True)
class Styled:
    """A value together with the style that the API's description gives it."""

    value: Any
    style: str
    explode: bool
    allow_reserved: bool = False


def styled(value: Any, *, style: str, explode: bool, allow_reserved: bool = False) -> Any:
    """A value written in a style of its own; what is omitted stays omitted."""
    return value if isinstance(value, (Omit, NotGiven)) else Styled(value, style, explode, allow_reserved)


def as_json(value: Any) -> Any:
    """A value written as JSON text; what is omitted stays omitted."""
    if isinstance(value, (Omit, NotGiven)):
        return value
    return json.dumps(encode(value), separators=(",", ":"), ensure_ascii=False)


def renamed(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The values under their names on the wire."""
    return {names.get(key, key): value for key, value in values.items()}


def text_of(value: Any) -> str:
    """A scalar as text: booleans as JSON writes them, dates and the like as their standards do."""
    plain = encode(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if is_list(plain) or is_object(plain):
        return json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
    return str(plain)


def path_url(template: str, values: Mapping[str, Any]) -> str:
    """The path with its parameters filled in, each kept inside its segment.

    Raises ValueError for a value that is empty or missing, since the path would then be another one.
    """
    for name, value in values.items():
        written = _path_value(name, value)
        if not written:
            raise ValueError(f"the path parameter {name!r} must not be empty")
        template = template.replace(f"{{{name}}}", written)
    return template


def _path_value(name: str, value: Any) -> str:
    style, explode = "simple", False
    if isinstance(value, Styled):
        style, explode, value = value.style, value.explode, value.value
    plain = encode(value)
    if plain is None or plain == "" or isinstance(plain, (Omit, NotGiven)):
        return ""
    lead = {"label": ".", "matrix": ";"}.get(style, "")
    parts = list(_path_parts(name, plain, style, explode))
    between = {"label": "." if explode else ",", "matrix": ";" if explode else ","}.get(style, ",")
    written = between.join(parts)
    if style == "matrix" and not (explode and isinstance(plain, (list, dict))):
        written = f"{name}={written}"
    # A segment of dots alone would lead upwards.
    return lead + (written.replace(".", "%2E") if not lead and written in {".", ".."} else written)


def _path_parts(name: str, plain: Any, style: str, explode: bool) -> Iterator[str]:
    if is_list(plain):
        for part in plain:
            text = quote(text_of(part), safe=_UNRESERVED)
            yield f"{name}={text}" if style == "matrix" and explode else text
    elif is_object(plain):
        for key, part in plain.items():
            pair = (quote(key, safe=_UNRESERVED), quote(text_of(part), safe=_UNRESERVED))
            yield from ("=".join(pair),) if explode else pair
    else:
        yield quote(text_of(plain), safe=_SEGMENT)


Pair = tuple[str, str, bool]
"""A name, a value, and whether reserved characters in the value stay as they are."""


def query_pairs(values: Mapping[str, Any]) -> list[Pair]:
    """The query in order; what is omitted is left out, and null is written as an empty value."""
    found: list[Pair] = []
    for name, value in values.items():
        if not isinstance(value, (Omit, NotGiven)):
            mark = value if isinstance(value, Styled) else Styled(value, "form", True)
            found += [(key, text, mark.allow_reserved) for key, text in _query_parts(name, mark)]
    return found


def _query_parts(name: str, mark: Styled) -> Iterator[tuple[str, str]]:
    plain = encode(mark.value)
    if is_list(plain):
        parts = [text_of(part) for part in plain]
        if mark.explode:
            yield from ((name, part) for part in parts)
        elif parts:
            yield name, _DELIMITERS.get(mark.style, ",").join(parts)
    elif is_object(plain):
        yield from _query_object(name, plain, mark)
    else:
        yield name, text_of(plain)


def _query_object(name: str, plain: dict[str, Any], mark: Styled) -> Iterator[tuple[str, str]]:
    if mark.style == "deepObject":
        yield from _bracketed(name, plain)
    elif mark.explode:
        yield from ((key, text_of(part)) for key, part in plain.items())
    elif plain:
        flat = [text for key, part in plain.items() for text in (key, text_of(part))]
        yield name, _DELIMITERS.get(mark.style, ",").join(flat)


def _bracketed(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """`a[b][c]=1`, and `a[b][]=1` for lists: what servers that take nested forms agree on."""
    if is_object(value):
        for key, part in value.items():
            yield from _bracketed(f"{name}[{key}]", part)
    elif is_list(value):
        for part in value:
            yield from _bracketed(f"{name}[]", part)
    else:
        yield name, text_of(value)


def query_string(pairs: Iterable[Pair]) -> str:
    """The query as it stands in a URL, without the question mark."""
    return "&".join(
        f"{quote(name, safe=_UNRESERVED + '[]')}={quote(value, safe=_RESERVED if reserved else _UNRESERVED)}"
        for name, value, reserved in pairs
    )


def header_values(values: Mapping[str, Any]) -> dict[str, str]:
    """Headers in the `simple` style; what is omitted or null is left out."""
    found: dict[str, str] = {}
    for name, value in values.items():
        explode = isinstance(value, Styled) and value.explode
        plain = encode(value.value if isinstance(value, Styled) else value)
        if plain is None or isinstance(plain, (Omit, NotGiven)):
            continue
        found[name] = ",".join(_simple_parts(plain, explode))
    return found


def _simple_parts(plain: Any, explode: bool) -> Iterator[str]:
    if is_list(plain):
        yield from (text_of(part) for part in plain)
    elif is_object(plain):
        for key, part in plain.items():
            yield from (f"{key}={text_of(part)}",) if explode else (key, text_of(part))
    else:
        yield text_of(plain)


def cookie_header(values: Mapping[str, Any]) -> str | None:
    """The `Cookie` header, or None where there is nothing to send."""
    pairs = query_pairs(values)
    return "; ".join(f"{name}={quote(value, safe=_UNRESERVED)}" for name, value, _ in pairs) or None


def form_pairs(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The fields of a form: lists repeat their name, objects are bracketed."""
    found: list[tuple[str, str]] = []
    for name, value in values.items():
        if isinstance(value, (Omit, NotGiven)):
            continue
        if isinstance(value, Styled):
            found += _query_parts(name, value)
            continue
        plain = encode(value)
        if is_list(plain):
            for part in plain:
                found += _bracketed(f"{name}[]" if is_object(part) else name, part)
        else:
            found += _bracketed(name, plain)
    return found


def form_body(values: Mapping[str, Any]) -> bytes:
    """The body of `application/x-www-form-urlencoded`."""
    pairs = ((name, value, False) for name, value in form_pairs(values))
    return query_string(pairs).replace("%20", "+").encode("ascii")
