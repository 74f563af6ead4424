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
from sdkloom.ir.api import Api
from sdkloom.pipeline import understand
from sdkloom.targets.python.spelled import Home, spell_names

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
    """The names of all types of a package, and those that end in a number which the document does not have there."""

    names: tuple[str, ...]
    numbered: tuple[str, ...]


@cache
def found_in(path: Path) -> Found:
    understood = understand(Config(spec=path), Report())
    assert understood is not None
    spelled = spell_names(understood.api, understood.names)
    homes = (*spelled.received.items(), *spelled.sent.items(), *spelled.params.items())
    return Found(
        tuple(str(home.name) for home in dict.fromkeys(home for _, home in homes)),
        tuple(f"{home.name}, {id}" for id, home in homes if _is_numbered(understood.api, id, home)),
    )


def _is_numbered(api: Api, id: str, home: Home) -> bool:
    definition = api.definitions.get(id)
    own = definition.name.wire if definition is not None else id
    return bool(re.search(r"\d$", home.name)) and not re.search(r"\d$", own)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_names_of_types_are_short_and_in_words(path: Path, listed: list[str]) -> None:
    found = found_in(path)
    lengths = [len(name) for name in found.names]
    listed.append(
        f"{path.name:28} {len(lengths):5} types, longest {max(lengths)}, median {median(lengths):g}"
    )
    listed.extend(f"    numbered: {line}" for line in found.numbered)
    assert [name for name in found.names if len(name) > _LONGEST] == []
    assert found.numbered == ()


def test_names_of_types_are_short_in_the_median(listed: list[str]) -> None:
    lengths = [len(name) for path in documents() for name in found_in(path).names]
    listed.append(f"{'all documents':28} {len(lengths):5} types, median {median(lengths):g}")
    assert median(lengths) <= _MEDIAN
