"""Which parts of a translated configuration can no configuration hold?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape
from sdkloom.stainless import Translated


def sound(found: Translated, file: str, report: Report) -> Translated:
    """The translation without the values that would be refused; each is reported at its place in the file.

    What another tool made of a value is not known here, so that one which cannot be is no reason to stop.
    """
    from sdkloom.config import faults

    while refused := faults(found.config):
        bad = set()
        for fault in refused:
            pointer = _existing(found.config, fault.at.pointer if fault.at is not None else "#")
            bad.add(pointer)
            detail = fault.title.partition(": ")[2] or fault.title
            report.add("W122", Source(file, place_of(found.places, pointer)), detail, hint=fault.hint)
        found = without(found, bad)
    return found


def _existing(data: Json, pointer: str) -> str:
    """The pointer of what holds a fault, as far as there is something; the whole never is."""
    known = set(_pointers(data, "#"))
    while pointer not in known and pointer.count("/") > 1:
        pointer = pointer.rpartition("/")[0]
    return pointer


def _pointers(node: Json, pointer: str) -> Iterator[str]:
    yield pointer
    for key, part in _parts(node):
        yield from _pointers(part, f"{pointer}/{escape(key)}")


def _parts(node: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(node, Mapping):
        yield from node.items()
    elif isinstance(node, list):
        yield from ((str(index), part) for index, part in enumerate(node))


def place_of(places: Mapping[str, str], pointer: str) -> str:
    """Where in the file a part of the configuration comes from."""
    while pointer not in places and "/" in pointer:
        pointer = pointer.rpartition("/")[0]
    return places.get(pointer, "#")


def without(found: Translated, bad: set[str]) -> Translated:
    """The translation without what is at these pointers into its configuration."""
    moved: dict[str, str] = {}
    config = _kept(found.config, "#", "#", bad, moved)
    assert isinstance(config, Mapping)
    places = {moved[pointer]: place for pointer, place in found.places.items() if pointer in moved}
    return replace(found, config=config, places=places)


def _kept(node: Json, old: str, new: str, bad: set[str], moved: dict[str, str]) -> Json:
    """What is left of a node; `moved` learns where its parts are now."""
    moved[old] = new
    parts = [(key, f"{old}/{escape(key)}", part) for key, part in _parts(node)]
    left = [(key, pointer, part) for key, pointer, part in parts if pointer not in bad]
    if isinstance(node, Mapping):
        return {key: _kept(part, pointer, f"{new}/{escape(key)}", bad, moved) for key, pointer, part in left}
    if isinstance(node, list):
        return [
            _kept(part, pointer, f"{new}/{index}", bad, moved)
            for index, (_, pointer, part) in enumerate(left)
        ]
    return node
