"""Which schemas of other files are components of the document, which merely says where they are?

A component that is only a reference to another file, `Pet: {$ref: pet.yaml}`, and the schema in that file are
one thing: it stands under the component's key, and every reference to the file leads there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sdkloom.ir.base import Json, escape
from sdkloom.load.objects import MOUNT, objects
from sdkloom.load.origins import Origins
from sdkloom.load.pointers import exists, find

_FILES = f"#/{MOUNT}/"
_SIBLINGS = frozenset({"$ref", "description", "summary"})


def adopt(root: dict[str, Json], origins: Origins) -> None:
    """Put the schemas in place of such components, and have all references lead to them."""
    adopted: dict[str, str] = {}
    for pointer, schemas, key, target in sorted(_borrowed(root), key=_closeness):
        near = any(
            f"{target}/".startswith(f"{one}/") or f"{one}/".startswith(f"{target}/") for one in adopted
        )
        found = find(root, target) if exists(root, target) and not near else None
        if isinstance(found, dict):
            own = {name: value for name, value in schemas[key].items() if name != "$ref"}
            origins.add(pointer, origins.source(target))
            schemas[key] = {**found, **own}
            adopted[target] = pointer
    for target, pointer in adopted.items():
        above, _, last = target.rpartition("/")
        _put(find(root, above), last, {"$ref": pointer})
    if adopted:
        _redirect(root, adopted)


def _borrowed(root: dict[str, Json]) -> Iterator[tuple[str, dict[str, Any], str, str]]:
    """Components that say only where they are: pointers, the maps they are in, their keys, and targets."""
    for above in ("#/components/schemas", "#/definitions"):
        schemas: Any = find(root, above) if exists(root, above) else None
        for key, node in schemas.items() if isinstance(schemas, dict) else ():
            if isinstance(node, dict) and node.keys() <= _SIBLINGS and _is_elsewhere(node.get("$ref")):
                yield f"{above}/{escape(key)}", schemas, key, _last(root, str(node["$ref"]))


def _is_elsewhere(target: Json) -> bool:
    return isinstance(target, str) and target.startswith(_FILES)


def _last(root: dict[str, Json], target: str) -> str:
    """Where a chain of references between files ends."""
    seen = {target}
    while exists(root, target):
        node = find(root, target)
        onward = node.get("$ref") if isinstance(node, Mapping) and len(node) == 1 else None
        if not isinstance(onward, str) or not onward.startswith(_FILES) or onward in seen:
            break
        target = onward
        seen.add(target)
    return target


def _closeness(borrowed: tuple[str, dict[str, Any], str, str]) -> tuple[bool, str, str]:
    """Of several components that are one schema, the one that is called like it goes first."""
    _, _, key, target = borrowed
    name = target.rpartition("/")[2].rpartition("~1")[2].partition(".")[0]
    return name.casefold() != key.casefold(), target, key


def _put(above: Json, key: str, node: Json) -> None:
    if isinstance(above, dict):
        above[key.replace("~1", "/").replace("~0", "~")] = node
    elif isinstance(above, list):
        above[int(key)] = node


def _redirect(root: dict[str, Json], adopted: Mapping[str, str]) -> None:
    for holder, _, _ in objects(root):
        target, mapping = holder.get("$ref"), holder.get("mapping")
        if isinstance(target, str):
            holder["$ref"] = _now(target, adopted)
        if isinstance(mapping, dict) and "propertyName" in holder:
            for value, said in mapping.items():
                if isinstance(said, str):
                    mapping[value] = _now(said, adopted)


def _now(target: str, adopted: Mapping[str, str]) -> str:
    prefix, rest = target, ""
    while prefix.startswith(_FILES):
        if prefix in adopted:
            return adopted[prefix] + rest
        prefix, slash, last = prefix.rpartition("/")
        rest = f"{slash}{last}{rest}"
    return target
