"""The type `ChatCompletionFunctionCallOptionParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionFunctionCallOptionParam(TypedDict, total=False):
    """The one function that the model has to call."""

    name: Required[str]
    """Name of the function that has to be called."""
