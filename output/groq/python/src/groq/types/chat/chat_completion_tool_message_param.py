"""The type `ChatCompletionToolMessageParam`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

from .chat_completion_content_part_param import ChatCompletionContentPartParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionToolMessageParam(TypedDict, total=False):
    """The result of a tool call, handed to the model."""

    role: Required[Literal["tool"]]
    """Who speaks, here always `tool`."""

    content: Required[str | Iterable[ChatCompletionContentPartParam]]
    """What the tool returned."""

    tool_call_id: Required[str]
    """Identifier of the tool call that this answers."""
