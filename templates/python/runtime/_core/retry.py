"""When is a failed request sent again, and after how long?"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime


@dataclass(frozen=True)
class RetryPolicy:
    """The API's own rules; times in seconds. A wait that the server asks for beyond `cap` is refused, not shortened."""

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
            return min(self.initial * 2.0**retries, self.maximum) * (1.0 - 0.25 * self.jitter())
        return asked if asked <= self.cap else None

    def _is_transient(self, status: int, headers: Mapping[str, str]) -> bool:
        said = headers.get("x-should-retry", "").lower()
        if said in {"true", "false"}:
            return said == "true"
        return status in self.statuses or (self.server_errors and status >= 500)

    def _asked(self, headers: Mapping[str, str]) -> float | None:
        """The wait that the server names: milliseconds, seconds, or a date."""
        try:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        except (KeyError, ValueError):
            pass
        said = headers.get("retry-after", "")
        try:
            return max(0.0, float(said))
        except ValueError:
            pass
        try:
            return max(0.0, parsedate_to_datetime(said).timestamp() - self.clock())
        except (TypeError, ValueError, IndexError):
            return None
