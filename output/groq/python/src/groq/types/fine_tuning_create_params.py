"""The type `FineTuningCreateParams`."""

from __future__ import annotations

from typing import TypedDict


class FineTuningCreateParams(TypedDict, total=False):
    """What `fine_tunings.create` takes."""

    base_model: str
    """Model that the training starts from."""

    input_file_id: str
    """Identifier of the training file, which you upload beforehand."""

    name: str
    """Name for the new model."""

    type: str
    """Method of training, such as `lora`."""
