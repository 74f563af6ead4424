"""The resource `chat`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .completions import (
        AsyncCompletions,
        AsyncCompletionsWithRawResponse,
        AsyncCompletionsWithStreamingResponse,
        Completions,
        CompletionsWithRawResponse,
        CompletionsWithStreamingResponse,
    )


class Chat(Resource):
    """Reached as `client.chat`. Further resources: `completions`."""

    @cached_property
    def completions(self) -> Completions:
        from .completions import Completions

        return Completions(self._client)

    @cached_property
    def with_raw_response(self) -> ChatWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return ChatWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ChatWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return ChatWithStreamingResponse(self)


class AsyncChat(AsyncResource):
    """Reached as `client.chat`. Further resources: `completions`."""

    @cached_property
    def completions(self) -> AsyncCompletions:
        from .completions import AsyncCompletions

        return AsyncCompletions(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncChatWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncChatWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncChatWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncChatWithStreamingResponse(self)


class ChatWithRawResponse:
    def __init__(self, resource: Chat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> CompletionsWithRawResponse:
        return self._resource.completions.with_raw_response


class ChatWithStreamingResponse:
    def __init__(self, resource: Chat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> CompletionsWithStreamingResponse:
        return self._resource.completions.with_streaming_response


class AsyncChatWithRawResponse:
    def __init__(self, resource: AsyncChat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> AsyncCompletionsWithRawResponse:
        return self._resource.completions.with_raw_response


class AsyncChatWithStreamingResponse:
    def __init__(self, resource: AsyncChat) -> None:
        self._resource = resource

    @cached_property
    def completions(self) -> AsyncCompletionsWithStreamingResponse:
        return self._resource.completions.with_streaming_response
