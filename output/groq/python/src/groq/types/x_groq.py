"""The type `XGroq`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent
from .chat_completion_usage_breakdown import ChatCompletionUsageBreakdown
from .completion_usage import CompletionUsage
from .debug_data import DebugData


@dataclass(kw_only=True, slots=True)
class XGroq(BaseModel):
    """What Groq adds to the chunks of a stream.

    Not every chunk carries every field.
    """

    id: str | None = absent
    """Identifier of the request, in the first chunk and the last. Quote it when you ask Groq
    support about it."""

    seed: int | None = absent
    """Seed that the answer was made with, in the last chunk."""

    usage: CompletionUsage | None = absent
    """Token counts and times of the whole stream, in the last chunk only."""

    usage_breakdown: ChatCompletionUsageBreakdown | None = absent
    """The token counts of each model, if a compound system used several, in the last chunk only."""

    error: str | None = absent
    """Why the stream broke off early, if it did."""

    debug: DebugData | None = absent
    """The tokens that went in and came out, if you asked for them."""
