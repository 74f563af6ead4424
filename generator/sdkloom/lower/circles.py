"""Which aliases stand for nothing but themselves?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.diagnostics import Report
from sdkloom.ir.types import (
    Alias,
    AnyType,
    Definition,
    Discriminator,
    NullableType,
    RefType,
    Type,
    UnionType,
)

_ITSELF = AnyType("The document defines this value by itself.")


def untangle(definitions: Mapping[str, Definition], report: Report) -> dict[str, Definition]:
    """Cut every alias that leads to itself with no list, map or object on the way; each is reported."""
    found = dict(definitions)
    for id, definition in found.items():
        if isinstance(definition, Alias) and _leads_to(definition.target, id, found):
            report.add("W201", definition.source, "a schema that is defined by nothing but itself")
            found[id] = replace(definition, target=_without(definition.target, id, found))
    return found


def _leads_to(node: Type, id: str, definitions: Mapping[str, Definition]) -> bool:
    return id in _reached(node, definitions)


def _reached(node: Type, definitions: Mapping[str, Definition]) -> set[str]:
    """The aliases that an expression is, or may be."""
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        for mentioned in _mentioned(waiting.pop()):
            target = definitions.get(mentioned)
            if mentioned not in seen and isinstance(target, Alias):
                seen.add(mentioned)
                waiting.append(target.target)
    return seen


def _mentioned(node: Type) -> Iterator[str]:
    match node:
        case RefType(id):
            yield id
        case NullableType(inner):
            yield from _mentioned(inner)
        case UnionType(variants, _):
            for variant in variants:
                yield from _mentioned(variant)


def _without(node: Type, id: str, definitions: Mapping[str, Definition]) -> Type:
    """The expression without the choices that lead back."""
    match node:
        case NullableType(inner):
            return NullableType(_without(inner, id, definitions))
        case UnionType(variants, discriminator):
            kept = tuple(part for part in variants if not _is_circular(part, id, definitions))
            if not kept:
                return _ITSELF
            return kept[0] if len(kept) == 1 else UnionType(kept, _mapped(discriminator, kept))
    return _ITSELF if _is_circular(node, id, definitions) else node


def _is_circular(node: Type, id: str, definitions: Mapping[str, Definition]) -> bool:
    return id in set(_mentioned(node)) or _leads_to(node, id, definitions)


def _mapped(discriminator: Discriminator | None, kept: tuple[Type, ...]) -> Discriminator | None:
    if discriminator is None:
        return None
    ids = {part.id for part in kept if isinstance(part, RefType)}
    mapping = tuple((value, id) for value, id in discriminator.mapping if id in ids)
    default = discriminator.default if discriminator.default in ids else None
    return replace(discriminator, mapping=mapping, default=default) if mapping or default else None
