"""The resource `audio.speech`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.arguments import takes
from ..._core.resource import AsyncResource, Resource, WithResponses
from ..._core.response import AsyncBinaryResponse, BinaryResponse
from ...proxies.audio import speech as proxies

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...types.audio.speech_create_params import SpeechCreateParams


_CREATE = takes("create", "model input voice", "response_format sample_rate speed")


class Speech(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.audio.speech`."""

    def create(self, **params: Unpack[SpeechCreateParams]) -> BinaryResponse:
        """Turn text into spoken audio.

        Reads `input` aloud with the chosen voice and answers with the bytes of one audio file,
        not with JSON. Write them to a file or pass them on as they arrive.

        The keyword arguments are those of `SpeechCreateParams`, where each is described.

        Headers, to be read with `with_raw_response`:
            Transfer-Encoding (str): Always `chunked`: the audio arrives in pieces and its total
                length is not announced.
        """
        body, options = _CREATE.split(params)
        return self._post("/openai/v1/audio/speech", json=body, to=BinaryResponse, **options)


class AsyncSpeech(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.audio.speech`."""

    async def create(self, **params: Unpack[SpeechCreateParams]) -> AsyncBinaryResponse:
        """Turn text into spoken audio.

        Reads `input` aloud with the chosen voice and answers with the bytes of one audio file,
        not with JSON. Write them to a file or pass them on as they arrive.

        The keyword arguments are those of `SpeechCreateParams`, where each is described.

        Headers, to be read with `with_raw_response`:
            Transfer-Encoding (str): Always `chunked`: the audio arrives in pieces and its total
                length is not announced.
        """
        body, options = _CREATE.split(params)
        return await self._post(
            "/openai/v1/audio/speech", json=body, to=AsyncBinaryResponse, **options
        )
