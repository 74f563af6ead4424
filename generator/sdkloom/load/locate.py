"""Where in its file does a JSON pointer lead?"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sdkloom.diagnostics import Spot
from sdkloom.ir.base import Source
from sdkloom.load.json_data import compose_json
from sdkloom.load.read import decode, looks_like_json

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def locate(source: Source, text: bytes | None = None) -> Spot:
    """The spot of a source; a pointer that leads nowhere gives the nearest node above it.

    `text` is what the file holds where that is not on disk.
    """
    composed = _compose_once(text) if text is not None else _compose(source.file)
    if composed is None:
        return Spot(source.file, 0, 0, 0, source.pointer, "")
    root, lines = composed
    key, node = None, root
    for token in source.pointer.split("/")[1:]:
        found = _step(node, token.replace("~1", "/").replace("~0", "~"))
        if found is None:
            break
        key, node = found
    start = node.start_mark if key is None else key.start_mark
    line = lines[start.line] if start.line < len(lines) else ""
    return Spot(source.file, start.line + 1, start.column + 1, _width(key, node, line), source.pointer, line)


def _width(key: Any, node: Any, text: str) -> int:
    """How much to underline: the key, and its value as well where that is a scalar on the same line."""
    start = (key or node).start_mark
    end = len(text)
    for part in (key, node):
        if part is not None and part.end_mark.line == start.line and (part is key or _is_scalar(part)):
            end = part.end_mark.column
    return max(1, int(end) - int(start.column))


def _is_scalar(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value != ""


def _step(node: Any, token: str) -> tuple[Any, Any] | None:
    """The key, where there is one, and the node that a token leads to."""
    if isinstance(node, yaml.SequenceNode):
        is_index = token.isdecimal() and int(token) < len(node.value)
        return (None, node.value[int(token)]) if is_index else None
    if not isinstance(node, yaml.MappingNode):
        return None
    merged: list[Any] = []
    for key, value in node.value:
        if key.value == token:
            return key, value
        if key.value == "<<":
            merged += value.value if isinstance(value, yaml.SequenceNode) else [value]
    return next((found for part in merged if (found := _step(part, token)) is not None), None)


def _compose(file: str) -> tuple[Any, list[str]] | None:
    try:
        state = Path(file).stat()
    except (OSError, ValueError):
        return None
    return _compose_file(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _compose_file(file: str, _modified: int, _size: int) -> tuple[Any, list[str]] | None:
    try:
        return _compose_once(Path(file).read_bytes())
    except OSError:
        return None


@lru_cache(maxsize=16)
def _compose_once(data: bytes) -> tuple[Any, list[str]] | None:
    """The node graph and the lines of a text; None where it has none."""
    try:
        source = decode(data)
        root = _compose_json(source) if looks_like_json(source) else None
        root = root or _compose_yaml(source)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return None
    return (root, [line.rstrip("\r") for line in source.split("\n")]) if root is not None else None


def _compose_json(source: str) -> Any:
    try:
        json.loads(source)
    except ValueError:
        return None
    return compose_json(source)


def _compose_yaml(source: str) -> Any:
    loader = _Loader(source)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()
