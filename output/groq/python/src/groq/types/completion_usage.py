"""The type `CompletionUsage`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class CompletionUsage(BaseModel):
    """How many tokens a request used, and how long it took."""

    queue_time: float | None = absent
    """Time that the request waited for its turn, in seconds."""

    completion_time: float | None = absent
    """Time that the model took to write, in seconds."""

    completion_tokens: int
    """Number of tokens that the model wrote."""

    prompt_time: float | None = absent
    """Time that the model took to read the input, in seconds."""

    prompt_tokens: int
    """Number of tokens that the model read."""

    total_time: float | None = absent
    """Sum of `prompt_time` and `completion_time`, in seconds."""

    total_tokens: int
    """Sum of `prompt_tokens` and `completion_tokens`."""

    prompt_tokens_details: PromptTokensDetails | None = absent
    """What the tokens of the input consist of."""

    completion_tokens_details: CompletionTokensDetails | None = absent
    """What the tokens of the answer consist of."""


@dataclass(kw_only=True, slots=True)
class PromptTokensDetails(BaseModel):
    """What the tokens of the input consist of."""

    cached_tokens: int
    """Number of tokens that did not have to be read again, because they were in the cache."""


@dataclass(kw_only=True, slots=True)
class CompletionTokensDetails(BaseModel):
    """What the tokens of the answer consist of."""

    reasoning_tokens: int
    """Number of tokens that a reasoning model spent on its reasoning."""
