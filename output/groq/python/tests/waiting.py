"""A part of an asynchronous client whose calls are waited for, so that it looks like its twin."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from inspect import isawaitable, iscoroutinefunction
from typing import Any


class Waiting:
    """`target` is the part itself, and `wait` gives what an awaitable comes to.

    It has no public names of its own: all of them are those of the part.
    """

    def __init__(self, target: Any, wait: Callable[[Awaitable[Any]], Any]) -> None:
        self._target = target
        self._wait = wait

    def __getattr__(self, name: str) -> Any:
        return Waiting(getattr(self._target, name), self._wait)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        result = self._target(*arguments, **options)
        return self._seen(self._wait(result) if isawaitable(result) else result)

    def __iter__(self) -> Iterator[Any]:
        items = self._target.__aiter__()
        with suppress(StopAsyncIteration):
            while True:
                yield self._wait(items.__anext__())

    def _seen(self, result: Any) -> Any:
        is_stream = hasattr(type(result), "__aiter__") and not hasattr(type(result), "to_dict")
        is_body = iscoroutinefunction(getattr(type(result), "read", None))
        return Waiting(result, self._wait) if is_stream or is_body else result


def unwrapped(value: Any) -> Any:
    """The part itself of one that waits."""
    return value._target if isinstance(value, Waiting) else value
