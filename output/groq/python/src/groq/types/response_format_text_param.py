"""The type `ResponseFormatTextParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseFormatTextParam(TypedDict, total=False):
    """An answer in plain text, as you get if you ask for nothing else."""

    type: Required[Literal["text"]]
    """Always `text`."""
