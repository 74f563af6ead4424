"""The type `TranscriptionVerbose`."""

from __future__ import annotations

from dataclasses import dataclass

from ..._core.model import BaseModel
from ..._core.unset import absent
from .transcription_segment import TranscriptionSegment
from .transcription_word import TranscriptionWord


@dataclass(kw_only=True, slots=True)
class TranscriptionVerbose(BaseModel):
    """The transcript of a recording with its language, its length and, as requested, times."""

    language: str
    """Language spoken in the recording."""

    duration: str
    """Length of the recording, given as a string."""

    text: str
    """Everything that was said, as text."""

    words: list[TranscriptionWord] | None = absent
    """The single words with their times, if you asked for them."""

    segments: list[TranscriptionSegment] | None = absent
    """The transcript cut into timed stretches, with measures of quality."""
