"""What do `oneOf` and `anyOf` choose between, and what tells the choices apart?"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING

from sdkloom.ir.base import Json, escape
from sdkloom.ir.types import (
    Discriminator,
    LiteralType,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.lower.enums import enum_values, unique_values
from sdkloom.lower.merge import Part, Shape, fold, is_shaping
from sdkloom.lower.site import COMPONENTS, Site
from sdkloom.name.words import split_words

if TYPE_CHECKING:
    from sdkloom.lower.schemas import Schemas

_USUAL_TAGS = frozenset({"type", "kind", "event", "object"})


def lower_union(schemas: Schemas, shape: Shape, parts: tuple[Part, ...], site: Site) -> Type:
    """The union that the first `oneOf` or `anyOf` of the shape gives.

    Properties beside it are folded into each variant.
    """
    part, keyword = shape.unions[0]
    for other, unused in shape.unions[1:]:
        source = schemas.document.source(f"{other.pointer}/{unused}")
        schemas.report.add("W201", source, f"a second choice by `{unused}` at one place")
    variants: list[tuple[Type, Json, str]] = []
    for index, variant in enumerate(_list(part.node.get(keyword))):
        if not is_shaping(variant) and not _is_null(variant):
            variant = variant if shape.properties else True
        place = Site(f"{part.pointer}/{keyword}/{index}", site.owner, site.words)
        variants.append((_variant(schemas, variant, place, shape, parts), variant, place.pointer))
    nullable = any(_is_null(variant) or isinstance(found, NullableType) for found, variant, _ in variants)
    kept = [(_bare(found), node, at) for found, node, at in variants if not _is_null(node)]
    types = tuple(dict.fromkeys(_flat(found for found, _, _ in kept)))
    inner = _literals(types) or _one_or_many(types, _discriminator(schemas, part, kept))
    return NullableType(inner) if nullable and inner != PrimitiveType(Scalar.NULL) else inner


def _variant(schemas: Schemas, node: Json, place: Site, shape: Shape, parts: tuple[Part, ...]) -> Type:
    if isinstance(node, Mapping) and shape.properties:
        base = tuple(
            Part({k: v for k, v in p.node.items() if k not in {"oneOf", "anyOf"}}, p.pointer) for p in parts
        )
        return schemas.model_of(
            place.named(*_variant_words(schemas, node, place)), (*base, *schemas.parts(node, place.pointer))
        )
    if isinstance(node, Mapping) and "$ref" not in node:
        place = place.named(*_variant_words(schemas, node, place))
    return schemas.type_of(node, place)


def _variant_words(schemas: Schemas, node: Mapping[str, Json], place: Site) -> tuple[str, ...]:
    """An inline variant is named by its one-value property, else its title; else it has no name here."""
    target = node.get("$ref")
    if isinstance(target, str):
        return split_words(target.rsplit("/", 1)[-1])
    shape = fold(schemas.parts(node, place.pointer))
    for name in sorted(shape.properties.keys() & shape.required, key=_telling):
        values = enum_values(shape.properties[name].node)
        if values is not None and len(values) == 1 and isinstance(values[0], str):
            return split_words(values[0])
    title = node.get("title")
    if isinstance(title, str) and 0 < len(title) <= 60:
        return split_words(title)
    number, depth = place.pointer.rsplit("/", 1)[-1], place.pointer.count("/")
    return (f"#{number}@{depth}",) if shape.properties else ()


def _telling(name: str) -> tuple[bool, str]:
    """What usually tells choices apart goes first, whatever the order of the document."""
    return name not in _USUAL_TAGS, name


def _discriminator(
    schemas: Schemas, part: Part, variants: list[tuple[Type, Json, str]]
) -> Discriminator | None:
    said = part.node.get("discriminator")
    if not isinstance(said, Mapping) or not isinstance(said.get("propertyName"), str):
        return _inferred(schemas, variants)
    name = str(said["propertyName"])
    ids = {found.id for found, _, _ in variants if isinstance(found, RefType)}
    declared = said.get("mapping")
    mapping = mapped_variants(schemas, said, part.pointer, ids)
    for found, node, pointer in variants:
        if isinstance(found, RefType) and found.id not in mapping.values():
            values = constants_of(schemas, node, pointer).get(name, ())
            implicit = () if isinstance(declared, Mapping) else (found.id.rsplit("/", 1)[-1],)
            mapping |= {value: found.id for value in values or implicit if value not in mapping}
    default = _default(schemas, part, said.get("defaultMapping"), ids)
    return Discriminator(name, tuple(mapping.items()), default) if mapping or default else None


def mapped_variants(
    schemas: Schemas, said: Mapping[str, Json], pointer: str, ids: Container[str]
) -> dict[str, str]:
    """The variants that a discriminator maps values to; a value that is mapped elsewhere is reported."""
    mapping: dict[str, str] = {}
    declared = said.get("mapping")
    for value, target in declared.items() if isinstance(declared, Mapping) else ():
        found = _mapping_target(schemas, str(target))
        if found in ids:
            mapping[str(value)] = found
        else:
            source = schemas.document.source(f"{pointer}/discriminator/mapping/{escape(str(value))}")
            schemas.report.add("W203", source, str(value))
    return mapping


def _default(schemas: Schemas, part: Part, said: Json, ids: set[str]) -> str | None:
    """The variant for whatever else the property says (OpenAPI 3.2)."""
    if not isinstance(said, str):
        return None
    pointer = _mapping_target(schemas, said)
    if pointer in ids:
        return pointer
    source = schemas.document.source(f"{part.pointer}/discriminator/defaultMapping")
    schemas.report.add("W203", source, said)
    return None


def _mapping_target(schemas: Schemas, target: str) -> str:
    """A mapping value is a reference or the bare key of a component (OpenAPI 3.1, Discriminator Object)."""
    named = COMPONENTS + escape(target)
    return named if schemas.resolve(named) != {} else target


def _inferred(schemas: Schemas, variants: list[tuple[Type, Json, str]]) -> Discriminator | None:
    """Without a declared discriminator.

    A property that is required everywhere and constant, each time another constant.
    """
    models = [
        (found.id, constants_of(schemas, node, at))
        for found, node, at in variants
        if isinstance(found, RefType)
    ]
    if len(models) < 2:
        return None
    for name in models[0][1]:
        pairs = [(value, id) for id, constants in models for value in constants.get(name, ())]
        if all(name in constants for _, constants in models) and len({value for value, _ in pairs}) == len(
            pairs
        ):
            return Discriminator(name, tuple(pairs))
    return None


def constants_of(schemas: Schemas, node: Json, pointer: str) -> dict[str, tuple[str, ...]]:
    """The texts that required properties of a schema are restricted to."""
    shape = fold(schemas.parts(node, pointer))
    found: dict[str, tuple[str, ...]] = {}
    for name, part in shape.properties.items():
        inner, _ = schemas.essence(part.node, Site(part.pointer, None, ()))
        target = inner.get("$ref")
        resolved = schemas.resolve(target) if isinstance(target, str) else inner
        values = enum_values(resolved) if isinstance(resolved, Mapping) else None
        if name in shape.required and values and all(isinstance(value, str) for value in values):
            found[name] = tuple(str(value) for value in values)
    return found


def _literals(types: tuple[Type, ...]) -> Type | None:
    """Constants and a plain string beside them are one open set of values."""
    constants = [found for found in types if isinstance(found, LiteralType)]
    others = [found for found in types if not isinstance(found, LiteralType)]
    if not constants or any(other != PrimitiveType(Scalar.STRING) for other in others):
        return None
    values = unique_values(tuple(value for literal in constants for value in literal.values))
    return LiteralType(values, open=bool(others) or any(literal.open for literal in constants))


def _one_or_many(types: tuple[Type, ...], discriminator: Discriminator | None) -> Type:
    if len(types) == 1 and discriminator is None:
        return types[0]
    return UnionType(types, discriminator) if types else PrimitiveType(Scalar.NULL)


def _flat(types: Iterable[Type]) -> list[Type]:
    flat: list[Type] = []
    for found in types:
        if isinstance(found, UnionType) and found.discriminator is None:
            flat += found.variants
        else:
            flat.append(found)
    return flat


def _bare(found: Type) -> Type:
    return found.inner if isinstance(found, NullableType) else found


def _is_null(node: Json) -> bool:
    if not isinstance(node, Mapping):
        return False
    return node.get("type") in ("null", ["null"]) or enum_values(node) == (None,)


def _list(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list) else []
