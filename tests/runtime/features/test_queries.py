"""Objects in a query, written as the configuration says."""

from __future__ import annotations

from typing import Any

import anyio
from server import answering, json_answer

_DOCUMENT = """
paths:
  /books:
    get:
      operationId: books.list
      parameters:
      - name: filter
        in: query
        schema:
          type: object
          properties:
            author: {type: object, properties: {name: {type: string}}}
            tags: {type: array, items: {type: string}}
      responses: {'200': {description: All, content: {application/json: {schema: {type: object}}}}}
"""
_FILTER = {"author": {"name": "Mann, T."}, "tags": ["a", "b"]}


def test_what_is_inside_of_objects_is_named_with_dots(configured: Any) -> None:
    module = configured(_DOCUMENT, {"objects": {"query": "dots"}})
    with answering(json_answer({})) as server, module.Feature(base_url=server.url) as client:
        client.books.list(filter=_FILTER)
    path = "/books?filter.author.name=Mann%2C%20T.&filter.tags=a&filter.tags=b"
    assert [one.path for one in server.received] == [path]


def test_lists_inside_are_written_with_commas_where_all_are(configured: Any) -> None:
    module = configured(_DOCUMENT, {"objects": {"query": "dots"}, "arrays": {"query": "comma"}})

    async def run(url: str) -> None:
        async with module.AsyncFeature(base_url=url) as client:
            await client.books.list(filter=_FILTER)

    with answering(json_answer({})) as server:
        anyio.run(run, server.url)
    assert [one.path for one in server.received] == ["/books?filter.author.name=Mann%2C%20T.&filter.tags=a,b"]
