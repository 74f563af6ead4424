"""The type `TranscriptionSegment`."""

from __future__ import annotations

from dataclasses import dataclass

from ..._core.model import BaseModel
from ..._core.unset import absent


@dataclass(kw_only=True, slots=True)
class TranscriptionSegment(BaseModel):
    """A stretch of a recording, with its text and measures of how far to trust it."""

    id: int
    """Identifier that tells this segment from the others."""

    seek: int
    """Offset in the audio at which the model began to look for this segment."""

    start: float
    """When the segment begins, in seconds from the beginning of the recording."""

    end: float
    """When the segment ends, in seconds from the beginning of the recording."""

    text: str
    """What is said in the segment."""

    tokens: list[int]
    """The text of the segment as the token numbers of the model."""

    temperature: float | None = absent
    """Temperature at which the model wrote this segment."""

    avg_logprob: float | None = absent
    """Mean log probability of the tokens. Distrust the segment if it falls below -1."""

    compression_ratio: float | None = absent
    """How far the text can be compressed. Above 2.4 the compression counts as failed, as it does
    for text that repeats itself."""

    no_speech_prob: float | None = absent
    """Likelihood that nobody speaks here. Take the segment for silence if this exceeds 1.0 while
    `avg_logprob` is under -1."""

    audio_text: str | None = absent
    """Transcript of the whole chunk of audio that this segment belongs to."""

    token_scores: list[float] | None = absent
    """Scores of the single tokens."""

    chunk_start: int | None = absent
    """Timestamp at which the chunk begins."""

    chunk_end: int | None = absent
    """Timestamp at which the chunk ends."""
