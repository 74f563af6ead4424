"""What is wrong, where, and what can be done about it: data, a report that collects it, and its rendering."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sdkloom.codes import CODES, Severity
from sdkloom.ir.base import Source


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: line and column from 1 on, `width` characters to underline; line 0 is unknown."""

    file: str
    line: int
    column: int
    width: int
    pointer: str
    text: str


Locator = Callable[[Source, bytes | None], Spot]
"""Finds the spot of a source; given is what its file holds, where that is not on disk."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `at` and `also` are places in the IR's terms; a locator finds the spots."""

    code: str
    severity: Severity
    title: str
    at: Source | None
    label: str
    hint: str
    also: tuple[Source, ...]


class Report:
    """Collects the findings of all stages. Stages add to it and go on; it is shown in the end."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self._spots: dict[Source, Spot] = {}
        self._texts: dict[str, bytes] = {}
        self._grave = {Severity.ERROR}

    def add(
        self,
        code: str,
        at: Source | None,
        detail: str = "",
        *,
        label: str = "",
        hint: str = "",
        also: tuple[Source, ...] = (),
    ) -> None:
        """Add a finding; the same finding twice counts once."""
        row = CODES[code]
        title = row.title.format(detail=detail)
        self._found[Diagnostic(code, row.severity, title, at, label, hint, also)] = None

    def keep(self, found: Diagnostic) -> None:
        """Add a finding of another report."""
        self._found[found] = None

    def place(self, at: Source, spot: Spot) -> Source:
        """Remember where a source is, for places that no pointer can name, such as a syntax error."""
        self._spots[at] = spot
        return at

    def remember(self, file: str, text: bytes) -> None:
        """Remember what a file holds that is not on disk, for its places."""
        self._texts[file] = text

    def strict(self) -> None:
        """From now on a warning stops generation as an error does."""
        self._grave = {Severity.ERROR, Severity.WARNING}

    @property
    def failed(self) -> bool:
        """Is there anything that stops generation?"""
        return any(diagnostic.severity in self._grave for diagnostic in self._found)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings in the order of discovery."""
        return tuple(self._found)

    def count(self, severity: Severity) -> int:
        """How many findings are this grave."""
        return sum(diagnostic.severity is severity for diagnostic in self._found)

    def render(self, locate: Locator, *, least: Severity = Severity.WARNING) -> Iterator[str]:
        """Each diagnostic that is at least this grave, as a block of plain lines."""
        shown = list(Severity)[: list(Severity).index(least) + 1]
        for diagnostic in self._found:
            if diagnostic.severity in shown:
                yield "\n".join(_block(diagnostic, lambda at: self.spot(at, locate)))

    def spot(self, at: Source, locate: Locator) -> Spot:
        """Where a source of this report is."""
        return self._spots.get(at) or locate(at, self._texts.get(at.file))


def _block(diagnostic: Diagnostic, locate: Callable[[Source], Spot]) -> Iterator[str]:
    yield f"{diagnostic.severity.value}[{diagnostic.code}]: {_line(diagnostic.title)}"
    if diagnostic.at is not None:
        spot = locate(diagnostic.at)
        margin = max(3, len(str(spot.line)))
        yield f"{' ' * margin}--> {_place(spot)}{'  ' + _line(spot.pointer) if spot.pointer else ''}"
        if spot.line:
            yield from _excerpt(spot, diagnostic.label, margin)
    for other in diagnostic.also:
        yield f"  = first taken at {_place(locate(other))}"
    if diagnostic.hint:
        yield f"  = hint: {_line(diagnostic.hint)}"


def _place(spot: Spot) -> str:
    file = _line(spot.file)
    return f"{file}:{spot.line}:{spot.column}" if spot.line else file


def _excerpt(spot: Spot, label: str, margin: int) -> Iterator[str]:
    """The source line with the place underlined; a line that is too long is cut around the place."""
    start = max(0, spot.column - 60) if len(spot.text) > 120 else 0
    text = _line(spot.text[start : start + 120]).rstrip()
    before = spot.column - 1 - start
    width = max(1, min(spot.width, len(text) - before))
    yield f"{' ' * margin} |"
    yield f"{spot.line:>{margin}} | {text}".rstrip()
    yield f"{' ' * margin} | {' ' * before}{'^' * width}{' ' + _line(label) if label else ''}"


def _line(text: str) -> str:
    """Document text on a terminal: one line, without control characters that could write elsewhere on it."""
    return "".join(character if character.isprintable() else "·" for character in text.replace("\t", " "))
