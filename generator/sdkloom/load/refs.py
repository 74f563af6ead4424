"""Where does every `$ref` lead?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape
from sdkloom.load.objects import BROKEN, MOUNT, objects
from sdkloom.load.origins import Origins
from sdkloom.load.pointers import below, exists, find, find_enclosed, find_through, nearest
from sdkloom.load.remote import is_address, join_address

ReadFile = Callable[[str, Source], Json]
"""Reads what is at an address, or at a path relative to the document's folder, for a reference at a place."""

_FILE_NAME = re.compile(r"\.(ya?ml|json)(#|$)", re.IGNORECASE)


def link(
    root: dict[str, Json], path: str, origins: Origins, read: ReadFile, report: Report
) -> frozenset[str]:
    """Rewrite every reference to a pointer into `root`, mounting the files it needs.

    `path` is the document's name in its folder. References that lead nowhere, or out of it, are reported, and
    replaced by a mark, so that no later stage follows one; the pointers of these places are returned.
    """
    linker = _Linker(root, path, origins, read, report)
    linker.rewrite()
    linker.check()
    return frozenset(linker.broken)


class _Linker:
    """The state of linking one document."""

    def __init__(
        self, root: dict[str, Json], path: str, origins: Origins, read: ReadFile, report: Report
    ) -> None:
        self.root, self.origins, self.read, self.report = root, origins, read, report
        self.bases: dict[str, str | None] = {path: "#"}
        self.waiting = [(path, "#")]
        self.circles: set[frozenset[str]] = set()
        self.written: dict[str, str] = {}  # what each reference said before it was rewritten
        self.broken: dict[str, None] = {}

    def rewrite(self) -> None:
        while self.waiting:
            path, base = self.waiting.pop(0)
            node = find(self.root, base)
            anchors = _anchors(node, base)
            for holder, pointer, named in objects(node, base):
                if isinstance(holder.get("$ref"), str):
                    self._rewrite_reference(holder, pointer, path, base, anchors)
                    if named and "$ref" in holder:
                        self._inline(holder)
                if (
                    isinstance(mapping := holder.get("mapping"), dict)
                    and "propertyName" in holder
                    and not named
                ):
                    self._rewrite_mapping(mapping, f"{pointer}/mapping", path, base, anchors)

    def _rewrite_reference(
        self, holder: dict[str, Any], pointer: str, path: str, base: str, anchors: Mapping[str, str]
    ) -> None:
        wanted = str(holder["$ref"])
        found = self._target(wanted, f"{pointer}/$ref", path, base, anchors)
        if found is None:
            self._break(holder, pointer, wanted)
        else:
            self.written[pointer] = wanted
            holder["$ref"] = found

    def _break(self, holder: dict[str, Any], pointer: str, wanted: str) -> None:
        del holder["$ref"]
        holder[BROKEN] = wanted
        self.broken[pointer] = None

    def _rewrite_mapping(
        self, mapping: dict[str, Any], pointer: str, path: str, base: str, anchors: Mapping[str, str]
    ) -> None:
        """A discriminator's values are names of schemas, or references; names are left to what reads them."""
        for key, value in mapping.items():
            if isinstance(value, str) and ("#/" in value or _FILE_NAME.search(value)):
                found = self._target(value, f"{pointer}/{escape(key)}", path, base, anchors)
                mapping[key] = value if found is None else found

    def _target(
        self, wanted: str, pointer: str, path: str, base: str, anchors: Mapping[str, str]
    ) -> str | None:
        if wanted in anchors:
            return anchors[wanted]
        name, _, fragment = wanted.partition("#")
        if name:
            mounted = self._mount(_locate(name, path), pointer, wanted)
            if mounted is None:
                return None
            base = mounted
        if fragment and not fragment.startswith("/"):
            self.report.add(
                "W105", self.origins.source(pointer), f"`{wanted}`", hint="no `$anchor` has this name"
            )
            return None
        return below(base, fragment, self.root)

    def _mount(self, path: str, pointer: str, wanted: str) -> str | None:
        if path in self.bases:
            return self.bases[path]
        if path.startswith(("..", "/")) and not is_address(path):
            hint = "keep all files of a document in one folder"
            self.report.add("W106", self.origins.source(pointer), f"`{wanted}`", hint=hint)
            return None
        data = self.read(path, self.origins.source(pointer))
        if data is None:
            self.bases[path] = None  # reported once, however often it is named
            return None
        mounted = self.root.setdefault(MOUNT, {})
        assert isinstance(mounted, dict)
        mounted[path] = data
        base = f"#/{MOUNT}/{escape(path)}"
        self.bases[path] = base
        self.origins.add(base, Source(_locate(path, self.origins.file), "#"))
        self.waiting.append((path, base))
        return base

    def _inline(self, holder: dict[str, Any]) -> None:
        """Put in its place a map of names that is itself a reference, as in `paths: {$ref: paths.yaml}`."""
        target = str(holder["$ref"])
        if target.startswith("#") and exists(self.root, target):
            found = find(self.root, target)
            if isinstance(found, dict) and found is not holder:
                del holder["$ref"]
                for key, value in found.items():
                    if key not in holder:
                        holder[key] = (
                            {"$ref": f"{target}/{escape(key)}"} if isinstance(value, dict) else value
                        )

    def check(self) -> None:
        known: dict[str, bool] = {}
        broken: list[tuple[dict[str, Any], str, str]] = []
        for holder, pointer, _ in objects(self.root):
            wanted = holder.get("$ref")
            if not isinstance(wanted, str) or not wanted.startswith("#") or known.get(wanted):
                continue
            if not exists(self.root, wanted):
                through = find_through(self.root, wanted) or find_enclosed(self.root, pointer, wanted)
                holder["$ref"] = wanted = through or wanted
            if wanted not in known:
                known[wanted] = exists(self.root, wanted) and not self._circle(wanted)
            if not known[wanted]:
                self._report_dangling(wanted, pointer)
                broken.append((holder, pointer, self.written.get(pointer, wanted)))
        # Only now, since the steps of a circle show where it leads.
        for holder, pointer, wanted in broken:
            self._break(holder, pointer, wanted)

    def _report_dangling(self, wanted: str, pointer: str) -> None:
        circle = self._circle(wanted) if exists(self.root, wanted) else ()
        if frozenset(circle) in self.circles:
            return
        at = self.origins.source(f"{pointer}/$ref")
        if circle:
            self.circles.add(frozenset(circle))
            detail = " → ".join(f"`{self._shown(step)}`" for step in circle)
            self.report.add("W105", at, detail, hint="it only leads back to itself")
            return
        close = nearest(self.root, wanted)
        hint = f"did you mean `{self.origins.source(close).pointer}`?" if close else ""
        self.report.add("W105", at, f"`{self.written.get(pointer, wanted)}`", hint=hint)

    def _shown(self, pointer: str) -> str:
        """A pointer in the words of its author."""
        if not pointer.startswith(f"#/{MOUNT}/"):
            return pointer
        source = self.origins.source(pointer)
        return f"{source.file}{source.pointer}"

    def _circle(self, wanted: str) -> tuple[str, ...]:
        """The steps from a reference back to itself, where it never reaches a value."""
        steps: list[str] = []
        while wanted not in steps:
            steps.append(wanted)
            node = find(self.root, wanted)
            if not isinstance(node, Mapping) or not isinstance(node.get("$ref"), str):
                return ()
            wanted = str(node["$ref"])
            if not wanted.startswith("#") or not exists(self.root, wanted):
                return ()
        return (*steps, wanted)


def _locate(name: str, path: str) -> str:
    """Where a reference's file is, as seen from the file at `path`: an address, or a path."""
    if is_address(path) or is_address(name):
        return join_address(path if is_address(path) else "", name)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(name)))


def _anchors(root: Json, base: str) -> dict[str, str]:
    """What references may use instead of a pointer: the `$id`s and `$anchor`s of one file."""
    found: dict[str, str] = {}
    for holder, pointer, named in objects(root, base):
        if named:
            continue
        for key, mark in (("$anchor", "#"), ("$dynamicAnchor", "#"), ("$id", "")):
            if isinstance(name := holder.get(key), str) and name:
                found.setdefault(mark + name, pointer)
    return found
