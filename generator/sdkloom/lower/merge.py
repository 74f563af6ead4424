"""What do the parts of an `allOf` amount to?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sdkloom.ir.base import Json, escape

Resolve = Callable[[str], Json]

# Keywords that give a schema its shape; all others describe it or check its values.
SHAPING = frozenset(
    "$ref type properties additionalProperties patternProperties items prefixItems enum const "
    "allOf oneOf anyOf".split()
)


# Where the descriptions of one property meet: behind the last part of an `allOf` (RFC 6901).
_JOINED = "/allOf/-"


@dataclass(frozen=True, slots=True)
class Part:
    """One schema that applies at a place: the node and its own pointer."""

    node: Mapping[str, Json]
    pointer: str


@dataclass(slots=True)
class Shape:
    """An object schema with every `allOf` part folded in."""

    properties: dict[str, Part] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    extra: tuple[Json, str] | None = None
    patterns: list[Part] = field(default_factory=list)
    unions: list[tuple[Part, str]] = field(default_factory=list)
    clashes: list[tuple[str, str, str]] = field(default_factory=list)


def is_shaping(node: Json) -> bool:
    """Does the schema say what its values look like, beyond "an object"?"""
    if not isinstance(node, Mapping):
        return False
    said = SHAPING & node.keys()
    if said == {"type"}:
        return node["type"] != "object"
    if said & {"oneOf", "anyOf"} and not said - {"type", "oneOf", "anyOf"}:
        return any(is_shaping(variant) for key in ("oneOf", "anyOf") for variant in _list(node.get(key)))
    return bool(said)


def flatten(node: Mapping[str, Json], pointer: str, resolve: Resolve) -> tuple[Part, ...]:
    """The schema and all that its `$ref` and `allOf` bring in, outermost last.

    Each schema once, so that cycles end.
    """
    return tuple(_parts(node, pointer, resolve, set()))


def _parts(node: Json, pointer: str, resolve: Resolve, seen: set[str]) -> Iterator[Part]:
    if not isinstance(node, Mapping) or pointer in seen:
        return
    seen.add(pointer)
    target = node.get("$ref")
    if isinstance(target, str):
        yield from _parts(resolve(target), target, resolve, seen)
    for index, part in enumerate(_list(node.get("allOf"))):
        yield from _parts(part, f"{pointer}/allOf/{index}", resolve, seen)
    yield Part(node, pointer)


def fold(parts: tuple[Part, ...]) -> Shape:
    """Fold the parts into one object shape.

    A property said twice takes the later word, unless that has no shape.
    """
    shape = Shape()
    for part in parts:
        _fold_properties(shape, part)
        for node, pointer in _conditional(part):
            _fold_conditional(shape, node, pointer)
        shape.required |= {name for name in _list(part.node.get("required")) if isinstance(name, str)}
        for keyword in ("unevaluatedProperties", "additionalProperties"):
            if keyword in part.node:
                shape.extra = (part.node[keyword], f"{part.pointer}/{keyword}")
        patterns = part.node.get("patternProperties")
        if isinstance(patterns, Mapping):
            for pattern, schema in patterns.items():
                if isinstance(schema, Mapping):
                    shape.patterns.append(
                        Part(schema, f"{part.pointer}/patternProperties/{escape(str(pattern))}")
                    )
        for keyword in ("oneOf", "anyOf"):
            if any(is_shaping(variant) for variant in _list(part.node.get(keyword))):
                shape.unions.append((part, keyword))
    return shape


def _fold_properties(shape: Shape, part: Part) -> None:
    properties = part.node.get("properties")
    if not isinstance(properties, Mapping):
        return
    for name, schema in properties.items():
        node = schema if isinstance(schema, Mapping) else {}
        pointer = f"{part.pointer}/properties/{escape(str(name))}"
        known = shape.properties.get(str(name))
        if known is None:
            shape.properties[str(name)] = Part(node, pointer)
        elif is_shaping(node):
            if "type" in node and "type" in known.node and node["type"] != known.node["type"]:
                shape.clashes.append((str(name), known.pointer, pointer))
            shape.properties[str(name)] = _said_again(known, Part(node, pointer))


def _said_again(known: Part, again: Part) -> Part:
    """A property that a later part describes as well: what only repeats its type says nothing new.

    Of objects both descriptions count; of all else the later one does, as it is the more specific.
    """
    said = SHAPING & again.node.keys()
    if said == {"type"} and again.node["type"] == known.node.get("type"):
        return known
    is_object = {"properties", "$ref", "allOf"} & known.node.keys()
    if "properties" not in said or not is_object or known.pointer == again.pointer:
        return again
    described = {key: value for key, value in again.node.items() if key not in SHAPING | {"required"}}
    is_joined = known.pointer.endswith(_JOINED)
    parts = [
        *(_list(known.node["allOf"]) if is_joined else [{"$ref": known.pointer}]),
        {"$ref": again.pointer},
    ]
    return Part({**described, "allOf": parts}, again.pointer + _JOINED)


def _conditional(part: Part) -> Iterator[tuple[Json, str]]:
    """Schemas that apply to some values only: what they add is there for those."""
    for keyword in ("then", "else"):
        yield part.node.get(keyword), f"{part.pointer}/{keyword}"
    dependent = part.node.get("dependentSchemas")
    for name, node in dependent.items() if isinstance(dependent, Mapping) else ():
        yield node, f"{part.pointer}/dependentSchemas/{escape(str(name))}"


def _fold_conditional(shape: Shape, node: Json, pointer: str) -> None:
    """Add properties that nothing else has described; none of them is required of every value."""
    found = node.get("properties") if isinstance(node, Mapping) else None
    for name, schema in found.items() if isinstance(found, Mapping) else ():
        if isinstance(schema, Mapping) and str(name) not in shape.properties:
            place = f"{pointer}/properties/{escape(str(name))}"
            shape.properties[str(name)] = Part(schema, place)


def _list(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list) else []
