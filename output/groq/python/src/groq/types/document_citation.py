"""The type `DocumentCitation`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel


@dataclass(kw_only=True, slots=True)
class DocumentCitation(BaseModel):
    """A passage of the message that rests on one of the documents in the request."""

    start_index: int
    """Position in the message at which the passage begins, counted in characters."""

    end_index: int
    """Position in the message at which the passage ends, counted in characters."""

    document_id: str
    """Identifier of the document, as the request gives it."""
