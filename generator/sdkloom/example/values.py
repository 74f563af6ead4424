"""What is an example value of a type?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from sdkloom.example.fitting import Misfit, Way, fitted
from sdkloom.example.scalars import scalar_value
from sdkloom.ir.api import Api
from sdkloom.ir.base import Example, Json
from sdkloom.ir.types import (
    NO_LIMITS,
    Alias,
    AnyType,
    BinaryType,
    Discriminator,
    Enum,
    Field,
    ListType,
    LiteralType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)

# Deeper than this, objects hold no more than they must; much deeper, nothing at all.
_WHOLE = 0
_SHALLOW = 3
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a value we are: `depth` counts objects, `steps` everything."""

    depth: int = 0
    steps: int = 0

    def inside(self) -> Place:
        """The place one object deeper."""
        return Place(self.depth + 1, self.steps + 1)

    def step(self) -> Place:
        """The same depth, behind an alias or in a list say."""
        return Place(self.depth, self.steps + 1)


@dataclass(frozen=True, slots=True)
class Values:
    """Makes example values of the types of one API: always the same ones, and never endless."""

    api: Api
    way: Way

    def documented(self, examples: tuple[Example, ...], node: Type, *others: Json) -> tuple[Json] | None:
        """The first example of the document that fits the type, boxed."""
        for value in (*(example.value for example in examples), *others):
            found = fitted(self.api, value, node, self.way)
            if not isinstance(found, Misfit):
                return (found,)
        return None

    def of(self, node: Type, name: str, place: Place | None = None) -> Json:
        """A value of the type; `name` is what it is called on the wire, and texts say it."""
        place = place or Place()
        match node:
            case PrimitiveType():
                return scalar_value(node, name.strip("[]") or "text")
            case LiteralType(values, _):
                return _telling(values)
            case ListType(item, prefix):
                return self._list(item, prefix, name, place)
            case MapType(value):
                return {"key": self.of(value, "value", place.step())} if place.depth <= _SHALLOW else {}
            case NullableType(inner):
                return self.of(inner, name, place) if place.depth <= _SHALLOW else None
            case UnionType(variants, discriminator):
                return self.variant(variants, discriminator, name, place)
            case BinaryType() | AnyType():
                return name.strip("[]") or "text"
            case RefType(id):
                return self._definition(id, name, place)
            case _:
                assert_never(node)

    def _list(self, item: Type, prefix: tuple[Type, ...], name: str, place: Place) -> Json:
        if prefix:
            return [self.of(part, name, place.step()) for part in prefix]
        if place.depth > _SHALLOW or place.steps > _DEEPEST:
            return []
        first = self.of(item, name, place.step())
        match item:
            case PrimitiveType(Scalar.STRING, "", limits) if limits == NO_LIMITS:
                return [f"{first}_1", f"{first}_2"]
            case PrimitiveType(Scalar.INTEGER, _, limits) if limits == NO_LIMITS:
                return [1, 2]
            case LiteralType(values, _):
                return list(values[:2])
            case RefType(id) if isinstance(found := self.api.definitions.get(id), Enum):
                return [member.value for member in found.members[:2]]
        return [first]

    def variant(
        self, variants: tuple[Type, ...], discriminator: Discriminator | None, name: str, place: Place
    ) -> Json:
        """A value of the first variant; deep inside of one that is no object, where there is such a one."""
        chosen = variants[0] if variants else AnyType("")
        if place.depth > _WHOLE + 1:
            chosen = next((part for part in variants if self._is_flat(part)), chosen)
        return self.tagged(self.of(chosen, name, place.step()), chosen, discriminator)

    def tagged(self, value: Json, chosen: Type, discriminator: Discriminator | None) -> Json:
        """The value with the tag by which its variant is known."""
        if discriminator is None or not isinstance(value, Mapping) or not isinstance(chosen, RefType):
            return value
        tags = [
            tag
            for tag, id in discriminator.mapping
            if id == chosen.id and self._allows(id, discriminator, tag)
        ]
        if not tags or str(value.get(discriminator.property)) in tags:
            return value
        return {**value, discriminator.property: tags[0]}

    def _allows(self, id: str, discriminator: Discriminator, tag: str) -> bool:
        """Does the variant allow the tag? Where nothing maps it, the name of a schema may be none."""
        model = self.api.definitions.get(id)
        fields = model.fields if isinstance(model, Model) else ()
        kinds = [part.type for part in fields if part.name.wire == discriminator.property]
        return not kinds or not isinstance(fitted(self.api, tag, kinds[0], self.way), Misfit)

    def _is_flat(self, node: Type) -> bool:
        match node:
            case PrimitiveType() | LiteralType():
                return True
            case RefType(id):
                found = self.api.definitions.get(id)
                return isinstance(found, Enum) or (isinstance(found, Alias) and self._is_flat_alias(found))
        return False

    def _is_flat_alias(self, found: Alias) -> bool:
        return isinstance(found.target, PrimitiveType | LiteralType)

    def _definition(self, id: str, name: str, place: Place) -> Json:
        found = self.api.definitions.get(id)
        match found:
            case Enum(members=members):
                return _telling(member.value for member in members)
            case Alias(target=target) if place.steps <= _DEEPEST:
                known = self.documented(found.docs.examples, target) if self._is_flat_alias(found) else None
                return known[0] if known else self.of(target, name, place.step())
            case Model() if place.depth <= _DEEPEST:
                return self._model(found, place)
        return {} if isinstance(found, Model) else None

    def _model(self, model: Model, place: Place) -> Json:
        listed = [part for part in model.fields if self.travels(part)]
        wanted = [part for part in listed if part.required or place.depth <= _WHOLE]
        if not wanted and place.depth <= _SHALLOW:
            wanted = [part for part in listed if self._is_flat(_bare(part.type))][:1]
        return {part.name.wire: self.field(part, place.inside()) for part in wanted}

    def travels(self, part: Field) -> bool:
        """Is the field one that this way knows?"""
        return not (part.read_only if self.way == "sent" else part.write_only)

    def field(self, part: Field, place: Place) -> Json:
        """A value of a field: the document's example, or one that is made."""
        default = (part.default.value,) if part.default is not None and part.default.value is not None else ()
        known = self.documented(part.docs.examples, part.type, *default)
        return known[0] if known else self.of(part.type, part.name.wire, place)

    def receiving(self) -> Values:
        """The same for what the service writes."""
        return replace(self, way="received")


def _bare(node: Type) -> Type:
    return node.inner if isinstance(node, NullableType) else node


def _telling(values: Iterable[Json]) -> Json:
    """The first value that is not empty: a path has no place for an empty one."""
    listed = list(values)
    return next((value for value in listed if value != ""), listed[0] if listed else "text")
