"""The type `ResponseOutputItemAddedEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .response_output_item import ResponseOutputItem


@dataclass(kw_only=True, slots=True)
class ResponseOutputItemAddedEvent(BaseModel):
    """The model has begun a further item of the output."""

    type: Literal["response.output_item.added"] = "response.output_item.added"
    """Always `response.output_item.added`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    output_index: int
    """The position of the item in the output."""

    item: ResponseOutputItem
    """The item as it stands at this moment."""
