"""Every command and every excerpt of the README is true."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sdkloom.config import faults
from sdkloom.diagnostics import Report
from sdkloom.load.read import Text, parse

_ROOT = Path(__file__).parents[2]
_README = (_ROOT / "README.md").read_text(encoding="utf-8")
_DOCUMENT = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\n"


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", _README, re.MULTILINE | re.DOTALL)


def _commands() -> list[str]:
    lines = "".join(_blocks("sh")).splitlines()
    table = re.findall(r"^\| `(sdkloom [^`]+)` \|", _README, re.MULTILINE)
    return [line.partition("#")[0].strip() for line in (*lines, *table)]


@pytest.mark.parametrize("command", [c for c in _commands() if c.startswith("sdkloom")])
def test_a_command_works(command: str, folder: Path) -> None:
    (folder / "openapi.yaml").write_text(_DOCUMENT)
    (folder / "sdkloom.yaml").write_text("spec: openapi.yaml\n")
    (folder / "stainless.yml").write_text("organization: {name: pets}\n")
    if command.startswith("sdkloom init"):
        (folder / "sdkloom.yaml").unlink()
    if command.startswith("sdkloom diff"):
        _run("sdkloom diff --release")
    if command == "sdkloom check":
        _run("sdkloom generate")
    assert _run(command).returncode == 0


def _run(command: str) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-m", *shlex.split(command)]
    return subprocess.run(arguments, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", [c for c in _commands() if c.startswith("make")])
def test_a_make_target_is_documented(command: str) -> None:
    done = subprocess.run(["make", "-C", str(_ROOT), "help"], capture_output=True, text=True, check=True)
    assert re.search(rf"^  {command.split()[1]} ", done.stdout, re.MULTILINE)


def test_the_excerpts_are_of_generated_code() -> None:
    generated = [
        path.read_text(encoding="utf-8")
        for path in (_ROOT / "output").rglob("*.*")
        if path.suffix in {".py", ".md"}
    ]
    shown, used = _blocks("python")
    head, _, body = shown.partition("\n")
    assert any(head in text and body in text for text in generated)
    assert any(used in text for text in generated)


@pytest.mark.parametrize("text", _blocks("yaml"))
def test_a_configuration_is_one(text: str) -> None:
    assert faults(parse(Text("README.md", text.encode()), Report())) == []


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", _README):
        assert (_ROOT / target).exists(), target
