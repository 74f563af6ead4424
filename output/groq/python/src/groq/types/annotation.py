"""The type `Annotation`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent
from .document_citation import DocumentCitation
from .function_citation import FunctionCitation


@dataclass(kw_only=True, slots=True)
class Annotation(BaseModel):
    """A source for a passage of the message: a document or the result of a tool call."""

    type: Literal["document_citation", "function_citation"] | str
    """Kind of source, which says which of the other fields is set."""

    document_citation: DocumentCitation | None = absent
    """A passage of the message that rests on one of the documents in the request."""

    function_citation: FunctionCitation | None = absent
    """A passage of the message that rests on what a function or other tool returned."""
