"""The resource `audio.transcriptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._core.arguments import takes
from ..._core.resource import AsyncResource, Resource, WithResponses
from ..._core.unset import omit
from ..._core.wire import renamed
from ...proxies.audio import transcriptions as proxies
from ...types.audio.transcription import Transcription
from ...types.audio.transcription_verbose import TranscriptionVerbose

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from ..._core.unset import Omit
    from ...types.audio.transcription_create_params import TranscriptionCreateParamsBase


_CREATE = takes(
    "create",
    "model",
    "response_format file url language prompt temperature timestamp_granularities",
    files=("file",),
)


class Transcriptions(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.audio.transcriptions`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["json"] | Omit = omit,
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> Transcription: ...

    @overload
    def create(
        self, *, response_format: Literal["text"], **params: Unpack[TranscriptionCreateParamsBase]
    ) -> str: ...

    @overload
    def create(
        self,
        *,
        response_format: Literal["verbose_json"],
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> TranscriptionVerbose: ...

    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> Transcription | str | TranscriptionVerbose: ...

    def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> Transcription | str | TranscriptionVerbose:
        """Write down what is said in a recording, in the language spoken.

        Pass the audio either as an upload (`file`) or as an address (`url`), never both. Ask for
        `response_format: verbose_json` to get timestamps as well as the text.

        The keyword arguments are those of `TranscriptionCreateParams`, where each is described.
        """
        body, options = _CREATE.split(params, response_format=response_format)
        if response_format == "text":
            return self._post(
                "/openai/v1/audio/transcriptions",
                multipart=renamed(body, {"timestamp_granularities": "timestamp_granularities[]"}),
                to=str,
                **options,
            )

        if response_format == "verbose_json":
            return self._post(
                "/openai/v1/audio/transcriptions",
                multipart=renamed(body, {"timestamp_granularities": "timestamp_granularities[]"}),
                to=TranscriptionVerbose,
                **options,
            )

        return self._post(
            "/openai/v1/audio/transcriptions",
            multipart=renamed(body, {"timestamp_granularities": "timestamp_granularities[]"}),
            to=Transcription,
            **options,
        )


class AsyncTranscriptions(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.audio.transcriptions`."""

    @overload
    async def create(
        self,
        *,
        response_format: Literal["json"] | Omit = omit,
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> Transcription: ...

    @overload
    async def create(
        self, *, response_format: Literal["text"], **params: Unpack[TranscriptionCreateParamsBase]
    ) -> str: ...

    @overload
    async def create(
        self,
        *,
        response_format: Literal["verbose_json"],
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> TranscriptionVerbose: ...

    @overload
    async def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> Transcription | str | TranscriptionVerbose: ...

    async def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranscriptionCreateParamsBase],
    ) -> Transcription | str | TranscriptionVerbose:
        """Write down what is said in a recording, in the language spoken.

        Pass the audio either as an upload (`file`) or as an address (`url`), never both. Ask for
        `response_format: verbose_json` to get timestamps as well as the text.

        The keyword arguments are those of `TranscriptionCreateParams`, where each is described.
        """
        body, options = _CREATE.split(params, response_format=response_format)
        if response_format == "text":
            return await self._post(
                "/openai/v1/audio/transcriptions",
                multipart=renamed(body, {"timestamp_granularities": "timestamp_granularities[]"}),
                to=str,
                **options,
            )

        if response_format == "verbose_json":
            return await self._post(
                "/openai/v1/audio/transcriptions",
                multipart=renamed(body, {"timestamp_granularities": "timestamp_granularities[]"}),
                to=TranscriptionVerbose,
                **options,
            )

        return await self._post(
            "/openai/v1/audio/transcriptions",
            multipart=renamed(body, {"timestamp_granularities": "timestamp_granularities[]"}),
            to=Transcription,
            **options,
        )
