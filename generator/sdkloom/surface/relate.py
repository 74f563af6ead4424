"""Is a type wider than another, narrower, the same, or neither: which values does each hold?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum as StandardEnum

from sdkloom.ir.base import Json
from sdkloom.ir.types import (
    AnyType,
    BinaryType,
    ListType,
    LiteralType,
    MapType,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.ir.walk import children
from sdkloom.surface.model import Meaning, PublicType, Values

Types = Mapping[str, PublicType]

_NULL = PrimitiveType(Scalar.NULL)


class Relation(StandardEnum):
    """What a new type is, seen from the old one."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER = "other"


def relate(old: Type, old_types: Types, new: Type, new_types: Types) -> Relation:
    """How a new type stands to an old one; types of one name count as the same, whatever is in them."""
    grown = _Side(new_types, old_types).takes(new, old)
    shrunk = _Side(old_types, new_types).takes(old, new)
    if grown:
        return Relation.SAME if shrunk else Relation.WIDER
    return Relation.NARROWER if shrunk else Relation.OTHER


def constants(node: Type) -> dict[str, Json]:
    """All constant values inside an expression, by their JSON."""
    found = {json.dumps(value): value for value in node.values} if isinstance(node, LiteralType) else {}
    for child in children(node):
        found |= constants(child)
    return found


@dataclass(frozen=True, slots=True)
class _Side:
    """Where the names of a wide type are looked up, and those of a narrow one."""

    wide: Types
    narrow: Types
    seen: frozenset[tuple[Type, Type]] = frozenset()

    def takes(self, wide: Type, narrow: Type) -> bool:
        """Is every value of the narrow type one of the wide type? A question met again holds."""
        if wide == narrow or isinstance(wide, AnyType) or (wide, narrow) in self.seen:
            return True
        inner = _Side(self.wide, self.narrow, self.seen | {(wide, narrow)})
        meant_narrow, meant_wide = _meant(narrow, self.narrow), _meant(wide, self.wide)
        if meant_narrow is not narrow:
            return inner.takes(wide, meant_narrow)
        choices = tuple(_choices(narrow))
        if len(choices) > 1:
            return all(inner.takes(wide, choice) for choice in choices)
        if meant_wide is not wide:
            return inner.takes(meant_wide, narrow)
        if isinstance(wide, UnionType | NullableType):
            options = wide.variants if isinstance(wide, UnionType) else (wide.inner, _NULL)
            return any(inner.takes(option, narrow) for option in options)
        return inner.holds(wide, narrow)

    def holds(self, wide: Type, narrow: Type) -> bool:
        """The same of two types that are neither a choice nor a name for another type."""
        match wide, narrow:
            case PrimitiveType(Scalar.NUMBER), PrimitiveType(Scalar.INTEGER):
                return True
            case PrimitiveType(scalar, form), LiteralType(values, _):
                return not form and all(_scalar(value) in {scalar, _part(scalar)} for value in values)
            case LiteralType(values, open), LiteralType(others, also_open):
                known = set(map(json.dumps, values))
                inside = all(json.dumps(value) in known for value in others)
                return (inside or open) and (open or not also_open)
            case LiteralType(values, True), PrimitiveType(scalar, ""):
                return any(_scalar(value) is scalar for value in values)
            case ListType(item, ()), ListType(other, prefix):
                return all(self.takes(item, part) for part in (*prefix, other))
            case ListType(item, first), ListType(other, also) if len(first) == len(also):
                pairs = zip((*first, item), (*also, other), strict=True)
                return all(self.takes(part, narrower) for part, narrower in pairs)
            case MapType(value), MapType(other):
                return self.takes(value, other)
            case BinaryType(way), BinaryType(other_way):
                return way is other_way
        return False


def _meant(node: Type, types: Types) -> Type:
    """What a name stands for, where it is another type expression or a set of values."""
    found = types.get(node.id) if isinstance(node, RefType) else None
    match found.shape if found is not None else None:
        case Meaning(target):
            return target
        case Values(values, open):
            return LiteralType(values, open)
    return node


def _choices(node: Type) -> Iterator[Type]:
    match node:
        case UnionType(variants, _):
            yield from variants
        case NullableType(inner):
            yield from (inner, _NULL)
        case LiteralType(values, False):
            yield from (LiteralType((value,)) for value in values)
        case _:
            yield node


def _part(scalar: Scalar) -> Scalar:
    """The scalar whose values are all of this one as well."""
    return Scalar.INTEGER if scalar is Scalar.NUMBER else scalar


def _scalar(value: Json) -> Scalar | None:
    match value:
        case None:
            return Scalar.NULL
        case bool():
            return Scalar.BOOLEAN
        case int():
            return Scalar.INTEGER
        case float():
            return Scalar.NUMBER
        case str():
            return Scalar.STRING
    return None
