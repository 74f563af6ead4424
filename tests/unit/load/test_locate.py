"""Locating: the line, the column and the width of a pointer, in YAML and in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkloom.ir.base import Source, escape
from sdkloom.load.json_data import compose_json
from sdkloom.load.locate import locate

_YAML = """\
openapi: 3.1.0
paths:
  /files/{id}:
    get: &op
      operationId: uploadFile
      tags: [a, 'b']
    post:
      <<: *op
      summary: |
        long
components:
  schemas:
    'A': {type: object}
    200: x
"""

_JSON = """{
  "paths": {
    "/a": {"get": {"x\\"y": [1, {"z": null}]}}
  }
}
"""


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("#", (1, 1, "openapi: 3.1.0")),
        ("#/openapi", (1, 1, "openapi: 3.1.0")),
        ("#/paths", (2, 1, "paths")),
        ("#/paths/~1files~1{id}", (3, 3, "/files/{id}")),
        ("#/paths/~1files~1{id}/get/operationId", (5, 7, "operationId: uploadFile")),
        ("#/paths/~1files~1{id}/get/tags/1", (6, 17, "'b'")),
        ("#/paths/~1files~1{id}/post/operationId", (5, 7, "operationId: uploadFile")),
        ("#/paths/~1files~1{id}/post/summary", (9, 7, "summary")),
        ("#/components/schemas/A/type", (13, 11, "type: object")),
        ("#/components/schemas/200", (14, 5, "200: x")),
        ("#/components/schemas/B/properties/x", (12, 3, "schemas")),
    ],
)
def test_places_in_yaml(folder: Path, pointer: str, expected: tuple[int, int, str]) -> None:
    (folder / "a.yaml").write_text(_YAML)
    assert _found(pointer, "a.yaml") == expected


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("#", (1, 1, "{")),
        ("#/paths", (2, 3, '"paths"')),
        ("#/paths/~1a/get", (3, 12, '"get"')),
        ('#/paths/~1a/get/x"y', (3, 20, '"x\\"y"')),
        ('#/paths/~1a/get/x"y/0', (3, 29, "1")),
        ('#/paths/~1a/get/x"y/1/z', (3, 33, '"z": null')),
    ],
)
def test_places_in_json(folder: Path, pointer: str, expected: tuple[int, int, str]) -> None:
    (folder / "a.json").write_text(_JSON)
    assert _found(pointer, "a.json") == expected


def _found(pointer: str, file: str) -> tuple[int, int, str]:
    spot = locate(Source(file, pointer))
    return spot.line, spot.column, spot.text[spot.column - 1 : spot.column - 1 + spot.width]


def test_a_file_that_changed_is_read_again(folder: Path) -> None:
    (folder / "a.yaml").write_text("a: 1\n")
    assert locate(Source("a.yaml", "#/a")).line == 1
    (folder / "a.yaml").write_text("# more\n\na: 1\n")
    assert locate(Source("a.yaml", "#/a")).line == 3


@pytest.mark.parametrize("content", [None, b"\xff", b"a: [", b""])
def test_files_without_places(folder: Path, content: bytes | None) -> None:
    if content is not None:
        (folder / "a.yaml").write_bytes(content)
    spot = locate(Source("a.yaml", "#/a"))
    assert (spot.file, spot.line) == ("a.yaml", 0)


@given(
    st.recursive(
        st.integers() | st.text(max_size=5), lambda x: st.lists(x) | st.dictionaries(st.text(max_size=5), x)
    )
)
def test_every_value_of_a_json_text_has_its_place(data: object) -> None:
    text = json.dumps(data, indent=1)
    lines = text.split("\n")
    decoder = json.JSONDecoder()
    waiting: list[tuple[object, object]] = [(data, compose_json(text))]
    while waiting:
        value, node = waiting.pop()
        mark = node.start_mark  # type: ignore[attr-defined]
        offset = sum(len(line) + 1 for line in lines[: mark.line]) + mark.column
        assert decoder.raw_decode(text, offset)[0] == value
        if isinstance(value, list):
            waiting += zip(value, node.value, strict=True)  # type: ignore[attr-defined]
        elif isinstance(value, dict):
            waiting += [(value[key.value], part) for key, part in node.value]  # type: ignore[attr-defined]


def test_escaping_is_undone() -> None:
    assert escape("a/b~c") == "a~1b~0c"
