"""The tests that the package carries: they pass as a user runs them, and fail where the package is wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from nodes import OUTPUT, check

# Calls of all kinds: streams, uploads, bytes, and parameters of the path.
_FILES = ("chat/completions.test.js", "audio/transcriptions.test.js", "files.test.js", "models.test.js")


@pytest.fixture(scope="module")
def tested(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package whose tests have run."""
    folder = tmp_path_factory.mktemp("tested") / "package"
    shutil.copytree(OUTPUT, folder, ignore=shutil.ignore_patterns("node_modules", "dist"))
    said = check(["npm", "test"], folder, PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    assert "# fail 0" in said
    (folder / "said.txt").write_text(said, encoding="utf-8")
    return folder


def _run(folder: Path, *files: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["node", "--test", *files],
        cwd=folder / "dist" / "tests",
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_every_operation_is_called_and_fails_once(tested: Path) -> None:
    manifest = json.loads((OUTPUT / ".generated.json").read_text(encoding="utf-8"))
    titles = re.findall(r"^ok \d+ - (.+)$", (tested / "said.txt").read_text(encoding="utf-8"), re.MULTILINE)
    for operation in manifest["operations"]:
        assert operation["call"] in titles
        assert sum(title.startswith(f"{operation['call']} fails with status ") for title in titles) == 1


def test_they_pass_over_loopback(tested: Path) -> None:
    done = _run(tested, *_FILES, LOOPBACK="1")
    assert done.returncode == 0, done.stdout[-3000:]
    assert "# pass 0" not in done.stdout


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        pytest.param("resources/files.js", "_client.delete(", "_client.post(", id="another method"),
        pytest.param("resources/models.js", "models/${", "model/${", id="another path"),
        pytest.param("internal/path.js", "\"!$&'", "\"/!$&'", id="a path parameter that leaves its segment"),
        pytest.param("internal/styles.js", "encodeURIComponent(", "String(", id="no encoding"),
        pytest.param("internal/request.js", "JSON.stringify(plain)", "JSON.stringify({})", id="a lost body"),
        pytest.param("internal/multipart.js", "filename=", "file=", id="a file without its name"),
        pytest.param("internal/answer.js", "JSON.parse(", "String(", id="an answer that stays text"),
        pytest.param("internal/events.js", "JSON.parse(", "String(", id="an event that stays text"),
        pytest.param("internal/auth.js", "Bearer ", "Token ", id="another proof"),
        pytest.param("core/error.js", "400: BadRequestError", "400: ConflictError", id="another error"),
        pytest.param("settings.js", "498: CapacityExceededError", "", id="an error that has no class"),
    ],
)
def test_they_fail_where_the_package_is_wrong(tested: Path, file: str, right: str, wrong: str) -> None:
    path = tested / "dist" / "esm" / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    try:
        done = _run(tested, *_FILES)
    finally:
        path.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "\nnot ok " in done.stdout
