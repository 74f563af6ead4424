"""The type `ResponseFailedEvent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .response import Response


@dataclass(kw_only=True, slots=True)
class ResponseFailedEvent(BaseModel):
    """The response failed; `error` of the response says why."""

    type: Literal["response.failed"] = "response.failed"
    """Always `response.failed`."""

    sequence_number: int
    """The position of this event in the stream, counted from 0."""

    response: Response
    """The response as it stands at this moment."""
