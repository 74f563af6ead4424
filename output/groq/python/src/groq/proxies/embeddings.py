"""The calls of `client.embeddings`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.embeddings import AsyncEmbeddings, Embeddings


class Raw:
    """The calls of `Embeddings`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Embeddings) -> None:
        self.create: Final = raw(resource.create)


class Streamed:
    """The calls of `Embeddings` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Embeddings) -> None:
        self.create: Final = streamed(resource.create)


class AsyncRaw:
    """The calls of `AsyncEmbeddings`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncEmbeddings) -> None:
        self.create: Final = async_raw(resource.create)


class AsyncStreamed:
    """The calls of `AsyncEmbeddings` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncEmbeddings) -> None:
        self.create: Final = async_streamed(resource.create)
