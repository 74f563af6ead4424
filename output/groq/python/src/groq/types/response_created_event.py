"""The type `ResponseCreatedEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .response import Response


@dataclass(kw_only=True, slots=True)
class ResponseCreatedEvent(BaseModel):
    """The response was accepted; nothing is written yet."""

    type: Literal["response.created"] = "response.created"
    """Always `response.created`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    response: Response
    """The response as it stands at this moment."""
