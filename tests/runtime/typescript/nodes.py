"""Where the parts of a TypeScript package are, and how a program of Node is run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

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
