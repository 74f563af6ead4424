"""The type `ChatCompletionStreamResponseDelta`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent
from .annotation import Annotation
from .chat_completion_message_executed_tools import ChatCompletionMessageExecutedTools
from .chat_completion_message_tool_call_chunk import ChatCompletionMessageToolCallChunk


@dataclass(kw_only=True, slots=True)
class ChatCompletionStreamResponseDelta(BaseModel):
    """What one chunk of a stream adds to the message."""

    content: str | None = absent
    """The next words of the message."""

    reasoning: str | None = absent
    """The next words of the reasoning. Only reasoning models send it, and only with
    `reasoning_format` set to `parsed`."""

    function_call: FunctionCall | None = absent
    """Deprecated. Function that the model asks for, with arguments. Newer programs read
    `tool_calls` instead."""

    tool_calls: list[ChatCompletionMessageToolCallChunk] | None = absent
    """The next pieces of the tool calls."""

    executed_tools: ChatCompletionMessageExecutedTools | None = absent
    """The tools that a compound system ran on the server while it worked on the answer."""

    role: Literal["system", "user", "assistant", "tool"] | str | None = absent
    """Who writes the message."""

    annotations: list[Annotation] | None = absent
    """The sources that the message rests on, each tied to a passage of its text."""


@dataclass(kw_only=True, slots=True)
class FunctionCall(BaseModel):
    """Function that the model asks for, with arguments.

    Newer programs read `tool_calls` instead.

    Deprecated.
    """

    arguments: str | None = absent
    """Arguments for the function, or the next piece of them, as JSON text written by the model.
    The finished text may be malformed or hold parameters you never declared, so check it
    before you use it."""

    name: str | None = absent
    """Name of the function to run."""
