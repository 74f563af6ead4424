"""The type `TextResponseFormatJsonSchemaParam`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class TextResponseFormatJsonSchemaParam(TypedDict, total=False):
    """A response in JSON that follows a schema of yours."""

    type: Required[Literal["json_schema"]]
    """Always `json_schema`."""

    name: Required[str]
    """Name of the format, made of Latin letters, digits, underscores and dashes. The limit is 64
    characters."""

    description: str
    """What the response is for. The model takes it as guidance."""

    schema: Required[Mapping[str, object]]
    """What the response has to look like, as a JSON Schema."""

    strict: bool | None
    """Whether to guarantee that the response follows `schema` exactly."""
