"""The type `ChatCompletionContentPartTextParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionContentPartTextParam(TypedDict, total=False):
    """A piece of text within a message."""

    type: Required[Literal["text"]]
    """Always `text`, which marks the part as text."""

    text: Required[str]
    """The words themselves."""
