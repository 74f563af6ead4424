"""The type `BrowserResult`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class BrowserResult(BaseModel):
    """A browser window that a tool opened."""

    url: str
    """Address of the page in the window."""

    title: str
    """Title that the window shows."""

    live_view_url: str | None = absent
    """Address at which to watch the window as it is used."""

    content: str | None = absent
    """What the page says."""
