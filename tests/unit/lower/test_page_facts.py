"""What documents say of pages in the words of many tools, and what it amounts to."""

from __future__ import annotations

from typing import Any

import pytest

from sdkloom.lower.extensions import PagesFact
from sdkloom.lower.extensions.table import PAGES
from sdkloom.lower.page_facts import page_facts
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site


@pytest.mark.parametrize(
    ("keyword", "value", "expected"),
    [
        (
            "x-fern-pagination",
            {"cursor": "$request.after", "next_cursor": "$response.page.next", "results": "$response.data"},
            PagesFact("cursor", "data", "after", "page.next"),
        ),
        (
            "x-fern-pagination",
            {"offset": "$request.page", "results": "$response.data", "has-next-page": "$response.more"},
            PagesFact("page", "data", "page", more="more"),
        ),
        (
            "x-fern-pagination",
            {"offset": "$request.skip", "step": "$request.limit", "results": "$response.data"},
            PagesFact("offset", "data", "skip", limit="limit"),
        ),
        (
            "x-fern-pagination",
            {"next_uri": "$response.next", "results": "$response.data"},
            PagesFact("next_url", "data", read="next"),
        ),
        (
            "x-speakeasy-pagination",
            {
                "type": "cursor",
                "inputs": [
                    {"name": "since", "in": "requestBody", "type": "cursor"},
                    {"name": "size", "in": "parameters", "type": "limit"},
                ],
                "outputs": {"results": "$.data", "nextCursor": "$.data[(@.length-1)].created_at"},
            },
            PagesFact("cursor", "data", "since", "data[-1].created_at", limit="size"),
        ),
        (
            "x-speakeasy-pagination",
            {
                "type": "offsetLimit",
                "inputs": [{"name": "page", "in": "parameters", "type": "page"}],
                "outputs": {"results": "$.items", "numPages": "$.pages"},
            },
            PagesFact("page", "items", "page", last="pages"),
        ),
        (
            "x-speakeasy-pagination",
            {
                "type": "offsetLimit",
                "inputs": [
                    {"name": "skip", "in": "parameters", "type": "offset"},
                    {"name": "limit", "in": "parameters", "type": "limit"},
                ],
                "outputs": {"results": "$"},
            },
            PagesFact("offset", "", "skip", limit="limit"),
        ),
        (
            "x-speakeasy-pagination",
            {"type": "url", "outputs": {"nextUrl": "$.links.next", "results": "$.data"}},
            PagesFact("next_url", "data", read="links.next"),
        ),
        (
            "x-ms-pageable",
            {"nextLinkName": "@odata.nextLink"},
            PagesFact("next_url", "value", read="@odata.nextLink"),
        ),
        (
            "x-ms-pageable",
            {"nextLinkName": "next", "itemName": "things"},
            PagesFact("next_url", "things", read="next"),
        ),
        ("x-ms-pageable", {"nextLinkName": None}, None),
        ("x-fern-pagination", {"results": "$response.data"}, None),
        ("x-speakeasy-pagination", {"type": "cursor"}, None),
        ("x-speakeasy-pagination", ["cursor"], None),
    ],
)
def test_every_tool_says_it_in_words_of_its_own(keyword: str, value: Any, expected: PagesFact | None) -> None:
    assert PAGES.of({keyword: value}) == expected


def _facts(load_text, text: str) -> PagesFact | None:
    document, report = load_text(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{text}")
    item = document.root["paths"]["/pets"]
    said = page_facts(Schemas(document, report), item, item["get"], Site("#/paths/~1pets/get", None, ()))
    return said.value if said is not None else None


def test_an_operation_can_mean_what_the_root_says(load_text):
    text = """
x-fern-pagination: {cursor: $request.cursor, next_cursor: $response.next, results: $response.pets}
paths:
  /pets:
    get: {x-fern-pagination: true, responses: {}}
"""
    assert _facts(load_text, text) == PagesFact("cursor", "pets", "cursor", "next")


def test_nothing_is_said_by_the_root_alone(load_text):
    text = """
x-fern-pagination: {cursor: $request.cursor, next_cursor: $response.next, results: $response.pets}
paths:
  /pets:
    get: {responses: {}}
"""
    assert _facts(load_text, text) is None


def test_marks_at_single_parts_amount_to_a_rule(load_text):
    text = """
paths:
  /pets:
    get:
      parameters:
      - {$ref: '#/components/parameters/After'}
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema:
                type: object
                properties:
                  pets: {type: array, items: {}, x-stainless-pagination-property: {purpose: items}}
                  page:
                    type: object
                    properties:
                      next: {type: string, x-stainless-pagination-property: {purpose: next_cursor_field}}
components:
  parameters:
    After:
      name: after
      in: query
      schema: {type: string, x-stainless-pagination-property: {purpose: next_cursor_param}}
"""
    assert _facts(load_text, text) == PagesFact("cursor", "pets", "after", "page.next")


def test_a_mark_inside_an_item_is_a_field_of_the_last_one(load_text):
    text = """
paths:
  /pets:
    get:
      parameters:
      - name: after
        in: query
        x-stainless-pagination-property: {purpose: next_cursor_id_param}
        schema: {type: string}
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema:
                type: object
                properties:
                  pets:
                    type: array
                    x-stainless-pagination-property: {purpose: items}
                    items:
                      type: object
                      properties:
                        id: {type: string, x-stainless-pagination-property: {purpose: cursor_item_id}}
"""
    assert _facts(load_text, text) == PagesFact("cursor", "pets", "after", "pets[-1].id")
