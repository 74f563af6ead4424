"""The resource `audio`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._core.resource import AsyncResource, Resource, WithResponses
from ...proxies import audio as proxies

if TYPE_CHECKING:
    from .speech import AsyncSpeech, Speech
    from .transcriptions import AsyncTranscriptions, Transcriptions
    from .translations import AsyncTranslations, Translations


class Audio(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
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


class AsyncAudio(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
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
