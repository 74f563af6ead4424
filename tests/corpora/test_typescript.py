"""Real documents, and small ones that have broken generators: their TypeScript packages compile, and pass their tests.

The documents are found by the environment variable SDKLOOM_CORPORA. A usual run takes those of at most 200 kB, and runs
the tests of a few packages; with SDKLOOM_CORPUS=all it takes every one, and runs the tests of all.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from corpora.test_documents import ALL, CALLED, CORPORA, declared, documents
from nodes import check

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate
from sdkloom.write import MANIFEST, write

pytestmark = pytest.mark.skipif(not CORPORA, reason="SDKLOOM_CORPORA names no folder of documents")


_TARGET = TargetConfig("typescript", package="corpus_sdk", client="CorpusClient")


def test_packages_of_all_documents_compile(tools: Path, tmp_path: Path) -> None:
    settings = ""
    for number, (path,) in enumerate(parameter.values for parameter in documents()):
        outcome = generate(Config(spec=path, targets=(_TARGET,)))
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


# Documents of calls that nobody can make, since what they take has no end.
_ENDLESS = {"names-case-colliding-schemas"}


def _called() -> Iterator[Any]:
    for parameter in documents():
        stem = Path(str(parameter.values[0])).stem
        if stem not in _ENDLESS and (ALL or stem in CALLED):
            yield parameter


@pytest.mark.parametrize("path", list(_called()))
def test_tests_of_packages_pass(path: Path, tools: Path, tmp_path: Path) -> None:
    outcome = generate(Config(spec=path, targets=(_TARGET,)))
    write(outcome.files, tmp_path, outcome.report)
    said = check(["npm", "test"], tmp_path / "typescript", PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    manifest = json.loads(str(outcome.files[f"typescript/{MANIFEST}"]))
    passed = re.search(r"^# pass (\d+)$", said, re.MULTILINE)
    assert passed
    # Each call is made twice at least: for its result, and for a failure.
    assert int(passed[1]) >= 2 * len(manifest["operations"])
