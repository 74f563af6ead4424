"""Loading as a whole: what is a document, and what becomes of one."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Load
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reports import codes, places

from sdkloom.config import Config
from sdkloom.diagnostics import Diagnostic, Report
from sdkloom.load import load
from sdkloom.load.validate import Running

_API = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "E103 api.yaml"),
        ("[]\n", "E103 api.yaml:1:1"),
        ("just text\n", "E103 api.yaml:1:1"),
        ("a: 1\n", "E103 api.yaml:1:1"),
        ("openapi: 4.0.0\npaths: {}\n", "E103 api.yaml:1:1"),
        ("openapi: 2.0.0\npaths: {}\n", "E103 api.yaml:1:1"),
        ("openapi:\npaths: {}\n", "E103 api.yaml:1:1"),
        ("swagger: 1.2\npaths: {}\n", "E103 api.yaml:1:1"),
        ("openapi: 3.0.0\ninfo: {}\n", "E103 api.yaml:1:1"),
    ],
)
def test_what_is_no_document(load_files: Load, text: str, expected: str) -> None:
    document, report = load_files({"api.yaml": text})
    assert document is None
    assert places(report) == [expected]


@pytest.mark.parametrize(
    "version", ["openapi: 3.0.3", "openapi: 3.1", "openapi: 3.2.0", "swagger: 2", "swagger: '2.0'"]
)
def test_what_is_one(load_files: Load, version: str) -> None:
    document, report = load_files({"api.yaml": f"{version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n"})
    assert document is not None
    assert not report.failed


def test_a_missing_file(folder: Path) -> None:
    report = Report()
    assert load(Config(spec=folder / "none.yaml"), report) is None
    assert codes(report) == ["E101"]


def test_a_missing_overlay(folder: Path) -> None:
    (folder / "api.yaml").write_text(_API)
    report = Report()
    assert load(Config(spec=Path("api.yaml"), overlays=(Path("none.yaml"),)), report) is None
    assert codes(report) == ["E101"]


def test_the_digest_is_that_of_the_bytes_read(load_files: Load) -> None:
    overlay = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $, update: {}}]\n"
    digests = set()
    for files in (
        {"api.yaml": _API},
        {"api.yaml": _API + "\n"},
        {"api.yaml": _API, "a.overlay.yaml": overlay},
    ):
        document, _ = load_files(files)
        assert document is not None
        digests.add(document.digest)
    assert len(digests) == 3


def test_findings_of_the_validator_are_warnings_with_places(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": (
                "openapi: 3.0.3\ninfo: {title: T}\npaths:\n  /a:\n    get:\n      operationId: x\n"
                "      responses:\n        '200': {description: 7}\n    put:\n      operationId: x\n      respnses: {}\n"
                "components:\n  schemas:\n    A: {type: strin}\n    B: {type: string, enum: [a, a]}\n"
                "    C: {type: integer, default: x}\n    D: {required: [y, x], allOf: [{properties: {x: {}}}]}\n"
            )
        }
    )
    assert document is not None
    found = {
        f"{place[5:]} {item.title}" for place, item in zip(places(report), report.diagnostics, strict=True)
    }
    assert found == {
        "api.yaml:2:1 `version` is missing",
        "api.yaml:8:17 `7` should be text",
        "api.yaml:9:5 `responses` is missing",
        "api.yaml:10:7 another operation has the `operationId` `x` as well",
        "api.yaml:11:7 `respnses` means nothing here",
        "api.yaml:14:9 `strin` is not among `array`, `boolean`, `integer`, `number`, `object`, `string`",
        "api.yaml:15:23 this list holds an item twice",
        "api.yaml:16:24 `x` should be an integer",
        "api.yaml:17:9 `y` is required, but not among the properties",
    }


def test_a_crash_of_the_validator_is_a_note(load_files: Load) -> None:
    schema = "    A: {allOf: [{$ref: '#/components/schemas/A'}]}\n"
    document, report = load_files(
        {"api.yaml": f"{_API}components:\n  schemas:\n{schema}".replace("3.1.0", "3.0.0")}
    )
    assert document is not None
    assert codes(report) == ["N111"]


_SMALL = _API.replace(", version: '1'", "")
_LARGE = f"{_SMALL}x-long: {'long ' * 10_000}\n"


@pytest.fixture
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDKLOOM_CACHE", "")


def test_large_documents_are_validated_beside_all_else(load_files: Load, no_cache: None) -> None:
    document, report = load_files({"api.yaml": _LARGE})
    assert document is not None
    assert codes(report) == []
    assert document.validation is not None
    document.validation.finish(report)
    assert set(codes(report)) == {"W110"}
    small, at_once = load_files({"api.yaml": _SMALL})
    assert small is not None
    assert [found.title for found in at_once.diagnostics] == [found.title for found in report.diagnostics]


def test_a_validation_that_takes_too_long_is_a_note(load_files: Load, no_cache: None) -> None:
    document, report = load_files({"api.yaml": _LARGE})
    assert document is not None
    assert isinstance(document.validation, Running)
    replace(document.validation, until=0.0).finish(report)
    assert codes(report) == ["N111"]
    assert document.validation.process.poll() is not None


def test_a_validator_that_dies_is_a_note(load_files: Load, no_cache: None) -> None:
    document, report = load_files({"api.yaml": _LARGE})
    assert document is not None
    assert isinstance(document.validation, Running)
    document.validation.process.kill()
    document.validation.finish(report)
    assert codes(report) == ["N111"]


@pytest.mark.parametrize("text", [_SMALL, _LARGE], ids=["small", "large"])
def test_what_was_validated_once_is_not_validated_again(
    load_files: Load, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    def findings(text: str) -> tuple[Diagnostic, ...]:
        document, report = load_files({"api.yaml": text})
        if document is not None and document.validation is not None:
            document.validation.finish(report)
        return report.diagnostics

    monkeypatch.setenv("SDKLOOM_CACHE", str(tmp_path_factory.mktemp("cache")))
    first = findings(text)
    for module in ("openapi_spec_validator", "openapi_spec_validator.shortcuts"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert findings(f"# What it says is the same.\n{text}") == first
    assert [found.code for found in first] == ["W110"]
    assert [found.code for found in findings(text.replace("title: T", "title: U"))] == ["N111"]


def test_validation_reaches_for_no_network(load_files: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("something opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    load_files(
        {
            "api.yaml": (
                f"{_API}jsonSchemaDialect: https://example.com/dialect\ncomponents:\n  schemas:\n"
                "    A: {$id: 'https://example.com/a', $schema: 'https://example.com/b', $dynamicRef: 'https://example.com/c'}\n"
            )
        }
    )


_VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 600)
    | st.sampled_from(["string", "object", "#/paths", "x", "query", "body"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            "get post parameters responses 200 schema $ref type properties allOf oneOf nullable in name content "
            "items required default examples application/json discriminator mapping propertyName enum /a".split()
        ),
        inner,
        max_size=4,
    ),
    max_leaves=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.sampled_from(["openapi: 3.0.0", "openapi: 3.1.0", "swagger: '2.0'"]), _VALUE, _VALUE, _VALUE)
def test_no_document_makes_loading_fail(
    load_files: Load, version: str, paths: object, components: object, definitions: object
) -> None:
    import json

    parts = {"paths": paths, "components": components, "definitions": definitions, "parameters": definitions}
    text = "".join(f"{key}: {json.dumps(part)}\n" for key, part in parts.items())
    document, report = load_files({"api.yaml": f"{version}\n{text}"})
    assert (document is None) == report.failed


def test_nothing_is_said_beside_the_report(load_files: Load, recwarn: pytest.WarningsRecorder) -> None:
    schemas = "components: {schemas: {Code: {type: string, pattern: '^[[a-z]]$'}}}\n"
    document, report = load_files({"api.yaml": _API + schemas})
    assert document is not None
    assert codes(report) == []
    assert not recwarn.list
