"""What does an OpenAPI Overlay change? (Overlay Specification 1.0 and 1.1)

`x-sdkloom-replace` on an action says that its update takes the place of what is there, where it would be
merged into it: `true` for the target as a whole, or a list of keys of the target. With `x-sdkloom-template`
the update is a text that holds the one that is there as `{{value}}`; a target that is no text is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape
from sdkloom.load.origins import Origins

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathNode, JSONPathQuery

_VERSION = re.compile(r"1\.\d+\.\d+\S*")
_KEYS = {"overlay", "info", "extends", "actions"}
_VALUE = "{{value}}"
_ACTION_KEYS = {"target", "description", "update", "remove", "copy"}


def apply_overlay(root: Json, overlay: Json, places: Origins, origins: Origins, report: Report) -> Json:
    """Change the document as the overlay's actions say, in order. `extends` is checked, and not followed.

    `places` tells where the parts of the overlay are, and `origins` learns where those of the document come
    from.
    """
    faults = list(_faults(overlay))
    for pointer, detail in faults:
        report.add("E130", places.source(pointer), detail)
    if faults or not isinstance(overlay, Mapping) or not isinstance(actions := overlay["actions"], list):
        return root
    for index, action in enumerate(actions):
        root = _act(root, action, _Place(f"#/actions/{index}", places), origins, report)
    return root


@dataclass(frozen=True, slots=True)
class _Place:
    """A pointer into an overlay."""

    pointer: str
    places: Origins

    def below(self, more: str) -> _Place:
        return _Place(self.pointer + more, self.places)

    @property
    def source(self) -> Source:
        return self.places.source(self.pointer)


def _faults(overlay: Json) -> Iterator[tuple[str, str]]:
    """What keeps data from being an overlay: the pointer and the reason of each fault."""
    if not isinstance(overlay, Mapping):
        yield "#", "it is not an object"
        return
    for key in overlay:
        if key not in _KEYS and not key.startswith("x-"):
            yield f"#/{escape(key)}", f"`{key}` means nothing here"
    version = overlay.get("overlay")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        yield "#/overlay" if "overlay" in overlay else "#", "`overlay` must be a version such as `1.0.0`"
    yield from _info_faults(overlay.get("info"))
    if not isinstance(overlay.get("extends", ""), str):
        yield "#/extends", "`extends` must be the address of a document"
    actions = overlay.get("actions")
    if not isinstance(actions, list) or not actions:
        yield "#/actions" if "actions" in overlay else "#", "`actions` must be a list that is not empty"
        return
    for index, action in enumerate(actions):
        if action in actions[:index]:
            yield f"#/actions/{index}", "this action stands twice"
        for key, detail in _action_faults(action):
            yield f"#/actions/{index}{key}", detail


def _info_faults(info: Json) -> Iterator[tuple[str, str]]:
    if not isinstance(info, Mapping):
        yield "#/info" if info is not None else "#", "`info` must be an object with `title` and `version`"
        return
    for key in ("title", "version", *(("description",) if "description" in info else ())):
        if not isinstance(info.get(key), str):
            yield f"#/info/{key}" if key in info else "#/info", f"`{key}` must be text"


def _action_faults(action: Json) -> Iterator[tuple[str, str]]:
    if not isinstance(action, Mapping):
        yield "", "an action must be an object"
        return
    for key in action:
        if key not in _ACTION_KEYS and not key.startswith("x-"):
            yield f"/{escape(key)}", f"`{key}` means nothing in an action"
    if "target" not in action:
        yield "", "an action has no `target`"
    for key in ("target", "copy"):
        if key in action and (problem := query_fault(action[key])):
            yield f"/{key}", f"`{key}` {problem}"
    if not isinstance(action.get("remove", False), bool):
        yield "/remove", "`remove` must be `true` or `false`"
    if not isinstance(action.get("description", ""), str):
        yield "/description", "`description` must be text"
    replaced = action.get("x-sdkloom-replace", False)
    if not isinstance(replaced, bool | list):
        yield "/x-sdkloom-replace", "`x-sdkloom-replace` must be `true`, or a list of keys"
    if action.get("x-sdkloom-template", False) is not False and _VALUE not in str(action.get("update")):
        yield "/x-sdkloom-template", f"a template needs an `update` with `{_VALUE}`"


def query_fault(query: Json) -> str:
    """Why a query is no JSONPath of RFC 9535; "" where it is one."""
    from jsonpath_rfc9535 import JSONPathError

    if not isinstance(query, str):
        return "must be a JSONPath"
    try:
        _compiled(query)
    except JSONPathError as problem:
        return f"is not a JSONPath: {' '.join(str(problem.args[0]).split())}"
    return ""


def _compiled(query: str) -> JSONPathQuery:
    """A query; names such as `.x-traits`, which RFC 9535 wants in brackets, are common and clear enough."""
    from jsonpath_rfc9535 import JSONPathError
    from jsonpath_rfc9535 import compile as compile_query

    try:
        return compile_query(query)
    except JSONPathError:
        parts = re.split(r"""('[^']*'|"[^"]*")""", query)
        parts[::2] = [re.sub(r"\.(\w+-[\w-]+)", r"['\1']", part) for part in parts[::2]]
        if "".join(parts) == query:
            raise
        return compile_query("".join(parts))


def _act(root: Any, action: Any, place: _Place, origins: Origins, report: Report) -> Any:
    from jsonpath_rfc9535 import JSONPathError

    found: dict[str, list[JSONPathNode]] = {}
    for key in ("target", "copy"):
        at = place.below(f"/{key}").source
        try:
            found[key] = list(_compiled(action[key]).find(root)) if key in action else []
        except JSONPathError as problem:  # such as nesting beyond the library's limit
            report.add("E130", at, str(problem.args[0]))
            return root
        if key == "target" and _is_template(action):
            found[key] = [node for node in found[key] if isinstance(node.value, str)]
        if key in action and not found[key]:
            report.add("W131", at, f"`{action[key]}`")
    if len(found["copy"]) > 1:
        detail = f"`copy` matches {len(found['copy'])} places, and must match one"
        report.add("E130", place.below("/copy").source, detail)
    if action.get("remove") is True:
        return _remove(root, found["target"], origins)
    changes: dict[str, Any] = {"copy": found["copy"][0].value} if len(found["copy"]) == 1 else {}
    changes |= {"update": action["update"]} if "update" in action else {}
    replaced = action.get("x-sdkloom-replace", False)
    for node in found["target"]:
        location = tuple(node.location)
        for key, change in changes.items():
            merge = _Merge(place.below(f"/{key}"), origins)
            old = _without(_at(root, location), replaced)
            new = change.replace(_VALUE, old) if _is_template(action) else change
            root = _replace(root, location, merge.into(old, new, _pointer(location)))
    return root


def _is_template(action: Mapping[str, Json]) -> bool:
    return action.get("x-sdkloom-template", False) is not False and isinstance(action.get("update"), str)


def _without(old: Any, replaced: Json) -> Any:
    """What an update is merged into: nothing of what it replaces."""
    if replaced is True:
        return None
    for key in replaced if isinstance(replaced, list) and isinstance(old, dict) else ():
        old.pop(str(key), None)
    return old


class _Merge:
    """One update: objects merge key by key, lists grow at the end, everything else is replaced."""

    def __init__(self, place: _Place, origins: Origins) -> None:
        self.place, self.origins = place, origins

    def into(self, old: Json, new: Json, pointer: str, below: str = "") -> Json:
        if isinstance(old, dict) and isinstance(new, Mapping):
            for key, value in new.items():
                place, inside = f"{pointer}/{escape(key)}", f"{below}/{escape(key)}"
                if key in old:
                    old[key] = self.into(old[key], value, place, inside)
                else:
                    old[key] = self._placed(value, place, inside)
            return old
        if isinstance(old, list):
            parts = (
                [(part, f"{below}/{index}") for index, part in enumerate(new)]
                if isinstance(new, list)
                else []
            )
            for part, inside in parts or [(new, below)] if new != [] else []:
                old.append(self._placed(part, f"{pointer}/{len(old)}", inside))
            return old
        return self._placed(new, pointer, below)

    def _placed(self, new: Json, pointer: str, below: str) -> Json:
        self.origins.add(pointer, self.place.below(below).source)
        return deepcopy(new)


def _pointer(location: tuple[Any, ...]) -> str:
    return "/".join(("#", *(escape(str(part)) for part in location)))


def _at(root: Any, location: tuple[Any, ...]) -> Any:
    for part in location:
        root = root[part]
    return root


def _replace(root: Json, location: tuple[Any, ...], value: Json) -> Json:
    if not location:
        return value
    _at(root, location[:-1])[location[-1]] = value
    return root


def _remove(root: Json, nodes: list[Any], origins: Origins) -> Json:
    """Later items first, so that places of earlier ones stay right, and what is inside before its parent."""
    order = sorted(
        nodes, key=lambda node: [(isinstance(part, str), part) for part in node.location], reverse=True
    )
    for location in dict.fromkeys(tuple(node.location) for node in order):
        if not location:
            continue
        parent = _at(root, location[:-1])
        if isinstance(parent, list):
            origins.close_gap(_pointer(location[:-1]), location[-1], len(parent))
        del parent[location[-1]]
    return root
