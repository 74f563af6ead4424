"""The type `ResponseFormatJsonObjectParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseFormatJsonObjectParam(TypedDict, total=False):
    """An answer that is valid JSON of any shape.

    Tell the model in a system or user message to write JSON, or it will not. Prefer
    `json_schema` to this older way where the model supports it.
    """

    type: Required[Literal["json_object"]]
    """Always `json_object`."""
