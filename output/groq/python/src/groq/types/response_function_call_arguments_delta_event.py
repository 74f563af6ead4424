"""The type `ResponseFunctionCallArgumentsDeltaEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseFunctionCallArgumentsDeltaEvent(BaseModel):
    """More of the arguments of a function call."""

    type: Literal["response.function_call_arguments.delta"] = (
        "response.function_call_arguments.delta"
    )
    """Always `response.function_call_arguments.delta`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    item_id: str
    """Identifier of the item that this belongs to."""

    output_index: int
    """The position of the item in the output."""

    delta: str
    """The text to append to the arguments, which are JSON once they are complete."""
