"""`sdkloom diff` as users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sdkloom import cli

_API = """\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {'200': {description: ok}}
"""
_MORE = _API + "  /toys: {get: {operationId: listToys, responses: {'200': {description: ok}}}}\n"
_BROKEN = _API.replace("name: limit, in: query", "name: limit, in: query, required: true")


@pytest.fixture
def project(folder: Path) -> Path:
    (folder / "api.yaml").write_text(_API)
    (folder / "sdkloom.yaml").write_text("spec: api.yaml\n")
    return folder


def _run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli.cli, ["diff", *arguments])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def test_a_release_is_kept_and_compared_with(project: Path) -> None:
    assert "error[E602]" in _run(code=1).stderr
    assert not (project / "sdkloom.surface.json").exists()
    assert "version 1.4.0, written" in _run("--release", "--version", "1.4.0").stderr
    kept = (project / "sdkloom.surface.json").read_bytes()
    assert "up to date" in _run("--release", "--version", "1.4.0").stderr
    assert _run().stdout == "Nothing has changed: no release is needed\n"
    (project / "api.yaml").write_text(_MORE)
    assert _run().stdout.splitlines()[-1].endswith("release a minor version, 1.5.0 after 1.4.0")
    (project / "api.yaml").write_text(_BROKEN)
    assert _run(code=1).stdout.splitlines()[-1].endswith("release a major version, 2.0.0 after 1.4.0")
    assert (project / "sdkloom.surface.json").read_bytes() == kept


def test_what_fails_is_chosen(project: Path) -> None:
    (project / "more.yaml").write_text(_MORE)
    (project / "broken.yaml").write_text(_BROKEN)
    for new, breaking, minor in (("api.yaml", 0, 0), ("more.yaml", 0, 1), ("broken.yaml", 1, 1)):
        _run("api.yaml", new, code=breaking)
        _run("api.yaml", new, "--fail-on", "minor", code=minor)
        _run("api.yaml", new, "--fail-on", "never")


def test_the_forms_say_the_same(project: Path) -> None:
    (project / "broken.yaml").write_text(_BROKEN)
    data = json.loads(_run("api.yaml", "broken.yaml", "--format", "json", code=1).stdout)
    (change,) = data.pop("changes")
    assert data == {"bump": "major", "version": None, "next": None}
    assert change == {
        "weight": "breaking",
        "subject": "pets.list(limit)",
        "what": "it has to be given",
        "why": "calls without it fail",
        "at": "broken.yaml:8:20",
    }
    for form in ("text", "markdown"):
        said = _run("api.yaml", "broken.yaml", "--format", form, code=1).stdout
        assert all(change[part] in said for part in ("subject", "what", "why", "at"))


def test_files_of_every_kind(project: Path) -> None:
    (project / "old.yaml").write_text(_MORE)
    choices = "spec: old.yaml\noperations: {listToys: games.list}\n"
    (project / "old.sdkloom.yaml").write_text(choices)
    assert "games.list: this call is gone" in _run("old.sdkloom.yaml", code=1).stdout
    assert "toys.list: this call is gone" in _run("old.yaml", code=1).stdout
    moved = _run("old.sdkloom.yaml", "old.yaml", code=1).stdout
    assert "games.list: it is called `toys.list` now; the former name is not kept" in moved
    _run("--release")
    (project / "sdkloom.surface.json").rename("first.json")
    assert "toys.list: this call is new" in _run("first.json", "old.yaml").stdout
    # What the configuration says of an operation that came later is no mistake in an old document.
    (project / "sdkloom.yaml").write_text("spec: old.yaml\noperations: {listToys: games.list}\n")
    result = _run("api.yaml")
    assert "games.list: this call is new" in result.stdout
    assert result.stderr == ""
    (project / "sdkloom.yaml").unlink()
    assert "toys.list: this call is new" in _run("api.yaml", "old.yaml").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("none.yaml",), 1, "error[E101]"),
        (("damaged.json",), 1, "error[E102]"),
        (("--release", "api.yaml"), 2, "--release keeps what is promised now"),
        (("--version", "1.0.0"), 2, "give --release as well"),
        (("--release", "--version", "one"), 2, "a version is"),
        (("--fail-on", "docs"), 2, "'breaking', 'minor', 'never'"),
    ],
)
def test_mistakes(project: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    (project / "damaged.json").write_text('{"surface": 1, "calls": {')
    assert said in _run(*arguments, code=code).stderr
