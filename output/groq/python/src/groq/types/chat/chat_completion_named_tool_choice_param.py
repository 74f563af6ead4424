"""The type `ChatCompletionNamedToolChoiceParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionNamedToolChoiceParam(TypedDict, total=False):
    """The one function that the model has to call."""

    type: Required[Literal["function"]]
    """Kind of tool, for now always `function`."""

    function: Required[Function]
    """Which function to call."""


class Function(TypedDict, total=False):
    """Which function to call."""

    name: Required[str]
    """Name of the function that has to be called."""
