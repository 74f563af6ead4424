"""Bad documents, and all that is said about each: nothing is missing, and nothing is said twice.

`bad/EXPECTED.tsv` has a line for each warning and error: the document, the code, the place and the words.
`pytest tests/corpora/test_bad.py --update` writes it anew; read the difference as a user would.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdkloom.codes import Severity
from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.load.locate import locate
from sdkloom.pipeline import generate, understand

_BAD = Path(__file__).parent / "bad"
_TABLE = _BAD / "EXPECTED.tsv"
_DOCUMENTS = sorted(path.name for path in _BAD.glob("*.yaml"))


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_BAD)


def _said(name: str) -> Iterator[str]:
    report = Report()
    understand(Config(spec=Path(name)), report)
    for diagnostic in report.diagnostics:
        if diagnostic.severity is not Severity.NOTE:
            spot = report.spot(diagnostic.at, locate) if diagnostic.at else None
            place = f"{spot.line}:{spot.column}" if spot else "-"
            hint = f"\t{diagnostic.hint}" if diagnostic.hint else ""
            yield f"{name}\t{diagnostic.code}\t{place}\t{diagnostic.title}{hint}\n"


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[dict[str, list[str]]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines(keepends=True) if _TABLE.exists() else []
    found = {name: [line for line in lines if line.partition("\t")[0] == name] for name in _DOCUMENTS}
    assert request.config.getoption("--update") or sum(map(len, found.values())) == len(lines)
    yield found
    if request.config.getoption("--update"):
        _TABLE.write_text("".join(line for said in found.values() for line in said), encoding="utf-8")


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_what_is_said(name: str, table: dict[str, list[str]], request: pytest.FixtureRequest) -> None:
    said = list(_said(name))
    assert said, "a document of this folder is bad"
    if request.config.getoption("--update"):
        table[name] = said
    assert said == table[name]


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_strict_makes_it_an_error(name: str) -> None:
    outcome = generate(Config(spec=Path(name), strict=True))
    assert outcome.report.failed
    assert not outcome.files
