"""The type `ResponseFormatJsonSchemaParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .response_format_json_schema_schema_param import ResponseFormatJsonSchemaSchemaParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseFormatJsonSchemaParam(TypedDict, total=False):
    """An answer in JSON that follows a schema of yours."""

    type: Required[Literal["json_schema"]]
    """Always `json_schema`."""

    json_schema: Required[JsonSchema]
    """The schema to follow, with a name and settings."""


class JsonSchema(TypedDict, total=False):
    """The schema to follow, with a name and settings."""

    description: str
    """What the answer is for. The model takes it as guidance."""

    name: Required[str]
    """Name of the format, made of Latin letters, digits, underscores and dashes. The limit is 64
    characters."""

    schema: ResponseFormatJsonSchemaSchemaParam
    """What the answer has to look like, as a JSON Schema."""

    strict: bool | None
    """Whether to guarantee that the answer follows `schema` exactly. With `true`, the schema may
    use only part of JSON Schema."""
