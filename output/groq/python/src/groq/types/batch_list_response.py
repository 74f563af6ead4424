"""The type `BatchListResponse`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .batch import Batch


@dataclass(kw_only=True, slots=True)
class BatchListResponse(BaseModel):
    """All batches of your organization."""

    data: list[Batch]
    """The batches, each in its current state."""

    object: Literal["list"] = "list"
    """Always `list`."""
