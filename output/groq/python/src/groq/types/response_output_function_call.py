"""The type `ResponseOutputFunctionCall`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ResponseOutputFunctionCall(BaseModel):
    """A function call that the model asks for.

    Run it, then send the result as a `function_call_output` item.
    """

    type: Literal["function_call"] = "function_call"
    """Always `function_call`."""

    id: str
    """Identifier of this item."""

    status: Literal["in_progress", "completed", "incomplete"] | str | None = absent
    """How far the call has come."""

    call_id: str
    """Identifier that the model gave to the call. The output of the function repeats it."""

    name: str
    """Name of the function to run."""

    arguments: str
    """Arguments for the function, as JSON text."""
