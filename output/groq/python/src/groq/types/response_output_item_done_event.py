"""The type `ResponseOutputItemDoneEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .response_output_item import ResponseOutputItem


@dataclass(kw_only=True, slots=True)
class ResponseOutputItemDoneEvent(BaseModel):
    """An item of the output is complete."""

    type: Literal["response.output_item.done"] = "response.output_item.done"
    """Always `response.output_item.done`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    output_index: int
    """The position of the item in the output."""

    item: ResponseOutputItem
    """The item as it stands at this moment."""
