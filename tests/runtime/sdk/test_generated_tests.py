"""The tests that the package carries: they pass as a user runs them, and fail where the package is wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from manifest import OUTPUT, manifest


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_they_pass_in_memory() -> None:
    done = _run(OUTPUT)
    assert done.returncode == 0, done.stdout[-3000:]


def test_they_pass_over_loopback() -> None:
    done = _run(OUTPUT, "--loopback", "tests/test_chat_completions.py", "tests/test_audio_transcriptions.py")
    assert done.returncode == 0, done.stdout[-3000:]


def test_every_operation_is_called_by_both_clients() -> None:
    listed = _run(OUTPUT, "--collect-only").stdout
    assert listed.count("[sync]") == listed.count("[async]")
    assert listed.count("_failure[sync]") == len(manifest()["operations"])


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("resources/models.py", '"/openai/v1/models/{model}"', '"/openai/v2/models/{model}"'),
        ("resources/models.py", "to=ModelDeleted", "to=Model"),
        ("_core/wire.py", "_SEGMENT = UNRESERVED + ", '_SEGMENT = "/" + UNRESERVED + '),
        ("_core/auth.py", "Bearer {", "Token {"),
        ("_core/errors.py", "400: BadRequestError", "400: ConflictError"),
        ("_core/streaming.py", "self._read(", "("),
    ],
)
def test_they_fail_where_the_package_is_wrong(tmp_path: Path, file: str, right: str, wrong: str) -> None:
    shutil.copytree(OUTPUT, tmp_path / "python", ignore=shutil.ignore_patterns("__pycache__"))
    source = tmp_path / "python" / "src" / "groq" / file
    text = source.read_text(encoding="utf-8")
    assert right in text
    source.write_text(text.replace(right, wrong), encoding="utf-8")
    assert _run(tmp_path / "python", "-x", "tests").returncode == 1
