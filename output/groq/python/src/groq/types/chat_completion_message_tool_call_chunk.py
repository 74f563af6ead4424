"""The type `ChatCompletionMessageToolCallChunk`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ChatCompletionMessageToolCallChunk(BaseModel):
    """A piece of a tool call, as it arrives in a stream."""

    index: int
    """Position of the call in the list. Pieces with the same position belong together."""

    id: str | None = absent
    """Identifier of the call."""

    type: Literal["function"] | None = absent
    """Kind of tool, for now always `function`."""

    function: Function | None = absent
    """The function, as far as this piece tells."""


@dataclass(kw_only=True, slots=True)
class Function(BaseModel):
    """The function, as far as this piece tells."""

    name: str | None = absent
    """Name of the function to run."""

    arguments: str | None = absent
    """Arguments for the function, or the next piece of them, as JSON text written by the model.
    The finished text may be malformed or hold parameters you never declared, so check it
    before you use it."""
