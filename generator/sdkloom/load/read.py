"""The only reader of documents: how does a file become plain data?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from errno import EFBIG, EISDIR
from pathlib import Path

import yaml

from sdkloom.diagnostics import Report, Spot
from sdkloom.ir.base import Json, Source
from sdkloom.load.json_data import read_json
from sdkloom.load.yaml_data import TOO_DEEP, Refused, read_yaml

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


MAX_SIZE = 200_000_000
"""How many bytes a file may have: many times as many as the largest documents in use."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file as it was read: the name to show, and its bytes."""

    file: str
    data: bytes


def shown_name(path: Path) -> str:
    """A path as diagnostics show it: relative to the current folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return path.as_posix()


def read_text(path: Path, shown: str, report: Report, at: Source | None = None) -> Text | None:
    """The bytes of a file, or a diagnostic at the place that names it.

    What a document names must be a file, since reading from anything else may never end.
    """
    try:
        if at is not None and path.exists() and not path.is_file():
            raise OSError(EISDIR, "it is not a file")
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
        if len(data) > MAX_SIZE:
            raise OSError(EFBIG, f"it has more than {MAX_SIZE:,} bytes")
        return Text(shown, data)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        report.add(
            "E101" if at is None else "W101", at, f"`{shown}`", hint=f"{reason[:1].lower()}{reason[1:]}"
        )
        return None


def read_if_any(path: Path | None, report: Report) -> str | None:
    """The text of a file that need not be there; None where it is not."""
    if path is None or not path.exists():
        return None
    shown = shown_name(path)
    text = read_text(path, shown, report)
    if text is None:
        return None
    try:
        return text.data.decode("utf-8")
    except UnicodeDecodeError:
        report.add("E102", Source(shown, ""), "it is not UTF-8 text")
        return None


def parse(text: Text, report: Report) -> Json:
    """The data of a JSON or YAML file; None and a diagnostic where it is neither."""
    try:
        source = decode(text.data)
    except UnicodeDecodeError as problem:
        before = text.data[: problem.start]
        line = before.count(b"\n")
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace"))
        refused = Refused("E102", "it is not UTF-8 text", (line, column))
        refuse(report, text.file, text.data.decode("utf-8", "replace"), refused)
        return None
    try:
        return _read(text.file, source)
    except Refused as refused:
        refuse(report, text.file, source, refused)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        place = (mark.line, mark.column) if mark is not None else (0, 0)
        why = Refused("E102", problem.problem or "it breaks off", place)
        if problem.problem == "exceeded maximum nesting depth":
            why = Refused("E107", TOO_DEEP, place)  # the parser looks ahead, and sees it first
        refuse(report, text.file, source, why)
    except yaml.YAMLError as problem:
        refuse(report, text.file, source, _unreadable(source, problem))
    return None


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark. Raises UnicodeDecodeError."""
    return data.decode("utf-8-sig")


def looks_like_json(source: str) -> bool:
    """Does a text begin as JSON objects and arrays do? YAML may as well."""
    return source.lstrip()[:1] in {"{", "["}


def _read(file: str, source: str) -> Json:
    if looks_like_json(source):
        try:
            return read_json(source)
        except Refused:
            if not file.lower().endswith((".yaml", ".yml")):
                raise
    return read_yaml(source)


def _unreadable(source: str, problem: yaml.YAMLError) -> Refused:
    """The place of the character that YAML forbids."""
    for number, line in enumerate(source.split("\n")):
        if found := _FORBIDDEN.search(line):
            return Refused(
                "E102", f"the character U+{ord(found[0]):04X} is not allowed", (number, found.start())
            )
    return Refused("E102", " ".join(str(problem).split())[:120], (0, 0))


def refuse(report: Report, file: str, source: str, refused: Refused) -> None:
    """Report why a text is refused, at the place in it."""
    also: tuple[Source, ...] = ()
    if refused.first is not None:
        also = (_placed(report, file, source, refused.first),)
    report.add(refused.code, _placed(report, file, source, refused.place), refused.detail, also=also)


def _placed(report: Report, file: str, source: str, place: tuple[int, int]) -> Source:
    """A source for a place that has no pointer, since there is no data to point into."""
    line, column = place
    lines = source.split("\n")
    text = lines[line].rstrip("\r") if line < len(lines) else ""
    word = text[column:].partition(" ")[0].rstrip(":")
    spot = Spot(file, line + 1, min(column, len(text)) + 1, max(1, len(word)), "", text)
    return report.place(Source(file, f"line {line + 1} column {column + 1}"), spot)
