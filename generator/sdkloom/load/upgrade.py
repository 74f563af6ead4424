"""How does a document of any version become one in the words of OpenAPI 3.1?"""

from __future__ import annotations

from typing import Any

from sdkloom.load.objects import objects
from sdkloom.load.swagger import upgrade_swagger

# What says something about a schema without shaping its values stays where readers look for it.
_ANNOTATIONS = frozenset(
    "title description default example examples deprecated readOnly writeOnly externalDocs xml".split()
)
_CHOICES = ("oneOf", "anyOf")
_COMBINING = ("$ref", "allOf", *_CHOICES)


def upgrade(root: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The document in the words of OpenAPI 3.1, and which pointers moved (new to old). Works in place."""
    moved: dict[str, str] = {}
    if "swagger" in root:
        root, moved = upgrade_swagger(root)
    # Before OpenAPI 3.1 webhooks had no place of their own, and documents agreed on this one.
    if isinstance(root.get("x-webhooks"), dict) and "webhooks" not in root:
        root["webhooks"] = root.pop("x-webhooks")
        moved = {**moved, "#/webhooks": "#/x-webhooks"}
    # Documents of 3.1 should not say `nullable` any more, but where they do they mean it.
    for schema, _, named in objects(root):
        if not named:
            _upgrade_schema(schema)
    return root, moved


def _upgrade_schema(schema: dict[str, Any]) -> None:
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)
    said = [schema.pop(key) for key in ("nullable", "x-nullable") if isinstance(schema.get(key), bool)]
    if any(said):
        _make_nullable(schema)


def _make_nullable(schema: dict[str, Any]) -> None:
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    combined = [key for key in _COMBINING if key in schema]
    if combined in (["oneOf"], ["anyOf"]):
        _allow_null_choice(schema, combined[0])
        _allow_null_type(schema)
    elif combined:
        inner = {key: schema.pop(key) for key in list(schema) if not _is_annotation(key)}
        schema["anyOf"] = [_unwrapped(inner), {"type": "null"}]
    else:
        _allow_null_type(schema)


def _allow_null_choice(schema: dict[str, Any], key: str) -> None:
    """Choices that only list required properties let null pass already."""
    choices = schema[key] if isinstance(schema[key], list) else []
    shaped = [choice for choice in choices if isinstance(choice, dict) and set(choice) - {"required", "not"}]
    if shaped and {"type": "null"} not in choices:
        schema[key] = [*choices, {"type": "null"}]


def _allow_null_type(schema: dict[str, Any]) -> None:
    said = schema.get("type")
    if said is None and ("properties" in schema or "additionalProperties" in schema):
        said = "object"
    elif said is None and "items" in schema:
        said = "array"
    if isinstance(said, str) and said != "null":
        schema["type"] = [said, "null"]
    elif isinstance(said, list) and "null" not in said:
        schema["type"] = [*said, "null"]


def _unwrapped(inner: dict[str, Any]) -> dict[str, Any]:
    """An `allOf` of one part, with nothing beside it, is that part."""
    parts = inner.get("allOf")
    if (
        list(inner) == ["allOf"]
        and isinstance(parts, list)
        and len(parts) == 1
        and isinstance(parts[0], dict)
    ):
        return parts[0]
    return inner


def _is_annotation(key: str) -> bool:
    return key in _ANNOTATIONS or key.startswith("x-")
