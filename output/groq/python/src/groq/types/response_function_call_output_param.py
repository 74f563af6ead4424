"""The type `ResponseFunctionCallOutputParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseFunctionCallOutputParam(TypedDict, total=False):
    """The result of a function call, handed to the model."""

    type: Required[Literal["function_call_output"]]
    """Always `function_call_output`."""

    id: str
    """Identifier of this item."""

    call_id: Required[str]
    """Identifier that the model gave to the call which this answers."""

    output: Required[str]
    """What the function returned, as JSON text."""

    status: Literal["in_progress", "completed", "incomplete"]
    """How far the item has come."""
