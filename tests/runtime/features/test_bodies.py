"""A body that is a file by itself, and a client that calls nothing."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from server import Answer, Received, answering

DOCUMENT = """
paths:
  /pictures/{id}:
    put:
      operationId: pictures.replace
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody: {required: true, content: {image/png: {schema: {type: string, format: binary}}}}
      responses: {'204': {description: ok}}
  /notes:
    put:
      operationId: notes.replace
      requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
      responses: {'204': {description: ok}}
"""
ONLY_WEBHOOKS = """
servers: []
webhooks:
  born:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
"""


def sent(package: ModuleType, picture: Any) -> Received:
    with answering(Answer(204)) as server, package.Feature(base_url=server.url) as client:
        client.pictures.replace(1, body=picture)
        return server.received[0]


def test_a_body_is_a_file_in_each_of_its_forms(package: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"picture")
    forms: list[tuple[Any, str]] = [
        (b"picture", "image/png"),
        (path, "image/png"),
        (("a.png", path), "image/png"),
        (("a.webp", b"picture", "image/webp"), "image/webp"),
    ]
    for form, kind in forms:
        found = sent(package, form)
        assert (found.body, found.headers["content-type"]) == (b"picture", kind)


def test_the_path_of_a_file_as_a_text_is_no_file(package: ModuleType) -> None:
    with answering(Answer(204)) as server, package.Feature(base_url=server.url) as client:
        with pytest.raises(
            TypeError, match=r"^body must be bytes, .* not str; wrap the path of a file in `Path`$"
        ):
            client.pictures.replace(1, body="a.png")
        assert not server.received


def test_a_text_is_a_text(package: ModuleType) -> None:
    with answering(Answer(204)) as server, package.Feature(base_url=server.url) as client:
        client.notes.replace(body="Bread rises.")
        assert server.received[0].body == b"Bread rises."


@pytest.mark.parametrize("client", ["Feature", "AsyncFeature"])
def test_where_there_are_only_webhooks_no_address_is_needed(generated: Any, client: str) -> None:
    package = generated(ONLY_WEBHOOKS)
    made = getattr(package, client)()
    assert made.webhooks.unsafe_unwrap('{"name": "Rex"}').name == "Rex"
    with pytest.raises(package.FeatureError, match="has no address of its own: pass base_url"):
        package.Feature().get("/x", cast_to=object)
    assert made.with_options(base_url="https://a.example").base_url == "https://a.example/"
