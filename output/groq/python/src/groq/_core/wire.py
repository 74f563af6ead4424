"""How values are written in paths, queries, headers, cookies and forms, by the styles of OpenAPI.

The styles are those of https://spec.openapis.org/oas/v3.1.1#style-values. Names and values are
percent-encoded one by one before they are joined, so that what parts them is never mistaken for their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast, get_args, get_origin
from urllib.parse import quote

from .annotations import wire_names
from .codec import decode, encode
from .kinds import is_list, is_object
from .model import BaseModel, extra_fields, set_fields
from .unset import is_unset

_UNRESERVED = "-._~"
# What RFC 3986 lets stand in the segment of a path.
_SEGMENT = _UNRESERVED + "!$&'()*+,;=:@"
# What `allowReserved` leaves alone, without what would end the query or one of its values.
_RESERVED = _UNRESERVED + "!$'()*,;=:@/?"
# What RFC 6265 lets stand in a cookie: many servers take cookies as they are, and keys may be Base64.
_COOKIE = _UNRESERVED + "!#$&'()*+/:<=>?@[]^`{|}"
_COOKIE_NAME = _UNRESERVED + "!#$&'*+^`|"


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
    return value if is_unset(value) else _json(encode(value))


def renamed(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The values under their names on the wire."""
    return {names.get(key, key): value for key, value in values.items()}


def fields_of(value: object) -> Mapping[str, object]:
    """The fields of a form given as a whole: those of a mapping, or of a model by their wire names.

    A form that is omitted stays omitted.
    """
    if isinstance(value, BaseModel):
        names = wire_names(type(value))
        return {**{names[name]: part for name, part in set_fields(value)}, **extra_fields(value)}
    return cast("Mapping[str, object]", value)


def text_of(value: Any) -> str:
    """A scalar as text: booleans as JSON writes them, dates and the like as their standards do."""
    plain = encode(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return _json(plain) if is_list(plain) or is_object(plain) else str(plain)


def _json(plain: Any) -> str:
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False)


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
        parts = [quote(text_of(plain), safe=_UNRESERVED if lead else _SEGMENT)]
    else:
        parts = [
            "=".join(quote(text, safe=_UNRESERVED) for text in texts)
            for texts in _simple_parts(plain, mark.explode)
        ]
    if mark.style == "matrix":
        key = quote(name, safe=_UNRESERVED)
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
            found[name] = ",".join("=".join(part) for part in _simple_parts(plain, mark.explode))
        else:
            found[name] = text_of(plain)
    return found


def _simple_parts(plain: Any, explode: bool) -> Iterator[tuple[str, ...]]:
    """The parts of an array or object: single texts, or a name and a value that `=` joins."""
    if is_list(plain):
        yield from ((text_of(part),) for part in plain)
    else:
        for key, part in plain.items():
            pair = (key, text_of(part))
            yield from (pair,) if explode else ((text,) for text in pair)


@dataclass(frozen=True)
class _Field:
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


def _fields(values: Mapping[str, Any]) -> Iterator[_Field]:
    """The fields in order; what is omitted is left out, and null is written as an empty value."""
    for name, value in values.items():
        mark = value if isinstance(value, Styled) else Styled(value, "form", True)
        if not is_unset(mark.value):
            yield from _fields_of(name, encode(mark.value), mark)


def _fields_of(name: str, plain: Any, mark: Styled) -> Iterator[_Field]:
    if mark.style == "deepObject":
        for key, text in _bracketed(name, plain):
            yield _Field(key, (text,), mark)
    elif mark.style == "indices" and is_list(plain):
        for index, part in enumerate(plain):
            yield from _fields_of(f"{name}[{index}]", part, mark)
    elif mark.style == "indices" and is_object(plain):
        for key, part in plain.items():
            yield from _fields_of(f"{name}[{key}]", part, mark)
    elif is_list(plain):
        texts = tuple(text_of(part) for part in plain)
        if mark.explode:
            yield from (_Field(name, (text,), mark) for text in texts)
        elif texts:
            yield _Field(name, texts, mark)
    elif is_object(plain):
        pairs = [(key, text_of(part)) for key, part in plain.items()]
        if mark.explode:
            yield from (_Field(key, (text,), mark) for key, text in pairs)
        elif pairs:
            yield _Field(name, tuple(text for pair in pairs for text in pair), mark)
    else:
        yield _Field(name, (text_of(plain),), mark)


def _bracketed(name: str, plain: Any) -> Iterator[tuple[str, str]]:
    """`a[b][c]=1`, and `a[b][]=1` for lists: what servers that take nested forms agree on."""
    if is_object(plain):
        for key, part in plain.items():
            yield from _bracketed(f"{name}[{key}]", part)
    elif is_list(plain):
        for part in plain:
            yield from _bracketed(f"{name}[]", part)
    else:
        yield name, text_of(plain)


def query_string(values: Mapping[str, Any]) -> str:
    """The query as it stands in a URL, without the question mark."""
    return "&".join(
        part.written(_UNRESERVED, _RESERVED if part.mark.allow_reserved else _UNRESERVED)
        for part in _fields(values)
    )


def whole_query(fields: str, text: Any) -> str:
    """A query that is one text, behind the fields that are there besides."""
    whole = "" if text is None or is_unset(text) else quote(text_of(text), safe=_UNRESERVED)
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
    return "; ".join(part.written(_COOKIE_NAME, _COOKIE) for part in _fields(values)) or None


def _form_fields(values: Mapping[str, Any]) -> Iterator[_Field]:
    """The fields of a form: lists repeat their name, objects are bracketed, styles are kept."""
    for name, value in values.items():
        if isinstance(value, Styled):
            yield from _fields({name: value})
        elif not is_unset(value):
            plain = encode(value)
            for part in plain if is_list(plain) else [plain]:
                is_nested = part is not plain and (is_list(part) or is_object(part))
                inside = f"{name}[]" if is_nested and not name.endswith("[]") else name
                for key, text in _bracketed(inside, part):
                    yield _Field(key, (text,), _PLAIN)


_PLAIN = Styled(None, "form", True)


def form_pairs(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The fields of a form, as names and texts."""
    return [(part.name, part.between.join(part.texts)) for part in _form_fields(values)]


def form_body(values: Mapping[str, Any], content_types: Mapping[str, str] | None = None) -> bytes:
    """The body of `application/x-www-form-urlencoded`; a field of a JSON type is JSON in its place."""
    kinds = content_types or {}
    fields = {
        name: as_json(value) if "json" in kinds.get(name, "") else value
        for name, value in values.items()
    }
    written = (
        part.written(_UNRESERVED, _RESERVED if part.mark.allow_reserved else _UNRESERVED)
        for part in _form_fields(fields)
    )
    return "&".join(written).replace("%20", "+").encode("ascii")
