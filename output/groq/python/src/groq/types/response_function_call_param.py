"""The type `ResponseFunctionCallParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseFunctionCallParam(TypedDict, total=False):
    """A function call that the model asked for, sent back as input."""

    type: Required[Literal["function_call"]]
    """Always `function_call`."""

    id: str
    """Identifier of this item."""

    call_id: Required[str]
    """Identifier that the model gave to the call. The output of the function repeats it."""

    name: Required[str]
    """Name of the function to run."""

    arguments: Required[str]
    """Arguments for the function, as JSON text."""

    status: Literal["in_progress", "completed", "incomplete"]
    """How far the item has come."""
