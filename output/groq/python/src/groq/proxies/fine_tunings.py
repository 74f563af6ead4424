"""The calls of `client.fine_tunings`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.fine_tunings import AsyncFineTunings, FineTunings


class Raw:
    """The calls of `FineTunings`, answering with the HTTP response as a whole."""

    def __init__(self, resource: FineTunings) -> None:
        self.list: Final = raw(resource.list)
        self.create: Final = raw(resource.create)
        self.delete: Final = raw(resource.delete)
        self.get: Final = raw(resource.get)


class Streamed:
    """The calls of `FineTunings` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: FineTunings) -> None:
        self.list: Final = streamed(resource.list)
        self.create: Final = streamed(resource.create)
        self.delete: Final = streamed(resource.delete)
        self.get: Final = streamed(resource.get)


class AsyncRaw:
    """The calls of `AsyncFineTunings`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncFineTunings) -> None:
        self.list: Final = async_raw(resource.list)
        self.create: Final = async_raw(resource.create)
        self.delete: Final = async_raw(resource.delete)
        self.get: Final = async_raw(resource.get)


class AsyncStreamed:
    """The calls of `AsyncFineTunings` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncFineTunings) -> None:
        self.list: Final = async_streamed(resource.list)
        self.create: Final = async_streamed(resource.create)
        self.delete: Final = async_streamed(resource.delete)
        self.get: Final = async_streamed(resource.get)
