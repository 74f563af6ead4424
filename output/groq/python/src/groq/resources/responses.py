"""The resource `responses`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, overload

from .._core.options import split_options
from .._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from .._core.streaming import AsyncStream, Framing, Stream
from .._core.unset import omit
from ..types.response import Response
from ..types.response_stream_event import ResponseStreamEvent

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from .._core.unset import Omit
    from ..types.response_create_params import ResponseCreateParamsBase


class Responses(Resource):
    """Reached as `client.responses`."""

    @cached_property
    def with_raw_response(self) -> ResponsesWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return ResponsesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ResponsesWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return ResponsesWithStreamingResponse(self)

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
        body, options = split_options({**params, "stream": stream})
        if stream:
            return self._post(
                "/openai/v1/responses",
                json=body,
                to=Stream[ResponseStreamEvent],
                framing=Framing(),
                **options,
            )

        return self._post("/openai/v1/responses", json=body, to=Response, **options)


class AsyncResponses(AsyncResource):
    """Reached as `client.responses`."""

    @cached_property
    def with_raw_response(self) -> AsyncResponsesWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncResponsesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncResponsesWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncResponsesWithStreamingResponse(self)

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
        body, options = split_options({**params, "stream": stream})
        if stream:
            return await self._post(
                "/openai/v1/responses",
                json=body,
                to=AsyncStream[ResponseStreamEvent],
                framing=Framing(),
                **options,
            )

        return await self._post("/openai/v1/responses", json=body, to=Response, **options)


class ResponsesWithRawResponse:
    def __init__(self, resource: Responses) -> None:
        self._resource = resource
        self.create: Final = raw(resource.create)


class ResponsesWithStreamingResponse:
    def __init__(self, resource: Responses) -> None:
        self._resource = resource
        self.create: Final = streamed(resource.create)


class AsyncResponsesWithRawResponse:
    def __init__(self, resource: AsyncResponses) -> None:
        self._resource = resource
        self.create: Final = async_raw(resource.create)


class AsyncResponsesWithStreamingResponse:
    def __init__(self, resource: AsyncResponses) -> None:
        self._resource = resource
        self.create: Final = async_streamed(resource.create)
