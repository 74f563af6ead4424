"""The type `ModelListResponse`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .model import Model


@dataclass(kw_only=True, slots=True)
class ModelListResponse(BaseModel):
    """All models that you can use."""

    object: Literal["list"] = "list"
    """Always `list`."""

    data: list[Model]
    """The models."""
