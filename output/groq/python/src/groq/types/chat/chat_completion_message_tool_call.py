"""The type `ChatCompletionMessageToolCall`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ChatCompletionMessageToolCall(BaseModel):
    """A call that the model wants to have made.

    Run it, then send the result back in a message with the role `tool`.
    """

    id: str
    """Identifier of the call, to be repeated as `tool_call_id` with its result."""

    type: Literal["function"] = "function"
    """Kind of tool, for now always `function`."""

    function: Function
    """Which function to run, and with what."""


@dataclass(kw_only=True, slots=True)
class Function(BaseModel):
    """Which function to run, and with what."""

    name: str
    """Name of the function to run."""

    arguments: str
    """Arguments for the function, as JSON text written by the model. The text may be malformed
    or hold parameters you never declared, so check it before you use it."""
