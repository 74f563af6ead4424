"""The type `FunctionCitation`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class FunctionCitation(BaseModel):
    """A passage of the message that rests on what a function or other tool returned."""

    start_index: int
    """Position in the message at which the passage begins, counted in characters."""

    end_index: int
    """Position in the message at which the passage ends, counted in characters."""

    tool_call_id: str
    """Identifier of the tool call, as it stands in the conversation."""
