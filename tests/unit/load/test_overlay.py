"""Overlays: the cases of the standard, and where what they add came from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Load
from reports import codes, places

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source
from sdkloom.load.origins import Origins
from sdkloom.load.overlay import apply_overlay
from sdkloom.load.read import parse, read_text

_API = """\
openapi: 3.1.0
info: {title: T, version: '1'}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /x:
    get:
      responses:
        '200': {description: ok}
"""


def _overlay(*actions: str) -> str:
    listed = "".join(f"- {action}\n" for action in actions)
    return f"overlay: 1.0.0\ninfo: {{title: O, version: '1'}}\nactions:\n{listed}"


@pytest.mark.parametrize(
    ("action", "pointer", "value"),
    [
        ("{target: $.info, update: {title: U}}", "#/info", {"title": "U", "version": "1"}),
        ("{target: $.info, update: {contact: {name: N}}}", "#/info/contact", {"name": "N"}),
        ("{target: $.info.title, update: U}", "#/info/title", "U"),
        ("{target: $.tags, update: {name: d}}", "#/tags/3", {"name": "d"}),
        ("{target: $, update: {tags: [{name: d}]}}", "#/tags/3", {"name": "d"}),
        ("{target: \"$.tags[?@.name=='b']\", remove: true}", "#/tags", [{"name": "a"}, {"name": "c"}]),
        ("{target: '$.tags[*]', remove: true}", "#/tags", []),
        ("{target: \"$.paths..responses['200']\", remove: true}", "#/paths/~1x/get/responses", {}),
        ("{target: '$.tags[*]', update: {x-on: true}}", "#/tags/2", {"name": "c", "x-on": True}),
        ("{target: '$.tags[?@.x-none]', remove: true}", "#/info/title", "T"),
        ("{target: $.info, update: {title: U}, remove: true}", "#", None),
    ],
)
def test_actions(load_files: Load, action: str, pointer: str, value: Json) -> None:
    document, report = load_files({"api.yaml": _API, "a.overlay.yaml": _overlay(action)})
    if value is None:
        assert document is not None
        assert "info" not in document.root
        return
    assert set(codes(report)) <= {"W131", "W110"}
    assert document is not None
    assert document.at(pointer) == value


def test_actions_apply_in_order_and_values_are_copies(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": _API,
            "a.overlay.yaml": _overlay(
                "{target: '$.tags[0,1]', update: {x-d: {n: 1}}}", "{target: '$.tags[0].x-d', update: {n: 2}}"
            ),
        }
    )
    assert not report.diagnostics
    assert document is not None
    assert document.at("#/tags/0/x-d/n") == 2
    assert document.at("#/tags/1/x-d/n") == 1


def test_sources_of_what_an_overlay_adds_and_moves(load_files: Load) -> None:
    document, _ = load_files(
        {
            "api.yaml": _API,
            "a.overlay.yaml": _overlay(
                "{target: $.info, update: {contact: {name: N}}}",
                "{target: '$.tags', update: [{name: d}, {name: e}]}",
                "{target: '$.tags[0]', remove: true}",
            ),
        }
    )
    assert document is not None
    assert document.source("#/info/contact/name") == Source(
        "a.overlay.yaml", "#/actions/0/update/contact/name"
    )
    assert document.source("#/info/title") == Source("api.yaml", "#/info/title")
    assert document.source("#/tags/0/name") == Source("api.yaml", "#/tags/1/name")
    assert document.source("#/tags/2/name") == Source("a.overlay.yaml", "#/actions/1/update/0/name")
    assert document.source("#/tags/3/name") == Source("a.overlay.yaml", "#/actions/1/update/1/name")


def test_findings_in_an_overlay_have_their_place(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": _API,
            "a.overlay.yaml": _overlay(
                "target: $.paths['/x']\n  update:\n    get: {x-a: 1, requestBody: {$ref: '#/no'}}"
            ),
        }
    )
    assert document is not None
    assert places(report) == ["W105 a.overlay.yaml:6:33"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", ["E130 a.overlay.yaml:1:1"]),
        (_overlay("{target: 'info'}"), ["E130 a.overlay.yaml:4:4"]),
        (_overlay("{target: '$['}"), ["E130 a.overlay.yaml:4:4"]),
        (_overlay("{target: $, remove: maybe}"), ["E130 a.overlay.yaml:4:15"]),
        (_overlay("{target: $, updat: {}}"), ["E130 a.overlay.yaml:4:15"]),
        (_overlay("{update: {}}"), ["E130 a.overlay.yaml:4:3"]),
        (_overlay("{target: $}", "{target: $}"), ["E130 a.overlay.yaml:5:3"]),
        (_overlay().replace("actions:", "actions: []"), ["E130 a.overlay.yaml:3:1"]),
        (_overlay("{target: $}").replace("1.0.0", "7"), ["E130 a.overlay.yaml:1:1"]),
        (_overlay("{target: $}").replace("title: O, ", ""), ["E130 a.overlay.yaml:2:1"]),
        (_overlay("{target: $.nothing, remove: true}"), ["W131 a.overlay.yaml:4:4"]),
        (_overlay("{target: $.info, copy: $.nothing}"), ["W131 a.overlay.yaml:4:20"]),
        (_overlay("{target: $.info, copy: '$.tags[*]'}"), ["E130 a.overlay.yaml:4:20"]),
        ("a: [", ["E102 a.overlay.yaml:2:1"]),
    ],
)
def test_bad_overlays_are_placed(load_files: Load, text: str, expected: list[str]) -> None:
    _, report = load_files({"api.yaml": _API, "a.overlay.yaml": text})
    assert places(report) == expected


def test_an_overlay_may_not_leave_less_than_a_document(load_files: Load) -> None:
    _, report = load_files({"api.yaml": _API, "a.overlay.yaml": _overlay("{target: $, update: 3}")})
    assert codes(report) == ["E103"]


_SETS = Path(os.environ.get("SDKLOOM_CORPORA", "../shared/specs")).resolve() / "overlay"
_NEEDS_SETS = pytest.mark.skipif(not _SETS.is_dir(), reason="the Overlay conformance sets are not here")


def _read(path: Path) -> Json:
    text = read_text(path, path.name, Report())
    assert text is not None
    return parse(text, Report())


@_NEEDS_SETS
@pytest.mark.parametrize(
    "folder",
    sorted(path.parent for path in _SETS.glob("compliant-sets/*/overlay.yaml")),
    ids=lambda p: p.name,
)
def test_the_compliant_sets(folder: Path) -> None:
    report = Report()
    actual = apply_overlay(
        _read(folder / "openapi.yaml"),
        _read(folder / "overlay.yaml"),
        Origins("overlay.yaml"),
        Origins("openapi.yaml"),
        report,
    )
    assert not report.diagnostics
    assert actual == _read(folder / "output.yaml")


@_NEEDS_SETS
@pytest.mark.parametrize(
    "path", sorted(_SETS.glob("tests/v1.[01]/*/*.yaml")), ids=lambda p: f"{p.parent.name}: {p.stem}"
)
def test_the_cases_of_the_standard(path: Path) -> None:
    report = Report()
    apply_overlay(
        {"openapi": "3.1.0", "paths": {}},
        _read(path),
        Origins("overlay.yaml"),
        Origins("openapi.yaml"),
        report,
    )
    assert ("E130" in codes(report)) == (path.parent.name == "fail")
