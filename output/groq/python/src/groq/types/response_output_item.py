"""The type `ResponseOutputItem`."""

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from .._core.codec import Discriminator
from .response_output_function_call import ResponseOutputFunctionCall
from .response_output_message import ResponseOutputMessage
from .response_output_reasoning import ResponseOutputReasoning

ResponseOutputItem: TypeAlias = Annotated[
    Union[ResponseOutputMessage, ResponseOutputFunctionCall, ResponseOutputReasoning],
    Discriminator("type"),
]
"""One item of the output: a message, a function call, or reasoning."""
