"""Documents that try to write code: nothing of theirs may run, and nothing may land outside of the output folder."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import Outcome, generate
from sdkloom.write import MANIFEST, write

_CANARY = "__import__('pathlib').Path('PWNED').touch()"

# What ends a literal, a comment, a line or a block in one of the places where text is written.
_BREAKOUTS = {
    "double quote": '"+{}+"',
    "single quote": "'+{}+'",
    "triple quote": '"""\n{}\n"""',
    "triple single quote": "'''\n{}\n'''",
    "backslash before quote": '\\"+{}+\\"',
    "trailing backslash": "{}\\",
    "line feed": "x\n{}\n",
    "carriage return": "x\r{}\r",
    "both": "x\r\n{}\r\n",
    "next line": "x\x85{}\x85",
    "line separator": "x\u2028{}\u2029",
    "form feed": "x\x0c{}\x0b",
    "nul": "x\x00{}",
    "jinja": "{{{{ {} }}}}{{% set x = 1 %}}",
    "f-string": "{{{}}}",
    "template literal": "`${{{}}}`",
    "block comment": "*/ {} /*",
    "line comment": "// {}",
    "markup": "</script><script>{}</script><!--",
    "fence": "```\n{}\n```",
    "toml": '"\n[tool.x]\ny = "{}',
    "bidi": "\u202e{}\u202c",
    "path": "../../{}",
    "absolute path": "/tmp/{}",
    "drive": "C:\\{}",
    "dunder": "__class__",
    "prototype": "__proto__",
    "keyword": "import",
    "builtin": "print",
    "fullwidth": "ｉｍｐｏｒｔ",
    "long": "a" * 300,
    "empty": "",
    "device": "CON",
}
_PAYLOADS = [
    pytest.param(text.format(_CANARY) if "{" in text else text, id=name) for name, text in _BREAKOUTS.items()
]


def _document(text: str) -> dict[str, Any]:
    """A document with the payload in every place that holds text of its author's choosing."""
    schema = {
        "title": text,
        "description": text,
        "type": "object",
        "required": [text],
        "properties": {
            text: {"type": "string", "description": text, "default": text, "example": text, "pattern": text},
            "kind": {
                "type": "string",
                "enum": [text, "other"],
                "x-enum-varnames": [text, text],
                "default": text,
            },
            "only": {"const": text},
            "inside": {"type": "object", "properties": {text: {"type": "string", "format": text}}},
        },
        "additionalProperties": {"type": "string", "description": text},
    }
    union = {
        "oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
        "discriminator": {"propertyName": text, "mapping": {text: "#/components/schemas/A", "b": "B"}},
    }
    answer = {
        "description": text,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
    }
    parameters = [
        {
            "name": text,
            "in": place,
            "required": place == "path",
            "description": text,
            "schema": {"type": "string"},
        }
        for place in ("query", "header", "cookie", "path")
    ]
    operation = {
        "operationId": text,
        "summary": text,
        "description": text,
        "tags": [text],
        "parameters": parameters,
        "externalDocs": {"url": text, "description": text},
        "requestBody": {
            "description": text,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/A"}, "example": {text: text}}
            },
        },
        "responses": {"200": answer, "4XX": answer, "default": answer},
        "security": [{text: [text]}],
        "servers": [{"url": f"https://x.example/{text}", "description": text}],
        "x-codeSamples": [{"lang": "Python", "label": text, "source": f"from corpus_sdk import x\n{text}"}],
    }
    other = {
        "operationId": f"other{text}",
        "responses": {"200": {"description": text, "content": {text: {}}}},
    }
    scheme = {"type": "apiKey", "in": "header", "name": text, "description": text}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "description": text,
            "license": {"name": text},
            "contact": {"name": text, "url": text},
        },
        "servers": [
            {"url": f"https://{{v}}.example/{text}", "variables": {"v": {"default": text, "enum": [text]}}}
        ],
        "tags": [{"name": text, "description": text}],
        "paths": {
            f"/things/{text}": {"post": operation, "get": other},
            f"/{{{text}}}/a": {"parameters": parameters, "get": {"responses": {"200": answer}}},
        },
        "components": {
            "schemas": {"A": schema, "B": schema, "U": union, text: schema},
            "securitySchemes": {
                text: scheme,
                "o": {"type": "http", "scheme": "bearer", "bearerFormat": text},
            },
        },
    }


def _generated(text: str, folder: Path, **chosen: str) -> Outcome:
    spec = folder / "api.json"
    spec.write_text(json.dumps(_document(text)), encoding="utf-8")
    target = TargetConfig("python", **{"package": "corpus_sdk", "client": "CorpusClient", **chosen})
    return generate(Config(spec=spec, targets=(target,)))


@pytest.mark.parametrize("payload", _PAYLOADS)
def test_nothing_of_a_document_runs_or_lands_outside(payload: str, folder: Path) -> None:
    outcome = _generated(payload, folder)
    assert not outcome.report.failed, [found.title for found in outcome.report.diagnostics]
    output = folder / "deep" / "down" / "output"
    before = {path for path in folder.rglob("*") if output not in path.parents}
    write(outcome.files, output, outcome.report)
    assert not outcome.report.failed
    made = {path for path in folder.rglob("*") if path != output and output not in path.parents} - before
    assert made <= {output.parent, output.parent.parent}
    for path, text in outcome.files.items():
        _check(path, str(text))
    _import_all(output / "python" / "src")
    assert not list(folder.rglob("PWNED"))


def _check(path: str, text: str) -> None:
    """Code holds calls that our templates write, and no others; papers hold no markup of a document."""
    assert all(part.isascii() or part.isidentifier() or "." in part for part in path.split("/"))
    assert len(path.rsplit("/", 1)[-1].encode()) <= 255
    if path.endswith(".py"):
        tree = ast.parse(text)
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert "__import__" not in names
        assert not {"eval", "exec", "compile", "open"} & names or "/_core/" in path
    elif path.endswith(".toml"):
        assert set(tomllib.loads(text)) == {"build-system", "project", "tool"}
    elif path.endswith(".md"):
        kinds = {token.type for token in MarkdownIt("commonmark").parse(text)}
        assert "html_block" not in kinds
    elif path.endswith(MANIFEST):
        json.loads(text)


def _import_all(source: Path) -> None:
    program = (
        "import importlib, pkgutil, corpus_sdk\n"
        "for module in pkgutil.walk_packages(corpus_sdk.__path__, 'corpus_sdk.'):\n"
        "    importlib.import_module(module.name)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(source)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
