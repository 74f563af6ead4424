"""What does a generated package cost, as ratios to the hand-tuned package of its API and to no package at all?

The hand-tuned one is installed from the package index into an environment of its own, which is kept in `.venv`.
"""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_ENVIRONMENT = _ROOT / ".venv" / "bench"
_PYTHON = _ENVIRONMENT / "bin" / "python"
_OURS = str(_ROOT / "output/groq/python/src")

_DECODED = {"completion": "completion", "chunk": "chunk", "models": "10,000 models"}


def install() -> None:
    """Make the environment, once: the hand-tuned package, and the HTTP library that ours takes."""
    marker = _ENVIRONMENT / ".ready"
    if not marker.exists():
        venv.create(_ENVIRONMENT, with_pip=True, clear=True)
        packages = ("groq", "httpx2", "typing-extensions")
        pip = [str(_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
        subprocess.run(pip, check=True)
        marker.touch()


@contextmanager
def serving() -> Iterator[str]:
    """The server, in a process of its own so that its time is not counted."""
    process = subprocess.Popen([_PYTHON, str(_HERE / "server.py")], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.kill()
        process.communicate()


def environment(package: str) -> dict[str, str]:
    """Where `groq` is: ours in output/, or theirs among what is installed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GROQ_", "PYTHON"))}
    kept["PYTHONPYCACHEPREFIX"] = str(_ENVIRONMENT / "pycache")  # or else caches would lie in output/
    return {**kept, "PYTHONPATH": _OURS} if package == "ours" else kept


def measured(task: str, who: str, url: str = "", path: str = "") -> float:
    """One task by `ours`, `theirs` or `raw`."""
    command = [_PYTHON, str(_HERE / "tasks.py"), task, "raw" if who == "raw" else "package", url, path]
    done = subprocess.run(command, env=environment(who), capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{task} by {who} failed:\n{done.stderr}")
    return float(done.stdout)


def processor_time(package: str, program: str, *arguments: str, repeat: int = 7) -> float:
    """The least CPU time of a whole run of a program, in milliseconds."""
    found = []
    for _ in range(repeat):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([_PYTHON, "-c", program, *arguments], env=environment(package), check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found) * 1000


def best_of_three(task: str, url: str = "") -> tuple[float, float, float]:
    """One task by `raw`, `ours` and `theirs`: the best of three rounds, since other work on a machine only adds."""
    rounds = [[measured(task, who, url) for who in ("raw", "ours", "theirs")] for _ in range(3)]
    raw, ours, theirs = (min(times) for times in zip(*rounds, strict=True))
    return raw, ours, theirs


def show(what: str, ratio: float, allowed: float, theirs: float | None = None) -> None:
    """A line of the table."""
    verdict = "ok" if ratio <= allowed else "MISSED"
    compared = "" if theirs is None else f"{theirs:8.2f}"
    print(f"  {what:46} {ratio:6.2f} {allowed:8.2f}  {verdict:7}{compared}")


_FIRST_CALL = (
    "import sys\n"
    "from groq import Groq\n"
    "client = Groq(api_key='key', base_url=sys.argv[1])\n"
    "client.chat.completions.create(messages=[{'role': 'user', 'content': 'Hi'}], model='m')"
)

_RAW_CALL = (
    "import httpx2, sys\n"
    "httpx2.Client(base_url=sys.argv[1]).post('/openai/v1/chat/completions', json={}).json()"
)


def show_imports(url: str) -> None:
    """What starting costs beside the hand-tuned package."""
    bare = processor_time("ours", "pass")
    ours, theirs = (processor_time(who, "import groq") - bare for who in ("ours", "theirs"))
    show("import groq, beyond a bare interpreter / theirs", ours / theirs, 0.10)
    ours, theirs = (processor_time(who, _FIRST_CALL, url) for who in ("ours", "theirs"))
    show("import, client and first call / theirs", ours / theirs, 0.40)
    raw = processor_time("raw", _RAW_CALL, url)
    print(f"  {'of which the HTTP library alone':46} {raw / theirs:6.2f}")


def show_decoding() -> None:
    """From text to values, beside `json.loads` alone."""
    for task, what in (*_DECODED.items(), ("unknown", "10,000 models, half of the fields unknown")):
        raw, ours, theirs = best_of_three(task)
        show(f"decoding: {what} / json", ours / raw, 2.0, theirs / raw)


def show_calls(url: str) -> None:
    """Calls and streams, beside the HTTP library and `json` alone."""
    for task, what, allowed in (
        ("stream", "a chunk of a stream, one a piece / raw", 2.0),
        ("stream together", "a chunk of a stream, ten a piece / raw", 2.0),
        ("call", "a call / raw", 1.6),
    ):
        raw, ours, theirs = best_of_three(task, url)
        show(what, ours / raw, allowed, theirs / raw)


def show_memory(url: str) -> None:
    """What streams and files of any size add to the memory of a process."""
    print(f"\n  {'memory':46} {'MiB':>6} {'allowed':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for task, what in (
            ("million", "a stream of a million chunks"),
            ("upload", "an upload of 1 GiB"),
            ("download", "a download of 1 GiB"),
        ):
            show(what, measured(task, "ours", url, str(Path(folder) / task)), 16.0)


def main() -> None:
    """Print the ratios of this run."""
    install()
    print(f"  {'CPU time':46} {'ratio':>6} {'allowed':>8}  {'':7}{'theirs':>8}")
    with serving() as url:
        show_imports(url)
        show_decoding()
        show_calls(url)
        show_memory(url)


if __name__ == "__main__":
    main()
