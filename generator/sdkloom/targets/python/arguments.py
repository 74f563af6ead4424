"""Which arguments does a call take, and where does each travel?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.config import Arrays
from sdkloom.ir.api import Api, Operation, Parameter, PartEncoding, Variant
from sdkloom.ir.base import Default, Docs
from sdkloom.ir.types import Type
from sdkloom.name.spell import Identifier, Scope
from sdkloom.targets.carriers import Carried, Carrier, carried_by, needs_style
from sdkloom.targets.python.spelling import SPELLING

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
    listed = tuple(_named(value, scope) for value in carried_by(api, operation, arrays))
    # What the client may know instead stands behind, for those who say it.
    positional = _positional(listed, operation.positional)
    others = tuple(argument for argument in listed if argument not in positional)
    switches = tuple(argument for argument in others if _is_switch(argument, operation.variants))
    rest = tuple(argument for argument in others if argument not in switches)
    unpacked: tuple[Argument, ...] = ()
    if switches or len(rest) > _SPELLED_OUT:
        unpacked = tuple(argument for argument in rest if _is_spread(argument))
        if not unpacked and len(rest) == len(
            [a for a in rest if a.carrier == "query" and not needs_style(a.parameter)]
        ):
            unpacked = rest
    keyword = tuple(argument for argument in rest if argument not in unpacked)
    ordered = (*(a for a in keyword if a.required), *(a for a in keyword if not a.required))
    return Arguments(positional, ordered, unpacked, switches)


def _positional(listed: tuple[Argument, ...], chosen: tuple[str, ...] | None) -> tuple[Argument, ...]:
    """What may be given by its place: what fills the path in, or what is chosen of it, in that order."""
    needed = {one.wire: one for one in listed if one.carrier == "path" and one.required}
    return tuple(needed[wire] for wire in (needed if chosen is None else chosen) if wire in needed)


def _is_switch(argument: Argument, variants: tuple[Variant, ...]) -> bool:
    if not _is_spread(argument) and argument.carrier not in {"query", "nothing"}:
        return False
    return any(
        variant.switch == argument.wire and variant.negotiated == (argument.carrier == "nothing")
        for variant in variants
    )


def _is_spread(argument: Argument) -> bool:
    return argument.carrier in {"json", "form", "multipart"} and not argument.is_whole_body


def _named(value: Carried, scope: Scope) -> Argument:
    named, kind = value.called, value.type
    wanted = SPELLING.spell("variable", named.words) if named is not None else Identifier("body")
    if scope.fold(wanted) in scope.taken:
        wanted = Identifier(f"{'body' if value.is_spread else value.carrier}_{wanted}")
    former = named.former if named is not None else ()
    return Argument(
        scope.give(wanted),
        value.wire,
        value.carrier,
        kind,
        value.required,
        value.default,
        value.docs,
        value.parameter,
        value.part,
        value.is_whole_body,
        tuple(SPELLING.spell("variable", words) for words in former),
    )
