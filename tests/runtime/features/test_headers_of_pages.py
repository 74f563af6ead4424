"""Pages that say in headers what comes after them, as the configuration of this tool or of another one says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anyio
import pytest
from server import answering, json_answer

_DOCUMENT = """
paths:
  /books:
    get:
      operationId: books.list
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses: &all {'200': {description: All, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
  /shelves:
    get:
      operationId: shelves.list
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses: *all
  /links:
    get: {operationId: links.list, responses: *all}
"""
_RULES = {
    "by_cursor": {"style": "cursor", "send": "after", "read": "header X-Next"},
    "by_number": {"style": "page", "send": "page", "total": "header X-Total"},
    "by_url": {"style": "next_url", "read": "header X-Url"},
}
_CHOICES = {
    "pagination": _RULES,
    "operations": {
        "books.list": {"pagination": "by_cursor"},
        "shelves.list": {"pagination": "by_number"},
        "links.list": {"pagination": "by_url"},
    },
}
_STAINLESS = """
pagination:
  - name: by_cursor
    type: cursor
    request: {after: {type: string, x-stainless-pagination-property: {purpose: next_cursor_param}}}
    response:
      items: {type: array, items: {}, x-stainless-pagination-property: {is_top_level_array: true}}
      next: {type: string, x-stainless-pagination-property: {purpose: next_cursor_field, from_header: X-Next}}
  - name: by_number
    type: page_number
    request: {page: {type: integer, x-stainless-pagination-property: {purpose: page_number_param}}}
    response:
      items: {type: array, items: {}, x-stainless-pagination-property: {is_top_level_array: true}}
      total: {type: integer, x-stainless-pagination-property: {purpose: offset_total_count_field, from_header: X-Total}}
  - name: by_url
    type: cursor_url
    request: {}
    response:
      items: {type: array, items: {}, x-stainless-pagination-property: {is_top_level_array: true}}
      url: {type: string, x-stainless-pagination-property: {purpose: cursor_url_field, from_header: X-Url}}
resources:
  books: {methods: {list: {endpoint: get /books, paginated: by_cursor}}}
  shelves: {methods: {list: {endpoint: get /shelves, paginated: by_number}}}
  links: {methods: {list: {endpoint: get /links, paginated: by_url}}}
"""


@pytest.fixture(params=["own", "stainless"])
def module(request: pytest.FixtureRequest, configured: Any, tmp_path: Path) -> Any:
    """The package, of a configuration of either kind."""
    file = tmp_path / "stainless.yml"
    file.write_text(_STAINLESS, encoding="utf-8")
    return configured(_DOCUMENT, _CHOICES if request.param == "own" else {"config": str(file)})


def test_a_cursor_in_a_header_asks_for_the_next_page(module: Any) -> None:
    answers = (json_answer(["a", "b"], x_next="b c"), json_answer(["d"], x_next=""))
    with answering(*answers) as server, module.Feature(base_url=server.url) as client:
        assert list(client.books.list()) == ["a", "b", "d"]
    assert [one.path for one in server.received] == ["/books", "/books?after=b%20c"]


def test_a_number_of_items_in_a_header_ends_the_pages(module: Any) -> None:
    async def run(url: str) -> list[str]:
        async with module.AsyncFeature(base_url=url) as client:
            return [item async for item in client.shelves.list()]

    answers = [json_answer(items, x_total="3") for items in (["a", "b"], ["c"])]
    with answering(*answers) as server:
        assert anyio.run(run, server.url) == ["a", "b", "c"]
    assert [one.path for one in server.received] == ["/shelves", "/shelves?page=2"]


def test_a_url_in_a_header_leads_to_the_next_page(module: Any) -> None:
    answers = (json_answer(["a"], x_url="/links?from=2"), json_answer(["b"]))
    with answering(*answers) as server, module.Feature(base_url=server.url) as client:
        assert list(client.links.list()) == ["a", "b"]
    assert [one.path for one in server.received] == ["/links", "/links?from=2"]
