"""What every node of the IR carries: where it came from, what it is called, what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
"""A JSON value as a document holds it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place in an input file, as a JSON pointer.

    Line and column are composed only when a diagnostic needs them.
    """

    file: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A name that the author of a document chose for its users, and the keyword that says so."""

    text: str
    keyword: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the wire and the neutral words it is made of (lower case, no casing, no language).

    There are no words where only its place names a thing. Among the words, `#1@5` stands for the second
    choice of a union, five steps deep in the document, that nothing there names: the name stage finds words.

    `former` are words that it was known by, which code keeps and marks as deprecated.
    """

    wire: str
    words: tuple[str, ...]
    chosen: Chosen | None = None
    former: tuple[tuple[str, ...], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Example:
    """One example value of the document, with its title where it has one."""

    title: str
    value: Json


@dataclass(frozen=True, slots=True)
class Default:
    """A default value, boxed so that "no default" (None) and "the default is null" (Default(None)) stay
    apart.
    """

    value: Json


@dataclass(frozen=True, slots=True)
class Docs:
    """What the document says of a node, as Markdown text that no output has escaped yet."""

    summary: str = ""
    body: str = ""
    deprecated: bool = False
    examples: tuple[Example, ...] = field(default=())


def escape(key: str) -> str:
    """One reference token of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
