"""What does a call take, and which part of the request carries each value?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sdkloom.config import Arrays
from sdkloom.ir.api import Api, Encoding, Operation, Parameter, PartEncoding, Place, RequestBody
from sdkloom.ir.base import Default, Docs, Name
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    MapType,
    Model,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
)
from sdkloom.ir.walk import has_fields, is_list, transform
from sdkloom.name.words import split_words

Carrier = Literal[
    "path", "query", "querystring", "header", "cookie", "json", "form", "multipart", "content", "nothing"
]
"""The part of a request that carries a value; nothing does where it only chooses what to ask for."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A value that a call takes.

    `called` is its name, None for a body as a whole that has none, and `wire` the name in the request, `""`
    for a body as a whole.
    """

    called: Name | None
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
    def name(self) -> str:
        """The name on the wire, unless somebody chose another; empty for a body that has none."""
        return "" if self.called is None else _named(self.called.wire, self.called.words)

    @property
    def former(self) -> tuple[str, ...]:
        """Names that it had before."""
        if self.called is None:
            return ()
        return tuple(_named(self.called.wire, words) for words in self.called.former)

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
        return needs_style(self.parameter)


def _named(wire: str, words: tuple[str, ...]) -> str:
    return wire if words == split_words(wire) else "_".join(words)


def needs_style(parameter: Parameter | None) -> bool:
    """Is the value of a parameter written in another way than its place does by default?"""
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
        is_bracketed = parameter.place is Place.QUERY and arrays.query == "brackets"
        if is_bracketed and is_list(api.definitions, parameter.type):
            wire = f"{wire.removesuffix('[]')}[]"
        carrier: Carrier = parameter.place.value
        yield Carried(
            parameter.name,
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
        name = Name(switch, split_words(switch))
        yield Carried(name, switch, "nothing", PrimitiveType(Scalar.BOOLEAN), False, Default(False), docs)


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
        elif carrier in {"form", "multipart"} and not has_fields(api.definitions, kind):
            kind = MapType(AnyType("A form is made of named fields."))
        yield Carried(body.called, "", carrier, kind, body.required, None, body.docs, is_whole_body=True)
        return
    parts = {part.property: part for part in body.parts}
    names = {name.wire: name for name in body.names}
    for field in model.fields:
        if field.read_only:
            continue
        wire = field.name.wire
        is_bracketed = carrier == "multipart" and arrays.multipart == "brackets"
        yield Carried(
            names.get(wire, field.name),
            f"{wire}[]" if is_bracketed and is_list(api.definitions, field.type) else wire,
            carrier,
            _without_files(api, field.type) if carrier in {"json", "form"} else field.type,
            field.required,
            field.default,
            field.docs,
            None,
            parts.get(wire),
        )


def is_bare(body: RequestBody | None, carriers: Iterable[Carrier]) -> bool:
    """Is an object sent that nothing of the call goes into, since the service sets all of its fields?"""
    if body is None or not body.required or body.spread is None:
        return False
    return body.encoding is Encoding.JSON and "json" not in carriers


def _without_files(api: Api, node: Type) -> Type:
    """The type within JSON or a plain form, where bytes can only travel as text."""

    def change(part: Type) -> Type:
        found = api.definitions.get(part.id) if isinstance(part, RefType) else None
        target = found.target if isinstance(found, Alias) else part
        return PrimitiveType(Scalar.STRING) if isinstance(target, BinaryType) else part

    return transform(node, change)


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
