"""Which objects of a document are words of the standard, and which are values that only look like them?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sdkloom.ir.base import Json, escape

MOUNT = "x-sdkloom-documents"
"""The root key under which other files of the same document are kept."""

BROKEN = "x-sdkloom-broken-reference"
"""What a `$ref` said that leads nowhere, in its place."""

# Below these keys stand values: what looks like a reference or a keyword there is data.
_DATA = frozenset(
    "example default enum const value dataValue serializedValue required dependentRequired".split()
)

# Below these keys stand objects under names that their author chose.
_NAMED = frozenset(
    "properties patternProperties dependentSchemas $defs definitions schemas responses parameters headers "
    "paths webhooks pathItems callbacks requestBodies examples securitySchemes securityDefinitions links "
    "content encoding variables mediaTypes additionalOperations".split()
) | {MOUNT}


def objects(root: Json, pointer: str = "#") -> Iterator[tuple[dict[str, Any], str, bool]]:
    """Every object of the standard with its pointer, in document order; the last item: is it a map of names?

    What an object holds is read after it was handed out, so it may be changed in between.
    """
    waiting: list[tuple[Json, str, bool]] = [(root, pointer, False)]
    while waiting:
        node, pointer, named = waiting.pop()
        if isinstance(node, dict):
            yield node, pointer, named
            waiting += _inside(node, pointer, named)
        elif isinstance(node, list):
            below = [(part, f"{pointer}/{index}", False) for index, part in enumerate(node)]
            waiting += reversed([part for part in below if isinstance(part[0], dict | list)])


def _inside(node: dict[str, Any], pointer: str, named: bool) -> Iterator[tuple[Json, str, bool]]:
    for key, value in reversed(node.items()):
        if not isinstance(value, dict | list):
            continue
        below = f"{pointer}/{escape(key)}"
        if named:
            # Swagger 2.0 keeps examples under their media type, where no reference can stand.
            if "/" not in key or not pointer.endswith("/examples"):
                yield value, below, False
        elif key == "examples" and isinstance(value, list):
            continue
        elif key not in _DATA and (not key.startswith("x-") or key == MOUNT):
            yield value, below, key in _NAMED and isinstance(value, dict)
