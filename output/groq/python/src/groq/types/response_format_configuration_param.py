"""The type `ResponseFormatConfigurationParam`."""

from __future__ import annotations

from typing import TypeAlias, Union

from .response_format_json_object import ResponseFormatJsonObject
from .response_format_json_object_param import ResponseFormatJsonObjectParam
from .response_format_text import ResponseFormatText
from .response_format_text_param import ResponseFormatTextParam
from .text_response_format_json_schema import TextResponseFormatJsonSchema
from .text_response_format_json_schema_param import TextResponseFormatJsonSchemaParam

ResponseFormatConfigurationParam: TypeAlias = Union[
    ResponseFormatTextParam,
    ResponseFormatText,
    ResponseFormatJsonObjectParam,
    ResponseFormatJsonObject,
    TextResponseFormatJsonSchemaParam,
    TextResponseFormatJsonSchema,
]
"""Shape of the response: plain text, JSON that fits a schema of yours, or any valid JSON."""
