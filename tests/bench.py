"""How many CPU seconds do `sdkloom --help` and a cold generation take?"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile


def cpu_seconds(*arguments: str) -> float:
    """User and system time of one run of the command line, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "sdkloom", *arguments], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the best of three runs, beside what is allowed."""
    with tempfile.TemporaryDirectory() as folder:
        for allowed, *arguments in ((0.25, "--help"), (3.0, "generate", "--quiet", "--out", folder)):
            best = min(cpu_seconds(*arguments) for _ in range(3))
            print(f"{best:6.2f} s of CPU, allowed {allowed:.2f}   sdkloom {arguments[0]}")


if __name__ == "__main__":
    main()
