"""The type `ChatCompletionMessage`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..._core.model import BaseModel
from ..._core.unset import absent
from ..annotation import Annotation
from ..chat_completion_message_executed_tools import ChatCompletionMessageExecutedTools
from ..chat_completion_message_tool_calls import ChatCompletionMessageToolCalls


@dataclass(kw_only=True, slots=True)
class ChatCompletionMessage(BaseModel):
    """The message that the model wrote."""

    content: str | None
    """The words of the message, or null if there are none."""

    reasoning: str | None = absent
    """Reasoning that led to the answer. Only reasoning models send it, and only with
    `reasoning_format` set to `parsed`."""

    tool_calls: ChatCompletionMessageToolCalls | None = absent
    """The tools that the model wants to have called, each with its arguments."""

    executed_tools: ChatCompletionMessageExecutedTools | None = absent
    """The tools that a compound system ran on the server while it worked on the answer."""

    role: Literal["assistant"] = "assistant"
    """Who wrote the message, here always `assistant`."""

    function_call: FunctionCall | None = absent
    """Deprecated. Function that the model asks for, with arguments. Newer programs read
    `tool_calls` instead."""

    annotations: list[Annotation] | None = absent
    """The sources that the message rests on, each tied to a passage of its text."""


@dataclass(kw_only=True, slots=True)
class FunctionCall(BaseModel):
    """Function that the model asks for, with arguments.

    Newer programs read `tool_calls` instead.

    Deprecated.
    """

    arguments: str
    """Arguments for the function, as JSON text written by the model. The text may be malformed
    or hold parameters you never declared, so check it before you use it."""

    name: str
    """Name of the function to run."""
