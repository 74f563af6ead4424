"""The type `ChatCompletionFunctionMessageParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionFunctionMessageParam(TypedDict, total=False):
    """The result of a function call, handed to the model.

    A message with the role `tool` takes its place.

    Deprecated.
    """

    role: Required[Literal["function"]]
    """Who speaks, here always `function`."""

    content: Required[str | None]
    """What the function returned, or null for nothing."""

    name: Required[str]
    """Name of the function that was called."""
