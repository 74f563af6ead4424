"""The calls of `client.reranking`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.reranking import AsyncReranking, Reranking


class Raw:
    """The calls of `Reranking`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Reranking) -> None:
        self.create: Final = raw(resource.create)


class Streamed:
    """The calls of `Reranking` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Reranking) -> None:
        self.create: Final = streamed(resource.create)


class AsyncRaw:
    """The calls of `AsyncReranking`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncReranking) -> None:
        self.create: Final = async_raw(resource.create)


class AsyncStreamed:
    """The calls of `AsyncReranking` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncReranking) -> None:
        self.create: Final = async_streamed(resource.create)
