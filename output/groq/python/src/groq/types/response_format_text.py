"""The type `ResponseFormatText`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class ResponseFormatText(BaseModel):
    """An answer in plain text, as you get if you ask for nothing else."""

    type: Literal["text"] = "text"
    """Always `text`."""
