"""The type `ResponseInputContentParam`."""

from __future__ import annotations

from typing import TypeAlias

from .response_input_text_content_param import ResponseInputTextContentParam

ResponseInputContentParam: TypeAlias = ResponseInputTextContentParam
"""One part of a message in the input.

Only text is supported.
"""
