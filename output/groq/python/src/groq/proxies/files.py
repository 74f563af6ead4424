"""The calls of `client.files`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.files import AsyncFiles, Files


class Raw:
    """The calls of `Files`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Files) -> None:
        self.list: Final = raw(resource.list)
        self.create: Final = raw(resource.create)
        self.delete: Final = raw(resource.delete)
        self.info: Final = raw(resource.info)
        self.content: Final = raw(resource.content)


class Streamed:
    """The calls of `Files` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Files) -> None:
        self.list: Final = streamed(resource.list)
        self.create: Final = streamed(resource.create)
        self.delete: Final = streamed(resource.delete)
        self.info: Final = streamed(resource.info)
        self.content: Final = streamed(resource.content)


class AsyncRaw:
    """The calls of `AsyncFiles`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.list: Final = async_raw(resource.list)
        self.create: Final = async_raw(resource.create)
        self.delete: Final = async_raw(resource.delete)
        self.info: Final = async_raw(resource.info)
        self.content: Final = async_raw(resource.content)


class AsyncStreamed:
    """The calls of `AsyncFiles` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.list: Final = async_streamed(resource.list)
        self.create: Final = async_streamed(resource.create)
        self.delete: Final = async_streamed(resource.delete)
        self.info: Final = async_streamed(resource.info)
        self.content: Final = async_streamed(resource.content)
