"""Documents with a few things put wrong: each seed stands for one document, the same on every machine."""

from __future__ import annotations

import copy
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sdkloom.diagnostics import Report
from sdkloom.load.read import parse, read_text

Place = tuple[Any, ...]
"""The keys and indexes that lead to a value."""

_LARGEST = 100_000  # bytes: a document is changed, generated from and compiled in about a fifth of a second
_JUNK: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1.5,
    "",
    "x",
    "class",
    "__class__",
    "日本",
    "${a}`{{b}}'\"\\\n*/",
    [],
    [1],
    ["a"],
    {},
    {"a": 1},
    [{}],
    {"type": "object"},
    {"type": "array"},
    {"type": ["string", "null"]},
    {"type": "string", "format": "binary"},
    {"$ref": "#"},
    {"$ref": "#/components/schemas/Nothing"},
    {"$dynamicRef": "#x"},
    {"oneOf": [{"type": "string"}, {"type": "integer"}]},
    {"allOf": []},
    {"enum": [1, "a", None, True]},
    {"const": {"a": [1]}},
    {"not": {}},
)
_KEYS = ("class", "None", "1", "$x", "a b", "__init__", "self", "json", "é", "constructor", "GET")


def documents() -> list[Path]:
    """The documents of SDKLOOM_CORPORA that are small enough; none where it is unset."""
    root = os.environ.get("SDKLOOM_CORPORA")
    found = [*Path(root, "edge").glob("*.*"), *Path(root, "real").glob("*.*")] if root else []
    fit = {".json", ".yaml", ".yml"}
    return sorted(path for path in found if path.suffix in fit and path.stat().st_size <= _LARGEST)


def read(path: Path) -> Any:
    """A document as plain data; None where it cannot be read as such."""
    report = Report()
    text = read_text(path, path.name, report)
    return parse(text, report) if text is not None else None


def mutated(document: Any, random: random.Random) -> Any:
    """A copy of a document in which up to six things are replaced, removed, renamed, repeated or swapped."""
    document = copy.deepcopy(document)
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        places = _by_key(document)
        if places:
            one, other = (random.choice(places[random.choice(list(places))]) for _ in range(2))
            _mutate(document, one, other, random)
    return document


def _by_key(document: Any) -> dict[str, list[Place]]:
    """All places by the key that they end in, so that a rare keyword is met as often as `type` is."""
    found: dict[str, list[Place]] = {}
    for place in _places(document):
        found.setdefault(next((key for key in reversed(place) if isinstance(key, str)), ""), []).append(place)
    return found


def _places(node: Any, above: Place = ()) -> Iterator[Place]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*above, key)
        yield from _places(value, (*above, key))


def _at(document: Any, place: Place) -> Any:
    for key in place:
        document = document[key]
    return document


def _mutate(document: Any, place: Place, other: Place, random: random.Random) -> None:
    """Change one place; `other` is where something to put there is taken from."""
    holder, key = _at(document, place[:-1]), place[-1]
    match random.choice(("junk", "remove", "swap", "swap", "rename", "repeat")):
        case "junk":
            holder[key] = copy.deepcopy(random.choice(_JUNK))
        case "remove":
            del holder[key]
        case "swap":
            holder[key] = copy.deepcopy(_at(document, other))
        case "rename" if isinstance(holder, dict) and isinstance(other[-1], str):
            holder[other[-1]] = holder.pop(key)
        case "repeat" if isinstance(holder, dict):
            holder[random.choice((*_KEYS, f"{key}_", str(key).upper()))] = copy.deepcopy(holder[key])
        case _ if isinstance(holder, list):
            holder.insert(0, copy.deepcopy(holder[key]))
