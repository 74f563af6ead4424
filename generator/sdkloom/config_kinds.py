"""Which kinds of value can a configuration hold: how is each read, and how is it described to an editor?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Protocol

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, escape
from sdkloom.load.origins import Origins


class Chooser:
    """Reads one configuration: knows where its parts are, and reports what is wrong in it."""

    def __init__(self, places: Origins, folder: Path, report: Report) -> None:
        self.places, self.folder, self.report = places, folder, report

    def refuse(self, pointer: str, detail: str, hint: str = "") -> None:
        """Report a bad value."""
        self.report.add("E120", self.places.source(pointer), detail, hint=hint)

    def items(self, value: Json, pointer: str) -> Iterator[tuple[str, Json, str]]:
        """The keys, values and pointers of an object."""
        if not isinstance(value, Mapping):
            self.refuse(pointer, f"an object is wanted here, not {shown(value)}")
            return
        for key, part in value.items():
            yield key, part, f"{pointer}/{escape(key)}"

    def choose(self, given: str, pointer: str, known: Iterable[str], what: str) -> None:
        """Report a value that is not among the known ones."""
        listed = list(known)
        if given not in listed:
            self.refuse(pointer, f"`{given}` is not {what}", did_you_mean(given, listed))

    def unknown(self, key: str, pointer: str, known: Iterable[str]) -> None:
        """Report a key that means nothing."""
        self.report.add("E121", self.places.source(pointer), f"`{key}`", hint=did_you_mean(key, known))


def chosen(kind: Kind, default: Any, help: str) -> Any:
    """A field of a configuration: how it is written in the file, and what it is for."""
    return field(default=default, metadata={"kind": kind, "help": help})


def listed(kind: Kind, help: str) -> Any:
    """A field of a configuration that holds values under keys which the user chooses."""
    return field(default_factory=dict, metadata={"kind": MapOf(kind), "help": help})


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """A hint with the closest known word, or all of them."""
    listed = list(known)
    close = get_close_matches(given, listed, n=1)
    return (
        f"did you mean `{close[0]}`?" if close else f"known are {', '.join(f'`{word}`' for word in listed)}"
    )


class Kind(Protocol):
    """A kind of value: read from data, described as a JSON Schema."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> Any:
        """The value, or a diagnostic and some value that nobody will use."""
        ...

    def schema(self) -> dict[str, Json]:
        """What an editor may accept."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """Text that matches a pattern as a whole; `wanted` says in words what it should be."""

    wanted: str
    pattern: str

    def read(self, value: Json, pointer: str, chooser: Chooser) -> str:
        if not isinstance(value, str) or not re.fullmatch(self.pattern, value, re.ASCII):
            chooser.refuse(pointer, f"{shown(value)} is not {self.wanted}")
            return ""
        return value

    def schema(self) -> dict[str, Json]:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True, slots=True)
class FilePath:
    """A path relative to the folder of the configuration file."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> Path:
        if not isinstance(value, str) or not value or "\0" in value:
            chooser.refuse(pointer, f"{shown(value)} is not a path")
            return Path()
        return chooser.folder / value

    def schema(self) -> dict[str, Json]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, value: Json, pointer: str, chooser: Chooser) -> str:
        if value not in self.words:
            chooser.refuse(
                pointer, f"{shown(value)} is not {' or '.join(f'`{word}`' for word in self.words)}"
            )
        return str(value)

    def schema(self) -> dict[str, Json]:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> bool:
        if not isinstance(value, bool):
            chooser.refuse(pointer, f"{shown(value)} is not `true` or `false`")
        return value is True

    def schema(self) -> dict[str, Json]:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Words:
    """True or false, or true with words to it."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> str | bool:
        if not isinstance(value, bool | str) or value == "":
            chooser.refuse(pointer, f"{shown(value)} is not `true`, `false` or a text")
            return False
        return value

    def schema(self) -> dict[str, Json]:
        return {"anyOf": [{"type": "boolean"}, {"type": "string", "minLength": 1}]}


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text, a number, or true or false."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> Json:
        if not isinstance(value, str | int | float):
            chooser.refuse(pointer, f"{shown(value)} is not text, a number, `true` or `false`")
            return ""
        return value

    def schema(self) -> dict[str, Json]:
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is not less than `least`: whole, or any."""

    kind: type[int] | type[float]
    least: int = 0

    def read(self, value: Json, pointer: str, chooser: Chooser) -> float:
        allowed = (int, float) if self.kind is float else (int,)
        if isinstance(value, bool) or not isinstance(value, allowed) or value < self.least:
            what = "a number" if self.kind is float else "a whole number"
            chooser.refuse(pointer, f"{shown(value)} is not {what} from {self.least} on")
            return self.least
        return self.kind(value)

    def schema(self) -> dict[str, Json]:
        return {"type": "number" if self.kind is float else "integer", "minimum": self.least}


@dataclass(frozen=True, slots=True)
class Statuses:
    """A list of HTTP statuses."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> tuple[int, ...]:
        if not isinstance(value, list):
            chooser.refuse(pointer, f"{shown(value)} is not a list of HTTP statuses")
            return ()
        found = []
        for index, part in enumerate(value):
            if isinstance(part, int) and not isinstance(part, bool) and 100 <= part <= 599:
                found.append(part)
            else:
                chooser.refuse(f"{pointer}/{index}", f"{shown(part)} is not an HTTP status")
        return tuple(found)

    def schema(self) -> dict[str, Json]:
        return {"type": "array", "items": {"type": "integer", "minimum": 100, "maximum": 599}}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of a kind; a single one may stand without the list."""

    kind: Kind

    def read(self, value: Json, pointer: str, chooser: Chooser) -> tuple[Any, ...]:
        if not isinstance(value, list):
            return (self.kind.read(value, pointer, chooser),)
        return tuple(self.kind.read(part, f"{pointer}/{index}", chooser) for index, part in enumerate(value))

    def schema(self) -> dict[str, Json]:
        return {"anyOf": [self.kind.schema(), {"type": "array", "items": self.kind.schema()}]}


@dataclass(frozen=True, slots=True)
class MapOf:
    """Values of a kind under keys that the user chooses, and which may have to match as well."""

    kind: Kind
    key: Text | None = None

    def read(self, value: Json, pointer: str, chooser: Chooser) -> dict[str, Any]:
        found = {}
        for key, part, at in chooser.items(value, pointer):
            if self.key is not None:
                self.key.read(key, at, chooser)
            found[key] = self.kind.read(part, at, chooser)
        return found

    def schema(self) -> dict[str, Json]:
        if self.key is None:
            return {"type": "object", "additionalProperties": self.kind.schema()}
        known: dict[str, Json] = {str(self.key.schema()["pattern"]): self.kind.schema()}
        return {"type": "object", "patternProperties": known, "additionalProperties": False}


@dataclass(frozen=True, slots=True)
class Record:
    """An object with those fields of a dataclass that say their kind; its others stay as in `default`."""

    default: Any

    def read(self, value: Json, pointer: str, chooser: Chooser) -> Any:
        kinds = {part.name: part.metadata["kind"] for part in fields(self.default) if "kind" in part.metadata}
        found = {}
        for key, part, at in chooser.items(value, pointer):
            if key in kinds:
                found[key] = kinds[key].read(part, at, chooser)
            else:
                chooser.unknown(key, at, kinds)
        return replace(self.default, **found)

    def schema(self) -> dict[str, Json]:
        properties: dict[str, Json] = {
            part.name: {"description": part.metadata["help"], **part.metadata["kind"].schema()}
            for part in fields(self.default)
            if "kind" in part.metadata
        }
        return {"type": "object", "properties": properties, "additionalProperties": False}


@dataclass(frozen=True, slots=True)
class Brief:
    """A record, or the value of one of its fields alone: `files.list` for `{call: files.list}`."""

    default: Any
    key: str

    def read(self, value: Json, pointer: str, chooser: Chooser) -> Any:
        if isinstance(value, Mapping):
            return Record(self.default).read(value, pointer, chooser)
        kind = next(part.metadata["kind"] for part in fields(self.default) if part.name == self.key)
        return replace(self.default, **{self.key: kind.read(value, pointer, chooser)})

    def schema(self) -> dict[str, Json]:
        whole = Record(self.default).schema()
        properties = whole["properties"]
        assert isinstance(properties, Mapping)
        return {"anyOf": [properties[self.key], whole]}


def shown(value: Json) -> str:
    """A value as a diagnostic names it."""
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list):
        return "a list"
    words = {None: "null", True: "true", False: "false"}
    return f"`{words[value] if value is None or isinstance(value, bool) else value}`"
