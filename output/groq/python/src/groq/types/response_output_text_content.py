"""The type `ResponseOutputTextContent`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent
from .response_annotation import ResponseAnnotation


@dataclass(kw_only=True, slots=True)
class ResponseOutputTextContent(BaseModel):
    """A piece of text in the output."""

    type: Literal["output_text"] = "output_text"
    """Always `output_text`."""

    text: str
    """The words themselves."""

    annotations: list[ResponseAnnotation]
    """The sources that the text rests on."""

    logprobs: list[str] | None = absent
    """How likely the tokens of the text were, or null if that is not reported."""
