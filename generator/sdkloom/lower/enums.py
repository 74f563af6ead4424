"""What do `enum` and `const` say?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sdkloom.ir.base import Docs, Json, Name
from sdkloom.ir.types import AnyType, LiteralType, Member, NullableType, PrimitiveType, Scalar, Type
from sdkloom.lower.extensions.forms import Texts
from sdkloom.lower.extensions.table import EXAMPLE_VALUES, MEMBER_DOCS, MEMBER_NAMES
from sdkloom.name.words import split_words


def enum_values(schema: Mapping[str, Json]) -> tuple[Json, ...] | None:
    """The allowed values in document order without repeats, null included; None where any value may stand."""
    if "const" in schema:
        return (schema["const"],)
    values = schema.get("enum")
    if isinstance(values, list):
        return unique_values(tuple(values))
    known = EXAMPLE_VALUES.of(schema)
    if known is not None:
        return unique_values(known)
    choices = described_values(schema)
    return unique_values(tuple(choice["const"] for choice in choices)) if choices else None


def described_values(schema: Mapping[str, Json]) -> tuple[Mapping[str, Json], ...]:
    """Choices of nothing but single constants: an enum that has a title and a description for each value."""
    found = schema.get("oneOf", schema.get("anyOf"))
    if not isinstance(found, list) or "properties" in schema:
        return ()
    choices = tuple(
        {"const": None, **choice} if choice.get("type") == "null" else choice
        for choice in found
        if isinstance(choice, Mapping)
    )
    are_constants = all("const" in choice and is_scalar(choice["const"]) for choice in choices)
    return choices if are_constants and len(choices) == len(found) else ()


def unique_values(values: tuple[Json, ...]) -> tuple[Json, ...]:
    """The values without repeats; 1 and true, which compare as equal, stay apart."""
    seen: dict[tuple[str, str], Json] = {}
    for value in values:
        seen.setdefault((type(value).__name__, repr(value)), value)
    return tuple(seen.values())


def is_scalar(value: Json) -> bool:
    """Can the value stand in a literal type?"""
    return value is None or isinstance(value, str | int | float)


def literal_type(values: tuple[Json, ...], open: Literal["open", "closed"] = "closed") -> Type:
    """A literal of these values; null among them makes it nullable."""
    constants = tuple(value for value in values if value is not None)
    if not constants:
        return PrimitiveType(Scalar.NULL)
    if not all(is_scalar(value) for value in constants):
        return AnyType("The document lists the only values, and not all of them are scalars.")
    literal = LiteralType(constants, open == "open")
    return NullableType(literal) if len(constants) < len(values) else literal


def lower_members(schema: Mapping[str, Json], values: tuple[Json, ...]) -> tuple[Member, ...]:
    """The members of a named enum, with the names and descriptions that the document gives them."""
    names = _aligned(MEMBER_NAMES.of(schema) or _said("title", schema), values)
    texts = _aligned(MEMBER_DOCS.of(schema) or _said("description", schema), values)
    return tuple(
        Member(
            name=Name(str(value), split_words(names[index] or str(value))),
            value=value,
            docs=Docs(body=texts[index]),
        )
        for index, value in enumerate(values)
        if value is not None
    )


def _said(keyword: str, schema: Mapping[str, Json]) -> Mapping[str, str]:
    pairs = ((str(choice["const"]), choice.get(keyword)) for choice in described_values(schema))
    return {value: text for value, text in pairs if isinstance(text, str)}


def _aligned(found: Texts | None, values: tuple[Json, ...]) -> list[str]:
    """A text for each value; a list of another length fits none of them."""
    if isinstance(found, Mapping):
        return [found.get(str(value), "") for value in values]
    return list(found) if found is not None and len(found) == len(values) else [""] * len(values)
