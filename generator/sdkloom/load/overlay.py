"""What does an OpenAPI Overlay change? (Overlay Specification 1.0 and 1.1)"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape


def apply_overlay(document: Json, overlay: Json, file: str, report: Report) -> tuple[Json, dict[str, Source]]:
    """The document after the overlay's actions, in order, and where each pointer that they added comes from."""
    if not isinstance(overlay, Mapping) or not isinstance(overlay.get("overlay"), str):
        report.add("E130", Source(file, "#"), "it has no `overlay` version")
        return document, {}
    actions = overlay.get("actions")
    if not isinstance(actions, list) or not actions:
        report.add("E130", Source(file, "#/actions"), "it has no `actions`")
        return document, {}
    changed = deepcopy(document)
    added: dict[str, Source] = {}
    for index, action in enumerate(actions):
        source = Source(file, f"#/actions/{index}")
        if not isinstance(action, Mapping) or not isinstance(action.get("target"), str):
            report.add("E130", source, "an action has no `target`")
            continue
        changed = _act(changed, action, source, added, report)
    return changed, added


def _act(root: Json, action: Mapping[str, Json], source: Source, added: dict[str, Source], report: Report) -> Json:
    from jsonpath_rfc9535 import JSONPathError, JSONPathRecursionError, finditer

    target = str(action["target"])
    try:
        nodes: list[Any] = list(finditer(target, root))  # type: ignore[arg-type]
    except (JSONPathError, JSONPathRecursionError) as problem:
        report.add("E130", Source(source.file, f"{source.pointer}/target"), f"`{target}` is no JSONPath: {problem}")
        return root
    if not nodes:
        report.add("W131", Source(source.file, f"{source.pointer}/target"), f"`{target}`")
    if action.get("remove") is True:
        return _remove(root, nodes)
    for node in nodes:
        location = tuple(node.location)
        pointer = "/".join(("#", *(escape(str(part)) for part in location)))
        if "update" in action:
            below = Source(source.file, f"{source.pointer}/update")
            root = _replace(root, location, _merged(node.value, action["update"], pointer, below, added))
        elif "copy" in action:
            copied = [found.value for found in finditer(str(action["copy"]), root)]  # type: ignore[arg-type]
            if copied:
                root = _replace(root, location, _merged(node.value, copied[0], pointer, source, added))
    return root


def _merged(old: Json, new: Json, pointer: str, source: Source, added: dict[str, Source]) -> Json:
    """Objects merge key by key, lists grow at the end, everything else is replaced."""
    if isinstance(old, dict) and isinstance(new, Mapping):
        for key, value in new.items():
            place = f"{pointer}/{escape(str(key))}"
            below = Source(source.file, f"{source.pointer}/{escape(str(key))}")
            if key in old:
                old[key] = _merged(old[key], value, place, below, added)
            else:
                added[place] = below
                old[key] = deepcopy(value)
        return old
    if isinstance(old, list):
        extra = list(new) if isinstance(new, list) else [new]
        added |= {f"{pointer}/{len(old) + index}": source for index in range(len(extra))}
        return [*old, *deepcopy(extra)]
    added[pointer] = source
    return deepcopy(new)


def _replace(root: Json, location: tuple[Any, ...], value: Json) -> Json:
    if not location:
        return value
    parent: Any = root
    for part in location[:-1]:
        parent = parent[part]
    parent[location[-1]] = value
    return root


def _remove(root: Json, nodes: list[Any]) -> Json:
    """Later items first, so that the places of earlier ones stay right."""
    for node in sorted(nodes, key=lambda found: [str(part).rjust(9) for part in found.location], reverse=True):
        parent: Any = root
        for part in node.location[:-1]:
            parent = parent[part]
        if node.location:
            del parent[node.location[-1]]
    return root
