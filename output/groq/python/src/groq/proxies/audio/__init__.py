"""The calls of `client.audio`, answering with whole responses."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...resources.audio import AsyncAudio, Audio
    from .speech import AsyncRaw as AsyncSpeechRaw
    from .speech import AsyncStreamed as AsyncSpeechStreamed
    from .speech import Raw as SpeechRaw
    from .speech import Streamed as SpeechStreamed
    from .transcriptions import AsyncRaw as AsyncTranscriptionsRaw
    from .transcriptions import AsyncStreamed as AsyncTranscriptionsStreamed
    from .transcriptions import Raw as TranscriptionsRaw
    from .transcriptions import Streamed as TranscriptionsStreamed
    from .translations import AsyncRaw as AsyncTranslationsRaw
    from .translations import AsyncStreamed as AsyncTranslationsStreamed
    from .translations import Raw as TranslationsRaw
    from .translations import Streamed as TranslationsStreamed


class Raw:
    """The calls of `Audio`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Audio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> SpeechRaw:
        return self._resource.speech.with_raw_response

    @cached_property
    def transcriptions(self) -> TranscriptionsRaw:
        return self._resource.transcriptions.with_raw_response

    @cached_property
    def translations(self) -> TranslationsRaw:
        return self._resource.translations.with_raw_response


class Streamed:
    """The calls of `Audio` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Audio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> SpeechStreamed:
        return self._resource.speech.with_streaming_response

    @cached_property
    def transcriptions(self) -> TranscriptionsStreamed:
        return self._resource.transcriptions.with_streaming_response

    @cached_property
    def translations(self) -> TranslationsStreamed:
        return self._resource.translations.with_streaming_response


class AsyncRaw:
    """The calls of `AsyncAudio`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncAudio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> AsyncSpeechRaw:
        return self._resource.speech.with_raw_response

    @cached_property
    def transcriptions(self) -> AsyncTranscriptionsRaw:
        return self._resource.transcriptions.with_raw_response

    @cached_property
    def translations(self) -> AsyncTranslationsRaw:
        return self._resource.translations.with_raw_response


class AsyncStreamed:
    """The calls of `AsyncAudio` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncAudio) -> None:
        self._resource = resource

    @cached_property
    def speech(self) -> AsyncSpeechStreamed:
        return self._resource.speech.with_streaming_response

    @cached_property
    def transcriptions(self) -> AsyncTranscriptionsStreamed:
        return self._resource.transcriptions.with_streaming_response

    @cached_property
    def translations(self) -> AsyncTranslationsStreamed:
        return self._resource.translations.with_streaming_response
