"""What does a configuration take over from a `stainless.yml`, and where is each part of it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape
from sdkloom.load.origins import Origins
from sdkloom.load.read import parse, read_text, shown_name
from sdkloom.sound import sound
from sdkloom.stainless import Translated, is_stainless, translate

KEY = "config"
"""The key of an `sdkloom.yaml` that names a `stainless.yml` to build on."""


@dataclass(frozen=True, slots=True)
class Changes:
    """An overlay that comes with a configuration, and where its parts are."""

    overlay: Json
    places: Origins


@dataclass(frozen=True, slots=True)
class Adopted:
    """The data of a configuration, where its parts are, and the changes of the document that come with it.

    `file` is the name of the file of another tool that it takes over, None where there is none.
    """

    data: Json
    places: Origins
    changes: Changes | None = None
    file: str | None = None


def adopt(data: Json, path: Path, report: Report) -> Adopted | None:
    """The configuration in a file, with what it takes over from another; None where that cannot be read.

    What the file itself says comes before what it takes over.
    """
    file = shown_name(path)
    if is_stainless(data):
        return taken_over(_translated(data, file, report), file)
    if not isinstance(data, Mapping) or KEY not in data:
        return Adopted(data, Origins(file))
    named = data[KEY]
    if not isinstance(named, str) or not named or "\0" in named:
        report.add("E120", Source(file, f"#/{KEY}"), f"`{KEY}` must be the path of a `stainless.yml`")
        return None
    other = path.parent / named
    found = read_stainless(other, report, Source(file, f"#/{KEY}"))
    if found is None:
        return None
    own = {key: value for key, value in data.items() if key != KEY}
    return _merged(own, file, shown_name(other), found)


def read_stainless(path: Path, report: Report, at: Source | None = None) -> Translated | None:
    """What a `stainless.yml` says; None where it cannot be read or, which is said `at` a place, is none."""
    file = shown_name(path)
    text = read_text(path, file, report)
    data = parse(text, report) if text is not None else None
    if text is None or report.failed:
        return None
    if not is_stainless(data):
        report.add("E120", at or Source(file, "#"), f"`{file}` is no `stainless.yml`")
        return None
    return _translated(data, file, report)


def taken_over(found: Translated, file: str) -> Adopted:
    """What a file of another tool says, where nothing is said beside it."""
    return _merged({}, file, file, found)


def _translated(data: Json, file: str, report: Report) -> Translated:
    from sdkloom.targets import languages

    return sound(translate(data, file, languages(), report), file, report)


def _merged(own: Mapping[str, Json], file: str, other: str, found: Translated) -> Adopted:
    """Both configurations as one, and their places."""
    data = _over(found.config, own)
    said = set(_pointers(own, "#"))
    taken = {
        pointer: Source(other, place)
        for pointer, place in found.places.items()
        if pointer not in said or pointer.count("/") == 0
    }
    places = Origins(file)
    places.place(taken)
    if found.overlay is None:
        return Adopted(data, places, None, other)
    changed = Origins(other)
    changed.place({pointer: Source(other, place) for pointer, place in found.changed.items()})
    return Adopted(data, places, Changes(found.overlay, changed), other)


def _over(below: Mapping[str, Json], above: Mapping[str, Json]) -> dict[str, Json]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = _over(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _pointers(node: Json, pointer: str) -> Iterator[str]:
    for key, value in node.items() if isinstance(node, Mapping) else ():
        place = f"{pointer}/{escape(key)}"
        yield place
        yield from _pointers(value, place)
