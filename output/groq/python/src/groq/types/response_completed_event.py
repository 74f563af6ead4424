"""The type `ResponseCompletedEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .response import Response


@dataclass(kw_only=True, slots=True)
class ResponseCompletedEvent(BaseModel):
    """The response is finished, and this is all of it."""

    type: Literal["response.completed"] = "response.completed"
    """Always `response.completed`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    response: Response
    """The response as it stands at this moment."""
