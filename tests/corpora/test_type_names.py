"""Names of types over real documents: short, and numbered only where the document itself numbers them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation
from sdkloom.ir.base import Source
from sdkloom.pipeline import understand
from sdkloom.targets.python.spelled import spell_names

CORPORA = os.environ.get("SDKLOOM_CORPORA")
_ALL = os.environ.get("SDKLOOM_CORPUS") == "all"
_LARGEST = 1_000_000  # bytes of a document in a usual run
_LONGEST = 60  # characters of a name
_MEDIAN = 24  # characters, over all documents of a run

pytestmark = pytest.mark.skipif(not CORPORA, reason="SDKLOOM_CORPORA names no folder of documents")


def documents() -> list[Path]:
    found = sorted(Path(CORPORA, "real").glob("*.*")) if CORPORA else []
    fit = [path for path in found if path.suffix in {".json", ".yaml", ".yml"}]
    return [path for path in fit if _ALL or path.stat().st_size <= _LARGEST]


@dataclass(frozen=True)
class Found:
    """The names of all types of a package, those whose number the document does not have there, and what is
    said of clashes that only a number settles.
    """

    names: tuple[str, ...]
    numbered: tuple[str, ...]
    clashes: tuple[str, ...]


@cache
def found_in(path: Path) -> Found:
    report = Report()
    understood = understand(Config(spec=path), report)
    assert understood is not None
    api, spelled = understood.api, spell_names(understood.api, understood.names)
    clashes = [one for one in report.diagnostics if one.code == "W309"]
    settled = {one.at for one in clashes if one.also}
    homes = (*spelled.received.items(), *spelled.sent.items(), *spelled.params.items())
    return Found(
        tuple(str(home.name) for home in dict.fromkeys(home for _, home in homes)),
        tuple(
            f"{home.name}, {id}"
            for id, home in homes
            if not _has_number(home.name, _said(api, id)) and _source(api, id) not in settled
        ),
        tuple(f"{one.title}: {one.at} and {', '.join(map(str, one.also))}" for one in clashes),
    )


def _has_number(name: str, said: str) -> bool:
    """Does the document say the number that a name ends with, whatever stands behind it?"""
    last = re.search(r"(\d+)(Params?|Input|Argument|Page|Paged|Response|Error)?$", name)
    return last is None or last[1] in re.findall(r"\d+", said)


def _said(api: Api, id: str) -> str:
    """What the document calls a type: its key, its title and its place, but for numbers in lists."""
    definition = api.definitions.get(id)
    if definition is None:
        operation = _operation(api, id)
        return f"{operation.path} {operation.name.wire}"
    place = re.sub(r"/(oneOf|anyOf|allOf|parameters)/\d+", "", id)
    chosen = definition.name.chosen.text if definition.name.chosen is not None else ""
    return f"{definition.name.wire} {chosen} {place}"


def _source(api: Api, id: str) -> Source:
    definition = api.definitions.get(id)
    return definition.source if definition is not None else _operation(api, id).source


def _operation(api: Api, id: str) -> Operation:
    return next(operation for operation in api.operations if operation.id == id)


@pytest.mark.parametrize(
    ("name", "said", "has_number"),
    [
        ("Pet", "Pet", True),
        ("Pet2", "Pet2", True),
        ("Pet2", "Pet", False),
        ("Pet2Param", "Pet", False),
        ("Pet12", "Pet1", False),
        ("Pet1Params", "Pet1", True),
        ("SearchBm25Params", "/v1/search SearchBm25Request", True),
    ],
)
def test_a_number_is_the_documents_or_is_not(name: str, said: str, has_number: bool) -> None:
    assert _has_number(name, said) is has_number


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_names_of_types_are_short_and_in_words(path: Path, listed: list[str]) -> None:
    found = found_in(path)
    lengths = [len(name) for name in found.names]
    listed.append(
        f"{path.name:28} {len(lengths):5} types, longest {max(lengths)}, median {median(lengths):g}"
    )
    listed.extend(f"    numbered: {line}" for line in found.numbered)
    listed.extend(f"    clash: {line}" for line in found.clashes)
    assert [name for name in found.names if len(name) > _LONGEST] == []
    assert found.numbered == ()


def test_names_of_types_are_short_in_the_median(listed: list[str]) -> None:
    lengths = [len(name) for path in documents() for name in found_in(path).names]
    listed.append(f"{'all documents':28} {len(lengths):5} types, median {median(lengths):g}")
    assert median(lengths) <= _MEDIAN
