"""Which names are published, and where did they come from? `sdkloom.lock` says so, one fact a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sdkloom.diagnostics import Report, Spot
from sdkloom.ir.base import Source

Fact = tuple[str, ...]
"""A kind, what it is said of, and what is said."""

HEAD = """\
# Published names, one fact a line: its kind, what it is said of, and the name.
# After a merge keep the lines of both sides: `sdkloom generate` brings this file up to date.
# `sdkloom names --release` drops the former names, with the next major release.
"""

# How many columns tell a fact from others of its kind, and how many more say something of it: the last of
# several may be missing.
_COLUMNS: Mapping[str, tuple[int, int]] = {
    "call": (1, 2),
    "field": (2, 1),
    "former-call": (2, 0),
    "former-field": (3, 0),
    "former-page": (3, 0),
    "former-parameter": (4, 0),
    "former-params": (2, 0),
    "former-sent": (2, 0),
    "former-type": (2, 0),
    "held": (1, 0),
    "home": (1, 1),
    "item": (1, 1),
    "member": (2, 1),
    "option": (2, 1),
    "other-call": (2, 0),
    "other-type": (2, 0),
    "page": (2, 2),
    "parameter": (3, 1),
    "params": (1, 1),
    "read": (1, 0),
    "sent": (1, 2),
    "shape": (1, 1),
    "type": (1, 2),
    "webhooks": (1, 1),
    "within": (1, 1),
}
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_MEANT = {escape: character for character, escape in _ESCAPES.items()}
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")


@dataclass(frozen=True, slots=True)
class Lock:
    """What is published: by kind and key the rest of each fact; `further` lists other and former names."""

    facts: Mapping[Fact, Fact] = field(default_factory=dict)
    further: Mapping[Fact, tuple[str, ...]] = field(default_factory=dict)

    def said(self, kind: str, *key: str) -> Fact | None:
        """What a fact says, None where there is none."""
        return self.facts.get((kind, *key))

    def formerly(self, kind: str, *key: str) -> tuple[str, ...]:
        """What else something was ever known by: other names that were as good, and former ones."""
        return self.further.get((kind, *key), ())

    def keys(self, kind: str) -> Iterator[Fact]:
        """What the facts of a kind are said of."""
        return (key[1:] for key in self.facts if key[0] == kind)


def read_lock(text: str, file: str, report: Report) -> Lock:
    """The facts of a lock; every line that is none is an error. Their order plays no part."""
    facts: dict[Fact, Fact] = {}
    further: dict[Fact, list[str]] = {}
    lines: dict[Fact, int] = {}
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if _CONFLICT.match(line):
            _refuse(file, number, line, "a merge conflict is not settled", report)
            continue
        kind, *cells = (_unescaped(cell) for cell in line.split("\t"))
        count, more = _COLUMNS.get(kind, (0, 0))
        cells += [""] * (more > 1 and len(cells) == count + more - 1)
        if not count or len(cells) != count + more or not all(cells[: count + min(more, 1)]):
            _refuse(file, number, line, "this line states no fact", report)
            continue
        key, said = (kind, *cells[:count]), tuple(cells[count:])
        if facts.setdefault(key, said) != said:
            detail = f"this line and line {lines[key]} give one thing two names"
            _refuse(file, number, line, detail, report)
        lines.setdefault(key, number)
        _, dash, of = kind.partition("-")
        if dash:
            listed = further.setdefault((of, *cells[:-1]), [])
            listed += [cells[-1]] if cells[-1] not in listed else []
    return Lock(facts, {key: tuple(sorted(names)) for key, names in further.items()})


def write_facts(facts: Iterable[Fact]) -> str:
    """The text of a lock: sorted, and without repeats."""
    lines = sorted({"\t".join(map(_escaped, fact)).rstrip("\t") for fact in facts})
    return HEAD + "".join(f"{line}\n" for line in lines)


def _refuse(file: str, number: int, line: str, detail: str, report: Report) -> None:
    hint = "keep the line that is right; `sdkloom names --lock` writes a lock anew where there is none"
    at = report.place(Source(file, f"line {number}"), Spot(file, number, 1, max(1, len(line)), "", line))
    report.add("E310", at, detail, hint=hint)


def _escaped(cell: str) -> str:
    return re.sub(r"[\\\t\n\r]", lambda found: _ESCAPES[found[0]], cell)


def _unescaped(cell: str) -> str:
    return re.sub(r"\\[\\tnr]", lambda found: _MEANT[found[0]], cell)
