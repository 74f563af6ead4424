"""The type `TranscriptionWord`."""

from __future__ import annotations

from dataclasses import dataclass

from ..._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class TranscriptionWord(BaseModel):
    """One spoken word and the time it takes."""

    word: str
    """The word as written."""

    start: float
    """When the word begins, in seconds from the beginning of the recording."""

    end: float
    """When the word ends, in seconds from the beginning of the recording."""
