"""How is a line of the configuration written that names an operation or a type?"""

from __future__ import annotations

import re
from collections import Counter

from sdkloom.ir.api import Api, Operation
from sdkloom.ir.types import Definition
from sdkloom.name.matching import key_of

_PLAIN = re.compile(r"[A-Za-z_][\w./{} -]*[\w/}]|[A-Za-z_]")
_SAID_OTHERWISE = frozenset("true false yes no on off null y n".split())


def operation_line(api: Api, operation: Operation, value: str) -> str:
    """A line under `operations:`, whose key means this operation and no other."""
    ids = Counter(one.name.wire for one in api.operations)
    key = key_of(operation)
    if ids[operation.name.wire] > 1:
        key = f"{operation.method.upper()} {operation.path}"
    return f"{quoted(key)}: {value}"


def type_line(definition: Definition, value: str) -> str:
    """A line under `types:`, whose key is the name of a component, or else a pointer."""
    wire = definition.name.wire
    is_component = definition.id == f"#/components/schemas/{wire}"
    return f"{quoted(wire if is_component else definition.id)}: {value}"


def quoted(text: str) -> str:
    """A text as YAML reads it: in quotes where it would be something else without."""
    if _PLAIN.fullmatch(text) and text.lower() not in _SAID_OTHERWISE:
        return text
    return "'" + text.replace("'", "''") + "'"
