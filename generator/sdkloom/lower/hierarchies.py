"""Which schemas are the base of others, so that a mention of the base may mean any of them?

Where a schema has a `discriminator` and no choices of its own, whatever includes it by `allOf` is one of its
variants (OpenAPI, Discriminator Object).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sdkloom.ir.base import Json, escape
from sdkloom.ir.types import Discriminator, RefType, Type, UnionType
from sdkloom.lower.extensions.table import TAG
from sdkloom.lower.site import COMPONENTS
from sdkloom.lower.unions import constants_of, mapped_variants

if TYPE_CHECKING:
    from sdkloom.lower.schemas import Schemas

Hierarchies = Mapping[str, tuple[str, ...]]
"""The schemas that include a base, directly or not: pointers by the base's pointer, in document order."""


def find_hierarchies(root: Mapping[str, Json]) -> Hierarchies:
    """The hierarchies among the components."""
    components = root.get("components")
    schemas = components.get("schemas") if isinstance(components, Mapping) else None
    nodes = {
        COMPONENTS + escape(str(key)): node
        for key, node in (schemas.items() if isinstance(schemas, Mapping) else ())
        if isinstance(node, Mapping)
    }
    including: dict[str, list[str]] = {}
    for pointer, node in nodes.items():
        for base in _included(node):
            including.setdefault(base, []).append(pointer)
    found = {}
    for pointer, node in nodes.items():
        below = _below(pointer, including) if _is_base(node) else set()
        if below:
            found[pointer] = tuple(other for other in nodes if other in below)
    return found


def _is_base(node: Mapping[str, Json]) -> bool:
    said = node.get("discriminator")
    has_choices = "oneOf" in node or "anyOf" in node
    return isinstance(said, Mapping) and isinstance(said.get("propertyName"), str) and not has_choices


def _included(node: Mapping[str, Json]) -> Iterator[str]:
    parts = node.get("allOf")
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, Mapping) and isinstance(part.get("$ref"), str):
            yield str(part["$ref"])


def _below(pointer: str, including: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(including.get(pointer, ()))
    while waiting:
        one = waiting.pop()
        if one != pointer and one not in found:
            found.add(one)
            waiting += including.get(one, ())
    return found


def base_id(pointer: str) -> str:
    """The id of the model that a base is by itself; its own pointer is that of the choice."""
    return f"{pointer}/discriminator"


def lower_hierarchy(schemas: Schemas, pointer: str, hierarchies: Hierarchies) -> Type:
    """The choice that a mention of a base stands for: its variants, and itself for whatever else comes."""
    node = schemas.resolve(pointer)
    assert isinstance(node, Mapping)
    said = node["discriminator"]
    assert isinstance(said, Mapping)
    name = str(said["propertyName"])
    ids = {one: base_id(one) if one in hierarchies else one for one in (pointer, *hierarchies[pointer])}
    mapping = {
        value: ids[target] for value, target in mapped_variants(schemas, said, pointer, ids.keys()).items()
    }
    for variant in hierarchies[pointer]:
        if ids[variant] not in mapping.values():
            schema = schemas.resolve(variant)
            tag = TAG.of(schema)
            values = constants_of(schemas, schema, variant).get(name, ())
            for value in values or (tag or variant.rsplit("/", 1)[-1],):
                mapping.setdefault(value, ids[variant])
    variants = tuple(RefType(ids[one]) for one in (*hierarchies[pointer], pointer))
    return UnionType(variants, Discriminator(name, tuple(mapping.items()), ids[pointer]))
