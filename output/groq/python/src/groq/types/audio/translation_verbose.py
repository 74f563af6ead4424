"""The type `TranslationVerbose`."""

from __future__ import annotations

from dataclasses import dataclass

from ..._core.model import BaseModel
from ..._core.unset import absent
from .transcription_segment import TranscriptionSegment


@dataclass(kw_only=True, slots=True)
class TranslationVerbose(BaseModel):
    """The English translation of a recording with its length and timed segments."""

    language: str
    """Language of the text, which is `english` whatever was spoken."""

    duration: str
    """Length of the recording, given as a string."""

    text: str
    """Everything that was said, in English."""

    segments: list[TranscriptionSegment] | None = absent
    """The translation cut into timed stretches, with measures of quality."""
