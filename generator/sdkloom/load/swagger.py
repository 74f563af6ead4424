"""What does a Swagger 2.0 document say in the words of OpenAPI 3.0?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdkloom.ir.base import escape
from sdkloom.load.objects import objects
from sdkloom.load.pointers import exists, find

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_SCHEMA_WORDS = frozenset(
    "type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern "
    "maxItems minItems uniqueItems enum multipleOf x-nullable".split()
)
_GONE = frozenset(
    "swagger host basePath schemes consumes produces paths definitions parameters responses "
    "securityDefinitions".split()
)
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"

Object = dict[str, Any]


def upgrade_swagger(old: Object) -> tuple[Object, dict[str, str]]:
    """The same document in the words of OpenAPI 3.0, and which pointers moved (new to old)."""
    upgrade = _Upgrade(old)
    new = upgrade.document()
    upgrade.follow_moves(new)
    return new, upgrade.moved


class _Upgrade:
    """The state of upgrading one document."""

    def __init__(self, old: Object) -> None:
        self.old = old
        self.consumes = _strings(old.get("consumes"))
        self.produces = _strings(old.get("produces"))
        self.moved = {
            "#/components/schemas": "#/definitions",
            "#/components/parameters": "#/parameters",
            "#/components/responses": "#/responses",
            "#/components/securitySchemes": "#/securityDefinitions",
            "#/servers": "#/host",
        }

    def document(self) -> Object:
        old = self.old
        new = {"openapi": "3.0.3", **{key: value for key, value in old.items() if key not in _GONE}}
        new["servers"] = _servers(old)
        new["components"] = {
            "schemas": _object(old.get("definitions")),
            "parameters": {
                key: self.parameter(
                    value, f"#/components/parameters/{escape(key)}", f"#/parameters/{escape(key)}"
                )
                for key, value in _object(old.get("parameters")).items()
                if isinstance(value, dict) and not _is_body(value)
            },
            "responses": {
                key: self.response(
                    value,
                    self.produces,
                    f"#/components/responses/{escape(key)}",
                    f"#/responses/{escape(key)}",
                )
                for key, value in _object(old.get("responses")).items()
            },
            "securitySchemes": {
                key: _security(value) for key, value in _object(old.get("securityDefinitions")).items()
            },
        }
        new["paths"] = {
            path: self.path_item(item, f"#/paths/{escape(path)}")
            for path, item in _object(old.get("paths")).items()
        }
        for schema, _, named in objects(new):
            if not named and isinstance(name := schema.get("discriminator"), str):
                schema["discriminator"] = {"propertyName": name}
        return new

    def follow_moves(self, new: Object) -> None:
        """References name places of the old document: lead them to where those are now."""
        places = {old: new for new, old in self.moved.items()}
        for holder, _, _ in objects(new):
            wanted = holder.get("$ref")
            if not isinstance(wanted, str):
                continue
            prefix = wanted
            while prefix and prefix not in places:
                prefix = prefix.rpartition("/")[0]
            if prefix:
                holder["$ref"] = places[prefix] + wanted[len(prefix) :]

    def resolved(self, node: Any, place: str) -> tuple[Any, str]:
        """What a reference leads to, and where that is."""
        for _ in range(20):
            if (
                not isinstance(node, dict)
                or not isinstance(node.get("$ref"), str)
                or not exists(self.old, node["$ref"])
            ):
                break
            place = node["$ref"]
            node = find(self.old, place)
        return node, place

    def path_item(self, item: Any, place: str) -> Any:
        item, source = self.resolved(item, place)
        if not isinstance(item, dict):
            return item
        if source != place:
            self.moved[place] = source
        shared = [
            self.resolved(node, f"{source}/parameters/{i}")
            for i, node in enumerate(_list(item.get("parameters")))
        ]
        found: Object = {}
        for key, value in item.items():
            if key in _METHODS and isinstance(value, dict):
                found[key] = self.operation(value, shared, f"{place}/{key}", f"{source}/{key}")
            elif key not in {"parameters", "$ref"}:
                found[key] = value
        return found

    def operation(self, value: Object, shared: list[tuple[Any, str]], place: str, source: str) -> Object:
        own = [
            self.resolved(node, f"{source}/parameters/{i}")
            for i, node in enumerate(_list(value.get("parameters")))
        ]
        given = [(node, at) for node, at in own if isinstance(node, dict)]
        mine = {_identity(node) for node, _ in given}
        inherited = [
            (node, at) for node, at in shared if isinstance(node, dict) and _identity(node) not in mine
        ]
        everything = [*inherited, *given]
        gone = {"parameters", "consumes", "produces", "schemes", "responses"}
        found = {key: part for key, part in value.items() if key not in gone}
        plain = [(node, at) for node, at in everything if not _is_body(node)]
        if plain:
            found["parameters"] = [
                self.parameter(node, f"{place}/parameters/{index}", at)
                for index, (node, at) in enumerate(plain)
            ]
        consumes = _strings(value.get("consumes")) if "consumes" in value else self.consumes
        body = self.request_body(everything, consumes, f"{place}/requestBody")
        if body is not None:
            found["requestBody"] = body
        produces = _strings(value.get("produces")) if "produces" in value else self.produces
        found["responses"] = {
            status: self.response(
                response,
                produces,
                f"{place}/responses/{escape(status)}",
                f"{source}/responses/{escape(status)}",
            )
            for status, response in _object(value.get("responses")).items()
        }
        return found

    def parameter(self, value: Any, place: str, source: str) -> Any:
        if not isinstance(value, dict):
            return value
        self.moved[place] = source
        self.moved[f"{place}/schema"] = source
        found = {
            key: part for key, part in value.items() if key not in _SCHEMA_WORDS and key != "collectionFormat"
        }
        found["schema"] = _schema(value)
        if value.get("type") == "array":
            found |= _style(str(value.get("collectionFormat", "csv")), str(value.get("in")))
        return found

    def request_body(self, given: list[tuple[Any, str]], consumes: list[str], place: str) -> Object | None:
        body = next(((node, at) for node, at in given if node.get("in") == "body"), None)
        if body is not None:
            return self._whole_body(*body, consumes or ["application/json"], place)
        form = [
            (node, at)
            for node, at in given
            if node.get("in") == "formData" and isinstance(node.get("name"), str)
        ]
        return self._form_body(form, consumes, place) if form else None

    def _whole_body(self, node: Object, source: str, kinds: list[str], place: str) -> Object:
        self.moved[place] = source
        for kind in kinds:
            self.moved[f"{place}/content/{escape(kind)}/schema"] = f"{source}/schema"
        kept = {
            key: part
            for key, part in node.items()
            if key in {"description", "required"} or key.startswith("x-")
        }
        return {**kept, "content": {kind: {"schema": node.get("schema", {})} for kind in kinds}}

    def _form_body(self, form: list[tuple[Any, str]], consumes: list[str], place: str) -> Object:
        has_file = any(node.get("type") == "file" for node, _ in form)
        kinds = [kind for kind in consumes if kind.partition(";")[0] in {_FORM, _MULTIPART}]
        kinds = kinds or [_MULTIPART if has_file else _FORM]
        self.moved[place] = form[0][1]
        properties, encoding = {}, {}
        for node, source in form:
            name = node["name"]
            properties[name] = {
                **_schema(node),
                **({"description": node["description"]} if "description" in node else {}),
            }
            for kind in kinds:
                self.moved[f"{place}/content/{escape(kind)}/schema/properties/{escape(name)}"] = source
            if node.get("type") == "array":
                encoding[name] = _style(str(node.get("collectionFormat", "csv")), "query")
        required = [node["name"] for node, _ in form if node.get("required") is True]
        schema = {"type": "object", "properties": properties, **({"required": required} if required else {})}
        media = {"schema": schema, **({"encoding": encoding} if encoding else {})}
        return {"required": bool(required), "content": dict.fromkeys(kinds, media)}

    def response(self, value: Any, produces: list[str], place: str, source: str) -> Any:
        if isinstance(value, dict) and str(value.get("$ref", "")).startswith("#/responses/"):
            return value
        value, source = self.resolved(value, source)
        if not isinstance(value, dict):
            return value
        self.moved[place] = source
        found = {key: part for key, part in value.items() if key not in {"schema", "examples", "headers"}}
        if headers := _object(value.get("headers")):
            found["headers"] = {
                key: self.parameter(
                    header, f"{place}/headers/{escape(key)}", f"{source}/headers/{escape(key)}"
                )
                for key, header in headers.items()
            }
        schema = value.get("schema")
        if schema is None:
            return found
        if isinstance(schema, dict) and schema.get("type") == "file":
            schema = {**schema, "type": "string", "format": "binary"}
            produces = [kind for kind in produces if "json" not in kind] or ["application/octet-stream"]
        examples = _object(value.get("examples"))
        found["content"] = {}
        for kind in produces or ["application/json"]:
            self.moved[f"{place}/content/{escape(kind)}/schema"] = f"{source}/schema"
            shown = {"example": examples[kind]} if kind in examples else {}
            found["content"][kind] = {"schema": schema, **shown}
        return found


def _is_body(parameter: Object) -> bool:
    return parameter.get("in") in ("body", "formData")


def _identity(parameter: Object) -> tuple[str, str]:
    return str(parameter.get("in")), str(parameter.get("name"))


def _schema(value: Mapping[str, Any]) -> Object:
    schema = {key: value[key] for key in value if key in _SCHEMA_WORDS}
    return {**schema, "type": "string", "format": "binary"} if value.get("type") == "file" else schema


def _style(collection: str, place: str) -> Object:
    if collection == "multi":
        return {"style": "form", "explode": True}
    styles = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"} if place == "query" else {}
    return {
        "style": styles.get(collection, "form" if place in {"query", "cookie"} else "simple"),
        "explode": False,
    }


def _servers(old: Mapping[str, Any]) -> list[Object]:
    base = str(old.get("basePath") or "")
    if not old.get("host"):
        return [{"url": base}] if base else []
    schemes = [scheme for scheme in _strings(old.get("schemes")) if scheme in {"http", "https"}]
    scheme = "https" if "https" in schemes or not schemes else schemes[0]
    return [{"url": f"{scheme}://{old['host']}{base}".rstrip("/")}]


_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}


def _security(value: Any) -> Any:
    match value:
        case {"type": "basic"}:
            return {**value, "type": "http", "scheme": "basic"}
        case {"type": "oauth2"}:
            moved = ("authorizationUrl", "tokenUrl", "scopes")
            flow = {"scopes": {}, **{key: value[key] for key in moved if key in value}}
            kept = {key: part for key, part in value.items() if key not in {*moved, "flow"}}
            return {**kept, "flows": {_FLOWS.get(str(value.get("flow")), "implicit"): flow}}
        case _:
            return value


def _object(value: Any) -> Object:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings(value: Any) -> list[str]:
    return [item for item in _list(value) if isinstance(item, str)]
