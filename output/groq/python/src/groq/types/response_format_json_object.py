"""The type `ResponseFormatJsonObject`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseFormatJsonObject(BaseModel):
    """An answer that is valid JSON of any shape.

    Tell the model in a system or user message to write JSON, or it will not. Prefer
    `json_schema` to this older way where the model supports it.
    """

    type: Literal["json_object"] = "json_object"
    """Always `json_object`."""
