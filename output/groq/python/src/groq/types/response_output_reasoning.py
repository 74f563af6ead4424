"""The type `ResponseOutputReasoning`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseOutputReasoning(BaseModel):
    """The reasoning of a model before its answer.

    Only reasoning models send it.
    """

    type: Literal["reasoning"] = "reasoning"
    """Always `reasoning`."""

    id: str
    """Identifier of this item."""

    summary: list[dict[str, Any]]
    """Summary of the reasoning. Empty at present."""
