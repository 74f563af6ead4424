"""The type `ResponseFormatConfiguration`."""

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from .._core.codec import Discriminator
from .response_format_json_object import ResponseFormatJsonObject
from .response_format_text import ResponseFormatText
from .text_response_format_json_schema import TextResponseFormatJsonSchema

ResponseFormatConfiguration: TypeAlias = Annotated[
    Union[ResponseFormatText, ResponseFormatJsonObject, TextResponseFormatJsonSchema],
    Discriminator("type"),
]
"""Shape of the response: plain text, JSON that fits a schema of yours, or any valid JSON."""
