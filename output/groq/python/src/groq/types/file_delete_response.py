"""The type `FileDeleteResponse`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class FileDeleteResponse(BaseModel):
    """Confirmation that a file was deleted."""

    id: str
    """Identifier of the file."""

    object: Literal["file"] = "file"
    """Always `file`."""

    deleted: bool
    """Whether the file is gone."""
