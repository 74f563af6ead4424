"""The type `ModelDeleted`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ModelDeleted(BaseModel):
    """Confirmation that a model was deleted."""

    id: str
    """Identifier of the model."""

    deleted: bool
    """Whether the model is gone."""

    object: str
    """Kind of object that was deleted."""
