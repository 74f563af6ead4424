"""The type `ResponseFileCitation`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ResponseFileCitation(BaseModel):
    """A file that the text rests on."""

    type: Literal["file_citation"] = "file_citation"
    """Always `file_citation`."""

    file_id: str
    """Identifier of the file."""

    index: int | None = absent
    """Place in the text to which the citation belongs."""
