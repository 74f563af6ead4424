"""The type `ChatCompletionAssistantMessageParam`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

from ..chat_completion_message_tool_calls_param import ChatCompletionMessageToolCallsParam
from .chat_completion_content_part_text_param import ChatCompletionContentPartTextParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionAssistantMessageParam(TypedDict, total=False):
    """An earlier answer of the model, sent back as part of the conversation."""

    content: str | Iterable[ChatCompletionContentPartTextParam] | None
    """What the model said. It may be missing or null only beside `tool_calls` or
    `function_call`."""

    reasoning: str | None
    """Reasoning that came with the answer, if a reasoning model made it with `reasoning_format`
    set to `parsed`."""

    role: Required[Literal["assistant"]]
    """Who speaks, here always `assistant`."""

    name: str
    """Name of the speaker, so that the model can tell apart several with the same role."""

    tool_calls: ChatCompletionMessageToolCallsParam
    """The tools that the model wants to have called, each with its arguments."""

    function_call: FunctionCall
    """Deprecated. Function that the model asked for, with arguments. Newer conversations use
    `tool_calls` instead."""


class FunctionCall(TypedDict, total=False):
    """Function that the model asked for, with arguments.

    Newer conversations use `tool_calls` instead.

    Deprecated.
    """

    arguments: str
    """Arguments for the function, as JSON text written by the model. The text may be malformed
    or hold parameters you never declared, so check it before you use it."""

    name: str
    """Name of the function that the model asked for."""
