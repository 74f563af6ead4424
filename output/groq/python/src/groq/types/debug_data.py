"""The type `DebugData`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class DebugData(BaseModel):
    """The tokens that went into the model and came out of it.

    Only requests with `debug` set to `true` get them.
    """

    input_token_ids: list[int] | None = absent
    """Numbers of the tokens that went in."""

    input_tokens: list[str] | None = absent
    """Texts of the tokens that went in."""

    output_token_ids: list[int] | None = absent
    """Numbers of the tokens that came out."""

    output_tokens: list[str] | None = absent
    """Texts of the tokens that came out."""
