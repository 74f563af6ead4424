"""The type `CreateEmbeddingResponse`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .embedding import Embedding


@dataclass(kw_only=True, slots=True)
class CreateEmbeddingResponse(BaseModel):
    """The vectors for the texts, and the tokens they took."""

    data: list[Embedding]
    """The vectors, one for each text."""

    model: str
    """Name of the model that made the vectors."""

    object: Literal["list"] = "list"
    """Always `list`."""

    usage: Usage
    """How many tokens the request used."""


@dataclass(kw_only=True, slots=True)
class Usage(BaseModel):
    """How many tokens the request used."""

    prompt_tokens: int
    """Number of tokens in the texts."""

    total_tokens: int
    """Number of tokens that the request used in all."""
