"""The resource `audio`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .speech import (
        AsyncSpeech,
        AsyncSpeechWithRawResponse,
        AsyncSpeechWithStreamingResponse,
        Speech,
        SpeechWithRawResponse,
        SpeechWithStreamingResponse,
    )
    from .transcriptions import (
        AsyncTranscriptions,
        AsyncTranscriptionsWithRawResponse,
        AsyncTranscriptionsWithStreamingResponse,
        Transcriptions,
        TranscriptionsWithRawResponse,
        TranscriptionsWithStreamingResponse,
    )
    from .translations import (
        AsyncTranslations,
        AsyncTranslationsWithRawResponse,
        AsyncTranslationsWithStreamingResponse,
        Translations,
        TranslationsWithRawResponse,
        TranslationsWithStreamingResponse,
    )


class Audio(Resource):
    """Reached as `client.audio`. Further resources: `speech`, `transcriptions`, `translations`."""

    @cached_property
    def speech(self) -> Speech:
        from .speech import Speech

        return Speech(self._client)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        from .transcriptions import Transcriptions

        return Transcriptions(self._client)

    @cached_property
    def translations(self) -> Translations:
        from .translations import Translations

        return Translations(self._client)

    @cached_property
    def with_raw_response(self) -> AudioWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AudioWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AudioWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AudioWithStreamingResponse(self)


class AsyncAudio(AsyncResource):
    """Reached as `client.audio`. Further resources: `speech`, `transcriptions`, `translations`."""

    @cached_property
    def speech(self) -> AsyncSpeech:
        from .speech import AsyncSpeech

        return AsyncSpeech(self._client)

    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        from .transcriptions import AsyncTranscriptions

        return AsyncTranscriptions(self._client)

    @cached_property
    def translations(self) -> AsyncTranslations:
        from .translations import AsyncTranslations

        return AsyncTranslations(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncAudioWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncAudioWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAudioWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncAudioWithStreamingResponse(self)


class AudioWithRawResponse:
    def __init__(self, resource: Audio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> SpeechWithRawResponse:
        return self._resource.speech.with_raw_response

    @cached_property
    def transcriptions(self) -> TranscriptionsWithRawResponse:
        return self._resource.transcriptions.with_raw_response

    @cached_property
    def translations(self) -> TranslationsWithRawResponse:
        return self._resource.translations.with_raw_response


class AudioWithStreamingResponse:
    def __init__(self, resource: Audio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> SpeechWithStreamingResponse:
        return self._resource.speech.with_streaming_response

    @cached_property
    def transcriptions(self) -> TranscriptionsWithStreamingResponse:
        return self._resource.transcriptions.with_streaming_response

    @cached_property
    def translations(self) -> TranslationsWithStreamingResponse:
        return self._resource.translations.with_streaming_response


class AsyncAudioWithRawResponse:
    def __init__(self, resource: AsyncAudio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> AsyncSpeechWithRawResponse:
        return self._resource.speech.with_raw_response

    @cached_property
    def transcriptions(self) -> AsyncTranscriptionsWithRawResponse:
        return self._resource.transcriptions.with_raw_response

    @cached_property
    def translations(self) -> AsyncTranslationsWithRawResponse:
        return self._resource.translations.with_raw_response


class AsyncAudioWithStreamingResponse:
    def __init__(self, resource: AsyncAudio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> AsyncSpeechWithStreamingResponse:
        return self._resource.speech.with_streaming_response

    @cached_property
    def transcriptions(self) -> AsyncTranscriptionsWithStreamingResponse:
        return self._resource.transcriptions.with_streaming_response

    @cached_property
    def translations(self) -> AsyncTranslationsWithStreamingResponse:
        return self._resource.translations.with_streaming_response
