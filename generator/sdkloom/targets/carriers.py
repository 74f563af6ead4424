"""What does a call take, and which part of the request carries each value?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sdkloom.config import Arrays
from sdkloom.ir.api import Api, Encoding, Operation, Parameter, PartEncoding, Place
from sdkloom.ir.base import Default, Docs, Name
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    ListType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.name.words import split_words

Carrier = Literal[
    "path", "query", "querystring", "header", "cookie", "json", "form", "multipart", "content", "nothing"
]
"""The part of a request that carries a value; nothing does where it only chooses what to ask for."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A value that a call takes.

    `name` is what it is called, empty for a body as a whole, and `wire` the name in the request.
    """

    name: str
    wire: str
    carrier: Carrier
    type: Type
    required: bool
    default: Default | None
    docs: Docs
    parameter: Parameter | None = None
    part: PartEncoding | None = None
    is_whole_body: bool = False

    @property
    def is_spread(self) -> bool:
        """Is it a field of the body?"""
        return self.carrier in {"json", "form", "multipart"} and not self.is_whole_body

    @property
    def is_switch(self) -> bool:
        """Can the answer depend on it?"""
        return self.is_spread or self.carrier in {"query", "nothing"}

    @property
    def needs_style(self) -> bool:
        """Is the value written in another way than its place does by default?"""
        parameter = self.parameter
        if parameter is None:
            return False
        usual = "form" if parameter.place in {Place.QUERY, Place.COOKIE} else "simple"
        exploded = parameter.place in {Place.QUERY, Place.COOKIE}
        plain = parameter.style == usual and parameter.explode == exploded and not parameter.allow_reserved
        return bool(parameter.media_type) or not plain


def carried_by(api: Api, operation: Operation, arrays: Arrays) -> Iterator[Carried]:
    """All that an operation takes, parameters first."""
    for parameter in operation.parameters:
        wire = parameter.name.wire
        if parameter.place is Place.QUERY and arrays.query == "brackets" and is_list(api, parameter.type):
            wire = f"{wire.removesuffix('[]')}[]"
        carrier: Carrier = parameter.place.value
        yield Carried(
            _called(parameter.name),
            wire,
            carrier,
            parameter.type,
            parameter.required,
            parameter.default,
            parameter.docs,
            parameter,
        )
    yield from _body(api, operation, arrays)
    for switch in sorted({variant.switch for variant in operation.variants if variant.negotiated}):
        docs = Docs("Whether the answer shall arrive as a stream.")
        yield Carried(switch, switch, "nothing", PrimitiveType(Scalar.BOOLEAN), False, Default(False), docs)


def _called(name: Name) -> str:
    """The name on the wire, unless somebody chose another."""
    return name.wire if name.words == split_words(name.wire) else "_".join(name.words)


def _body(api: Api, operation: Operation, arrays: Arrays) -> Iterator[Carried]:
    body = operation.body
    if body is None:
        return
    carrier = _carrier(body.encoding)
    model = api.definitions.get(body.spread) if body.spread is not None else None
    if not isinstance(model, Model):
        kind = body.type
        if carrier in {"form", "multipart"} and isinstance(kind, BinaryType | PrimitiveType):
            carrier = "content"
        elif carrier in {"form", "multipart"} and not _has_fields(api, kind):
            kind = MapType(AnyType("A form is made of named fields."))
        yield Carried("", "", carrier, kind, body.required, None, body.docs, is_whole_body=True)
        return
    parts = {part.property: part for part in body.parts}
    names = {name.wire: name for name in body.names}
    for field in model.fields:
        if field.read_only:
            continue
        wire = field.name.wire
        if carrier == "multipart" and arrays.multipart == "brackets" and is_list(api, field.type):
            wire = f"{wire}[]"
        yield Carried(
            _called(names.get(field.name.wire, field.name)),
            wire,
            carrier,
            field.type,
            field.required,
            field.default,
            field.docs,
            None,
            parts.get(field.name.wire),
        )


def _has_fields(api: Api, node: Type) -> bool:
    match node:
        case MapType():
            return True
        case UnionType(variants, _):
            return all(_has_fields(api, variant) for variant in variants)
        case RefType(id):
            definition = api.definitions.get(id)
            return isinstance(definition, Model) or (
                isinstance(definition, Alias) and _has_fields(api, definition.target)
            )
    return False


def _carrier(encoding: Encoding) -> Carrier:
    match encoding:
        case Encoding.JSON:
            return "json"
        case Encoding.FORM:
            return "form"
        case Encoding.MULTIPART:
            return "multipart"
        case Encoding.TEXT | Encoding.BINARY:
            return "content"


def is_list(api: Api, node: Type) -> bool:
    """Is a value of the type a list?"""
    match node:
        case ListType():
            return True
        case NullableType(inner):
            return is_list(api, inner)
        case RefType(id):
            definition = api.definitions.get(id)
            return isinstance(definition, Alias) and is_list(api, definition.target)
    return False
