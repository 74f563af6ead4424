"""The type `XGroqNonStreaming`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent
from .debug_data import DebugData


@dataclass(kw_only=True, slots=True)
class XGroqNonStreaming(BaseModel):
    """What Groq adds to an answer that arrives in one piece."""

    id: str
    """Identifier of the request. Quote it when you ask Groq support about it."""

    seed: int | None = absent
    """Seed that the answer was made with; see `seed` of the request."""

    usage: Usage | None = absent
    """Counts of the tokens that the caches of Groq's hardware supplied."""

    debug: DebugData | None = absent
    """The tokens that went in and came out, if you asked for them."""


@dataclass(kw_only=True, slots=True)
class Usage(BaseModel):
    """Counts of the tokens that the caches of Groq's hardware supplied."""

    sram_cached_tokens: int | None = absent
    """Number of tokens that came from the cache in SRAM."""

    dram_cached_tokens: int | None = absent
    """Number of tokens that came from the cache in DRAM."""
