"""The type `FunctionDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .function_parameters_param import FunctionParametersParam

if TYPE_CHECKING:
    from typing_extensions import Required


class FunctionDefinition(TypedDict, total=False):
    """A function that the model may call, and how to call it."""

    description: str
    """What the function is good for. The model goes by it when it decides whether and how to
    call the function."""

    name: Required[str]
    """Name of the function, made of Latin letters, digits, underscores and dashes. The limit is
    64 characters."""

    parameters: FunctionParametersParam
    """The parameters that a function takes, as a JSON Schema for an object."""

    strict: bool
    """Whether to guarantee that the arguments follow the schema exactly. With `true`, the schema
    may use only part of JSON Schema."""
