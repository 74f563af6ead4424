"""The type `ResponseTool`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent
from .function_parameters import FunctionParameters


@dataclass(kw_only=True, slots=True)
class ResponseTool(BaseModel):
    """A function that the model may call, and how to call it."""

    type: Literal["function"] = "function"
    """Kind of tool, for now always `function`."""

    name: str
    """Name of the function, made of Latin letters, digits, underscores and dashes. The limit is
    64 characters."""

    description: str | None = absent
    """What the function is good for. The model goes by it when it decides whether to call the
    function."""

    parameters: FunctionParameters | None = absent
    """The parameters that a function takes, as a JSON Schema for an object."""

    strict: bool | None = absent
    """Whether to guarantee that the arguments follow the schema exactly."""
