"""The runtime of TypeScript packages, by the tests that stand beside this file in its own language."""

from __future__ import annotations

from pathlib import Path

import pytest
from nodes import HERE, RUNTIME, check

_TESTS = [pytest.param(path, id=path.name) for path in sorted((HERE / "core").glob("*.test.ts"))]


@pytest.fixture(scope="session")
def bundles(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests with the runtime that they test, as JavaScript."""
    folder = tmp_path_factory.mktemp("core")
    sources = sorted((HERE / "core").glob("*.test.ts"))
    options = [
        "--bundle",
        "--platform=node",
        "--format=esm",
        "--out-extension:.js=.mjs",
        f"--outdir={folder}",
    ]
    check([tools / "esbuild", *sources, *options, "--log-level=error"], HERE)
    return folder


@pytest.mark.parametrize("path", _TESTS)
def test_runtime(path: Path, node: str, bundles: Path) -> None:
    said = check([node, "--test", bundles / f"{path.stem}.mjs"], HERE)
    assert "# fail 0" in said
    assert "# pass 0" not in said


def test_the_runtime_and_its_tests_are_typed_strictly(tools: Path) -> None:
    check([tools / "tsc", "-p", "."], HERE)


def test_the_runtime_is_tidy(tools: Path) -> None:
    check([tools / "prettier", "--check", "--print-width", "100", "--single-quote", RUNTIME], HERE)


def test_the_runtime_imports_nothing_but_itself() -> None:
    for path in (*(RUNTIME / "core").glob("*.ts"), *(RUNTIME / "internal").glob("*.ts")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if " from '" in line:
                assert " from './" in line or " from '../" in line, f"{path.name}: {line}"
