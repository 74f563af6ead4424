"""The type `ErrorResponse`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .error_object import ErrorObject


@dataclass(kw_only=True, slots=True)
class ErrorResponse(BaseModel):
    """The body that comes with a failed request."""

    error: ErrorObject
    """What went wrong with a request, worded for people and coded for programs."""
