"""What of the runtime a package has: the parts that its API uses, and no word of those that are not there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sdkloom.config import read_config
from sdkloom.diagnostics import Report
from sdkloom.pipeline import generate

_THING: Any = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "next_cursor": {"type": ["string", "null"]}},
}


def _answer(kind: str, content: Any) -> Any:
    return {"200": {"description": "ok", "content": {kind: content}}}


_THINGS: Any = {
    "type": "object",
    "required": ["items"],
    "properties": {"items": {"type": "array", "items": _THING}},
}
_PAGE = {**_THINGS, "properties": {**_THINGS["properties"], "next_cursor": {"type": "string"}}}
_FORM = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}

# An operation that uses a part, and the modules of that part.
_USES: dict[str, tuple[Any, set[str]]] = {
    "streams": (
        {"get": {"responses": _answer("text/event-stream", {"itemSchema": _THING})}},
        {"streaming", "sse", "events"},
    ),
    "pages": (
        {
            "get": {
                "parameters": [{"name": "cursor", "in": "query", "schema": {"type": "string"}}],
                "responses": _answer("application/json", {"schema": _PAGE}),
            }
        },
        {"pages", "page_rules"},
    ),
    "tokens": (
        {"get": {"security": [{"oauth": []}], "responses": _answer("text/plain", {})}},
        {"oauth"},
    ),
    "aliases": (
        {"get": {"operationId": "aliased", "responses": _answer("text/plain", {})}},
        {"deprecation"},
    ),
    "uploads": (
        {
            "post": {
                "requestBody": {"content": {"multipart/form-data": {"schema": _FORM}}},
                "responses": _answer("application/octet-stream", {}),
            }
        },
        set(),
    ),
    "webhooks": ({}, {"webhooks"}),
}
_WEBHOOK = {"post": {"requestBody": {"content": {"application/json": {"schema": _THING}}}}}
_OPTIONAL = {module for _, modules in _USES.values() for module in modules}
_IMPORT_ALL = """
import importlib, pkgutil, warnings
import parts
for module in pkgutil.walk_packages(parts.__path__, "parts."):
    importlib.import_module(module.name)
for name in parts.__all__:
    getattr(parts, name)
from parts import errors
for name in errors.__all__:
    getattr(errors, name)
"""


def _package(used: set[str], folder: Path) -> Path:
    """The package for a document whose operations use these parts."""
    paths = {f"/{use}": item for use, (item, _) in _USES.items() if item and use in used}
    plain = {
        "get": {"operationId": "things.get", "responses": _answer("application/json", {"schema": _THING})}
    }
    flow = {"tokenUrl": "/token", "scopes": {}}
    document = {
        "openapi": "3.2.0",
        "info": {"title": "Parts", "version": "1"},
        "servers": [{"url": "http://parts.invalid"}],
        "paths": {"/things": plain, **paths},
        "webhooks": {"thing.made": _WEBHOOK} if "webhooks" in used else {},
        "components": {
            "securitySchemes": (
                {"oauth": {"type": "oauth2", "flows": {"clientCredentials": flow}}}
                if "tokens" in used
                else {}
            )
        },
    }
    (folder / "api.json").write_text(json.dumps(document), encoding="utf-8")
    operations = {"aliased": {"aliases": "things.former"}} if "aliases" in used else {}
    chosen = {"spec": "api.json", "operations": operations, "targets": {"python": {"package": "parts"}}}
    (folder / "sdkloom.yaml").write_text(json.dumps(chosen), encoding="utf-8")
    report = Report()
    config = read_config(folder / "sdkloom.yaml", report)
    assert config is not None
    outcome = generate(config)
    assert not outcome.report.failed
    for path, text in outcome.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(text), encoding="utf-8")
    return folder / "python"


@pytest.mark.parametrize(
    "used", [set(), *({use} for use in _USES), set(_USES)], ids=lambda used: "+".join(used)
)
def test_rule_57_a_package_has_the_parts_of_the_runtime_that_its_api_uses(
    used: set[str], tmp_path: Path
) -> None:
    project = _package(used, tmp_path)
    expected = {module for use in used for module in _USES[use][1]}
    core = {file.stem for file in (project / "src/parts/_core").glob("*.py")}
    assert core & _OPTIONAL == expected
    absent = "|".join(sorted(_OPTIONAL - expected)) or "nothing"
    mention = re.compile(rf"_core[./]({absent})\b|(from|import) \.+({absent})\b|`({absent})(\.py)?`")
    mentions = [
        f"{file.relative_to(project)}: {found.group()}"
        for file in sorted(project.rglob("*"))
        if file.suffix in {".py", ".md", ".toml"}
        for found in mention.finditer(file.read_text(encoding="utf-8"))
    ]
    assert mentions == []
    _run([sys.executable, "-W", "ignore::DeprecationWarning", "-c", _IMPORT_ALL], project)
    _run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", os.devnull, "-p", "parts"], project)


def _run(command: list[str], project: Path) -> None:
    source = project / "src"
    environment = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
