"""The type `ChatCompletionTokenLogprob`."""

from __future__ import annotations

from dataclasses import dataclass

from ..._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ChatCompletionTokenLogprob(BaseModel):
    """A token of the answer, how likely it was, and what else was likely in its place."""

    token: str
    """Text of the token."""

    logprob: float
    """Log probability of the token. It is `-9999.0`, for very unlikely, if the token is not
    among the 20 likeliest."""

    bytes: list[int] | None
    """The token as UTF-8 bytes, or null if it has none. Join the bytes of neighbouring tokens
    where one character is spread over several."""

    top_logprobs: list[TopLogprob]
    """The likeliest tokens at this position. Now and then there are fewer than you asked for."""


@dataclass(kw_only=True, slots=True)
class TopLogprob(BaseModel):
    """A token that could stand here, and how likely it was."""

    token: str
    """Text of the token."""

    logprob: float
    """Log probability of the token. It is `-9999.0`, for very unlikely, if the token is not
    among the 20 likeliest."""

    bytes: list[int] | None
    """The token as UTF-8 bytes, or null if it has none. Join the bytes of neighbouring tokens
    where one character is spread over several."""
