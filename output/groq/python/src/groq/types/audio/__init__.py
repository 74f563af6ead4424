"""Types of `audio`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.lazy import lazily

if TYPE_CHECKING:
    from .speech_create_params import SpeechCreateParams
    from .transcription import Transcription
    from .transcription_create_params import TranscriptionCreateParams
    from .transcription_segment import TranscriptionSegment
    from .transcription_verbose import TranscriptionVerbose
    from .transcription_word import TranscriptionWord
    from .translation import Translation
    from .translation_create_params import TranslationCreateParams
    from .translation_verbose import TranslationVerbose

__all__ = [
    "SpeechCreateParams",
    "Transcription",
    "TranscriptionCreateParams",
    "TranscriptionSegment",
    "TranscriptionVerbose",
    "TranscriptionWord",
    "Translation",
    "TranslationCreateParams",
    "TranslationVerbose",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "SpeechCreateParams": ".speech_create_params",
            "Transcription": ".transcription",
            "TranscriptionCreateParams": ".transcription_create_params",
            "TranscriptionSegment": ".transcription_segment",
            "TranscriptionVerbose": ".transcription_verbose",
            "TranscriptionWord": ".transcription_word",
            "Translation": ".translation",
            "TranslationCreateParams": ".translation_create_params",
            "TranslationVerbose": ".translation_verbose",
        },
    )


def __dir__() -> list[str]:
    return list(__all__)
