"""The calls of `client.chat`, answering with whole responses."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...resources.chat import AsyncChat, Chat
    from .completions import AsyncRaw as AsyncCompletionsRaw
    from .completions import AsyncStreamed as AsyncCompletionsStreamed
    from .completions import Raw as CompletionsRaw
    from .completions import Streamed as CompletionsStreamed


class Raw:
    """The calls of `Chat`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Chat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> CompletionsRaw:
        return self._resource.completions.with_raw_response


class Streamed:
    """The calls of `Chat` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Chat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> CompletionsStreamed:
        return self._resource.completions.with_streaming_response


class AsyncRaw:
    """The calls of `AsyncChat`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncChat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> AsyncCompletionsRaw:
        return self._resource.completions.with_raw_response


class AsyncStreamed:
    """The calls of `AsyncChat` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncChat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> AsyncCompletionsStreamed:
        return self._resource.completions.with_streaming_response
