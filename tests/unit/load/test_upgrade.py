"""Upgrading: the words of 3.0 and 2.0 in those of 3.1, and where what moved came from."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Load

from sdkloom.ir.base import Source
from sdkloom.load.upgrade import upgrade

_REF = {"$ref": "#/components/schemas/A"}
_NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": "string", "x-nullable": True}, {"type": ["string", "null"]}),
        ({"nullable": True}, {}),
        ({"nullable": True, "properties": {}}, {"properties": {}, "type": ["object", "null"]}),
        ({"nullable": True, "items": {}}, {"items": {}, "type": ["array", "null"]}),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"type": "string", "enum": ["a", None], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {**_REF, "nullable": True, "description": "d"},
            {"description": "d", "anyOf": [_REF, _NULL]},
        ),
        (
            {"allOf": [_REF], "nullable": True, "description": "d", "x-a": 1},
            {"description": "d", "x-a": 1, "anyOf": [_REF, _NULL]},
        ),
        (
            {"type": "object", "allOf": [_REF], "properties": {"x": {}}, "nullable": True, "title": "t"},
            {"title": "t", "anyOf": [{"type": "object", "allOf": [_REF], "properties": {"x": {}}}, _NULL]},
        ),
        ({"oneOf": [_REF], "nullable": True}, {"oneOf": [_REF, _NULL]}),
        (
            {"anyOf": [_REF, {"type": "string"}], "nullable": True, "description": "d"},
            {"anyOf": [_REF, {"type": "string"}, _NULL], "description": "d"},
        ),
        (
            {"type": "object", "properties": {"a": {}}, "anyOf": [{"required": ["a"]}], "nullable": True},
            {"type": ["object", "null"], "properties": {"a": {}}, "anyOf": [{"required": ["a"]}]},
        ),
        ({"oneOf": None, "nullable": True}, {"oneOf": None}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
        ({"maximum": 9, "exclusiveMaximum": True}, {"exclusiveMaximum": 9}),
        ({"exclusiveMaximum": True}, {}),
        (
            {"properties": {"nullable": {"type": "string", "nullable": True}}},
            {"properties": {"nullable": {"type": ["string", "null"]}}},
        ),
        ({"default": {"nullable": True}}, {"default": {"nullable": True}}),
    ],
)
def test_schemas_of_3_0(old: dict[str, Any], new: dict[str, Any]) -> None:
    root, _ = upgrade({"openapi": "3.0.3", "components": {"schemas": {"X": old}}})
    assert root["components"]["schemas"]["X"] == new


def test_later_versions_stay_as_they_are() -> None:
    schema = {"type": ["string", "null"], "exclusiveMinimum": 1}
    root, moved = upgrade({"openapi": "3.1.0", "components": {"schemas": {"X": dict(schema)}}})
    assert root["components"]["schemas"]["X"] == schema
    assert moved == {}


def test_nullable_means_what_it_says_in_later_versions_too() -> None:
    schema = {"type": "string", "nullable": True}
    root, _ = upgrade({"openapi": "3.1.0", "components": {"schemas": {"X": schema}}})
    assert root["components"]["schemas"]["X"] == {"type": ["string", "null"]}


def test_webhooks_of_3_0_move_to_where_later_versions_have_them() -> None:
    root, moved = upgrade({"openapi": "3.0.3", "x-webhooks": {"born": {"post": {}}}})
    assert root == {"openapi": "3.0.3", "webhooks": {"born": {"post": {}}}}
    assert moved == {"#/webhooks": "#/x-webhooks"}


_SWAGGER = """\
swagger: '2.0'
info: {title: T, version: '1'}
host: api.example.com
basePath: /v1/
schemes: [http, https]
consumes: [application/json]
produces: [application/json]
parameters:
  limit: {name: limit, in: query, type: integer, default: 10}
  pet: {name: pet, in: body, schema: {$ref: '#/definitions/Pet'}}
responses:
  Gone: {description: gone, schema: {$ref: '#/definitions/Pet'}}
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, name: X-Key, in: header}
  oauth: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: {read: r}}
paths:
  /pets:
    parameters:
    - $ref: '#/parameters/limit'
    - {name: X-Trace, in: header, type: string}
    post:
      consumes: [multipart/form-data]
      parameters:
      - {name: ids, in: query, type: array, items: {type: string}, collectionFormat: pipes}
      - {name: photo, in: formData, type: file, required: true, description: A photo.}
      - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
      responses:
        '200':
          description: ok
          schema: {type: file}
          headers: {X-Left: {type: integer, description: left}}
        '410': {$ref: '#/responses/Gone'}
    put:
      parameters:
      - $ref: '#/parameters/pet'
      - {name: X-Trace, in: header, type: integer}
      responses:
        '200':
          description: ok
          schema: {$ref: '#/definitions/Pet'}
          examples: {application/json: {name: Rex}}
definitions:
  Pet:
    type: object
    discriminator: kind
    properties:
      kind: {type: string}
      name: {type: string, x-nullable: true}
      other: {$ref: '#/paths/~1pets/put/responses/200/schema'}
"""


def test_a_swagger_document(load_files: Load) -> None:
    document, report = load_files({"api.yaml": _SWAGGER})
    assert not report.diagnostics
    assert document is not None
    assert document.version == "2.0"
    at = document.at
    assert at("#/servers") == [{"url": "https://api.example.com/v1"}]
    assert at("#/components/securitySchemes/basic") == {"type": "http", "scheme": "basic"}
    flow = {"authorizationUrl": "https://a", "tokenUrl": "https://t", "scopes": {"read": "r"}}
    assert at("#/components/securitySchemes/oauth") == {
        "type": "oauth2",
        "flows": {"authorizationCode": flow},
    }
    assert at("#/components/schemas/Pet/discriminator") == {"propertyName": "kind"}
    assert at("#/components/schemas/Pet/properties/name") == {"type": ["string", "null"]}
    moved = "#/paths/~1pets/put/responses/200/content/application~1json/schema"
    assert at("#/components/schemas/Pet/properties/other/$ref") == moved
    post, put = "#/paths/~1pets/post", "#/paths/~1pets/put"
    assert at(f"{post}/parameters") == [
        {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10}},
        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
        {
            "name": "ids",
            "in": "query",
            "schema": {"type": "array", "items": {"type": "string"}},
            "style": "pipeDelimited",
            "explode": False,
        },
    ]
    assert at(f"{post}/requestBody") == {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "photo": {"type": "string", "format": "binary", "description": "A photo."},
                        "tags": {"type": "array", "items": {"type": "string"}},
                    },
                    "required": ["photo"],
                },
                "encoding": {"tags": {"style": "form", "explode": True}},
            }
        },
    }
    assert at(f"{post}/responses/200") == {
        "description": "ok",
        "headers": {"X-Left": {"description": "left", "schema": {"type": "integer"}}},
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
    assert at(f"{post}/responses/410/$ref") == "#/components/responses/Gone"
    assert [parameter["name"] for parameter in at(f"{put}/parameters")] == ["limit", "X-Trace"]  # type: ignore[index, union-attr]
    assert at(f"{put}/parameters/1/schema/type") == "integer"
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    assert at(f"{put}/requestBody") == body
    assert at(f"{put}/responses/200/content/application~1json/example") == {"name": "Rex"}


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("#/components/schemas/Pet/properties/name", "#/definitions/Pet/properties/name"),
        ("#/paths/~1pets/post/parameters/0/schema/default", "#/parameters/limit/default"),
        ("#/paths/~1pets/post/parameters/1", "#/paths/~1pets/parameters/1"),
        ("#/paths/~1pets/post/parameters/2/schema/items", "#/paths/~1pets/post/parameters/0/items"),
        (
            "#/paths/~1pets/post/requestBody/content/multipart~1form-data/schema/properties/photo",
            "#/paths/~1pets/post/parameters/1",
        ),
        ("#/paths/~1pets/put/requestBody/content/application~1json/schema", "#/parameters/pet/schema"),
        (
            "#/paths/~1pets/put/responses/200/content/application~1json/schema",
            "#/paths/~1pets/put/responses/200/schema",
        ),
        ("#/paths/~1pets/post/operationId", "#/paths/~1pets/post/operationId"),
    ],
)
def test_what_moved_is_found_where_it_was(load_files: Load, new: str, old: str) -> None:
    document, _ = load_files({"api.yaml": _SWAGGER})
    assert document is not None
    assert document.source(new) == Source("api.yaml", old)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("host: a.example", "https://a.example"),
        ("host: a.example\nschemes: [ws, http]", "http://a.example"),
        ("basePath: /v2", "/v2"),
        ("host: a.example\nbasePath: /", "https://a.example"),
    ],
)
def test_servers_of_2_0(load_files: Load, head: str, url: str) -> None:
    document, _ = load_files(
        {"api.yaml": f"swagger: '2.0'\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{head}\n"}
    )
    assert document is not None
    assert document.at("#/servers/0/url") == url


def test_operations_of_2_0_in_other_files(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": (
                "swagger: '2.0'\ninfo: {title: T, version: '1'}\nproduces: [text/plain]\npaths:\n"
                "  /a: {$ref: a.yaml}\n"
            ),
            "a.yaml": "get:\n  responses:\n    '200': {description: ok, schema: {type: string}}\n",
        }
    )
    assert not report.diagnostics
    assert document is not None
    place = "#/paths/~1a/get/responses/200/content/text~1plain/schema"
    assert document.at(place) == {"type": "string"}
    assert document.source(place) == Source("a.yaml", "#/get/responses/200/schema")
