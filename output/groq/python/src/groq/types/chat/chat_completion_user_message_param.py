"""The type `ChatCompletionUserMessageParam`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

from .chat_completion_content_part_param import ChatCompletionContentPartParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionUserMessageParam(TypedDict, total=False):
    """A message from the person, or the program, that talks to the model."""

    content: Required[str | Iterable[ChatCompletionContentPartParam]]
    """What the user says."""

    role: Required[Literal["user"]]
    """Who speaks, here always `user`."""

    name: str
    """Name of the speaker, so that the model can tell apart several with the same role."""
