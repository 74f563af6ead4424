"""Which calls of an operation does a package test?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from sdkloom.example.calls import Call, Calls
from sdkloom.ir.api import Operation, Variant

CaseKind = Literal["plain", "full", "variant", "failure"]
"""With what it must be given, with all that it takes, with what selects another answer, or refused."""


@dataclass(frozen=True, slots=True)
class Case:
    """A call to test; `variant` is what it selects."""

    kind: CaseKind
    call: Call
    variant: Variant | None = None


def cases(calls: Calls, operation: Operation, has_switch: Callable[[str], bool]) -> Iterator[Case]:
    """The calls of an operation; `has_switch` says of a name on the wire whether it selects an answer."""
    plain, full = calls.plain(operation, "required"), calls.plain(operation, "all")
    yield Case("plain", plain)
    if full.arguments != plain.arguments:
        yield Case("full", full)
    for variant in operation.variants:
        if has_switch(variant.switch):
            yield Case("variant", calls.variant(operation, variant), variant)
    yield Case("failure", calls.failing(operation))
