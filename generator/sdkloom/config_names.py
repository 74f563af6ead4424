"""Which names can be chosen: for operations, resources, types, and the parts of both?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.config_api import FIELD, STREAM, StreamChoice
from sdkloom.config_kinds import Brief, Chooser, Flag, ListOf, MapOf, Number, Text, Words, chosen, listed
from sdkloom.config_pages import RuleName
from sdkloom.ir.base import Json

_IDENTIFIER = r"[A-Za-z][A-Za-z0-9_]*"
_DOTTED = rf"{_IDENTIFIER}(\.{_IDENTIFIER})*"

_CALL = Text("a call such as `files.list`", _DOTTED)
_RESOURCE = Text("a resource such as `chat.completions`", _DOTTED)
_CLASS = Text("a class name such as `ChatCompletion` or `chat.ChatCompletion`", _DOTTED)
_NAME = Text("a class name such as `ChatCompletionParam`", _IDENTIFIER)
_PART = Text("a name such as `page_size`", _IDENTIFIER)


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A class name, and the resource path it lives under: `chat.ChatCompletion`."""

    place: tuple[str, ...]
    name: str


class _PlacedName:
    """`chat.ChatCompletion`: a class name behind the resource it lives under."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> PlacedName:
        *place, name = _CLASS.read(value, pointer, chooser).split(".")
        return PlacedName(tuple(place), name)

    def schema(self) -> dict[str, Json]:
        return _CLASS.schema()


@dataclass(frozen=True, slots=True)
class PartChoice:
    """What is chosen for a parameter, a field or a member of an enum; "" keeps the name it has."""

    name: str = chosen(_PART, "", "Its name in code.")
    aliases: tuple[str, ...] = chosen(
        ListOf(_PART), (), "Former names, which stay usable but are deprecated."
    )
    skip: bool = chosen(Flag(), False, "Whether it is left out.")


@dataclass(frozen=True, slots=True)
class MemberChoice:
    """What is chosen for a value of an enum. Code writes the value itself, so that it has no former names."""

    name: str = chosen(_PART, "", "Its name in code.")
    skip: bool = chosen(Flag(), False, "Whether it is left out.")


_PARTS = Brief(PartChoice(), "name")


@dataclass(frozen=True, slots=True)
class OperationChoice:
    """What is chosen for an operation. The first call is its own; the others make the same request."""

    call: tuple[str, ...] = chosen(
        ListOf(_CALL), (), "Where it is called; several calls make the same request."
    )
    aliases: tuple[str, ...] = chosen(
        ListOf(_CALL), (), "Former calls, which stay usable but are deprecated."
    )
    skip: bool = chosen(Flag(), False, "Whether it is left out.")
    pagination: str | None = chosen(
        RuleName(), None, "The rule for its pages, by its name; false where its answer is to come as it is."
    )
    parameters: Mapping[str, PartChoice] = listed(
        _PARTS, "Names of parameters, by their names in the document, such as `id`, or `header id`."
    )
    positional: tuple[str, ...] | None = chosen(
        ListOf(FIELD), None, "The path parameters that may be given by their places, if not as usual."
    )
    body: str = chosen(_PART, "", "The name of a body that is one argument.")
    arguments: str = chosen(_NAME, "", "The class name of all that it takes.")
    unwrap: str = chosen(FIELD, "", "The field that is answered in place of the whole answer.")
    deprecated: str | bool = chosen(
        Words(), False, "What is said of a call that nobody should make any more, or `true`."
    )
    timeout: float | None = chosen(Number(float), None, "Seconds that a request may take where nobody says.")
    retries: int | None = chosen(Number(int), None, "How often it is sent again where nobody says.")
    stream: StreamChoice | None = chosen(STREAM, None, "The stream that a parameter asks for.")


@dataclass(frozen=True, slots=True)
class ResourceChoice:
    """What is chosen for a resource and all below it; "" keeps the path it has."""

    call: str = chosen(_RESOURCE, "", "Where it is found.")
    aliases: tuple[str, ...] = chosen(
        ListOf(_RESOURCE), (), "Former places, which stay usable but are deprecated."
    )
    skip: bool = chosen(Flag(), False, "Whether it is left out, with all below it.")


@dataclass(frozen=True, slots=True)
class TypeChoice:
    """What is chosen for a schema. The first name is its own; the others mean the same type."""

    name: tuple[PlacedName, ...] = chosen(ListOf(_PlacedName()), (), "Its class name; others mean the same.")
    aliases: tuple[PlacedName, ...] = chosen(
        ListOf(_PlacedName()), (), "Former names, which stay usable but are deprecated."
    )
    sent: str = chosen(_NAME, "", "The class name of the form that is sent.")
    page: str = chosen(_NAME, "", "The class name of its pages, where calls answer with it in pages.")
    skip: bool = chosen(Flag(), False, "Whether it is left out; what mentions it takes any value.")
    fields: Mapping[str, PartChoice] = listed(_PARTS, "Names of fields, by their names in the document.")
    members: Mapping[str, MemberChoice] = listed(
        Brief(MemberChoice(), "name"), "Names of the values of an enum, by the value."
    )


OPERATIONS = MapOf(Brief(OperationChoice(), "call"))
RESOURCES = MapOf(Brief(ResourceChoice(), "call"))
TYPES = MapOf(Brief(TypeChoice(), "name"))
