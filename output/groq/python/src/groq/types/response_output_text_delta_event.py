"""The type `ResponseOutputTextDeltaEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseOutputTextDeltaEvent(BaseModel):
    """More text of the answer."""

    type: Literal["response.output_text.delta"] = "response.output_text.delta"
    """Always `response.output_text.delta`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    item_id: str
    """Identifier of the item that this belongs to."""

    output_index: int
    """The position of the item in the output."""

    content_index: int
    """The position of the part in the item's content."""

    delta: str
    """The text to append."""
