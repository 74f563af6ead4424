"""When is a failed request sent again, and after how long?"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timezone
from math import isfinite


@dataclass(frozen=True)
class RetryPolicy:
    """The API's own rules; times in seconds.

    Waits double from `initial` to `maximum`, less up to a quarter by chance. A wait that the server asks
    for is kept, but beyond `cap` the failure is final. `jitter` gives a number from 0 to 1, and `clock`
    Unix seconds.
    """

    statuses: frozenset[int] = frozenset({408, 409, 429})
    server_errors: bool = True
    initial: float = 0.5
    maximum: float = 8.0
    cap: float = 120.0
    jitter: Callable[[], float] = random.random
    clock: Callable[[], float] = time.time

    def delay(self, retries: int, status: int | None, headers: Mapping[str, str]) -> float | None:
        """How long to wait before retry number `retries` (from 0), or None if the failure is final.

        `status` is None where no answer came.
        """
        if status is not None and not self._is_transient(status, headers):
            return None
        asked = self._asked(headers)
        if asked is None:
            grown = self.initial * 2.0 ** min(retries, 100)  # far beyond `maximum`, but no overflow
            return min(grown, self.maximum) * (1.0 - 0.25 * self.jitter())
        return asked if asked <= self.cap else None

    def _is_transient(self, status: int, headers: Mapping[str, str]) -> bool:
        said = headers.get("x-should-retry", "").lower()
        if said in {"true", "false"}:
            return said == "true"
        return status in self.statuses or (self.server_errors and status >= 500)

    def _asked(self, headers: Mapping[str, str]) -> float | None:
        """The wait that the server names: milliseconds, seconds, or a date; None where there is none."""
        milliseconds = _number(headers.get("retry-after-ms"))
        if milliseconds is not None:
            return milliseconds / 1000
        said = headers.get("retry-after")
        seconds = _number(said)
        if seconds is not None or not said:
            return seconds
        from email.utils import parsedate_to_datetime  # only here: importing must stay cheap

        try:
            date = parsedate_to_datetime(said)
            date = date if date.tzinfo is not None else date.replace(tzinfo=timezone.utc)
            ahead = date.timestamp() - self.clock()
        except (TypeError, ValueError, IndexError, OverflowError):
            return None
        return ahead if ahead > 0 else None


def _number(text: str | None) -> float | None:
    """A wait above zero; with zero or less the server names none, and the usual waits spare it a storm."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if number > 0 and isfinite(number) else None
