"""The type `ChatCompletionMessageToolCalls`."""

from __future__ import annotations

from typing import TypeAlias

from .chat.chat_completion_message_tool_call import ChatCompletionMessageToolCall

ChatCompletionMessageToolCalls: TypeAlias = list[ChatCompletionMessageToolCall]
"""The tools that the model wants to have called, each with its arguments."""
