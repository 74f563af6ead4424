"""The type `ResponseUsage`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ResponseUsage(BaseModel):
    """How many tokens a response used."""

    input_tokens: int
    """Number of tokens that the model read."""

    input_tokens_details: InputTokensDetails
    """What the tokens of the input consist of."""

    output_tokens: int
    """Number of tokens that the model wrote."""

    output_tokens_details: OutputTokensDetails
    """What the tokens of the output consist of."""

    total_tokens: int
    """Sum of `input_tokens` and `output_tokens`."""


@dataclass(kw_only=True, slots=True)
class InputTokensDetails(BaseModel):
    """What the tokens of the input consist of."""

    cached_tokens: int
    """Number of tokens that came from the cache."""

    reasoning_tokens: int | None = absent
    """Number of tokens that belong to reasoning."""


@dataclass(kw_only=True, slots=True)
class OutputTokensDetails(BaseModel):
    """What the tokens of the output consist of."""

    cached_tokens: int
    """Number of tokens that came from the cache."""

    reasoning_tokens: int
    """Number of tokens that the model spent on reasoning."""
