"""The program as a whole: pure, deterministic, and silent about where it ran."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from sdkloom.config import Config
from sdkloom.pipeline import Outcome, generate
from sdkloom.write import MANIFEST

_REPOSITORY = Path(__file__).parents[2]
_SPEC = _REPOSITORY / "spec" / "groq.yaml"


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return generate(Config(spec=_SPEC))


def test_generating_writes_nothing(folder: Path) -> None:
    (folder / "api.yaml").write_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n")
    assert generate(Config(spec=Path("api.yaml"))).files
    assert [path.name for path in folder.iterdir()] == ["api.yaml"]


def test_an_error_gives_no_files(folder: Path) -> None:
    outcome = generate(Config(spec=folder / "none.yaml"))
    assert outcome.report.failed
    assert outcome.files == {}


def test_a_warning_gives_no_files_when_strict(folder: Path) -> None:
    (folder / "api.yaml").write_text("openapi: 3.1.0\ninfo: {title: T}\npaths: {}\n")
    assert generate(Config(spec=Path("api.yaml"))).files
    assert generate(Config(spec=Path("api.yaml"), strict=True)).files == {}


def test_the_manifest_tells_the_truth(outcome: Outcome) -> None:
    assert not outcome.report.failed
    files = outcome.files
    for path, text in files.items():
        target, _, name = path.partition("/")
        if name != MANIFEST:
            manifest = json.loads(files[f"{target}/{MANIFEST}"])
            assert isinstance(text, str)
            assert manifest["files"][name] == sha256(text.encode()).hexdigest()
            assert manifest["spec"] == sha256(_SPEC.read_bytes()).hexdigest()


def _digest(folder: Path, seed: str) -> str:
    """What a fresh process generates there."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    subprocess.run(
        [sys.executable, "-m", "sdkloom", "generate", "copy.yaml", "--out", "out", "--quiet"],
        cwd=folder,
        env=environment,
        check=True,
    )
    every = sorted((folder / "out").rglob("*"))
    listed = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in every if path.is_file()]
    return sha256(repr(listed).encode()).hexdigest()


def test_rule_57_hash_seeds_and_folders_make_no_difference(tmp_path: Path) -> None:
    digests = set()
    for name, seed in (("here", "0"), ("there/below", "4242")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        shutil.copy(_SPEC, folder / "copy.yaml")
        digests.add(_digest(folder, seed))
    assert len(digests) == 1


def test_no_path_of_this_machine_is_in_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(_SPEC, tmp_path / "copy.yaml")
    for text in generate(Config(spec=tmp_path / "copy.yaml")).files.values():
        assert str(tmp_path) not in str(text)
        assert str(_REPOSITORY) not in str(text)
