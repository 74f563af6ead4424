"""The type `ResponseInProgressEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .response import Response


@dataclass(kw_only=True, slots=True)
class ResponseInProgressEvent(BaseModel):
    """The model has begun to write."""

    type: Literal["response.in_progress"] = "response.in_progress"
    """Always `response.in_progress`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    response: Response
    """The response as it stands at this moment."""
