"""The type `DeleteFineTuningResponse`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class DeleteFineTuningResponse(BaseModel):
    """Confirmation that a fine-tuned model was deleted."""

    deleted: bool | None = absent
    """Whether the model is gone."""

    id: str | None = absent
    """Identifier of the fine-tuned model."""

    object: str | None = absent
    """Kind of object that was deleted."""
