"""The closed set of type expressions, and the definitions they point at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum as StandardEnum

from sdkloom.ir.base import Default, Docs, Json, Name, Source


class Scalar(StandardEnum):
    """The scalar kinds of JSON Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"


class Flow(StandardEnum):
    """The direction in which raw bytes move, seen from the client."""

    UPLOAD = "upload"
    DOWNLOAD = "download"


@dataclass(frozen=True, slots=True)
class Limits:
    """What the document allows of the values of a scalar; None, or "", where it sets no limit."""

    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str = ""


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class PrimitiveType:
    """A scalar with the `format` of the document ("" where it has none).

    `limits` are for the service to check, and make no difference between types.
    """

    scalar: Scalar
    format: str = ""
    limits: Limits = field(default=NO_LIMITS, compare=False)


@dataclass(frozen=True, slots=True)
class LiteralType:
    """One of these constant values; `open` where the server may send others as well."""

    values: tuple[Json, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class ListType:
    """An array; `prefix` holds the types of leading positions where the document fixes them."""

    item: Type
    prefix: tuple[Type, ...] = ()


@dataclass(frozen=True, slots=True)
class MapType:
    """An object with arbitrary keys and values of one type."""

    value: Type


@dataclass(frozen=True, slots=True)
class NullableType:
    """The inner type or null."""

    inner: Type


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property whose value tells the variants of a union apart: pairs of (value, definition id).

    Where the property is missing, or has another value, the variant is the `default`, if there is one.
    """

    property: str
    mapping: tuple[tuple[str, str], ...] = ()
    default: str | None = None


@dataclass(frozen=True, slots=True)
class UnionType:
    """One of several types, in document order."""

    variants: tuple[Type, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class BinaryType:
    """Raw bytes outside JSON: a file to upload or a body to download."""

    flow: Flow


@dataclass(frozen=True, slots=True)
class AnyType:
    """Any JSON value; `why` is a sentence that says what could not be modelled, or that nothing was said."""

    why: str


@dataclass(frozen=True, slots=True)
class RefType:
    """A mention of a definition by its id."""

    id: str


Type = (
    PrimitiveType
    | LiteralType
    | ListType
    | MapType
    | NullableType
    | UnionType
    | BinaryType
    | AnyType
    | RefType
)
"""A type expression: what may stand after a colon."""


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a model.

    Required, nullable and defaulted are three facts: `required`, `type`, `default`.
    """

    name: Name
    type: Type
    required: bool
    default: Default | None
    docs: Docs
    source: Source
    read_only: bool = False
    write_only: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """An object with named fields; `extra` is the type of further properties where the document gives one."""

    id: str
    name: Name
    owner: str | None
    fields: tuple[Field, ...]
    extra: Type | None
    docs: Docs
    source: Source


@dataclass(frozen=True, slots=True)
class Member:
    """A value of an enum."""

    name: Name
    value: Json
    docs: Docs


@dataclass(frozen=True, slots=True)
class Enum:
    """A named set of values; `open` wherever a server may send more."""

    id: str
    name: Name
    owner: str | None
    members: tuple[Member, ...]
    open: bool
    docs: Docs
    source: Source


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type expression: a named union, list, map or scalar."""

    id: str
    name: Name
    owner: str | None
    target: Type
    docs: Docs
    source: Source


Definition = Model | Enum | Alias
"""What has a name and a place of its own and is pointed at by `RefType`."""
