"""The type `ResponseOutputMessage`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent
from .response_output_content import ResponseOutputContent


@dataclass(kw_only=True, slots=True)
class ResponseOutputMessage(BaseModel):
    """A message that the model wrote."""

    type: Literal["message"] = "message"
    """Always `message`."""

    id: str
    """Identifier of the message."""

    status: Literal["in_progress", "completed", "incomplete"] | str | None = absent
    """How far the message has come."""

    role: Literal["assistant"] = "assistant"
    """Who wrote the message, here always `assistant`."""

    content: list[ResponseOutputContent]
    """What the message says, part by part."""
