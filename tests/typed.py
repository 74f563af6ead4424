"""What type checkers make of a generated package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def untyped_names(source: Path, package: str) -> list[str]:
    """The public names of a package below `source` whose types are not written out in full, and why.

    The rules are those of https://typing.python.org/en/latest/guides/libraries.html#type-completeness.
    """
    report = _json(["--verifytypes", package, "--ignoreexternal"], source)["typeCompleteness"]
    assert report["symbols"], f"no package {package!r} was found"
    return [
        f"{symbol['name']}: {fault['message']}"
        for symbol in report["symbols"]
        for fault in symbol["diagnostics"]
        if fault["severity"] == "error"
    ]


def strict_faults(project: Path) -> list[str]:
    """What pyright finds in a package by the settings of its own project, and mypy where it is strict."""
    found = _json(["--project", str(project)], project / "src")["generalDiagnostics"]
    faults = [f"{Path(fault['file']).name}: {fault['message']}" for fault in found]
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", os.devnull, str(project / "src")]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return faults + (done.stdout.splitlines() if done.returncode else [])


def _json(arguments: list[str], source: Path) -> Any:
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return json.loads(done.stdout)
