"""The resource `chat.completions`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, overload

from ..._core.options import split_options
from ..._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from ..._core.streaming import AsyncStream, Framing, Stream
from ..._core.unset import omit
from ...types.chat.chat_completion import ChatCompletion
from ...types.chat.chat_completion_chunk import ChatCompletionChunk

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from ..._core.unset import Omit
    from ...types.chat.completion_create_params import CompletionCreateParamsBase


class Completions(Resource):
    """Reached as `client.chat.completions`."""

    @cached_property
    def with_raw_response(self) -> CompletionsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return CompletionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CompletionsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return CompletionsWithStreamingResponse(self)

    @overload
    def create(
        self,
        *,
        stream: Literal[False] | None | Omit = omit,
        **params: Unpack[CompletionCreateParamsBase],
    ) -> ChatCompletion: ...

    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CompletionCreateParamsBase]
    ) -> Stream[ChatCompletionChunk]: ...

    @overload
    def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[CompletionCreateParamsBase]
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...

    def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[CompletionCreateParamsBase]
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        """Ask a model for the next message of a conversation.

        Send the whole conversation each time: the API keeps no history between calls. With
        `stream` set to `true` the answer arrives piece by piece as server-sent events instead of
        as one object.

        The keyword arguments are those of `CompletionCreateParams`, where each is described.
        """
        body, options = split_options({**params, "stream": stream})
        if stream:
            return self._post(
                "/openai/v1/chat/completions",
                json=body,
                to=Stream[ChatCompletionChunk],
                framing=Framing(sentinel="[DONE]", error_field="x_groq.error"),
                **options,
            )

        return self._post("/openai/v1/chat/completions", json=body, to=ChatCompletion, **options)


class AsyncCompletions(AsyncResource):
    """Reached as `client.chat.completions`."""

    @cached_property
    def with_raw_response(self) -> AsyncCompletionsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncCompletionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCompletionsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncCompletionsWithStreamingResponse(self)

    @overload
    async def create(
        self,
        *,
        stream: Literal[False] | None | Omit = omit,
        **params: Unpack[CompletionCreateParamsBase],
    ) -> ChatCompletion: ...

    @overload
    async def create(
        self, *, stream: Literal[True], **params: Unpack[CompletionCreateParamsBase]
    ) -> AsyncStream[ChatCompletionChunk]: ...

    @overload
    async def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[CompletionCreateParamsBase]
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...

    async def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[CompletionCreateParamsBase]
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]:
        """Ask a model for the next message of a conversation.

        Send the whole conversation each time: the API keeps no history between calls. With
        `stream` set to `true` the answer arrives piece by piece as server-sent events instead of
        as one object.

        The keyword arguments are those of `CompletionCreateParams`, where each is described.
        """
        body, options = split_options({**params, "stream": stream})
        if stream:
            return await self._post(
                "/openai/v1/chat/completions",
                json=body,
                to=AsyncStream[ChatCompletionChunk],
                framing=Framing(sentinel="[DONE]", error_field="x_groq.error"),
                **options,
            )

        return await self._post(
            "/openai/v1/chat/completions", json=body, to=ChatCompletion, **options
        )


class CompletionsWithRawResponse:
    def __init__(self, resource: Completions) -> None:
        self._resource = resource
        self.create: Final = raw(resource.create)


class CompletionsWithStreamingResponse:
    def __init__(self, resource: Completions) -> None:
        self._resource = resource
        self.create: Final = streamed(resource.create)


class AsyncCompletionsWithRawResponse:
    def __init__(self, resource: AsyncCompletions) -> None:
        self._resource = resource
        self.create: Final = async_raw(resource.create)


class AsyncCompletionsWithStreamingResponse:
    def __init__(self, resource: AsyncCompletions) -> None:
        self._resource = resource
        self.create: Final = async_streamed(resource.create)
