"""The calls of `client.responses`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.responses import AsyncResponses, Responses


class Raw:
    """The calls of `Responses`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Responses) -> None:
        self.create: Final = raw(resource.create)


class Streamed:
    """The calls of `Responses` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Responses) -> None:
        self.create: Final = streamed(resource.create)


class AsyncRaw:
    """The calls of `AsyncResponses`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncResponses) -> None:
        self.create: Final = async_raw(resource.create)


class AsyncStreamed:
    """The calls of `AsyncResponses` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncResponses) -> None:
        self.create: Final = async_streamed(resource.create)
