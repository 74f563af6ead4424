"""The type `ResponseToolParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .function_parameters_param import FunctionParametersParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseToolParam(TypedDict, total=False):
    """A function that the model may call, and how to call it."""

    type: Required[Literal["function"]]
    """Kind of tool, for now always `function`."""

    name: Required[str]
    """Name of the function, made of Latin letters, digits, underscores and dashes. The limit is
    64 characters."""

    description: str
    """What the function is good for. The model goes by it when it decides whether to call the
    function."""

    parameters: FunctionParametersParam
    """The parameters that a function takes, as a JSON Schema for an object."""

    strict: bool | None
    """Whether to guarantee that the arguments follow the schema exactly."""
