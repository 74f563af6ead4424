"""The type `ChatCompletionToolChoiceOptionParam`."""

from __future__ import annotations

from typing import Literal, TypeAlias, Union

from .chat_completion_named_tool_choice_param import ChatCompletionNamedToolChoiceParam

ChatCompletionToolChoiceOptionParam: TypeAlias = Union[
    Literal["none", "auto", "required"], ChatCompletionNamedToolChoiceParam, None
]
"""Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`),
one or more (`required`), or the very one that you name, as in `{"type": "function",
"function": {"name": "get_weather"}}`.

Unless you say otherwise it is `auto` for a request with tools and `none` for one without.
"""
