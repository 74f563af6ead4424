"""How forms are written: `application/x-www-form-urlencoded`, and the texts inside multipart ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from .annotations import wire_names
from .codec import encode
from .kinds import is_list, is_object
from .model import BaseModel, extra_fields, set_fields
from .styles import RESERVED, UNRESERVED, Field, Styled, as_json, bracketed, fields
from .unset import is_unset

_PLAIN = Styled(None, "form", True)


def fields_of(value: object) -> Mapping[str, object]:
    """The fields of a form given as a whole: those of a mapping, or of a model by their wire names.

    A form that is omitted stays omitted.
    """
    if isinstance(value, BaseModel):
        names = wire_names(type(value))
        return {**{names[name]: part for name, part in set_fields(value)}, **extra_fields(value)}
    return cast("Mapping[str, object]", value)


def _form_fields(values: Mapping[str, Any]) -> Iterator[Field]:
    """The fields of a form: lists repeat their name, objects are bracketed, styles are kept."""
    for name, value in values.items():
        if isinstance(value, Styled):
            yield from fields({name: value})
        elif not is_unset(value):
            plain = encode(value)
            for part in plain if is_list(plain) else [plain]:
                is_nested = part is not plain and (is_list(part) or is_object(part))
                inside = f"{name}[]" if is_nested and not name.endswith("[]") else name
                for key, text in bracketed(inside, part):
                    yield Field(key, (text,), _PLAIN)


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
        part.written(UNRESERVED, RESERVED if part.mark.allow_reserved else UNRESERVED)
        for part in _form_fields(fields)
    )
    return "&".join(written).replace("%20", "+").encode("ascii")
