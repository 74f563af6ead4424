"""How are changes shown: on a terminal, as JSON, and in a comment on a pull request?"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sdkloom.diagnostics import Spot
from sdkloom.ir.base import Source
from sdkloom.surface.changes import Change, Weight
from sdkloom.surface.versions import Bump, needed_bump, next_version
from sdkloom.targets.markdown import inline_code

Find = Callable[[Source], Spot]
"""Finds the line and column of a source."""

_HEADS = {Weight.BREAKING: "Breaking", Weight.ADDITION: "Additions", Weight.OTHER: "Other"}
_SPECIAL = re.compile(r"[\\*_\[\]#|<>~&@]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """All changes since a version, "" where that is not known."""

    changes: tuple[Change, ...]
    version: str

    @property
    def bump(self) -> Bump:
        """The release that they ask for."""
        return needed_bump(self.changes)

    @property
    def next(self) -> str:
        """The version of that release, "" where it is not known."""
        return next_version(self.version, self.bump)

    def of(self, weight: Weight) -> tuple[Change, ...]:
        """The changes of one weight."""
        return tuple(change for change in self.changes if change.weight is weight)


def show_text(verdict: Verdict, find: Find) -> str:
    """The changes with a line each, and what to release."""
    return "".join(f"{line}\n" for line in _text(verdict, find))


def _text(verdict: Verdict, find: Find) -> Iterator[str]:
    for weight, changes in _groups(verdict):
        yield _HEADS[weight]
        for change in changes:
            place = _place(change.at, find)
            yield _line(f"  {change.subject}: {change.what}; {change.why}")
            yield from (_line(f"    --> {place}"),) if place else ()
        yield ""
    yield _line(_summary(verdict))


def show_json(verdict: Verdict, find: Find) -> str:
    """The same as data."""
    data = {
        "bump": verdict.bump.value,
        "version": verdict.version or None,
        "next": verdict.next or None,
        "changes": [
            {
                "weight": change.weight.value,
                "subject": change.subject,
                "what": change.what,
                "why": change.why,
                "at": _place(change.at, find) or None,
            }
            for change in verdict.changes
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def show_markdown(verdict: Verdict, find: Find) -> str:
    """The same as a page; text of a document has no meaning in it."""
    return "".join(f"{line}\n" for line in _page(verdict, find))


def _page(verdict: Verdict, find: Find) -> Iterator[str]:
    yield f"**{_escaped(_line(_summary(verdict)))}**"
    for weight, changes in _groups(verdict):
        yield from ("", f"### {_HEADS[weight]}", "")
        for change in changes:
            place = _place(change.at, find)
            said = f"- {inline_code(change.subject)}: {_prose(change.what)}; {_prose(change.why)}"
            yield said + (f" ({inline_code(place)})" if place else "")


def _groups(verdict: Verdict) -> Iterable[tuple[Weight, tuple[Change, ...]]]:
    return ((weight, found) for weight in Weight if (found := verdict.of(weight)))


def _summary(verdict: Verdict) -> str:
    if verdict.bump is Bump.NONE:
        return "Nothing has changed: no release is needed"
    counts = [len(verdict.of(weight)) for weight in Weight]
    additions = f"{counts[1]} addition{'' if counts[1] == 1 else 's'}"
    listed = f"{counts[0]} breaking, {additions}, {counts[2]} other"
    said = f"{listed}: release a {verdict.bump.value} version"
    return f"{said}, {verdict.next} after {verdict.version}" if verdict.next else said


def _place(at: Source | None, find: Find) -> str:
    if at is None:
        return ""
    spot = find(at)
    return f"{spot.file}:{spot.line}:{spot.column}" if spot.line else spot.file


def _line(text: str) -> str:
    """Text of a document on a terminal: one line, and nothing that could write elsewhere."""
    return "".join(character if character.isprintable() else "·" for character in text)


def _prose(text: str) -> str:
    """Markdown of a sentence: what stands between backticks is code, and the rest has no meaning in Markdown.

    Text of a document can end a code span early, and no more: each part is either code or escaped.
    """
    parts = _line(text).split("`")
    return "".join(
        (inline_code(part) if part else "") if number % 2 else _escaped(part)
        for number, part in enumerate(parts)
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
