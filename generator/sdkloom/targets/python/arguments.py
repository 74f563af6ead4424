"""Which arguments does a call take, and where does each travel?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sdkloom.config import Arrays
from sdkloom.ir.api import Api, Encoding, Operation, Parameter, PartEncoding, Place, Variant
from sdkloom.ir.base import Default, Docs, Name
from sdkloom.ir.types import AnyType, BinaryType, MapType, Model, PrimitiveType, Scalar, Type
from sdkloom.ir.walk import has_fields, is_list
from sdkloom.name.spell import Identifier, Scope
from sdkloom.name.words import split_words
from sdkloom.targets.python.spelling import SPELLING

Carrier = Literal[
    "path",
    "query",
    "querystring",
    "header",
    "cookie",
    "json",
    "form",
    "multipart",
    "content",
    "nothing",
]
"""The part of a request that carries an argument; nothing does where it only chooses what to ask for."""

# More keyword arguments than this are kept in a TypedDict that the signature unpacks.
_SPELLED_OUT = 5


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a call.

    Its name in Python, its name on the wire, and the part of the request that carries it.
    """

    name: Identifier
    wire: str
    carrier: Carrier
    type: Type
    required: bool
    default: Default | None
    docs: Docs
    parameter: Parameter | None = None
    part: PartEncoding | None = None
    is_whole_body: bool = False
    former: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Arguments:
    """How a call is written.

    By position, by keyword, and unpacked from a TypedDict; `switches` select a variant.
    """

    positional: tuple[Argument, ...]
    keyword: tuple[Argument, ...]
    unpacked: tuple[Argument, ...]
    switches: tuple[Argument, ...]

    @property
    def has_base(self) -> bool:
        """Are some arguments unpacked and others named, so that they need a TypedDict each?"""
        return bool(self.unpacked and (self.switches or self.keyword))

    @property
    def named(self) -> tuple[Argument, ...]:
        """All that is given by keyword."""
        return (*self.switches, *self.keyword, *self.unpacked)


def arguments_of(api: Api, operation: Operation, arrays: Arrays) -> Arguments:
    """The arguments of an operation; names that clash get the place they travel in as a prefix."""
    scope = Scope()
    listed = tuple(_named(argument, scope) for argument in _listed(api, operation, arrays))
    positional = tuple(argument for argument in listed if argument.carrier == "path")
    others = tuple(argument for argument in listed if argument.carrier != "path")
    switches = tuple(argument for argument in others if _is_switch(argument, operation.variants))
    rest = tuple(argument for argument in others if argument not in switches)
    unpacked: tuple[Argument, ...] = ()
    if switches or len(rest) > _SPELLED_OUT:
        unpacked = tuple(argument for argument in rest if _is_spread(argument))
        if not unpacked and len(rest) == len(
            [a for a in rest if a.carrier == "query" and not needs_style(a)]
        ):
            unpacked = rest
    keyword = tuple(argument for argument in rest if argument not in unpacked)
    ordered = (*(a for a in keyword if a.required), *(a for a in keyword if not a.required))
    return Arguments(positional, ordered, unpacked, switches)


def needs_style(argument: Argument) -> bool:
    """Is the value written in another way than its place does by default?"""
    parameter = argument.parameter
    if parameter is None:
        return False
    usual = "form" if parameter.place in {Place.QUERY, Place.COOKIE} else "simple"
    exploded = parameter.place in {Place.QUERY, Place.COOKIE}
    plain = parameter.style == usual and parameter.explode == exploded and not parameter.allow_reserved
    return bool(parameter.media_type) or not plain


def _is_switch(argument: Argument, variants: tuple[Variant, ...]) -> bool:
    if not _is_spread(argument) and argument.carrier not in {"query", "nothing"}:
        return False
    return any(
        variant.switch == argument.wire and variant.negotiated == (argument.carrier == "nothing")
        for variant in variants
    )


def _is_spread(argument: Argument) -> bool:
    return argument.carrier in {"json", "form", "multipart"} and not argument.is_whole_body


def _named(argument: Argument, scope: Scope) -> Argument:
    wanted = argument.name
    if scope.fold(wanted) in scope.taken:
        wanted = Identifier(f"{'body' if _is_spread(argument) else argument.carrier}_{wanted}")
    return Argument(
        scope.give(wanted),
        argument.wire,
        argument.carrier,
        argument.type,
        argument.required,
        argument.default,
        argument.docs,
        argument.parameter,
        argument.part,
        argument.is_whole_body,
        argument.former,
    )


def _listed(api: Api, operation: Operation, arrays: Arrays) -> Iterator[Argument]:
    for parameter in operation.parameters:
        wire = parameter.name.wire
        if (
            parameter.place is Place.QUERY
            and arrays.query == "brackets"
            and is_list(api.definitions, parameter.type)
        ):
            wire = f"{wire.removesuffix('[]')}[]"
        carrier: Carrier = parameter.place.value
        yield Argument(
            SPELLING.spell("variable", parameter.name.words),
            wire,
            carrier,
            parameter.type,
            parameter.required,
            parameter.default,
            parameter.docs,
            parameter,
            former=_former(parameter.name),
        )
    yield from _body_arguments(api, operation, arrays)
    negotiated = {variant.switch for variant in operation.variants if variant.negotiated}
    yield from (_negotiating(switch) for switch in sorted(negotiated))


def _negotiating(switch: str) -> Argument:
    docs = Docs("Whether the answer shall arrive as a stream.")
    kind = PrimitiveType(Scalar.BOOLEAN)
    name = SPELLING.spell("variable", split_words(switch))
    return Argument(name, switch, "nothing", kind, False, Default(False), docs)


def _body_arguments(api: Api, operation: Operation, arrays: Arrays) -> Iterator[Argument]:
    body = operation.body
    if body is None:
        return
    carrier = _carrier(body.encoding)
    model = api.definitions.get(body.spread) if body.spread is not None else None
    if not isinstance(model, Model):
        name, kind = Identifier("body"), body.type
        if carrier in {"form", "multipart"} and isinstance(kind, BinaryType | PrimitiveType):
            carrier = "content"
        elif carrier in {"form", "multipart"} and not has_fields(api.definitions, kind):
            kind = MapType(AnyType("A form is made of named fields."))
        yield Argument(name, "", carrier, kind, body.required, None, body.docs, is_whole_body=True)
        return
    parts = {part.property: part for part in body.parts}
    names = {name.wire: name for name in body.names}
    for part in model.fields:
        if part.read_only:
            continue
        wire = part.name.wire
        if carrier == "multipart" and arrays.multipart == "brackets" and is_list(api.definitions, part.type):
            wire = f"{wire}[]"
        named = names.get(part.name.wire, part.name)
        yield Argument(
            SPELLING.spell("variable", named.words),
            wire,
            carrier,
            part.type,
            part.required,
            part.default,
            part.docs,
            None,
            parts.get(part.name.wire),
            former=_former(named),
        )


def _former(name: Name) -> tuple[Identifier, ...]:
    return tuple(SPELLING.spell("variable", words) for words in name.former)


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
