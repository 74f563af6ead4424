"""Where does every `$ref` lead?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape

MOUNT = "x-sdkloom-documents"

# Below these keys stand values, not schemas: what looks like a reference there is data.
_DATA = {"example", "examples", "default", "enum", "const", "x-codeSamples", "x-code-samples"}
_NAMED = {"properties", "patternProperties", "schemas", "responses", "parameters", "headers", "paths", "$defs", "definitions"}

ReadFile = Callable[[Path, Source], Json]


def step(node: Json, token: str) -> Json:
    """One reference token further. Raises KeyError where there is nothing."""
    if isinstance(node, Mapping):
        if token in node:
            return node[token]
    elif isinstance(node, list) and token.isdigit() and int(token) < len(node):
        return node[int(token)]
    raise KeyError(token)


def find(root: Json, pointer: str) -> Json:
    """The node at a pointer such as `#/components/schemas/Pet`. Raises KeyError where there is nothing."""
    node = root
    for token in pointer.split("/")[1:]:
        node = step(node, unquote(token).replace("~1", "/").replace("~0", "~"))
    return node


def references(node: Json, pointer: str = "#", *, named: bool = False) -> Iterator[tuple[dict[str, Json], str]]:
    """Every object with a `$ref` text, and its pointer; values that only look like references are passed over."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str) and not named:
            yield node, pointer
        for key, value in node.items():
            if named or key not in _DATA:
                yield from references(value, f"{pointer}/{escape(str(key))}", named=key in _NAMED and not named)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from references(value, f"{pointer}/{index}")


def link(root: dict[str, Json], file: str, read: ReadFile, report: Report) -> dict[str, str]:
    """Rewrite every reference to a pointer into `root`, mounting the files it needs; returns mount pointer to file name.

    A reference that leads nowhere, or out of the local files, is reported.
    """
    mounts: dict[str, str] = {}
    waiting: list[tuple[Json, str, str, str]] = [(root, "#", "#", file)]
    while waiting:
        node, at, base, name = waiting.pop()
        for holder, pointer in references(node):
            wanted = str(holder["$ref"])
            source = Source(name, f"{pointer}/$ref")
            path, _, fragment = wanted.partition("#")
            if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//", path):
                report.add("E106", source, f"`{wanted}`", hint="store that document beside this one and refer to it by a relative path")
                continue
            target = base
            if path:
                other = Path(name).parent / unquote(path)
                target = _mount(root, mounts, other, read, source, waiting)
            holder["$ref"] = _canonical(target, fragment)
    _check(root, file, mounts, report)
    return mounts


def _canonical(base: str, fragment: str) -> str:
    tokens = [unquote(token) for token in fragment.split("/")[1:]]
    return "/".join((base, *tokens))


def _mount(
    root: dict[str, Json],
    mounts: dict[str, str],
    path: Path,
    read: ReadFile,
    source: Source,
    waiting: list[tuple[Json, str, str, str]],
) -> str:
    shown = path.as_posix()
    pointer = f"#/{MOUNT}/{escape(shown)}"
    if pointer not in mounts:
        mounts[pointer] = shown
        mounted = root.setdefault(MOUNT, {})
        assert isinstance(mounted, dict)
        mounted[shown] = read(path, source)
        waiting.append((mounted[shown], pointer, pointer, shown))
    return pointer


def origin(pointer: str, file: str, mounts: Mapping[str, str]) -> Source:
    """The file and pointer that a pointer into the linked document came from."""
    for mount, name in mounts.items():
        if pointer == mount or pointer.startswith(mount + "/"):
            return Source(name, "#" + pointer[len(mount) :])
    return Source(file, pointer)


def _check(root: dict[str, Json], file: str, mounts: Mapping[str, str], report: Report) -> None:
    known: dict[str, bool] = {}
    for holder, pointer in references(root):
        wanted = str(holder["$ref"])
        if not wanted.startswith("#"):
            continue
        if wanted not in known:
            known[wanted] = _leads_somewhere(root, wanted)
        if not known[wanted]:
            source = origin(f"{pointer}/$ref", file, mounts)
            report.add("E105", source, f"`{wanted}`", hint=_nearest(root, wanted))


def _leads_somewhere(root: Json, wanted: str) -> bool:
    seen: set[str] = set()
    while wanted not in seen:
        seen.add(wanted)
        try:
            node = find(root, wanted)
        except KeyError:
            return False
        if not (isinstance(node, Mapping) and isinstance(node.get("$ref"), str) and len(node) == 1):
            return True
        wanted = str(node["$ref"])
    return False


def _nearest(root: Json, wanted: str) -> str:
    from difflib import get_close_matches

    above, _, last = wanted.rpartition("/")
    try:
        siblings = find(root, above)
    except KeyError:
        return ""
    close = get_close_matches(last, [str(key) for key in siblings] if isinstance(siblings, Mapping) else [], n=1)
    return f"did you mean `{above}/{close[0]}`?" if close else ""
