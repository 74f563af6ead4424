"""The type `ResponseUrlCitation`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ResponseUrlCitation(BaseModel):
    """A web page that the text rests on."""

    type: Literal["url_citation"] = "url_citation"
    """Always `url_citation`."""

    url: str
    """Address of the page."""

    start_index: int | None = absent
    """Position in the message of the first character that rests on the page."""

    end_index: int | None = absent
    """Position in the message of the last character that rests on the page."""

    title: str | None = absent
    """Title of the page."""
