"""What all tests share: the `--update` switch, documents that are loaded and reported on, and the tools of Node."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.load import Document, load

# How long an example takes says more of the machine than of the code. A usual run tries the same examples every
# time; `make fuzz` searches among others.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", _UNHURRIED, derandomize=True)
settings.register_profile("search", _UNHURRIED, max_examples=1000, print_blob=True)
settings.load_profile("steady")

Load = Callable[..., tuple[Document | None, Report]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what is generated into the golden pages")


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of their own for all tests: what a user has found out is not for them to use."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDKLOOM_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def load_files(folder: Path) -> Load:
    """Writes files and loads the first of them; those named `*.overlay.yaml` are its overlays."""

    def run(files: Mapping[str, str | bytes]) -> tuple[Document | None, Report]:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        overlays = tuple(Path(name) for name in files if name.endswith(".overlay.yaml"))
        report = Report()
        return load(Config(spec=Path(next(iter(files))), overlays=overlays), report), report

    return run


@pytest.fixture
def load_text(load_files: Load) -> Callable[[str | bytes], tuple[Document | None, Report]]:
    """Loads one YAML document."""
    return lambda text: load_files({"api.yaml": text})


def _missing(what: str) -> None:
    """Skip what needs Node where it is not there; in CI, it must be."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def node() -> str:
    """Node, from version 20 on."""
    found = shutil.which("node")
    said = (
        subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
        if found
        else ""
    )
    if not found or int(said.strip().lstrip("v").split(".")[0]) < 20:
        _missing("Node 20 or later is not there, so TypeScript packages are not tested")
    return str(found)


@pytest.fixture(scope="session")
def tools(node: str) -> Path:
    """The folder of the compiler, the formatter and the bundler."""
    found = Path(__file__).parent / "runtime" / "typescript" / "node_modules" / ".bin"
    if not (found / "tsc").exists():
        _missing("`make tools` has not installed what TypeScript packages are tested with")
    return found
