"""The type `RerankingResult`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class RerankingResult(BaseModel):
    """A document and how well it answers the query."""

    doc: str
    """Text of the document, as you sent it."""

    score: float
    """How well the document answers the query, from 0 to 1, where higher is better."""
