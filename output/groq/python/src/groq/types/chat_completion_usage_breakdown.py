"""The type `ChatCompletionUsageBreakdown`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .completion_usage import CompletionUsage


@dataclass(kw_only=True, slots=True)
class ChatCompletionUsageBreakdown(BaseModel):
    """The tokens that a compound system used, by model."""

    models: list[Model]
    """The models that took part, each with its own counts."""


@dataclass(kw_only=True, slots=True)
class Model(BaseModel):
    """The share of one model."""

    model: str
    """Name of the model."""

    usage: CompletionUsage
    """How many tokens a request used, and how long it took."""
