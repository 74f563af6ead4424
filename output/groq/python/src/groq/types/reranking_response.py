"""The type `RerankingResponse`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .reranking_result import RerankingResult


@dataclass(kw_only=True, slots=True)
class RerankingResponse(BaseModel):
    """The documents in order, best match first."""

    results: list[RerankingResult]
    """The documents with their scores, highest score first."""
