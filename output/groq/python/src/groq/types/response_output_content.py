"""The type `ResponseOutputContent`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._core.codec import Discriminator
from .response_output_text_content import ResponseOutputTextContent

ResponseOutputContent: TypeAlias = Annotated[ResponseOutputTextContent, Discriminator("type")]
"""One part of a message in the output.

Only text is supported.
"""
