"""The type `File`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class File(BaseModel):
    """A stored file: one that you uploaded, or one that a batch wrote."""

    id: str | None = absent
    """Identifier by which other requests refer to the file."""

    bytes: int | None = absent
    """Number of bytes in the file."""

    created_at: int | None = absent
    """When the file was created, in Unix seconds."""

    filename: str | None = absent
    """Name under which the file was stored."""

    object: Literal["file"] | None = absent
    """Always `file`."""

    purpose: Literal["batch", "batch_output"] | str | None = absent
    """What the file is for: `batch` for the input of a batch, `batch_output` for its results."""
