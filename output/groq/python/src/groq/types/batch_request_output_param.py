"""The type `BatchRequestOutputParam`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict


class BatchRequestOutputParam(TypedDict, total=False):
    """One line of the output or error file of a batch: what became of a request."""

    id: str
    """Identifier of this result."""

    custom_id: str
    """The name that you gave the request in the input file."""

    response: Response | None
    """The answer that the request got over HTTP, or null if it got none."""

    error: Error | None
    """Why the request failed other than by an HTTP error, or null if it did not."""


class Response(TypedDict, total=False):
    """The answer that the request got over HTTP, or null if it got none."""

    status_code: int
    """HTTP status of the answer."""

    request_id: str
    """Identifier of the request at the API. Quote it when you ask support for help."""

    body: Mapping[str, object]
    """JSON body of the answer."""


class Error(TypedDict, total=False):
    """Why the request failed other than by an HTTP error, or null if it did not."""

    code: str
    """Code of the failure, meant for programs."""

    message: str
    """Explanation of the failure, meant for people."""
