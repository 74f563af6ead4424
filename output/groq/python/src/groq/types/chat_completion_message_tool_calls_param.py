"""The type `ChatCompletionMessageToolCallsParam`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, Union

from .chat.chat_completion_message_tool_call import ChatCompletionMessageToolCall
from .chat.chat_completion_message_tool_call_param import ChatCompletionMessageToolCallParam

ChatCompletionMessageToolCallsParam: TypeAlias = Iterable[
    Union[ChatCompletionMessageToolCallParam, ChatCompletionMessageToolCall]
]
"""The tools that the model wants to have called, each with its arguments."""
