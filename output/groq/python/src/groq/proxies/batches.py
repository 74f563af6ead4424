"""The calls of `client.batches`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.batches import AsyncBatches, Batches


class Raw:
    """The calls of `Batches`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Batches) -> None:
        self.create: Final = raw(resource.create)
        self.list: Final = raw(resource.list)
        self.retrieve: Final = raw(resource.retrieve)
        self.cancel: Final = raw(resource.cancel)


class Streamed:
    """The calls of `Batches` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Batches) -> None:
        self.create: Final = streamed(resource.create)
        self.list: Final = streamed(resource.list)
        self.retrieve: Final = streamed(resource.retrieve)
        self.cancel: Final = streamed(resource.cancel)


class AsyncRaw:
    """The calls of `AsyncBatches`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncBatches) -> None:
        self.create: Final = async_raw(resource.create)
        self.list: Final = async_raw(resource.list)
        self.retrieve: Final = async_raw(resource.retrieve)
        self.cancel: Final = async_raw(resource.cancel)


class AsyncStreamed:
    """The calls of `AsyncBatches` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncBatches) -> None:
        self.create: Final = async_streamed(resource.create)
        self.list: Final = async_streamed(resource.list)
        self.retrieve: Final = async_streamed(resource.retrieve)
        self.cancel: Final = async_streamed(resource.cancel)
