"""Where the parts of a TypeScript package are, and how a program of Node is run."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from sdkloom.config import Config, read_config
from sdkloom.diagnostics import Report
from sdkloom.pipeline import generate
from sdkloom.write import write

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[2]
OUTPUT = REPOSITORY / "output" / "groq" / "typescript"
RUNTIME = REPOSITORY / "templates" / "typescript" / "runtime"


def check(command: list[Any], folder: Path, **environment: str) -> str:
    """The output of a program that must succeed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return done.stdout


def used_package(folder: Path, document: str, configuration: str, usage: str, program: str) -> Path:
    """A package with two programs of a user beside its sources: what is only typed, and what is run."""
    (folder / "api.yaml").write_text(document, encoding="utf-8")
    (folder / "sdkloom.yaml").write_text(configuration, encoding="utf-8")
    report = Report()
    config = read_config(folder / "sdkloom.yaml", report)
    assert isinstance(config, Config), report.diagnostics
    outcome = generate(config)
    assert not outcome.report.failed
    write(outcome.files, folder / "sdk", outcome.report)
    package = folder / "sdk" / "typescript"
    (package / "src" / "usage.ts").write_text(usage, encoding="utf-8")
    (package / "src" / "program.mts").write_text(program, encoding="utf-8")
    return package


def check_usage(package: Path, tools: Path) -> None:
    """The first program has the types that the package gives it, by the package's own settings."""
    settings = {
        "extends": "./tsconfig.json",
        "compilerOptions": {"noEmit": True},
        "include": ["src/usage.ts"],
    }
    (package / "check.json").write_text(json.dumps(settings), encoding="utf-8")
    check([tools / "tsc", "-p", "check.json"], package)


def run_program(package: Path, tools: Path, node: str, url: str) -> str:
    """The output of the second program, which asks a server at `URL`."""
    bundle = package / "program.mjs"
    options = ["--bundle", "--platform=node", "--format=esm", f"--outfile={bundle}", "--log-level=error"]
    check([tools / "esbuild", package / "src" / "program.mts", *options], package)
    return check([node, bundle], package, URL=url)
