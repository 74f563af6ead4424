"""The calls of `client.models`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.models import AsyncModels, Models


class Raw:
    """The calls of `Models`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Models) -> None:
        self.list: Final = raw(resource.list)
        self.retrieve: Final = raw(resource.retrieve)
        self.delete: Final = raw(resource.delete)


class Streamed:
    """The calls of `Models` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Models) -> None:
        self.list: Final = streamed(resource.list)
        self.retrieve: Final = streamed(resource.retrieve)
        self.delete: Final = streamed(resource.delete)


class AsyncRaw:
    """The calls of `AsyncModels`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncModels) -> None:
        self.list: Final = async_raw(resource.list)
        self.retrieve: Final = async_raw(resource.retrieve)
        self.delete: Final = async_raw(resource.delete)


class AsyncStreamed:
    """The calls of `AsyncModels` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncModels) -> None:
        self.list: Final = async_streamed(resource.list)
        self.retrieve: Final = async_streamed(resource.retrieve)
        self.delete: Final = async_streamed(resource.delete)
