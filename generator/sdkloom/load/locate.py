"""Where in its file does a JSON pointer lead?"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sdkloom.diagnostics import Spot
from sdkloom.ir.base import Source

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def locate(source: Source) -> Spot:
    """The spot of a source: the key where its pointer ends in one. A pointer that leads nowhere gives the nearest node above it."""
    composed = _compose(source.file)
    if composed is None:
        return Spot(source.file, 0, 0, 0, source.pointer, "")
    root, lines = composed
    node, mark = root, root.start_mark
    end = mark.column + 1
    for token in source.pointer.split("/")[1:]:
        key, child = _step(node, token.replace("~1", "/").replace("~0", "~"))
        if child is None:
            break
        anchor = key if key is not None else child
        mark, node = anchor.start_mark, child
        end = anchor.end_mark.column if anchor.end_mark.line == mark.line else mark.column + 1
    text = lines[mark.line] if mark.line < len(lines) else ""
    width = max(1, min(end, len(text)) - mark.column)
    return Spot(source.file, mark.line + 1, mark.column + 1, width, source.pointer, text)


def _step(node: Any, token: str) -> tuple[Any, Any]:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if str(key.value) == token), (None, None))
    if isinstance(node, yaml.SequenceNode) and token.isdigit() and int(token) < len(node.value):
        return None, node.value[int(token)]
    return None, None


@lru_cache(maxsize=8)
def _compose(file: str) -> tuple[Any, list[str]] | None:
    """The node graph of a file. JSON is YAML as far as positions go."""
    try:
        text = Path(file).read_bytes().decode("utf-8-sig")
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return None
    return (root, text.splitlines()) if root is not None else None
