"""What stands in a `stainless.yml`, and which of it was read by nobody?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape


@dataclass(slots=True)
class Ledger:
    """The file at work: where findings go, and what was read of it, by pointer."""

    file: str
    report: Report
    read: set[str] = field(default_factory=set)
    settled: set[str] = field(default_factory=set)

    def source(self, pointer: str) -> Source:
        """The place of a pointer in the file."""
        return Source(self.file, pointer)


@dataclass(frozen=True, slots=True)
class Part:
    """A value of the file and its place. Whoever asks for a part has read it."""

    value: Json
    pointer: str
    ledger: Ledger

    def get(self, key: str) -> Part | None:
        """The part under a key, or None where the key is missing or holds nothing."""
        if not isinstance(self.value, Mapping) or key not in self.value:
            return None
        part = Part(self.value[key], f"{self.pointer}/{escape(key)}", self.ledger)
        self.ledger.read.add(part.pointer)
        return part if part.value is not None else None

    def items(self) -> Iterator[tuple[str, Part]]:
        """The parts of an object by their keys; none and a finding where it is something else."""
        if not isinstance(self.value, Mapping):
            self.refuse("an object is wanted here")
            return
        for key in self.value:
            part = self.get(key)
            if part is not None:
                yield key, part

    def listed(self) -> Iterator[Part]:
        """The parts of a list; a single value may stand without the list."""
        values = self.value if isinstance(self.value, list) else [self.value]
        for index, value in enumerate(values):
            place = f"{self.pointer}/{index}" if isinstance(self.value, list) else self.pointer
            self.ledger.read.add(place)
            yield Part(value, place, self.ledger)

    def text(self) -> str:
        """The value as text; "" and a finding where it is none."""
        if isinstance(self.value, str):
            return self.value
        self.refuse("text is wanted here")
        return ""

    def settle(self) -> None:
        """All below this part has been dealt with."""
        self.ledger.settled.add(self.pointer)

    def refuse(self, why: str) -> None:
        """Report that the value cannot be what it should, and leave it out."""
        self.settle()
        self.ledger.report.add("W122", self.ledger.source(self.pointer), why)

    def lose(self, what: str, hint: str = "") -> None:
        """Report that this part is not carried over, though it says something of the SDK."""
        self.settle()
        self.ledger.report.add("W123", self.ledger.source(self.pointer), what, hint=hint)

    def pass_over(self, why: str) -> None:
        """Note that this part says nothing that a generated SDK could honour."""
        self.settle()
        self.ledger.report.add("N124", self.ledger.source(self.pointer), why)

    def unread(self) -> Iterator[Part]:
        """The outermost parts that nobody read, in the order of the file."""
        if self.pointer in self.ledger.settled:
            return
        if isinstance(self.value, Mapping):
            below = [(f"{self.pointer}/{escape(key)}", value) for key, value in self.value.items()]
        elif isinstance(self.value, list):
            below = [(f"{self.pointer}/{index}", value) for index, value in enumerate(self.value)]
        else:
            return
        inside = [Part(value, pointer, self.ledger) for pointer, value in below]
        if not any(part.pointer in self.ledger.read for part in inside) and isinstance(self.value, list):
            return
        for part in inside:
            if part.pointer in self.ledger.read:
                yield from part.unread()
            elif part.pointer not in self.ledger.settled:
                yield part
