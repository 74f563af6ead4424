"""Real documents, and small ones that have broken generators: everything in them is generated, and it imports.

The documents are found by the environment variable SDKLOOM_CORPORA. A usual run takes those of at most 200 kB; with
SDKLOOM_CORPUS=all it takes every one, and type-checks what comes out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typed import strict_faults, untyped_names

from sdkloom.config import Config, TargetConfig
from sdkloom.diagnostics import Report
from sdkloom.load.read import parse, read_text
from sdkloom.pipeline import Outcome, generate
from sdkloom.write import MANIFEST, write

CORPORA = os.environ.get("SDKLOOM_CORPORA")
# Documents whose packages run their own tests in a usual run: parameters, streams, servers and forms of all kinds.
CALLED = {
    "params-all-styles-roundtrip",
    "oas32-sse-import-scenarios",
    "servers-path-and-operation-level",
    "swagger2-petstore-fake-endpoints",
    "paths-matching-quirks",
    "train-travel",
}
# Documents whose packages are strictly typed: pages, uploads, downloads, OAuth, streams and unions of all kinds.
_TYPED = ("redocly-cafe-3.2", "redocly-museum", "docker-engine", "lakefs", "mistral")
ALL = os.environ.get("SDKLOOM_CORPUS") == "all"
_LARGEST = 200_000  # bytes of a document in a usual run
_METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}
_IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module("corpus_sdk")
for module in pkgutil.walk_packages(package.__path__, "corpus_sdk."):
    importlib.import_module(module.name)
assert package.CorpusClient and package.AsyncCorpusClient
"""

pytestmark = pytest.mark.skipif(not CORPORA, reason="SDKLOOM_CORPORA names no folder of documents")


def documents() -> list[Any]:
    """The documents that this run takes."""
    if not CORPORA:
        return []
    folders = [Path(CORPORA) / "edge", Path(CORPORA) / "real"]
    found = [path for folder in folders for path in sorted(folder.glob("*.*"))]
    found += sorted((Path(CORPORA) / "edge").glob("*/openapi.yml"))
    return [
        pytest.param(path, id=f"{path.parent.name}/{path.name}")
        for path in found
        if path.suffix in {".json", ".yaml", ".yml"} and (ALL or path.stat().st_size <= _LARGEST)
    ]


def declared(path: Path) -> Iterator[tuple[str, str]]:
    """The method and path of every operation of a document."""
    text = read_text(path, path.name, Report())
    assert text is not None
    data: Any = parse(text, Report())
    for url, item in (data.get("paths") or {}).items():
        if isinstance(item, dict):
            for method in (*item, *(item.get("additionalOperations") or ())):
                if method.lower() in _METHODS or method in (item.get("additionalOperations") or ()):
                    yield method.lower(), url


def _generated(path: Path) -> Outcome:
    target = TargetConfig("python", package="corpus_sdk", client="CorpusClient")
    return generate(Config(spec=path, targets=(target,)))


@pytest.mark.parametrize("path", documents())
def test_everything_in_a_document_is_generated_and_imports(path: Path, tmp_path: Path) -> None:
    outcome = _generated(path)
    assert not outcome.report.failed, [diagnostic.title for diagnostic in outcome.report.diagnostics]
    manifest = json.loads(str(outcome.files[f"python/{MANIFEST}"]))
    assert {(entry["method"].lower(), entry["path"]) for entry in manifest["operations"]} >= set(
        declared(path)
    )
    assert manifest["omitted"] == []
    write(outcome.files, tmp_path, outcome.report)
    assert not outcome.report.failed
    source = tmp_path / "python" / "src"
    _run([sys.executable, "-W", "error::SyntaxWarning", "-c", _IMPORT_ALL], source)
    if ALL:
        _run(
            [sys.executable, "-m", "mypy", "--strict", "--cache-dir", os.devnull, "-p", "corpus_sdk"], source
        )
    if ALL or path.stem in CALLED:
        # Found on the path by the package's own settings.
        _run([sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"], tmp_path / "python")


@pytest.mark.parametrize("path", [one for one in documents() if one.values[0].stem in _TYPED])
def test_rule_12_every_type_of_a_package_is_written_out(path: Path, tmp_path: Path) -> None:
    outcome = _generated(path)
    write(outcome.files, tmp_path, outcome.report)
    project = tmp_path / "python"
    assert untyped_names(project / "src", "corpus_sdk") == []
    assert strict_faults(project) == []


def _run(command: list[str], folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
