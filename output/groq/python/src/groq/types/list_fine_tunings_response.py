"""The type `ListFineTuningsResponse`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ListFineTuningsResponse(BaseModel):
    """All fine-tuned models of your organization."""

    data: list[Data] | None = absent
    """The fine-tuned models."""

    object: str | None = absent
    """Kind of object, here a list."""


@dataclass(kw_only=True, slots=True)
class Data(BaseModel):
    """A fine-tuned model and where it comes from."""

    base_model: str | None = absent
    """Model that the training started from."""

    created_at: float | None = absent
    """When the new model was made, as a timestamp."""

    fine_tuned_model: str | None = absent
    """Name that the new model goes by in the end."""

    id: str | None = absent
    """Identifier of the fine-tuning."""

    input_file_id: str | None = absent
    """Identifier of the uploaded file with the training data."""

    name: str | None = absent
    """Name that was given to the new model."""

    type: str | None = absent
    """Method of training, such as `lora`."""
