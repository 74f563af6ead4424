"""Random documents in which every thing says a word of its own, and clashes of names are the rule."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from random import Random
from typing import Any

from hypothesis import strategies as st

Data = dict[str, Any]

_KEYS = (
    "Pet pet PET PetParam Owner pet_owner PetOwner List PetListResponse Pets WithA Any Error ListParams "
    "PetCreateParams Home Plain UnwrapWebhookEvent APIError Page"
).split()
_PROPERTIES = "name Name NAME a b a_b owner pet class type self home list to_dict 2x -x".split()
_PARAMETERS = "trace Trace body limit id class timeout pet X-Trace".split()
_VALUES = "red Red RED green up up_ +1 -1 class".split()
_PATHS = (
    "/pets /pets/{id} /pets/{id}/owner /owners /owners/{id} /pet /webhooks /webhooks/unwrap /get /pets/list "
    "/v1/pets /a.b"
).split()
_ADDED = {"components": {"schemas": {"Zebra": {"type": "object", "properties": {"z": {"type": "string"}}}}}}


class _Draw:
    """Draws the parts of one document; each says the next word that no other says."""

    def __init__(self, draw: st.DrawFn, keys: list[str], lead: str) -> None:
        self.draw, self.keys = draw, keys
        self._lead, self._numbers = lead, count()

    def said(self) -> str:
        return f"{self._lead}{next(self._numbers)}q"

    def among(self, *of: Any) -> Any:
        return self.draw(st.sampled_from(of))

    def some(self, of: list[str], most: int) -> list[str]:
        return self.draw(st.lists(st.sampled_from(of), unique=True, max_size=most))

    def model(self, depth: int) -> Data:
        found = {name: self.schema(depth - 1) for name in self.some(_PROPERTIES, 3)}
        needed = [name for name in found if self.among(False, True)]
        return {"type": "object", "properties": found, "required": needed, "description": self.said()}

    def schema(self, depth: int) -> Data:
        kind = self.among("text", "text", "enum", "model", "model", "union", "list", "ref", "constant")
        if depth <= 0 and kind in {"model", "union", "list"}:
            kind = "text"
        match kind:
            case "enum":
                values = self.some(_VALUES, 3) or ["red"]
                return {"type": "string", "enum": values, "description": self.said()}
            case "model":
                return self.model(depth)
            case "union":
                return self.union(depth)
            case "list":
                return {"type": "array", "items": self.schema(depth - 1), "description": self.said()}
            case "ref" if self.keys:
                return {"$ref": f"#/components/schemas/{self.among(*self.keys)}"}
            case "constant":
                return {"const": self.among("cat", "dog"), "description": self.said()}
        return {"type": "string", "description": self.said()}

    def union(self, depth: int) -> Data:
        choices = [self.model(depth) for _ in range(self.among(1, 2, 3))]
        if self.keys and self.among(False, True):
            choices.append({"$ref": f"#/components/schemas/{self.among(*self.keys)}"})
        return {"oneOf": choices, "description": self.said()}

    def content(self) -> Data:
        return {"application/json": {"schema": self.schema(2)}}

    def operation(self, path: str, method: str) -> Data:
        found: Data = {"description": self.said(), "parameters": [], "responses": {}}
        if "{id}" in path:
            found["parameters"] = [self.parameter("id", "path")]
        for name in self.some(_PARAMETERS, 3):
            places = self.some(["query", "header", "cookie"], 2)
            found["parameters"] += [self.parameter(name, place) for place in places]
        if method != "get" and self.among(False, True):
            found["requestBody"] = {"content": self.content(), "required": True}
        for status in ("200", *self.some(["201", "404", "default"], 2)):
            found["responses"][status] = {"description": "ok", "content": self.content()}
        return found

    def parameter(self, name: str, place: str) -> Data:
        schema = self.model(1) if self.among(0, 0, 0, 1) else {"type": "string"}
        needed = place == "path"
        return {
            "name": name, "in": place, "required": needed, "schema": schema, "description": self.said()
        }  # fmt: skip


@st.composite
def documents(draw: st.DrawFn, lead: str = "m") -> Data:
    """A document in the words of OpenAPI 3.1."""
    keys = draw(st.lists(st.sampled_from(_KEYS), unique=True, max_size=4))
    parts = _Draw(draw, keys, lead)
    schemas = {key: parts.among(parts.model, parts.schema)(2) for key in keys}
    paths: Data = {}
    for path in parts.some(_PATHS, 3):
        methods = parts.some(["get", "post", "put", "delete"], 2) or ["get"]
        paths[path] = {method: parts.operation(path, method) for method in methods}
    hooks = {
        name: {"post": {"requestBody": {"content": parts.content()}, "responses": {}}}
        for name in parts.some(["made", "Made", "gone"], 2)
    }
    schemes = {
        name: {"type": "apiKey", "in": "header", "name": f"x-{name}"}
        for name in parts.some(["Key", "key", "base_url"], 2)
    }
    return {
        "openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths": paths, "webhooks": hooks,
        "components": {"schemas": schemas, "securitySchemes": schemes},
        "security": [{name: []} for name in schemes],
    }  # fmt: skip


def shuffled(node: Any, order: Random) -> Any:
    """The same document in another order: of keys, and of lists whose order says nothing."""
    if isinstance(node, Mapping):
        keys = list(node)
        order.shuffle(keys)
        return {key: shuffled(node[key], order) for key in keys}
    if isinstance(node, list):
        listed = [shuffled(part, order) for part in node]
        order.shuffle(listed)
        return listed
    return node


def joined(first: Any, second: Any) -> Any:
    """Everything of the first document, and what the second adds to it."""
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        return {**second, **{key: joined(part, second.get(key)) for key, part in first.items()}}
    return first


def enlarged(first: Data, second: Data) -> Data:
    """The first document with the operations, schemas, webhooks and schemes that only the second has."""
    found = dict(first)
    for key in ("paths", "webhooks"):
        found[key] = {**second[key], **first[key]}
    found["components"] = {
        key: {**second["components"][key], **first["components"][key]} for key in first["components"]
    }
    return found
