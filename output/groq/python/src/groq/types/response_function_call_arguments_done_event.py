"""The type `ResponseFunctionCallArgumentsDoneEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseFunctionCallArgumentsDoneEvent(BaseModel):
    """The arguments of a function call are complete."""

    type: Literal["response.function_call_arguments.done"] = "response.function_call_arguments.done"
    """Always `response.function_call_arguments.done`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    item_id: str
    """Identifier of the item that this belongs to."""

    output_index: int
    """The position of the item in the output."""

    arguments: str
    """All arguments, as a JSON text."""
