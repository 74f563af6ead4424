"""What both languages send: a table of values, their places and styles, and the texts that stand in the request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP
from pathlib import Path
from typing import Any

import yaml
from server import Received

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate
from sdkloom.write import MANIFEST, write

_TABLES = Path(__file__).parent


@dataclass(frozen=True)
class Vector:
    """A value of `color`, what the document says of it, and what has to be sent; `path` tells operations apart."""

    path: str
    said: dict[str, Any]
    value: Any
    sent: Any

    @property
    def in_path(self) -> bool:
        """Does the value stand in the path?"""
        return self.said.get("place") == "path"

    @property
    def operation(self) -> dict[str, Any]:
        """The operation that takes the value."""
        made: dict[str, Any] = {
            "operationId": f"color_{self.path}",
            "responses": {"204": {"description": "Taken."}},
        }
        schema = _schema(self.value)
        if media := self.said.get("media"):
            content = {"schema": {"type": "object", "properties": {"color": schema}}}
            if "encoding" in self.said:
                content["encoding"] = {"color": self.said["encoding"]}
            return {"post": {**made, "requestBody": {"required": True, "content": {media: content}}}}
        parameter: dict[str, Any] = {"name": "color", "in": self.said["place"], "required": self.in_path}
        if kind := self.said.get("content"):
            parameter["content"] = {kind: {"schema": schema}}
        else:
            parameter |= {"style": self.said["style"], "explode": self.said["explode"], "schema": schema}
            parameter |= {"allowReserved": True} if self.said.get("reserved") else {}
        return {"get": {**made, "parameters": [parameter]}}

    def found(self, request: Received) -> Any:
        """What stands in the place of the value."""
        whole = request.path.removeprefix(f"/{self.path}")
        match self.said.get("place"):
            case "path":
                return whole.removeprefix("/")
            case "query":
                return whole[1:] if whole else None
            case "header":
                text = request.headers.get("color")
                return None if text is None else text.encode("latin-1").decode()
            case "cookie":
                return request.headers.get("cookie")
        kind = request.headers["content-type"]
        return list(_parts(kind, request.body)) if "multipart" in kind else request.body.decode()


def _schema(value: Any) -> dict[str, Any]:
    match value:
        case None:
            return {"type": ["string", "null"]}
        case bool():
            return {"type": "boolean"}
        case int():
            return {"type": "integer"}
        case float():
            return {"type": "number"}
        case str():
            return {"type": "string"}
        case list():
            return {"type": "array", "items": {}}
    return {"type": "object", "additionalProperties": {}}


def _parts(content_type: str, body: bytes) -> Iterator[list[Any]]:
    message: Any = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=HTTP)
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        yield [name, part["content-type"], part.get_payload(decode=True).decode()]


def vectors() -> list[Vector]:
    """All rows of the tables."""
    sections = [
        section
        for name in ("parameters", "bodies")
        for section in yaml.safe_load((_TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    ]
    rows = [(said, *row) for said in sections for row in said["rows"]]
    return [
        Vector(f"v{n}", {key: part for key, part in said.items() if key != "rows"}, value, sent)
        for n, (said, value, sent) in enumerate(rows)
    ]


def described(listed: list[Vector]) -> dict[str, Any]:
    """A document with an operation for each of them."""
    paths = {f"/{one.path}/{{color}}" if one.in_path else f"/{one.path}": one.operation for one in listed}
    return {
        "openapi": "3.1.1",
        "info": {"title": "Vectors", "version": "1"},
        "servers": [{"url": "http://vectors.invalid"}],
        "paths": paths,
    }


def generated(listed: list[Vector], language: str, folder: Path) -> list[str]:
    """Generates the package of that document, and answers the call of each."""
    spec = folder / "vectors.json"
    spec.write_text(json.dumps(described(listed)), encoding="utf-8")
    target = TargetConfig(language, package="wire_vectors", client="Vectors")
    outcome = generate(Config(spec=spec, targets=(target,)))
    assert not outcome.report.failed
    write(outcome.files, folder, outcome.report)
    manifest = json.loads(str(outcome.files[f"{language}/{MANIFEST}"]))
    calls = {entry["path"].split("/")[1]: entry["call"] for entry in manifest["operations"]}
    return [calls[one.path] for one in listed]


def shown(listed: list[Vector], found: list[Any]) -> dict[str, Any]:
    """What was found, by what it was found for, so that a difference shows its row."""
    return {f"{one.said} {one.value!r}": text for one, text in zip(listed, found, strict=True)}
