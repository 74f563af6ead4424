"""Text to data with positions: the only stage that knows of files, versions, overlays and references."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source
from sdkloom.load.overlay import apply_overlay
from sdkloom.load.read import parse, read_text
from sdkloom.load.refs import find, link, origin
from sdkloom.load.upgrade import MOVED, upgrade
from sdkloom.load.validate import validate

__all__ = ["Document", "load"]


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the words of OpenAPI 3.1, with its overlays applied and its references linked.

    `file` is the name to show, `digest` the SHA-256 of all that was read, `version` what the document says of itself.
    """

    root: Mapping[str, Json]
    file: str
    digest: str
    version: str
    mounts: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, Source] = field(default_factory=dict)

    def at(self, pointer: str) -> Json:
        """The node at a pointer such as `#/components/schemas/Pet`. Raises KeyError where there is nothing."""
        return find(self.root, pointer)

    def source(self, pointer: str) -> Source:
        """Where a pointer of `root` came from: the file, and the pointer in that file's own words."""
        for prefix in _prefixes(pointer):
            if prefix in self.added:
                from_overlay = self.added[prefix]
                return Source(from_overlay.file, from_overlay.pointer + pointer[len(prefix) :])
        found = origin(pointer, self.file, self.mounts)
        if self.version == "2.0":
            for new, old in MOVED:
                if found.pointer == new or found.pointer.startswith(new + "/"):
                    return Source(found.file, old + found.pointer[len(new) :])
        return found


def _prefixes(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def load(spec: Path, overlays: tuple[Path, ...], report: Report) -> Document | None:
    """Read, validate, overlay, link and upgrade a document; None where it is no OpenAPI document at all."""
    file = shown_name(spec)
    text = read_text(spec, file, report)
    if text is None:
        return None
    data = parse(text, report)
    if report.failed() or not _is_openapi(data, file, report):
        return None
    assert isinstance(data, dict)
    validate(deepcopy(data), file, len(text.data), report)
    digest = hashlib.sha256(text.data)
    added: dict[str, Source] = {}
    for path in overlays:
        overlay = read_text(path, shown_name(path), report)
        if overlay is not None:
            digest.update(overlay.data)
            data, more = apply_overlay(data, parse(overlay, report), overlay.file, report)
            added |= more
    if report.failed():
        return None
    root: Any = data
    version = str(root.get("openapi") or root.get("swagger"))
    mounts = link(root, file, lambda path, at: _read_other(path, at, spec, report), report)
    return Document(upgrade(root), file, digest.hexdigest(), version, mounts, added)


def shown_name(path: Path) -> str:
    """A path as diagnostics show it: relative to the current folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _read_other(path: Path, at: Source, spec: Path, report: Report) -> Json:
    """A file that a reference names. Only files below the folder of the main document are read."""
    root = spec.resolve().parent
    if not path.resolve().is_relative_to(root):
        report.add("E106", at, f"`{path.as_posix()}`", hint="keep the files of a document in one folder")
        return {}
    text = read_text(path, path.as_posix(), report, at)
    return parse(text, report) if text is not None else {}


def _is_openapi(data: Json, file: str, report: Report) -> bool:
    if not isinstance(data, Mapping):
        report.add("E103", Source(file, "#"), "it is not an object")
        return False
    version = data.get("openapi", data.get("swagger"))
    if version is None:
        report.add("E103", Source(file, "#"), "it has neither `openapi` nor `swagger`", hint="the first lines should say e.g. `openapi: 3.1.0`")
        return False
    key = "openapi" if "openapi" in data else "swagger"
    if not str(version).startswith(("3.0", "3.1", "3.2", "2.0")) or (key == "swagger") != str(version).startswith("2"):
        report.add("E103", Source(file, f"#/{key}"), f"version `{version}` is not supported", hint="supported are 2.0, 3.0, 3.1 and 3.2")
        return False
    if not any(isinstance(data.get(key), Mapping) for key in ("paths", "components", "webhooks")):
        report.add("E103", Source(file, "#"), "it has neither `paths` nor `components` nor `webhooks`")
        return False
    return True
