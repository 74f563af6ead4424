"""The tests that a package of lists in pages carries: they pass, and fail where the package is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from features.test_pages import DOCUMENT

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate
from sdkloom.write import write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package."""
    made = tmp_path_factory.mktemp("pages")
    opening = (
        "openapi: 3.2.0\ninfo: {title: Feature, version: '1'}\nservers: [{url: https://feature.example}]\n"
    )
    (made / "api.yaml").write_text(opening + DOCUMENT, encoding="utf-8")
    target = TargetConfig("python", package="paged", client="Paged")
    outcome = generate(Config(spec=made / "api.yaml", targets=(target,)))
    assert not outcome.report.failed
    write(outcome.files, made, outcome.report)
    return made / "python"


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("how", [(), ("--loopback",)], ids=["in memory", "over loopback"])
def test_they_pass(folder: Path, how: tuple[str, ...]) -> None:
    done = _run(folder, *how)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("self.asking(answered.call, cursor)", "answered.call", id="cursor"),
        pytest.param("else 1)", "else 2)", id="page number"),
        pytest.param("passed >= total", "passed < total", id="number of items"),
        pytest.param('links.get("url")', 'links.get("rel")', id="header with a link"),
        pytest.param("(str(raw.request.url), given)", "(str(raw.request.url), '/')", id="link"),
    ],
)
def test_they_fail_where_the_package_is_wrong(folder: Path, right: str, wrong: str) -> None:
    path = folder / "src" / "paged" / "_core" / "page_rules.py"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    try:
        done = _run(folder, "-x", "-k", "next_page")
    finally:
        path.write_text(text, encoding="utf-8")
    assert done.returncode == 1
