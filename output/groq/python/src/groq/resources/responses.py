"""The resource `responses`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._core.arguments import takes
from .._core.resource import AsyncResource, Resource, WithResponses
from .._core.streaming import AsyncStream, Framing, Stream
from .._core.unset import omit
from ..proxies import responses as proxies
from ..types.response import Response
from ..types.response_stream_event import ResponseStreamEvent

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from .._core.unset import Omit
    from ..types.response_create_params import ResponseCreateParamsBase


_CREATE = takes(
    "create",
    "model input",
    "stream instructions max_output_tokens temperature top_p tools tool_choice text reasoning "
    "metadata parallel_tool_calls store user service_tier truncation",
)


class Responses(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.responses`."""

    @overload
    def create(
        self,
        *,
        stream: Literal[False] | None | Omit = omit,
        **params: Unpack[ResponseCreateParamsBase],
    ) -> Response: ...

    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[ResponseCreateParamsBase]
    ) -> Stream[ResponseStreamEvent]: ...

    @overload
    def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[ResponseCreateParamsBase]
    ) -> Response | Stream[ResponseStreamEvent]: ...

    def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[ResponseCreateParamsBase]
    ) -> Response | Stream[ResponseStreamEvent]:
        """Generate a response to text or to a list of input items.

        The result is a list of output items: messages, function calls and reasoning. With
        `stream` set to `true` they arrive bit by bit as server-sent events instead of as one
        object. This endpoint is in beta.

        The keyword arguments are those of `ResponseCreateParams`, where each is described.
        """
        body, options = _CREATE.split(params, stream=stream)
        if stream:
            return self._post(
                "/openai/v1/responses",
                json=body,
                to=Stream[ResponseStreamEvent],
                framing=Framing(),
                **options,
            )

        return self._post("/openai/v1/responses", json=body, to=Response, **options)


class AsyncResponses(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.responses`."""

    @overload
    async def create(
        self,
        *,
        stream: Literal[False] | None | Omit = omit,
        **params: Unpack[ResponseCreateParamsBase],
    ) -> Response: ...

    @overload
    async def create(
        self, *, stream: Literal[True], **params: Unpack[ResponseCreateParamsBase]
    ) -> AsyncStream[ResponseStreamEvent]: ...

    @overload
    async def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[ResponseCreateParamsBase]
    ) -> Response | AsyncStream[ResponseStreamEvent]: ...

    async def create(
        self, *, stream: bool | None | Omit = omit, **params: Unpack[ResponseCreateParamsBase]
    ) -> Response | AsyncStream[ResponseStreamEvent]:
        """Generate a response to text or to a list of input items.

        The result is a list of output items: messages, function calls and reasoning. With
        `stream` set to `true` they arrive bit by bit as server-sent events instead of as one
        object. This endpoint is in beta.

        The keyword arguments are those of `ResponseCreateParams`, where each is described.
        """
        body, options = _CREATE.split(params, stream=stream)
        if stream:
            return await self._post(
                "/openai/v1/responses",
                json=body,
                to=AsyncStream[ResponseStreamEvent],
                framing=Framing(),
                **options,
            )

        return await self._post("/openai/v1/responses", json=body, to=Response, **options)
