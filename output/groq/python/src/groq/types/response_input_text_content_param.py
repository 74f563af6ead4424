"""The type `ResponseInputTextContentParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseInputTextContentParam(TypedDict, total=False):
    """A piece of text in the input."""

    type: Required[Literal["input_text"]]
    """Always `input_text`."""

    text: Required[str]
    """The words themselves."""
