"""How does code become lines of a width: flat where it fits, else broken where its parts allow?

A small pretty-printer after Wadler, whatever the language: a part is text, or says where lines may break.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width


@dataclass(frozen=True, slots=True)
class Line:
    """A place to break: written as `flat` where its group stays on one line."""

    flat: str = " "


@dataclass(frozen=True, slots=True)
class Either:
    """One part where the group around it is broken, and another where it is not."""

    broken: Part
    flat: Part


@dataclass(frozen=True, slots=True)
class Indent:
    """A part whose lines stand one step further in."""

    inner: Part


@dataclass(frozen=True, slots=True)
class Group:
    """A part that is broken as a whole, or not at all. With `broken`, it always is."""

    inner: Part
    broken: bool = False


@dataclass(frozen=True, slots=True)
class FirstFitting:
    """Forms of one part, the best first; the last stands where none fits."""

    forms: tuple[Part, ...]


Part = str | Line | Either | Indent | Group | FirstFitting | tuple["Part", ...]

SOFT = Line("")
SPACE = Line(" ")

_Command = tuple[int, bool, Part]
"""A part, its indentation, and whether the group around it is broken."""


def join(separator: Part, parts: Iterable[Part]) -> Part:
    """The parts with a separator between them."""
    found: list[Part] = []
    for part in parts:
        found += [separator, part] if found else [part]
    return tuple(found)


def columns(text: str) -> int:
    """How wide the text is in a font of even width, where some characters take two columns or none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def flow(part: Part, width: int, indent: int = 0, step: int = 2) -> str:
    """The part as text whose lines fit the width wherever that can be."""
    out: list[str] = [" " * indent]
    column = indent
    waiting: list[_Command] = [(indent, True, part)]
    while waiting:
        depth, broken, current = waiting.pop()
        match current:
            case str():
                out.append(current)
                column += columns(current)
            case tuple():
                waiting += [(depth, broken, inner) for inner in reversed(current)]
            case Indent(inner):
                waiting.append((depth + step, broken, inner))
            case Line(flat) if not broken:
                out.append(flat)
                column += len(flat)
            case Line():
                out[-1] = out[-1].rstrip(" ")
                out.append("\n" + " " * depth)
                column = depth
            case Either(when_broken, when_flat):
                waiting.append((depth, broken, when_broken if broken else when_flat))
            case Group(inner, forced):
                fits = not forced and _fits((depth, False, inner), waiting, width - column)
                waiting.append((depth, not fits, inner))
            case FirstFitting(forms):
                chosen = _first_fitting(forms, depth, waiting, width - column)
                waiting.append(chosen)
    return "".join(out)


def _first_fitting(forms: Sequence[Part], depth: int, rest: Sequence[_Command], space: int) -> _Command:
    flat = (depth, False, forms[0])
    if _fits(flat, rest, space):
        return flat
    for form in forms[1:-1]:
        if _fits((depth, True, form), rest, space):
            return (depth, True, form)
    return (depth, True, forms[-1])


def _fits(command: _Command, rest: Sequence[_Command], space: int) -> bool:
    """Does everything up to the next line break fit into the space?"""
    waiting = [command]
    behind = len(rest)
    while space >= 0:
        if not waiting:
            if behind == 0:
                return True
            behind -= 1
            waiting.append(rest[behind])
        depth, broken, current = waiting.pop()
        match current:
            case str():
                space -= columns(current)
            case tuple():
                waiting += [(depth, broken, inner) for inner in reversed(current)]
            case Indent(inner):
                waiting.append((depth, broken, inner))
            case Line() if broken:
                return True
            case Line(flat):
                space -= len(flat)
            case Either(when_broken, when_flat):
                waiting.append((depth, broken, when_broken if broken else when_flat))
            case Group(inner, forced):
                if forced and not broken:
                    return False
                waiting.append((depth, broken or forced, inner))
            case FirstFitting(forms):
                waiting.append((depth, broken, forms[-1] if broken else forms[0]))
    return False
