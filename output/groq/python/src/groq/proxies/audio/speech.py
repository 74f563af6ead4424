"""The calls of `client.audio.speech`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ...resources.audio.speech import AsyncSpeech, Speech


class Raw:
    """The calls of `Speech`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Speech) -> None:
        self.create: Final = raw(resource.create)


class Streamed:
    """The calls of `Speech` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Speech) -> None:
        self.create: Final = streamed(resource.create)


class AsyncRaw:
    """The calls of `AsyncSpeech`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncSpeech) -> None:
        self.create: Final = async_raw(resource.create)


class AsyncStreamed:
    """The calls of `AsyncSpeech` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncSpeech) -> None:
        self.create: Final = async_streamed(resource.create)
