"""Names of types over real documents: short, and numbered only where the document itself numbers them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.pipeline import Understood, understand
from sdkloom.targets.python.spelled import Home, Spelled, spell_names

CORPORA = os.environ.get("SDKLOOM_CORPORA")
_ALL = os.environ.get("SDKLOOM_CORPUS") == "all"
_LARGEST = 1_000_000  # bytes of a document in a usual run
_LONGEST = 60  # characters of a name
_MEDIAN = 24  # characters, over all documents

pytestmark = pytest.mark.skipif(not CORPORA, reason="SDKLOOM_CORPORA names no folder of documents")


def documents() -> list[Path]:
    found = sorted(Path(CORPORA, "real").glob("*.*")) if CORPORA else []
    fit = [path for path in found if path.suffix in {".json", ".yaml", ".yml"}]
    return [path for path in fit if _ALL or path.stat().st_size <= _LARGEST]


def understood(path: Path) -> Understood:
    found = understand(Config(spec=path), Report())
    assert found is not None
    return found


def homes(spelled: Spelled) -> Iterator[tuple[str, Home]]:
    """What every type that a package exports or keeps beside its owner stands for, and its name."""
    yield from spelled.received.items()
    yield from spelled.sent.items()
    yield from spelled.params.items()


def numbered(api: Api, spelled: Spelled) -> Iterator[tuple[str, str]]:
    """Names that end in a number which the document does not have there."""
    for id, home in homes(spelled):
        definition = api.definitions.get(id)
        own = definition.name.wire if definition is not None else id
        if re.search(r"\d$", home.name) and not re.search(r"\d$", own):
            yield str(home.name), id


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_names_of_types_are_short_and_in_words(path: Path, listed: list[str]) -> None:
    found = understood(path)
    spelled = spell_names(found.api, found.names)
    names = {home: str(home.name) for _, home in homes(spelled)}
    lengths = [len(name) for name in names.values()]
    listed.append(f"{path.name:28} {len(names):5} types, longest {max(lengths)}, median {median(lengths):g}")
    listed.extend(f"    numbered: {name}, {id}" for name, id in numbered(found.api, spelled))
    assert [name for name in names.values() if len(name) > _LONGEST] == []
    assert [*numbered(found.api, spelled)] == []


@pytest.mark.skipif(not _ALL, reason="over all documents only, with SDKLOOM_CORPUS=all")
def test_names_of_types_are_short_in_the_median(listed: list[str]) -> None:
    lengths = []
    for path in documents():
        found = understood(path)
        homes_of = {home for _, home in homes(spell_names(found.api, found.names))}
        lengths += [len(home.name) for home in homes_of]
    listed.append(f"{'all documents':28} {len(lengths):5} types, median {median(lengths):g}")
    assert median(lengths) <= _MEDIAN
