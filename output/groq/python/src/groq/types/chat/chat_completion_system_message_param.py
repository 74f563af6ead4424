"""The type `ChatCompletionSystemMessageParam`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

from .chat_completion_content_part_text_param import ChatCompletionContentPartTextParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionSystemMessageParam(TypedDict, total=False):
    """Instructions to the model that stand above the conversation."""

    content: Required[str | Iterable[ChatCompletionContentPartTextParam]]
    """The instructions."""

    role: Required[Literal["system", "developer"]]
    """Who speaks, here the author of the instructions, called either `system` or `developer`."""

    name: str
    """Name of the speaker, so that the model can tell apart several with the same role."""
