"""What does a `$dynamicRef` mean where it stands?

A schema that includes a template by `$ref`, and has `$defs` with a `$dynamicAnchor` that the template
mentions, gets a copy of the template in which every such mention leads to its own definition. Every other
mention leads to the nearest definition of that name (JSON Schema 2020-12, 8.2.3.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, escape
from sdkloom.load.objects import objects
from sdkloom.load.origins import Origins
from sdkloom.load.pointers import exists, find


def bind_dynamic(root: dict[str, Any], origins: Origins, report: Report) -> None:
    """Turn every `$dynamicRef` of a linked document into a `$ref`. Works in place."""
    anchors: dict[str, list[str]] = {}
    users: list[tuple[dict[str, Any], str]] = []
    for holder, pointer, named in objects(root):
        if not named and isinstance(holder.get("$dynamicAnchor"), str):
            anchors.setdefault(f"#{holder['$dynamicAnchor']}", []).append(pointer)
        if not named and isinstance(holder.get("$ref"), str) and isinstance(holder.get("$defs"), dict):
            users.append((holder, pointer))
    for holder, pointer in users:
        _specialize(root, holder, pointer)
    for holder, pointer, named in objects(root):
        wanted = holder.get("$dynamicRef")
        if named or not isinstance(wanted, str) or "$ref" in holder:
            continue
        if not _point(root, holder, pointer, anchors.get(wanted, ())):
            report.add("W105", origins.source(f"{pointer}/$dynamicRef"), f"`{wanted}`")


def _specialize(root: dict[str, Any], holder: dict[str, Any], pointer: str) -> None:
    bound = {
        f"#{node['$dynamicAnchor']}": f"{pointer}/$defs/{escape(key)}"
        for key, node in holder["$defs"].items()
        if isinstance(node, dict) and isinstance(node.get("$dynamicAnchor"), str)
    }
    target = str(holder["$ref"])
    template = find(root, target) if bound and exists(root, target) else None
    if isinstance(template, dict) and bound.keys() & set(_mentioned(template)):
        copied = _copied(template, bound)
        del holder["$ref"]
        holder.update({key: value for key, value in copied.items() if key not in holder})


def _mentioned(node: Json) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("$dynamicRef"), str):
            yield str(node["$dynamicRef"])
        for value in node.values():
            yield from _mentioned(value)
    elif isinstance(node, list):
        for value in node:
            yield from _mentioned(value)


def _copied(node: Any, bound: Mapping[str, str]) -> Any:
    """The template with its mentions bound, and without the names by which it is known."""
    if isinstance(node, list):
        return [_copied(part, bound) for part in node]
    if not isinstance(node, dict):
        return node
    copied = {key: _copied(value, bound) for key, value in node.items() if key not in ("$id", "$anchor")}
    wanted = copied.get("$dynamicRef")
    if isinstance(wanted, str) and wanted in bound:
        del copied["$dynamicRef"]
        copied["$ref"] = bound[wanted]
    return copied


def _point(
    root: Mapping[str, Json], holder: dict[str, Any], pointer: str, known: list[str] | tuple[str, ...]
) -> bool:
    """Let a mention lead to the definition that shares most of the way to it, if there is any."""
    wanted = str(holder["$dynamicRef"])
    if wanted.startswith("#/") and exists(root, wanted):
        holder["$ref"] = holder.pop("$dynamicRef")
    elif known:
        del holder["$dynamicRef"]
        holder["$ref"] = max(known, key=lambda other: _shared(other, pointer))
    return "$ref" in holder


def _shared(one: str, other: str) -> int:
    steps = zip(one.split("/"), other.split("/"), strict=False)
    return next((place for place, (a, b) in enumerate(steps) if a != b), len(one.split("/")))
