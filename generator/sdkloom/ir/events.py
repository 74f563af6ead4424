"""What becomes of the events of a stream, besides being given?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum as StandardEnum


class Handling(StandardEnum):
    """What becomes of an event of a stream."""

    GIVE = "give"
    IGNORE = "ignore"
    END = "end"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class EventRule:
    """What becomes of events with one of these names, () of any, whose data begin so."""

    handling: Handling
    names: tuple[str, ...] = ()
    prefix: str = ""
