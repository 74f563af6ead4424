"""The type `BatchRequestOutput`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class BatchRequestOutput(BaseModel):
    """One line of the output or error file of a batch: what became of a request."""

    id: str | None = absent
    """Identifier of this result."""

    custom_id: str | None = absent
    """The name that you gave the request in the input file."""

    response: Response | None = absent
    """The answer that the request got over HTTP, or null if it got none."""

    error: Error | None = absent
    """Why the request failed other than by an HTTP error, or null if it did not."""


@dataclass(kw_only=True, slots=True)
class Response(BaseModel):
    """The answer that the request got over HTTP, or null if it got none."""

    status_code: int | None = absent
    """HTTP status of the answer."""

    request_id: str | None = absent
    """Identifier of the request at the API. Quote it when you ask support for help."""

    body: dict[str, Any] | None = absent
    """JSON body of the answer."""


@dataclass(kw_only=True, slots=True)
class Error(BaseModel):
    """Why the request failed other than by an HTTP error, or null if it did not."""

    code: str | None = absent
    """Code of the failure, meant for programs."""

    message: str | None = absent
    """Explanation of the failure, meant for people."""
