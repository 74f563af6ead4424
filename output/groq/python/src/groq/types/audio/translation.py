"""The type `Translation`."""

from __future__ import annotations

from dataclasses import dataclass

from ..._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class Translation(BaseModel):
    """The English translation of a recording, without times."""

    text: str
    """Everything that was said, in English."""
