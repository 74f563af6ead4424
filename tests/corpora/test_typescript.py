"""Real documents, and small ones that have broken generators: their TypeScript packages compile, and pass their tests.

Prettier finds them tidy. The documents are found by the environment variable SDKLOOM_CORPORA. A usual run takes those of
at most 200 kB, and runs the tests of a few packages; with SDKLOOM_CORPUS=all it takes every one, and runs the tests of all.
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


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of each document."""
    place = tmp_path_factory.mktemp("packages")
    for number, (path,) in enumerate(parameter.values for parameter in documents()):
        outcome = generate(Config(spec=path, targets=(_TARGET,)))
        assert not outcome.report.failed, path.name
        manifest = json.loads(str(outcome.files[f"typescript/{MANIFEST}"]))
        made = {(entry["method"].lower(), entry["path"]) for entry in manifest["operations"]}
        assert made >= set(declared(path)), path.name
        write(outcome.files, place / f"{number}-{path.stem}", outcome.report)
    return place


def test_packages_of_all_documents_compile(tools: Path, packages: Path) -> None:
    settings = str(next(packages.glob("0-*/typescript/tsconfig.json")))
    options = {"rootDir": str(packages), "noEmit": True}
    whole = {"extends": settings, "compilerOptions": options, "include": ["*/typescript/src"]}
    (packages / "tsconfig.json").write_text(json.dumps(whole), encoding="utf-8")
    check([tools / "tsc", "-p", "."], packages)


def test_prettier_agrees_with_the_layout_of_all_packages(tools: Path, packages: Path) -> None:
    """The runtime is the same in all of them, and looked at where it stands."""
    own = ["src/*.ts", "src/resources/**/*.ts", "tests/**/*.test.ts", "tests/setup.ts", "*.json", "*.cjs"]
    found = [f"*/typescript/{pattern}" for pattern in own]
    check([tools / "prettier", "--check", "--print-width", "100", "--single-quote", *found], packages)


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
