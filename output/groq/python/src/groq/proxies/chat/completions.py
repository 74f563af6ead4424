"""The calls of `client.chat.completions`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ...resources.chat.completions import AsyncCompletions, Completions


class Raw:
    """The calls of `Completions`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Completions) -> None:
        self.create: Final = raw(resource.create)


class Streamed:
    """The calls of `Completions` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Completions) -> None:
        self.create: Final = streamed(resource.create)


class AsyncRaw:
    """The calls of `AsyncCompletions`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncCompletions) -> None:
        self.create: Final = async_raw(resource.create)


class AsyncStreamed:
    """The calls of `AsyncCompletions` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncCompletions) -> None:
        self.create: Final = async_streamed(resource.create)
