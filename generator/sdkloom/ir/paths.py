"""What stands at a path of names inside a value?"""

from __future__ import annotations

from collections.abc import Callable

from sdkloom.ir.pages import Path
from sdkloom.ir.types import Alias, Definition, Field, ListType, Model, NullableType, RefType, Type

Look = Callable[[str], Definition | None]
"""Finds a definition by its id."""


def unwrapped(look: Look, node: Type) -> Type:
    """The type behind aliases and beside null; a model or an enum stays a mention of it."""
    seen: set[str] = set()
    while True:
        match node:
            case NullableType(inner):
                node = inner
            case RefType(id) if id not in seen and isinstance(definition := look(id), Alias):
                seen.add(id)
                node = definition.target
            case _:
                return node


def model_at(look: Look, node: Type) -> Model | None:
    """The model that a value is, or None where it is something else."""
    inner = unwrapped(look, node)
    definition = look(inner.id) if isinstance(inner, RefType) else None
    return definition if isinstance(definition, Model) else None


def field_at(look: Look, node: Type, path: Path) -> Field | None:
    """The field at the end of a path through models; None where there is none, or the path is empty."""
    found: Field | None = None
    for name in path:
        model = model_at(look, node if found is None else found.type)
        found = next((field for field in model.fields if field.name.wire == name), None) if model else None
        if found is None:
            return None
    return found


def item_at(look: Look, node: Type, path: Path) -> Type | None:
    """What the list at the end of a path holds; None where there is no list."""
    field = field_at(look, node, path)
    if path and field is None:
        return None
    inner = unwrapped(look, node if field is None else field.type)
    return inner.item if isinstance(inner, ListType) and not inner.prefix else None
