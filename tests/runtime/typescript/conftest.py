"""What the tests of TypeScript packages need: the package of this repository, built and installed, and a server."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from document_server import DocumentServer, Override, checker_of, read_document
from nodes import OUTPUT, REPOSITORY, check

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def built(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built by its own script."""
    folder = tmp_path_factory.mktemp("package") / "groq-sdk"
    shutil.copytree(OUTPUT, folder, ignore=shutil.ignore_patterns("node_modules", "dist"))
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    check(["npm", "run", "build", "--silent"], folder, PATH=path)
    return folder


@pytest.fixture(scope="session")
def user(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a user who has installed the package."""
    folder = tmp_path_factory.mktemp("user")
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "groq-sdk").symlink_to(built, target_is_directory=True)
    return folder


@pytest.fixture
def program(node: str, user: Path, tmp_path: Path) -> Run:
    """Runs a program of the user in a folder of its own, as an ES module or as CommonJS by its file's name."""

    def run(source: str, name: str = "program.mjs", **environment: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "node_modules").exists() or (tmp_path / "node_modules").symlink_to(user / "node_modules")
        (tmp_path / name).write_text(source, encoding="utf-8")
        return subprocess.run(
            [node, name],
            cwd=tmp_path,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return run


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    """The document that the package was generated from."""
    return read_document(REPOSITORY / "spec" / "groq.yaml")


@pytest.fixture(scope="session")
def checker(document: dict[str, Any]) -> Any:
    """What checks requests against the document."""
    return checker_of(document)


@pytest.fixture
def serve(document: dict[str, Any], checker: Any) -> Callable[..., Any]:
    """A server for the duration of a `with` block, with the environment that leads a program to it."""

    @contextmanager
    def run(
        examples: dict[str, Any] | None = None, override: Override | None = None
    ) -> Iterator[tuple[DocumentServer, dict[str, str]]]:
        with DocumentServer(document, checker, examples, override) as server:
            yield server, {"GROQ_API_KEY": "gsk_test", "GROQ_BASE_URL": server.url}
            assert server.faults == []

    return run
