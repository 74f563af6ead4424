"""The type `Transcription`."""

from __future__ import annotations

from dataclasses import dataclass

from ..._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class Transcription(BaseModel):
    """The transcript of a recording, without times."""

    text: str
    """Everything that was said, as text."""
