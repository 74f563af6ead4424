"""What tests of packages expect is what the shared table says, which both languages are held to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from vectors import Vector, described, shown, vectors

from sdkloom.config import Arrays, Config
from sdkloom.diagnostics import Report
from sdkloom.example.parts import Arguments, FormBody, JsonBody, MultipartBody, Request
from sdkloom.example.requests import RequestWriter
from sdkloom.ir.api import Place
from sdkloom.pipeline import understand


def _expected(one: Vector, request: Request) -> Any:
    match one.said.get("place"):
        case "path":
            return request.path.removeprefix(f"/{one.path}/")
        case "query":
            return "&".join(f"{name}={text}" for name, text in request.query) or None
        case "header":
            return next(
                (text for _, text in request.headers if text or not isinstance(one.value, list)), None
            )
        case "cookie":
            return "; ".join(f"{name}={text}" for name, text in request.cookies) or None
    match request.body:
        case JsonBody(value, _):
            return value
        case FormBody(fields):
            return list(fields)
        case MultipartBody(parts):
            return [[part.name, part.media_type or None, part.content] for part in parts]
    return None


def _sent(one: Vector) -> Any:
    match one.said.get("media"):
        case "application/json":
            return json.loads(one.sent)
        case "application/x-www-form-urlencoded":
            return parse_qsl(one.sent, keep_blank_values=True)
    return one.sent


def test_expectations_are_those_of_the_table(tmp_path: Path) -> None:
    listed = vectors()
    spec = tmp_path / "vectors.json"
    spec.write_text(json.dumps(described(listed)), encoding="utf-8")
    understood = understand(Config(spec=spec), Report())
    assert understood is not None
    writer = RequestWriter(understood.api, Arrays())
    operations = {operation.path.split("/")[1]: operation for operation in understood.api.operations}
    found = []
    for one in listed:
        place = one.said.get("place")
        parameters = {(Place(place), "color"): one.value} if place else {}
        arguments = Arguments(parameters, fields=None if place else {"color": one.value})
        found.append(_expected(one, writer.request(operations[one.path], arguments)))
    assert shown(listed, found) == shown(listed, [_sent(one) for one in listed])
