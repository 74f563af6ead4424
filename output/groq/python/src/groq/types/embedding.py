"""The type `Embedding`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class Embedding(BaseModel):
    """One text turned into a vector."""

    index: int
    """Position of the vector in the list."""

    embedding: list[float] | str
    """The vector, in the form that `encoding_format` asks for."""

    object: Literal["embedding"] = "embedding"
    """Always `embedding`."""
