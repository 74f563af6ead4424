"""Real documents, and small ones that have broken generators: their TypeScript packages compile without an error.

The documents are found by the environment variable SDKLOOM_CORPORA. A usual run takes those of at most 200 kB; with
SDKLOOM_CORPUS=all it takes every one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpora.test_documents import CORPORA, declared, documents
from nodes import check

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate
from sdkloom.write import MANIFEST, write

pytestmark = pytest.mark.skipif(not CORPORA, reason="SDKLOOM_CORPORA names no folder of documents")


def test_packages_of_all_documents_compile(tools: Path, tmp_path: Path) -> None:
    settings = ""
    target = TargetConfig("typescript", package="corpus_sdk", client="CorpusClient")
    for number, (path,) in enumerate(parameter.values for parameter in documents()):
        outcome = generate(Config(spec=path, targets=(target,)))
        assert not outcome.report.failed, path.name
        manifest = json.loads(str(outcome.files[f"typescript/{MANIFEST}"]))
        made = {(entry["method"].lower(), entry["path"]) for entry in manifest["operations"]}
        assert made >= set(declared(path)), path.name
        folder = tmp_path / f"{number}-{path.stem}"
        write(outcome.files, folder, outcome.report)
        settings = str(folder / "typescript" / "tsconfig.json")
    options = {"rootDir": str(tmp_path), "noEmit": True}
    whole = {"extends": settings, "compilerOptions": options, "include": ["*/typescript/src"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(whole), encoding="utf-8")
    check([tools / "tsc", "-p", "."], tmp_path)
