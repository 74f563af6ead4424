"""What is a target: code that carries its imports, planned files, and the answers every language gives?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Protocol

from sdkloom.config import Config, TargetConfig
from sdkloom.ir.api import Api
from sdkloom.name.lost import SpelledClash, SpelledOtherwise
from sdkloom.name.settle import Names


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """A name that code needs: `name` from `module`, or `Name as Other` where it goes by another one there.

    An empty name needs the module itself. `typing_only` is for checkers alone.
    """

    module: str
    name: str
    typing_only: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Text in the target's language, made by its `types.py`, and the imports it needs."""

    text: str
    needs: frozenset[Import] = frozenset()

    def around(self, before: str, after: str = "", *needs: Import) -> Code:
        """This code with text before and after it, and what that text needs."""
        return Code(f"{before}{self.text}{after}", self.needs | frozenset(needs))


def join_code(separator: str, parts: Iterable[Code]) -> Code:
    """The parts with a separator between them; the needs are those of all parts."""
    listed = tuple(parts)
    return Code(
        separator.join(part.text for part in listed), frozenset().union(*(part.needs for part in listed))
    )


def collect_needs(view: object) -> frozenset[Import]:
    """The imports of every `Code` inside a view."""
    return frozenset(need for code in _leaves(view) for need in code.needs)


def _leaves(view: object) -> Iterator[Code]:
    if isinstance(view, Code):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from _leaves(part)
    elif is_dataclass(view):
        for part in fields(view):
            yield from _leaves(getattr(view, part.name))


@dataclass(frozen=True, slots=True)
class File:
    """A planned file: its path, the template that shows its shape, and the view that fills it."""

    path: str
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class Copy:
    """What is a real file already, or a folder of such files: its place below the target's templates.

    Of a folder, the files `without` are left out.
    """

    path: str
    source: str
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a target makes of an API.

    Its files, and the call by which each operation is reached (operation id to call); `further` are calls
    that are as good. `clashes` are those of names that only this language holds equal, and `otherwise` what
    it does not write as it is called.
    """

    files: tuple[File | Copy, ...]
    calls: Mapping[str, str]
    package: str
    client: str
    further: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clashes: tuple[SpelledClash, ...] = ()
    otherwise: tuple[SpelledOtherwise, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A program that makes a call; `title` is its language as people write it, `language` as highlighters
    know it.
    """

    title: str
    language: str
    text: str


Sink = Callable[[str], str]


class Target(Protocol):
    """The five answers of a language, as the pipeline sees them.

    `known_as` are the names that other tools have for the language.
    """

    name: str
    known_as: tuple[str, ...]
    sinks: Mapping[str, Sink]

    def plan(self, api: Api, names: Names, config: Config, target: TargetConfig) -> Plan:
        """Decide on every file and all that it says."""
        ...

    def programs(self, api: Api, names: Names, config: Config, target: TargetConfig) -> Mapping[str, Program]:
        """A program for each operation that shows how it is called; none where the target has no calls."""
        ...

    def format(self, path: str, text: str, /) -> str:
        """Make a rendered file tidy."""
        ...

    def notice(self, path: str, text: str, /) -> str:
        """A text as the comment that opens a file; "" for a file that is no code."""
        ...
