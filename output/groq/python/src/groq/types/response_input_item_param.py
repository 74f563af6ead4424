"""The type `ResponseInputItemParam`."""

from __future__ import annotations

from typing import TypeAlias, Union

from .response_easy_input_message_param import ResponseEasyInputMessageParam
from .response_function_call_output_param import ResponseFunctionCallOutputParam
from .response_function_call_param import ResponseFunctionCallParam
from .response_input_message_param import ResponseInputMessageParam
from .response_item_reference_param import ResponseItemReferenceParam

ResponseInputItemParam: TypeAlias = Union[
    ResponseEasyInputMessageParam,
    ResponseInputMessageParam,
    ResponseItemReferenceParam,
    ResponseFunctionCallParam,
    ResponseFunctionCallOutputParam,
]
"""One item of the input: a message, a function call, the output of one, or a reference to
another item."""
