"""The type `ResponseOutputTextDoneEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseOutputTextDoneEvent(BaseModel):
    """The text of a part is complete."""

    type: Literal["response.output_text.done"] = "response.output_text.done"
    """Always `response.output_text.done`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    item_id: str
    """Identifier of the item that this belongs to."""

    output_index: int
    """The position of the item in the output."""

    content_index: int
    """The position of the part in the item's content."""

    text: str
    """The whole text of the part."""
