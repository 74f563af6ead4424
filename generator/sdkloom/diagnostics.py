"""What is wrong, where, and what can be done about it: data, a report that collects it, and its rendering."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sdkloom.codes import CODES, Severity
from sdkloom.ir.base import Source


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: line and column count from 1, `width` is the number of characters to underline; line 0 is unknown."""

    file: str
    line: int
    column: int
    width: int
    pointer: str
    text: str


Locator = Callable[[Source], Spot]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `at` and `also` are places in the IR's terms; a locator turns them into spots when they are shown."""

    code: str
    severity: Severity
    title: str
    at: Source | None
    label: str
    hint: str
    also: tuple[Source, ...]


class Report:
    """Collects the findings of all stages. Stages add to it and go on; the command line shows it in the end."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self.spots: dict[Source, Spot] = {}

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

    def spot(self, at: Source, spot: Spot) -> None:
        """Remember where a source is: for places that no pointer can name, such as a syntax error."""
        self.spots[at] = spot

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings in the order of discovery."""
        return tuple(self._found)

    def failed(self, *, strict: bool = False) -> bool:
        """Is there an error? Under `strict`, a warning is one."""
        grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(diagnostic.severity in grave for diagnostic in self._found)


def show(report: Report, locate: Locator, *, notes: bool = False) -> Iterator[str]:
    """Each diagnostic as a block of plain lines; notes only where they are asked for."""
    for diagnostic in report.diagnostics:
        if notes or diagnostic.severity is not Severity.NOTE:
            yield "\n".join(_block(diagnostic, lambda at: report.spots.get(at) or locate(at)))


def _block(diagnostic: Diagnostic, locate: Locator) -> Iterator[str]:
    yield f"{diagnostic.severity.value}[{diagnostic.code}]: {_line(diagnostic.title)}"
    if diagnostic.at is not None:
        spot = locate(diagnostic.at)
        yield f"   --> {_place(spot)}{'  ' + spot.pointer if spot.pointer else ''}"
        if spot.line:
            yield from _excerpt(spot, diagnostic.label)
    for other in diagnostic.also:
        yield f"  = first at {_place(locate(other))}"
    if diagnostic.hint:
        yield f"  = hint: {_line(diagnostic.hint)}"


def _place(spot: Spot) -> str:
    return f"{spot.file}:{spot.line}:{spot.column}" if spot.line else spot.file


def _excerpt(spot: Spot, label: str) -> Iterator[str]:
    """The source line with the place underlined; a line that is too long is cut around the place."""
    number = str(spot.line)
    margin = " " * len(number)
    start = max(0, spot.column - 60) if len(spot.text) > 120 else 0
    text = _line(spot.text[start : start + 120])
    width = max(1, min(spot.width, len(text) - (spot.column - 1 - start)))
    yield f"{margin} |"
    yield f"{number} | {text}"
    yield f"{margin} | {' ' * (spot.column - 1 - start)}{'^' * width}{' ' + _line(label) if label else ''}"


def _line(text: str) -> str:
    """Document text on a terminal: one line, without control characters that could write elsewhere on it."""
    return "".join(character if character.isprintable() else "·" for character in text.replace("\t", " "))
