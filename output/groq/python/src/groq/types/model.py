"""The type `Model`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class Model(BaseModel):
    """A model that you can use through the API."""

    id: str
    """Identifier by which requests name the model."""

    created: int
    """When the model was created, in Unix seconds."""

    object: Literal["model"] = "model"
    """Always `model`."""

    owned_by: str
    """Organization to which the model belongs."""
