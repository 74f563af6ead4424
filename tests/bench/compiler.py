"""What does a run cost: CPU seconds of the command line, and how they and the memory grow with a document?

The documents of the second table are found by the environment variable SDKLOOM_CORPORA.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_SIZES = ("petstore.yaml", "lakefs.yml", "docker-engine.yaml", "discord.json", "openai.yaml", "stripe.yaml")


@dataclass(frozen=True)
class Cost:
    """User and system time in seconds, and the largest resident set of any process in MiB."""

    seconds: float
    peak: float


def cost(*arguments: str) -> Cost:
    """The cost of one run of the command line and of the processes that it starts."""
    program = (
        "import resource, subprocess, sys\n"
        "subprocess.run([sys.executable, '-m', 'sdkloom', *sys.argv[1:]], check=True, capture_output=True)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
    )
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, peak = map(float, done.stdout.split())
    return Cost(seconds, peak)


def main() -> None:
    """Print both tables; of the first, the best of three runs beside what is allowed."""
    with tempfile.TemporaryDirectory() as folder:
        for allowed, *arguments in ((0.25, "--help"), (3.0, "generate", "--quiet", "--out", folder)):
            best = min(cost(*arguments).seconds for _ in range(3))
            print(f"{best:6.2f} s of CPU, allowed {allowed:.2f}   sdkloom {arguments[0]}")
        corpora = os.environ.get("SDKLOOM_CORPORA")
        if not corpora:
            print("SDKLOOM_CORPORA names no folder of documents, so growth is not measured")
            return
        print("\n  document                  MB   CPU s   s/MB   peak MiB")
        for name in _SIZES:
            path = Path(corpora) / "real" / name
            size = path.stat().st_size / 1e6
            found = cost("generate", str(path), "--quiet", "--out", str(Path(folder) / name))
            print(
                f"  {name:22} {size:5.2f} {found.seconds:7.1f} {found.seconds / size:6.1f} {found.peak:10.0f}"
            )
