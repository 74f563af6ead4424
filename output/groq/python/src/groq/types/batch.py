"""The type `Batch`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class Batch(BaseModel):
    """Many requests that run in the background under one identifier."""

    id: str
    """Identifier of the batch."""

    object: Literal["batch"] = "batch"
    """Always `batch`."""

    endpoint: str
    """Path that every request of the batch goes to."""

    errors: Errors | None = absent
    """Faults found in the batch or its input file."""

    input_file_id: str
    """Identifier of the file that holds the requests."""

    completion_window: str
    """How long the batch may take before it expires, such as `24h`."""

    status: (
        Literal[
            "validating",
            "failed",
            "in_progress",
            "finalizing",
            "completed",
            "expired",
            "cancelling",
            "cancelled",
        ]
        | str
    )
    """How far the batch has come, or how it ended."""

    output_file_id: str | None = absent
    """Identifier of the file with the answers to the requests that succeeded."""

    error_file_id: str | None = absent
    """Identifier of the file with the results of the requests that went wrong."""

    created_at: int
    """When the batch was created, in Unix seconds."""

    in_progress_at: int | None = absent
    """When its requests began to run, in Unix seconds."""

    expires_at: int | None = absent
    """When the batch runs out of time, in Unix seconds."""

    finalizing_at: int | None = absent
    """When the results began to be put together, in Unix seconds."""

    completed_at: int | None = absent
    """When the batch was finished, in Unix seconds."""

    failed_at: int | None = absent
    """When the batch failed, in Unix seconds."""

    expired_at: int | None = absent
    """When the batch ran out of time, in Unix seconds."""

    cancelling_at: int | None = absent
    """When its cancellation began, in Unix seconds."""

    cancelled_at: int | None = absent
    """When its cancellation was complete, in Unix seconds."""

    request_counts: RequestCounts | None = absent
    """How many of the requests are done, and how many went wrong."""

    metadata: dict[str, Any] | None = absent
    """Your own key-value pairs, as given when the batch was created."""


@dataclass(kw_only=True, slots=True)
class Errors(BaseModel):
    """Faults found in the batch or its input file."""

    object: str | None = absent
    """Always `list`."""

    data: list[ErrorsData] | None = absent
    """The faults, one by one."""


@dataclass(kw_only=True, slots=True)
class ErrorsData(BaseModel):
    """One fault of a batch."""

    code: str | None = absent
    """Code that says what kind of fault this is."""

    message: str | None = absent
    """Explanation of the fault for people to read."""

    param: str | None = absent
    """Name of the parameter at fault, or null if none is."""

    line: int | None = absent
    """Line of the input file at fault, or null if none is."""


@dataclass(kw_only=True, slots=True)
class RequestCounts(BaseModel):
    """How many of the requests are done, and how many went wrong."""

    total: int
    """Number of requests in the input file."""

    completed: int
    """Number of requests that succeeded so far."""

    failed: int
    """Number of requests that went wrong so far."""
