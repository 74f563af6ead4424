"""The type `ResponseContentPartDoneEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .response_output_content import ResponseOutputContent


@dataclass(kw_only=True, slots=True)
class ResponseContentPartDoneEvent(BaseModel):
    """A part of a message is complete."""

    type: Literal["response.content_part.done"] = "response.content_part.done"
    """Always `response.content_part.done`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    item_id: str
    """Identifier of the item that this belongs to."""

    output_index: int
    """The position of the item in the output."""

    content_index: int
    """The position of the part in the item's content."""

    part: ResponseOutputContent
    """The part as it stands at this moment."""
