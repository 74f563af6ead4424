"""How does a document of any version become one in the words of OpenAPI 3.1?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sdkloom.ir.base import Json

_DATA = {"example", "examples", "default", "enum", "const"}
_NAMED = {"properties", "patternProperties", "schemas", "responses", "parameters", "headers", "$defs", "paths"}
_BODY = {"post", "put", "patch", "delete", "get", "options", "head"}
_SCHEMA_WORDS = (
    "type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems "
    "minItems uniqueItems enum multipleOf"
).split()

# Where Swagger 2.0 keeps what 3.x keeps under `components`: new prefix, old prefix.
MOVED = (
    ("#/components/schemas", "#/definitions"),
    ("#/components/parameters", "#/parameters"),
    ("#/components/responses", "#/responses"),
    ("#/components/securitySchemes", "#/securityDefinitions"),
)


def upgrade(root: dict[str, Any]) -> dict[str, Any]:
    """The document in the words of OpenAPI 3.1; it is changed in place where that is enough."""
    if "swagger" in root:
        root = _upgrade_swagger(root)
    if not str(root.get("openapi", "")).startswith(("3.1", "3.2")):
        for schema in list(_objects(root)):
            _upgrade_schema(schema)
    return root


def _objects(node: Any, named: bool = False) -> Iterator[dict[str, Any]]:
    """Every object that could be a schema; names of properties and the like are not keywords."""
    seen: set[int] = set()
    waiting: list[tuple[Any, bool]] = [(node, named)]
    while waiting:
        node, named = waiting.pop()
        if isinstance(node, dict):
            if id(node) in seen:
                continue
            seen.add(id(node))
            if not named:
                yield node
            waiting += [(value, key in _NAMED and not named) for key, value in node.items() if named or key not in _DATA]
        elif isinstance(node, list):
            waiting += [(value, False) for value in node]


def _upgrade_schema(schema: dict[str, Any]) -> None:
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)
    nullable = schema.get("nullable", schema.get("x-nullable"))
    if not isinstance(nullable, bool):
        return
    schema.pop("nullable", None)
    schema.pop("x-nullable", None)
    if nullable:
        _make_nullable(schema)


def _make_nullable(schema: dict[str, Any]) -> None:
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    for choice in ("oneOf", "anyOf"):
        if isinstance(schema.get(choice), list):
            schema[choice] = [*schema[choice], {"type": "null"}]
            schema.pop("type", None) if schema.get("type") != "object" else None
            return
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    elif "$ref" in schema or "allOf" in schema:
        inner = {key: schema.pop(key) for key in ("$ref", "allOf") if key in schema}
        schema["anyOf"] = [inner, {"type": "null"}]
    elif "properties" in schema:
        schema["type"] = ["object", "null"]


def _upgrade_swagger(old: dict[str, Any]) -> dict[str, Any]:
    new: dict[str, Any] = {"openapi": "3.0.3"}
    moved = {"swagger", "host", "basePath", "schemes", "consumes", "produces", "paths"}
    for key, value in old.items():
        if key not in moved and key not in {"definitions", "parameters", "responses", "securityDefinitions"}:
            new[key] = value
    new["servers"] = _servers(old)
    shared = old.get("parameters") or {}
    new["components"] = {
        "schemas": old.get("definitions") or {},
        "parameters": {
            key: _parameter(value) for key, value in shared.items() if value.get("in") not in {"body", "formData"}
        },
        "responses": {key: _response(value, old.get("produces")) for key, value in (old.get("responses") or {}).items()},
        "securitySchemes": {key: _security(value) for key, value in (old.get("securityDefinitions") or {}).items()},
    }
    paths = old.get("paths") or {}
    new["paths"] = {path: _path_item(item, old, shared) for path, item in paths.items()}
    _move_references(new)
    return new


def _servers(old: Mapping[str, Any]) -> list[Any]:
    base = str(old.get("basePath") or "")
    if not old.get("host"):
        return [{"url": base}] if base else []
    schemes = [scheme for scheme in old.get("schemes") or ["https"] if scheme in {"http", "https"}] or ["https"]
    scheme = "https" if "https" in schemes else schemes[0]
    return [{"url": f"{scheme}://{old['host']}{base}".rstrip("/")}]


def _path_item(item: Any, old: Mapping[str, Any], shared: Mapping[str, Any]) -> Any:
    if not isinstance(item, dict):
        return item
    common = [_shared(parameter, shared) for parameter in item.get("parameters") or []]
    found: dict[str, Any] = {}
    for key, value in item.items():
        if key in _BODY and isinstance(value, dict):
            found[key] = _operation(value, common, old, shared)
        elif key != "parameters":
            found[key] = value
    return found


def _shared(parameter: Any, shared: Mapping[str, Any]) -> Any:
    target = parameter.get("$ref", "") if isinstance(parameter, dict) else ""
    return shared.get(target.removeprefix("#/parameters/"), parameter) if target else parameter


def _operation(value: dict[str, Any], common: list[Any], old: Mapping[str, Any], shared: Mapping[str, Any]) -> Any:
    own = [_shared(parameter, shared) for parameter in value.get("parameters") or []]
    mine = {(p.get("in"), p.get("name")) for p in own}
    parameters = [p for p in common if (p.get("in"), p.get("name")) not in mine] + own
    found = {key: part for key, part in value.items() if key not in {"parameters", "consumes", "produces", "schemes"}}
    found["parameters"] = [_parameter(p) for p in parameters if p.get("in") not in {"body", "formData"}]
    body = _request_body(parameters, value.get("consumes") or old.get("consumes"))
    if body is not None:
        found["requestBody"] = body
    produces = value.get("produces") or old.get("produces")
    responses = value.get("responses") or {}
    found["responses"] = {status: _response(response, produces) for status, response in responses.items()}
    return found


def _parameter(value: Any) -> Any:
    if not isinstance(value, dict) or "$ref" in value:
        return value
    found = {key: part for key, part in value.items() if key not in (*_SCHEMA_WORDS, "collectionFormat", "allowEmptyValue")}
    found["schema"] = {key: value[key] for key in (*_SCHEMA_WORDS, "x-nullable") if key in value}
    if value.get("type") == "array":
        found |= _style(str(value.get("collectionFormat", "csv")), str(value.get("in")))
    return found


def _style(collection: str, place: str) -> dict[str, Any]:
    if collection == "multi":
        return {"style": "form", "explode": True}
    styles = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"} if place == "query" else {}
    return {"style": styles.get(collection, "form" if place in {"query", "cookie"} else "simple"), "explode": False}


def _request_body(parameters: list[Any], consumes: Any) -> dict[str, Any] | None:
    body = next((p for p in parameters if p.get("in") == "body"), None)
    if body is not None:
        kinds = consumes or ["application/json"]
        content = {kind: {"schema": body.get("schema", {})} for kind in kinds}
        return {"description": body.get("description", ""), "required": body.get("required", False), "content": content}
    form = [p for p in parameters if p.get("in") == "formData"]
    if not form:
        return None
    has_file = any(p.get("type") == "file" for p in form)
    default = "multipart/form-data" if has_file else "application/x-www-form-urlencoded"
    kinds = [kind for kind in consumes or [] if kind.startswith(("multipart/", "application/x-www-form"))] or [default]
    schema = {
        "type": "object",
        "properties": {p["name"]: _form_schema(p) for p in form},
        "required": [p["name"] for p in form if p.get("required")],
    }
    return {"required": bool(schema["required"]), "content": {kind: {"schema": schema} for kind in kinds}}


def _form_schema(value: dict[str, Any]) -> dict[str, Any]:
    schema = {key: value[key] for key in (*_SCHEMA_WORDS, "description", "x-nullable") if key in value}
    return schema | {"type": "string", "format": "binary"} if value.get("type") == "file" else schema


def _response(value: Any, produces: Any) -> Any:
    if not isinstance(value, dict) or "$ref" in value:
        return value
    found = {key: part for key, part in value.items() if key not in {"schema", "examples", "headers"}}
    headers = value.get("headers") or {}
    if headers:
        found["headers"] = {key: _parameter(header) for key, header in headers.items()}
    schema = value.get("schema")
    if schema is not None:
        if schema.get("type") == "file":
            schema = {"type": "string", "format": "binary"}
            produces = [kind for kind in produces or [] if "json" not in kind] or ["application/octet-stream"]
        examples = value.get("examples") or {}
        found["content"] = {
            kind: {"schema": schema} | ({"example": examples[kind]} if kind in examples else {})
            for kind in produces or ["application/json"]
        }
    return found


def _security(value: Any) -> Any:
    if isinstance(value, dict) and value.get("type") == "basic":
        return {**value, "type": "http", "scheme": "basic"}
    return value


def _move_references(root: dict[str, Any]) -> None:
    seen: set[int] = set()
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict | list) and id(node) not in seen:
            seen.add(id(node))
            waiting += node.values() if isinstance(node, dict) else node
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            for new, old in MOVED:
                if node["$ref"].startswith(old + "/"):
                    node["$ref"] = new + node["$ref"].removeprefix(old)
