"""The calls of `client.audio.transcriptions`, answering with whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..._core.resource import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ...resources.audio.transcriptions import AsyncTranscriptions, Transcriptions


class Raw:
    """The calls of `Transcriptions`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Transcriptions) -> None:
        self.create: Final = raw(resource.create)


class Streamed:
    """The calls of `Transcriptions` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Transcriptions) -> None:
        self.create: Final = streamed(resource.create)


class AsyncRaw:
    """The calls of `AsyncTranscriptions`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncTranscriptions) -> None:
        self.create: Final = async_raw(resource.create)


class AsyncStreamed:
    """The calls of `AsyncTranscriptions` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncTranscriptions) -> None:
        self.create: Final = async_streamed(resource.create)
