"""How long may a call take in all, its attempts and the waits between them?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from .errors import APITimeoutError
from .transport import watch

T = TypeVar("T")


class Deadline:
    """The end of one call: `seconds` from now, or never. `clock` gives seconds that only grow."""

    def __init__(self, seconds: float | None, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = None if seconds is None else clock() + seconds
        self._steps: dict[str, Any] = {}

    def left(self) -> float | None:
        """The seconds that are left, perhaps less than none; None where there is no end."""
        return None if self._end is None else self._end - self._clock()

    def allows(self, wait: float) -> bool:
        """Is there time for something after such a wait?"""
        left = self.left()
        return left is None or wait < left

    def shorten(self, request: Any) -> None:
        """No step of the request may take longer than what is left. Raises APITimeoutError after the end."""
        left = self.left()
        if left is None:
            return
        self._check()
        timeouts = request.extensions["timeout"]
        self._steps = self._steps or dict(timeouts)
        timeouts.update(
            {
                name: left if seconds is None else min(left, seconds)
                for name, seconds in self._steps.items()
            }
        )

    def bound(self, response: Any) -> None:
        """The body must have been read before the end."""
        if self._end is not None:
            self.shorten(response.request)
            watch(response, self._check)

    def release(self, response: Any) -> None:
        """The answer has begun, and its body may take as long as it likes."""
        if self._end is not None:
            response.request.extensions["timeout"].update(self._steps)

    async def keep(self, sending: Awaitable[T]) -> T:
        """What is awaited, or APITimeoutError if that is not there before the end."""
        left = self.left()
        if left is None:
            return await sending
        from anyio import move_on_after  # only here: importing the package must stay cheap

        with move_on_after(left):
            return await sending
        raise self._passed()

    def _check(self) -> None:
        if not self.allows(0.0):
            raise self._passed()

    def _passed(self) -> APITimeoutError:
        return APITimeoutError(f"the call was not done within its deadline of {self._seconds} s")
