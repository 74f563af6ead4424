"""Rules for pages that an operation is given: what is missing is named, and where it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkloom.config import Config, OperationChoice
from sdkloom.config_pages import PageRule
from sdkloom.diagnostics import Report
from sdkloom.ir.pages import Pagination
from sdkloom.load import load
from sdkloom.lower import lower

_DOCUMENT = """
openapi: 3.1.0
info: {title: Toy, version: "1"}
paths:
  /items:
    get:
      operationId: list
      parameters:
      - {name: after, in: query, schema: {type: string}}
      - {name: page, in: query, schema: {type: integer, default: 0}}
      - {name: tags, in: query, schema: {type: array, items: {type: string}}}
      responses: {'200': {$ref: '#/components/responses/Items'}}
    post:
      operationId: search
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {paging: {$ref: '#/components/schemas/Paging'}, tags: {type: array}}}
      responses: {'200': {$ref: '#/components/responses/Items'}}
  /stream:
    get:
      operationId: stream
      responses: {'200': {description: Items, content: {text/event-stream: {schema: {type: string}}}}}
  /nothing:
    get:
      operationId: nothing
      responses: {'204': {description: Nothing}}
  /plain:
    get:
      operationId: plain
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        '200':
          description: Items
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
components:
  responses:
    Items: {description: Items, content: {application/json: {schema: {$ref: '#/components/schemas/Items'}}}}
  schemas:
    Paging: {type: object, properties: {cursor: {type: [string, 'null']}, size: {type: integer}}}
    Item: {type: object, properties: {id: {type: string}, at: {type: object, properties: {x: {type: string}}}}}
    Items:
      type: object
      properties:
        data: {type: array, items: {$ref: '#/components/schemas/Item'}}
        meta: {type: object, properties: {next: {type: string}, more: {type: boolean}, total: {type: integer}}}
"""
_CURSOR = PageRule("cursor", "data", "after", "meta.next")


def _lowered(folder: Path, operation: str, rule: PageRule) -> tuple[Pagination | None, Report]:
    spec = folder / "api.yaml"
    spec.write_text(_DOCUMENT, encoding="utf-8")
    choice = OperationChoice(pagination="mine")
    config = Config(spec, pagination={"mine": rule}, operations={operation: choice})
    report = Report()
    document = load(config, report)
    assert document is not None
    api = lower(document, config, report)
    found = next(one for one in api.operations if one.name.wire == operation)
    return found.pagination, report


@pytest.mark.parametrize(
    ("operation", "rule"),
    [
        ("list", _CURSOR),
        ("list", PageRule("cursor", "data", "after", "data[-1].id", "meta.more")),
        ("list", PageRule("cursor", "data", "after", "data[-1].at.x")),
        ("list", PageRule("offset", "data", "page", total="meta.total")),
        ("list", PageRule("next_url", "data", read="meta.next")),
        ("list", PageRule("link", "data", limit="page")),
        ("search", PageRule("cursor", "data", "paging.cursor", "meta.next", limit="paging.size")),
        ("plain", PageRule("link")),
        ("plain", PageRule("cursor", send="after", read="[-1].id")),
    ],
)
def test_rule_45_what_fits_is_taken(tmp_path: Path, operation: str, rule: PageRule) -> None:
    pages, report = _lowered(tmp_path, operation, rule)
    assert pages is not None
    assert not report.failed


@pytest.mark.parametrize(("given", "first"), [(None, 0), (1, 1)])
def test_the_first_page_has_the_number_that_is_said_or_the_default(
    tmp_path: Path, given: int | None, first: int
) -> None:
    pages, _ = _lowered(tmp_path, "list", PageRule("page", "data", "page", first=given))
    assert getattr(pages, "first", None) == first


_ITEMS = "#/components/schemas/Items"
_LIST = "#/paths/~1items/get"


@pytest.mark.parametrize(
    ("operation", "rule", "missing", "at"),
    [
        ("list", PageRule("link", "items"), "`items` of the answer is no list", _ITEMS),
        (
            "list",
            PageRule("link", "meta.next"),
            "`meta.next` of the answer is no list",
            f"{_ITEMS}/properties/meta",
        ),
        ("list", PageRule("link"), "the answer is no list", _LIST),
        ("plain", PageRule("link", "data"), "`data` of the answer is no list", "#/paths/~1plain/get"),
        ("nothing", PageRule("link", "data"), "the answer holds no list", "#/paths/~1nothing/get"),
        ("stream", PageRule("link", "data"), "the answer holds no list", "#/paths/~1stream/get"),
        (
            "list",
            PageRule("cursor", "data", "cursor", "meta.next"),
            "there is no query parameter or field of the body `cursor`",
            _LIST,
        ),
        (
            "list",
            PageRule("cursor", "data", "tags", "meta.next"),
            "the parameter `tags` is no single value",
            f"{_LIST}/parameters/2",
        ),
        (
            "search",
            PageRule("cursor", "data", "paging", "meta.next"),
            "`paging` of the body is no single value",
            "#/paths/~1items/post/requestBody/content/application~1json/schema/properties/paging",
        ),
        ("list", PageRule("cursor", "data", "after", "last"), "the answer has no `last`", _ITEMS),
        (
            "list",
            PageRule("cursor", "data", "after", "meta.more"),
            "`meta.more` of the answer is no string or integer or number",
            f"{_ITEMS}/properties/meta/properties/more",
        ),
        (
            "list",
            PageRule("cursor", "data", "after", "data[-1].key"),
            "an item of the answer has no `key`",
            "#/components/schemas/Item",
        ),
        (
            "list",
            PageRule("cursor", "data", "after", "data[-1].at"),
            "an item of the answer has no single value at `at`",
            "#/components/schemas/Item",
        ),
        (
            "list",
            PageRule("cursor", "data", "after", "rows[-1].id"),
            "`rows[-1].id` leads into another list than `data`",
            _LIST,
        ),
        (
            "list",
            PageRule("offset", "data", "page", total="meta.next"),
            "`meta.next` of the answer is no integer or number",
            f"{_ITEMS}/properties/meta/properties/next",
        ),
        ("search", PageRule("link", "data"), "only a GET can follow links", "#/paths/~1items/post"),
    ],
)
def test_rule_45_what_is_missing_is_named_with_its_place(
    tmp_path: Path, operation: str, rule: PageRule, missing: str, at: str
) -> None:
    pages, report = _lowered(tmp_path, operation, rule)
    assert pages is None
    found = [one for one in report.diagnostics if one.code == "E220"]
    assert [one.title for one in found] == [f"the pagination rule `mine` does not fit: {missing}"]
    assert [one.at.pointer for one in found if one.at is not None] == [at]
