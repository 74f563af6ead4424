"""How values are written in paths, queries, headers and cookies, and how headers are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, get_args, get_origin
from urllib.parse import quote

from .codec import decode, encode
from .kinds import is_list, is_object
from .styles import RESERVED, UNRESERVED, Styled, fields, simple_parts, text_of
from .unset import is_unset

# What RFC 3986 lets stand in the segment of a path.
_SEGMENT = UNRESERVED + "!$&'()*+,;=:@"
# What RFC 6265 lets stand in a cookie: many servers take cookies as they are, and keys may be Base64.
_COOKIE = UNRESERVED + "!#$&'()*+/:<=>?@[]^`{|}"
_COOKIE_NAME = UNRESERVED + "!#$&'*+^`|"


def renamed(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The values under their names on the wire."""
    return {names.get(key, key): value for key, value in values.items()}


def path_url(template: str, values: Mapping[str, Any]) -> str:
    """The path with its parameters filled in, each kept inside its segment.

    A fragment only tells operations of one path apart: it is never sent, and would swallow the query.
    Raises ValueError for a value that is empty or missing, since the path would then be another one.
    """
    template = template.partition("#")[0]
    for name, value in values.items():
        mark = value if isinstance(value, Styled) else Styled(value, "simple", False)
        plain = None if is_unset(mark.value) else encode(mark.value)
        if plain is None or plain in ("", [], {}):
            raise ValueError(f"the path parameter {name!r} must not be empty")
        template = template.replace(f"{{{name}}}", _path_value(name, plain, mark))
    return template


def _path_value(name: str, plain: Any, mark: Styled) -> str:
    lead = {"label": ".", "matrix": ";"}.get(mark.style, "")
    between = lead if lead and mark.explode else ","
    is_flat = not is_list(plain) and not is_object(plain)
    if is_flat:
        parts = [quote(text_of(plain), safe=UNRESERVED if lead else _SEGMENT)]
    else:
        parts = [
            "=".join(quote(text, safe=UNRESERVED) for text in texts)
            for texts in simple_parts(plain, mark.explode)
        ]
    if mark.style == "matrix":
        key = quote(name, safe=UNRESERVED)
        if is_list(plain) and mark.explode:
            parts = [f"{key}={part}" for part in parts]
        elif is_flat or not mark.explode:
            parts[0] = f"{key}={parts[0]}"
    written = between.join(parts)
    # A segment of dots alone would lead upwards.
    return lead + (written if written.strip(".") else written.replace(".", "%2E"))


def header_values(values: Mapping[str, Any]) -> dict[str, str]:
    """Headers in the `simple` style; what is omitted, null or without parts is left out."""
    found: dict[str, str] = {}
    for name, value in values.items():
        mark = value if isinstance(value, Styled) else Styled(value, "simple", False)
        plain = None if is_unset(mark.value) else encode(mark.value)
        if plain is None or plain in ([], {}):
            continue
        if is_list(plain) or is_object(plain):
            found[name] = ",".join("=".join(part) for part in simple_parts(plain, mark.explode))
        else:
            found[name] = text_of(plain)
    return found


def query_string(values: Mapping[str, Any]) -> str:
    """The query as it stands in a URL, without the question mark."""
    return "&".join(
        part.written(UNRESERVED, RESERVED if part.mark.allow_reserved else UNRESERVED)
        for part in fields(values)
    )


def whole_query(fields: str, text: Any) -> str:
    """A query that is one text, behind the fields that are there besides."""
    whole = "" if text is None or is_unset(text) else quote(text_of(text), safe=UNRESERVED)
    return "&".join(part for part in (fields, whole) if part)


def read_header(text: str, to: Any) -> Any:
    """The text of a header as a value of a type: of a list, the parts between commas."""
    if get_origin(to) is list:
        return [read_header(part.strip(), get_args(to)[0]) for part in text.split(",")]
    value: Any = text
    if to in (int, float, bool):
        with suppress(ValueError):
            value = json.loads(text)
    return decode(to, value)


def header_lines(text: str | None) -> dict[str, str]:
    """The headers in a text of `Name: value`, one a line."""
    pairs = (line.split(":", 1) for line in (text or "").splitlines() if ":" in line)
    return {name.strip(): value.strip() for name, value in pairs}


def cookie_header(values: Mapping[str, Any]) -> str | None:
    """The `Cookie` header, or None where there is nothing to send."""
    return "; ".join(part.written(_COOKIE_NAME, _COOKIE) for part in fields(values)) or None
