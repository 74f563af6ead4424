"""The type `TextResponseFormatJsonSchema`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class TextResponseFormatJsonSchema(BaseModel):
    """A response in JSON that follows a schema of yours."""

    type: Literal["json_schema"] = "json_schema"
    """Always `json_schema`."""

    name: str
    """Name of the format, made of Latin letters, digits, underscores and dashes. The limit is 64
    characters."""

    description: str | None = absent
    """What the response is for. The model takes it as guidance."""

    schema: dict[str, Any]
    """What the response has to look like, as a JSON Schema."""

    strict: bool | None = absent
    """Whether to guarantee that the response follows `schema` exactly."""
