"""The resource `audio.speech`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from ..._core.options import split_options
from ..._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from ..._core.response import AsyncBinaryResponse, BinaryResponse

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...types.audio.speech_create_params import SpeechCreateParams


class Speech(Resource):
    """Reached as `client.audio.speech`."""

    @cached_property
    def with_raw_response(self) -> SpeechWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return SpeechWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SpeechWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return SpeechWithStreamingResponse(self)

    def create(self, **params: Unpack[SpeechCreateParams]) -> BinaryResponse:
        """Turn text into spoken audio.

        Reads `input` aloud with the chosen voice and answers with the bytes of one audio file,
        not with JSON. Write them to a file or pass them on as they arrive.

        The keyword arguments are those of `SpeechCreateParams`, where each is described.

        Headers, to be read with `with_raw_response`:
            Transfer-Encoding (str): Always `chunked`: the audio arrives in pieces and its total
                length is not announced.
        """
        body, options = split_options(params)
        return self._post("/openai/v1/audio/speech", json=body, to=BinaryResponse, **options)


class AsyncSpeech(AsyncResource):
    """Reached as `client.audio.speech`."""

    @cached_property
    def with_raw_response(self) -> AsyncSpeechWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncSpeechWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSpeechWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncSpeechWithStreamingResponse(self)

    async def create(self, **params: Unpack[SpeechCreateParams]) -> AsyncBinaryResponse:
        """Turn text into spoken audio.

        Reads `input` aloud with the chosen voice and answers with the bytes of one audio file,
        not with JSON. Write them to a file or pass them on as they arrive.

        The keyword arguments are those of `SpeechCreateParams`, where each is described.

        Headers, to be read with `with_raw_response`:
            Transfer-Encoding (str): Always `chunked`: the audio arrives in pieces and its total
                length is not announced.
        """
        body, options = split_options(params)
        return await self._post(
            "/openai/v1/audio/speech", json=body, to=AsyncBinaryResponse, **options
        )


class SpeechWithRawResponse:
    def __init__(self, resource: Speech) -> None:
        self._resource = resource
        self.create: Final = raw(resource.create)


class SpeechWithStreamingResponse:
    def __init__(self, resource: Speech) -> None:
        self._resource = resource
        self.create: Final = streamed(resource.create)


class AsyncSpeechWithRawResponse:
    def __init__(self, resource: AsyncSpeech) -> None:
        self._resource = resource
        self.create: Final = async_raw(resource.create)


class AsyncSpeechWithStreamingResponse:
    def __init__(self, resource: AsyncSpeech) -> None:
        self._resource = resource
        self.create: Final = async_streamed(resource.create)
