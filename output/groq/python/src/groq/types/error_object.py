"""The type `ErrorObject`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent
from .debug_data import DebugData


@dataclass(kw_only=True, slots=True)
class ErrorObject(BaseModel):
    """What went wrong with a request, worded for people and coded for programs."""

    message: str
    """Explanation of the failure in plain words."""

    type: str
    """Broad kind of failure, such as `invalid_request_error`."""

    param: str | None = absent
    """Name of the request parameter at fault, or null if no single one is to blame."""

    code: str | None = absent
    """Short code for the exact failure, or null if it has none."""

    failed_generation: str | None = absent
    """Output of the model that was thrown away, for instance because it is not the valid JSON
    that was asked for."""

    schema_path: str | None = absent
    """Where in a JSON Schema the broken rule stands, if validation is what failed."""

    schema_path_segments: list[str] | None = absent
    """The steps of `schema_path` one by one, when a request or an output fails validation."""

    schema_kind: str | None = absent
    """Kind of schema rule that was broken, if validation is what failed."""

    schema_code: str | None = absent
    """Code for the way in which validation failed."""

    debug: DebugData | None = absent
    """The tokens that went into the model and came out of it. Only requests with `debug` set to
    `true` get them."""
