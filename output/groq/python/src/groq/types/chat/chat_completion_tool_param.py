"""The type `ChatCompletionToolParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from ..function_definition import FunctionDefinition

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionToolParam(TypedDict, total=False):
    """A tool that the model may use: a function of yours, or a tool that is built in."""

    type: Required[Literal["function", "browser_search", "code_interpreter"] | str]
    """Kind of tool."""

    function: FunctionDefinition
    """A function that the model may call, and how to call it."""
