"""Documents that try to write code: nothing of theirs may run, and nothing may land outside of the output folder."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from attacks.documents import document, payloads
from markdown_it import MarkdownIt

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import Outcome, generate
from sdkloom.write import MANIFEST, write

_CANARY = "__import__('pathlib').Path('PWNED').touch()"

_PAYLOADS = [pytest.param(text, id=name) for name, text in payloads(_CANARY).items()]


def _generated(text: str, folder: Path, **chosen: str) -> Outcome:
    spec = folder / "api.json"
    spec.write_text(json.dumps(document(text)), encoding="utf-8")
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
