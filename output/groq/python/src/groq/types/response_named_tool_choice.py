"""The type `ResponseNamedToolChoice`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseNamedToolChoice(BaseModel):
    """The one function that the model has to call."""

    type: Literal["function"] = "function"
    """Kind of tool, for now always `function`."""

    function: Function
    """Which function to call."""


@dataclass(kw_only=True, slots=True)
class Function(BaseModel):
    """Which function to call."""

    name: str
    """Name of the function that has to be called."""
