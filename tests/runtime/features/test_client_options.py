"""Clients that are told once what every call needs."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import anyio
import pytest
from features.conftest import Generated
from server import answering, json_answer

DOCUMENT = """
paths:
  /{place}/books/{id}:
    get:
      operationId: books.retrieve
      parameters:
      - {name: place, in: path, required: true, schema: {type: string}}
      - {name: id, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: One, content: {application/json: {schema: {type: object}}}}}
"""
OPTIONS = {
    "place": {"place": "path"},
    "team": {"name": "X-Team"},
    "age": {"place": "query", "type": "integer", "default": 5},
}


def _configured(configured: Any) -> ModuleType:
    found: ModuleType = configured(DOCUMENT, {"options": OPTIONS})
    return found


def test_calls_need_not_say_what_the_client_knows(configured: Any) -> None:
    module = _configured(configured)
    with (
        answering(*[json_answer({})] * 3) as server,
        module.Feature(base_url=server.url, place="attic", team="red") as client,
    ):
        assert (client.place, client.team, client.age) == ("attic", "red", 5)
        client.books.retrieve("1")
        client.books.retrieve("1", place="cellar")
        client.with_options(place="hall", age=6).books.retrieve("1")
    assert [one.path for one in server.received] == [
        "/attic/books/1?age=5",
        "/cellar/books/1?age=5",
        "/hall/books/1?age=6",
    ]
    assert {one.headers["x-team"] for one in server.received} == {"red"}


def test_asynchronous_calls_need_not_either(configured: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    module = _configured(configured)
    monkeypatch.setenv(f"{module.__name__.upper()}_PLACE", "attic")

    async def run(url: str) -> None:
        async with module.AsyncFeature(base_url=url) as client:
            await client.books.retrieve("1")
            with pytest.raises(ValueError, match="place"):
                await client.books.retrieve("1", place="")

    with answering(json_answer({})) as server:
        anyio.run(run, server.url)
    assert [one.path for one in server.received] == ["/attic/books/1?age=5"]
    assert "x-team" not in server.received[0].headers


def test_variables_of_the_documents_server_are_options(generated: Generated) -> None:
    module = generated(
        "servers:\n- {url: 'https://{region}.books.example', "
        "variables: {region: {default: eu, enum: [eu, us]}}}\npaths: {}\n"
    )
    assert module.Feature().base_url == "https://eu.books.example/"
    assert module.Feature(region="us").base_url == "https://us.books.example/"
    with pytest.raises(module.FeatureError, match="region must be 'eu' or 'us', unlike 'mars'"):
        module.Feature(region="mars")
