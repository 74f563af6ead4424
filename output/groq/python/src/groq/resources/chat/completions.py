"""The resource `chat.completions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._core.arguments import takes
from ..._core.resource import AsyncResource, Resource, WithResponses
from ..._core.streaming import AsyncStream, Framing, Stream
from ..._core.unset import omit
from ...proxies.chat import completions as proxies
from ...types.chat.chat_completion import ChatCompletion
from ...types.chat.chat_completion_chunk import ChatCompletionChunk

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from ..._core.unset import Omit
    from ...types.chat.completion_create_params import CompletionCreateParamsBase


_CREATE = takes(
    "create",
    "messages model",
    "stream disable_tool_validation frequency_penalty include_reasoning logit_bias logprobs "
    "top_logprobs max_tokens max_completion_tokens n presence_penalty response_format seed "
    "service_tier stop reasoning_effort reasoning_format temperature top_p tools tool_choice "
    "parallel_tool_calls user function_call functions metadata store include_domains "
    "exclude_domains search_settings compound_custom documents citation_options",
)


class Completions(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.chat.completions`."""

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
        body, options = _CREATE.split(params, stream=stream)
        if stream:
            return self._post(
                "/openai/v1/chat/completions",
                json=body,
                to=Stream[ChatCompletionChunk],
                framing=Framing(sentinel="[DONE]", error_field="x_groq.error"),
                **options,
            )

        return self._post("/openai/v1/chat/completions", json=body, to=ChatCompletion, **options)


class AsyncCompletions(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.chat.completions`."""

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
        body, options = _CREATE.split(params, stream=stream)
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
