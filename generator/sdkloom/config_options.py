"""Which options has a client besides its credentials, and which values can they have?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sdkloom.config_kinds import Brief, Choice, Chooser, Flag, ListOf, MapOf, Scalar, Text, chosen, shown
from sdkloom.ir.base import Json, escape

_IDENTIFIER = r"[A-Za-z][A-Za-z0-9_]*"
_ANY = Text("a text that is not empty", r"[\s\S]+")
_TYPES = {
    "string": ("a text", (str,)),
    "integer": ("a whole number", (int,)),
    "number": ("a number", (int, float)),
    "boolean": ("`true` or `false`", (bool,)),
}


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """An option of the client that is no credential, and what carries its value."""

    place: Literal["header", "query", "path", "server"] = chosen(
        Choice(("header", "query", "path", "server")),
        "header",
        "What carries the value: a header, the query, paths with the parameter, or the address of a server.",
    )
    name: str | None = chosen(
        _ANY, None, "The name of the header, parameter or variable; that of the option."
    )
    type: Literal["string", "integer", "number", "boolean"] = chosen(
        Choice(("string", "integer", "number", "boolean")), "string", "What a value is."
    )
    values: tuple[Json, ...] = chosen(ListOf(Scalar()), (), "The values that there are; else any.")
    default: Json = chosen(Scalar(), None, "The value where none is given.")
    required: bool = chosen(Flag(), False, "Whether there is no client without a value.")
    docs: str = chosen(_ANY, "", "What the option is for.")


class Options:
    """`tenant: {place: header, name: X-Tenant}`: options by their names, whose values are of their types."""

    _KIND = MapOf(Brief(OptionChoice(), "place"), key=Text("the name of an option", _IDENTIFIER))

    def read(self, value: Json, pointer: str, chooser: Chooser) -> dict[str, OptionChoice]:
        options = self._KIND.read(value, pointer, chooser)
        for name, option in options.items():
            at = f"{pointer}/{escape(name)}"
            given = value[name] if isinstance(value, Mapping) else None
            for key, detail in _faults(option, given):
                chooser.refuse(f"{at}/{key}", detail)
        return options

    def schema(self) -> dict[str, Json]:
        return self._KIND.schema()


def _faults(option: OptionChoice, given: Json) -> Iterator[tuple[str, str]]:
    """The keys whose values are not of the type of the option, or not among those that there are."""
    wanted, kinds = _TYPES.get(option.type, ("", (object,)))
    listed = given.get("values") if isinstance(given, Mapping) else None
    for index, value in enumerate(option.values):
        if not _is_of(value, kinds):
            yield (
                f"values/{index}" if isinstance(listed, list) else "values"
            ), f"{shown(value)} is not {wanted}"
    default = option.default
    if default is not None and not _is_of(default, kinds):
        yield "default", f"{shown(default)} is not {wanted}"
    elif default is not None and option.values and default not in option.values:
        yield "default", f"{shown(default)} is not among the `values`"


def _is_of(value: Json, kinds: tuple[type, ...]) -> bool:
    """Is a value of one of the types? True and false are no numbers."""
    return isinstance(value, kinds) and (not isinstance(value, bool) or bool in kinds or object in kinds)
