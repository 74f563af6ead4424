"""What type does a schema describe?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cached_property

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Default, Docs, Json, Name, escape
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Definition,
    Enum,
    Field,
    Flow,
    ListType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.load import BROKEN, Document, objects
from sdkloom.lower.chosen import chosen_type, property_name
from sdkloom.lower.circles import untangle
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.enums import enum_values, is_scalar, literal_type, lower_members
from sdkloom.lower.extensions.table import IGNORED, OPEN, USED
from sdkloom.lower.hierarchies import base_id, find_hierarchies, lower_hierarchy
from sdkloom.lower.merge import Part, Shape, flatten, fold, is_shaping
from sdkloom.lower.scalars import number_type, string_type
from sdkloom.lower.site import COMPONENTS, Site, last_name, site_within
from sdkloom.lower.unions import lower_union
from sdkloom.name.words import split_words

ANYTHING = AnyType("The document accepts any value here.")
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
UNLISTED = AnyType("The document does not say what the values of this object are.")


class Schemas:
    """Lowers schemas to types, and collects the definitions that are met on the way, in document order."""

    def __init__(self, document: Document, report: Report) -> None:
        self.document = document
        self.report = report
        self._reserved: dict[str, Definition | None] = {}
        self._pending: deque[str] = deque()
        self._expanding: set[str] = set()
        self._hierarchies = find_hierarchies(document.root)
        self._variants = frozenset(one for below in self._hierarchies.values() for one in below)

    def lower_components(self) -> None:
        """Lower every schema under `components`, whether or not an operation mentions it."""
        components = self.document.root.get("components")
        schemas = components.get("schemas") if isinstance(components, Mapping) else None
        for key in schemas if isinstance(schemas, Mapping) else ():
            self._define(Site(COMPONENTS + escape(str(key)), None, split_words(str(key))), str(key))

    def finish(self) -> dict[str, Definition]:
        """Lower what only deep references mention, and hand out all definitions."""
        while self._pending:
            pointer = self._pending.popleft()
            self._define_deep(pointer)
        found = {key: definition for key, definition in self._reserved.items() if definition is not None}
        return untangle(found, self.report)

    @cached_property
    def extensions(self) -> frozenset[str]:
        """The names of the extensions that stand anywhere in the document."""
        return frozenset(
            key for node, _, _ in objects(self.document.root) for key in node if key.startswith("x-")
        )

    def used(self, way: str) -> tuple[str, ...]:
        """The ids of the components that are sent or received although no operation says so."""
        return tuple(id for id in self._reserved if way in (USED.of(self.resolve(id)) or ()))

    def defined(self, id: str) -> Definition | None:
        """The definition with this id, as far as lowering has come; deep references are lowered at once."""
        if id in self._pending:
            self._define_deep(id)
        return self._reserved.get(id)

    def resolve(self, pointer: str) -> Json:
        """The node at a local reference; an empty schema where there is none (load has reported that)."""
        try:
            return self.document.at(pointer)
        except KeyError:
            return {}

    def follow(self, node: Json, pointer: str) -> tuple[Json, str]:
        """What a reference to no schema leads to, a response say, and where that is."""
        while isinstance(node, Mapping) and isinstance(target := node.get("$ref"), str):
            node, pointer = self.resolve(target), target
        return node, pointer

    def parts(self, node: Json, pointer: str) -> tuple[Part, ...]:
        """The schema with all that it includes by `$ref` and `allOf`."""
        return flatten(node, pointer, self.resolve) if isinstance(node, Mapping) else ()

    def type_of(self, node: Json, site: Site) -> Type:
        """The type of the schema `node` found at `site`.

        What it defines inline is named after the site's words.
        """
        if not isinstance(node, Mapping):
            return self._odd(node, site)
        node, site = self.essence(node, site)
        if BROKEN in node:
            return AnyType(f"The reference {node[BROKEN]} leads nowhere.")
        target = node.get("$ref")
        if isinstance(target, str) and not is_shaping({key: node[key] for key in node if key != "$ref"}):
            return self.ref(target)
        values = enum_values(node)
        if values is not None and values != ():
            return literal_type(values, "open" if OPEN.of(node) else "closed")
        return self._composed(node, site)

    def _composed(self, node: Mapping[str, Json], site: Site) -> Type:
        parts = self.parts(node, site.pointer)
        shape = fold(parts)
        if shape.unions:
            return self._nullable(lower_union(self, shape, parts, site), node)
        if shape.properties:
            return self._nullable(self._object_or_other(node, site, parts, shape), node)
        if len(parts) > 1:
            shaped = [
                part
                for part in parts
                if is_shaping({k: v for k, v in part.node.items() if k not in {"allOf", "$ref"}})
            ]
            if shaped and shaped[-1].pointer != site.pointer:
                return self.type_of(shaped[-1].node, Site(shaped[-1].pointer, site.owner, site.words))
        return self._plain(node, site, shape)

    def _object_or_other(
        self, node: Mapping[str, Json], site: Site, parts: tuple[Part, ...], shape: Shape
    ) -> Type:
        """An object with these properties, or whatever else the list of types allows."""
        said = node.get("type")
        others = [kind for kind in said if kind not in ("object", "null")] if isinstance(said, list) else []
        place = Site(f"{site.pointer}/properties", site.owner, site.words) if others else site
        model = self._model(place, parts, site.words[-1] if site.words else "")
        kinds = (self._kind_type(str(kind), node, site, shape) for kind in others)
        return UnionType((model, *dict.fromkeys(kinds))) if others else model

    def essence(self, node: Mapping[str, Json], site: Site) -> tuple[Mapping[str, Json], Site]:
        """Look through an `allOf` in which one part alone gives the shape."""
        parts = node.get("allOf")
        if not isinstance(parts, list) or is_shaping({key: node[key] for key in node if key != "allOf"}):
            return node, site
        shaping = [index for index, part in enumerate(parts) if is_shaping(part)]
        others = [part for index, part in enumerate(parts) if index not in shaping]
        if len(shaping) != 1 or any(isinstance(p, Mapping) and p.get("required") for p in (node, *others)):
            return node, site
        inner = parts[shaping[0]]
        assert isinstance(inner, Mapping)
        return self.essence(inner, site.into("allOf", shaping[0]))

    def ref(self, pointer: str) -> Type:
        """The type that a local reference stands for; definitions are mentioned, all else is written out."""
        if pointer == "#":
            self.report.add("W201", self.document.source(pointer), "a reference to the document as a whole")
            return AnyType("The document mentions itself here.")
        try:
            node = self.document.at(pointer)
        except KeyError:  # inside an extension, where loading looks at no references
            self.report.add("W105", self.document.source(pointer), f"`{pointer}`")
            return AnyType(f"The reference {pointer} leads nowhere.")
        kind = self._kind(node, pointer)
        if pointer.startswith(COMPONENTS) and "/" not in pointer.removeprefix(COMPONENTS):
            return self._nullable(RefType(pointer), node) if kind in {"model", "enum"} else RefType(pointer)
        if kind == "model":
            self._pending.append(pointer)
            return self._nullable(RefType(pointer), node)
        if pointer in self._expanding:
            self.report.add("W201", self.document.source(pointer), "a reference that expands into itself")
            return AnyType("The document defines this value by itself.")
        self._expanding.add(pointer)
        try:
            return self.type_of(node, site_within(pointer))
        finally:
            self._expanding.discard(pointer)

    def _kind(self, node: Json, pointer: str) -> str:
        if not isinstance(node, Mapping) or pointer in self._hierarchies:
            return "alias"
        if pointer in self._variants and fold(self.parts(node, pointer)).properties:
            return "model"
        inner, site = self.essence(node, Site(pointer, None, ()))
        if site.pointer != pointer or "$ref" in inner:
            shape = fold(self.parts(inner, site.pointer))
            several = is_shaping({key: inner[key] for key in inner if key != "$ref"})
            return "model" if several and shape.properties and not shape.unions else "alias"
        values = enum_values(inner)
        if values is not None:
            several = len([value for value in values if value is not None]) > 1
            return "enum" if several and all(map(is_scalar, values)) else "alias"
        shape = fold(self.parts(inner, pointer))
        said = inner.get("type")
        is_object = not isinstance(said, list) or {"object", "null"}.issuperset(map(str, said))
        return "model" if shape.properties and not shape.unions and is_object else "alias"

    def _define(self, site: Site, key: str) -> None:
        node = self.resolve(site.pointer)
        docs = lower_docs(node)
        source = self.document.source(site.pointer)
        name = Name(key, split_words(key), chosen_type(node, site.pointer))
        match self._kind(node, site.pointer):
            case "model":
                self._model(Site(site.pointer, None, site.words), self.parts(node, site.pointer), key)
            case "enum":
                assert isinstance(node, Mapping)
                values = enum_values(node) or ()
                self._reserved[site.pointer] = Enum(
                    site.pointer, name, None, lower_members(node, values), bool(OPEN.of(node)), docs, source
                )
            case _:
                self._reserved[site.pointer] = None
                target = self._alias_of(node, site, key)
                self._reserved[site.pointer] = Alias(site.pointer, name, None, target, docs, source)

    def _alias_of(self, node: Json, site: Site, key: str) -> Type:
        if site.pointer not in self._hierarchies:
            return self.type_of(node, site.owned(site.pointer))
        base = Site(base_id(site.pointer), site.pointer, ())
        self._model(base, self.parts(node, site.pointer), f"{key}Base")
        return lower_hierarchy(self, site.pointer, self._hierarchies)

    def model_of(self, site: Site, parts: tuple[Part, ...]) -> Type:
        """The model that these parts amount to together, defined at `site`."""
        return self._model(site, parts, " ".join(site.words))

    def _define_deep(self, pointer: str) -> None:
        if pointer not in self._reserved:
            wire = last_name(pointer)
            self._model(
                Site(pointer, None, split_words(wire)), self.parts(self.resolve(pointer), pointer), wire
            )

    def _model(self, site: Site, parts: tuple[Part, ...], wire: str) -> Type:
        if site.pointer in self._reserved:
            return RefType(site.pointer)
        self._reserved[site.pointer] = None
        shape = fold(parts)
        for name, first, second in shape.clashes:
            self.report.add("W202", self.document.source(second), name, also=(self.document.source(first),))
        scope = Site(site.pointer, site.owner or site.pointer, site.words if site.owner else ())
        self._reserved[site.pointer] = Model(
            id=site.pointer,
            name=Name(
                wire,
                site.words or (split_words(wire) if wire else ()),
                chosen_type(parts[-1].node, parts[-1].pointer),
            ),
            owner=site.owner,
            fields=tuple(self._fields(shape, scope)),
            extra=self._extra(shape, scope),
            docs=self._docs(parts),
            source=self.document.source(site.pointer),
        )
        return RefType(site.pointer)

    def _fields(self, shape: Shape, scope: Site) -> Iterator[Field]:
        for name, part in shape.properties.items():
            if (ignored := IGNORED.said(part.node)) is not None:
                self.report.add("N212", self.document.source(part.pointer), f"`{ignored.keyword}`")
                continue
            words = scope.property(name).words
            yield Field(
                name=property_name(name, part.node),
                type=self.type_of(part.node, Site(part.pointer, scope.owner, words)),
                required=name in shape.required,
                default=Default(part.node["default"]) if "default" in part.node else None,
                docs=self._field_docs(part),
                source=self.document.source(part.pointer),
                read_only=part.node.get("readOnly") is True,
                write_only=part.node.get("writeOnly") is True,
            )

    def _extra(self, shape: Shape, scope: Site) -> Type | None:
        values = [
            self.type_of(part.node, Site(part.pointer, scope.owner, scope.words)) for part in shape.patterns
        ]
        if shape.extra is not None and isinstance(shape.extra[0], Mapping) and shape.extra[0]:
            values.append(
                self.type_of(shape.extra[0], Site(shape.extra[1], scope.owner, (*scope.words, "value")))
            )
        return _one_of(tuple(values)) if values else None

    def _plain(self, node: Mapping[str, Json], site: Site, shape: Shape) -> Type:
        said = node.get("type")
        kinds = (
            [str(kind) for kind in said]
            if isinstance(said, list)
            else [str(said)] if said is not None else []
        )
        if not kinds:
            kinds = ["array"] if {"items", "prefixItems"} & node.keys() else kinds
            kinds = ["object"] if {"additionalProperties", "patternProperties"} & node.keys() else kinds
        variants = [self._kind_type(kind, node, site, shape) for kind in kinds if kind != "null"]
        if not variants:
            return PrimitiveType(Scalar.NULL) if kinds else ANYTHING
        inner = variants[0] if len(variants) == 1 else UnionType(tuple(dict.fromkeys(variants)))
        return NullableType(inner) if "null" in kinds else inner

    def _kind_type(self, kind: str, node: Mapping[str, Json], site: Site, shape: Shape) -> Type:
        match kind:
            case "object":
                return MapType(self._extra(shape, site) or UNLISTED)
            case "array":
                return self._list(node, site)
            case "string":
                return string_type(node)
            case "integer" | "number" | "boolean":
                return number_type(kind, node)
            case "file":
                return BinaryType(Flow.UPLOAD)
            case _:
                self.report.add("W201", self.document.source(site.pointer), f"the type `{kind}`")
                return AnyType(f"The document gives the type {kind}, which JSON Schema does not know.")

    def _list(self, node: Mapping[str, Json], site: Site) -> Type:
        # Before JSON Schema 2020-12 fixed positions stood in `items`, and what follows in `additionalItems`.
        is_old = isinstance(node.get("items"), list)
        fixed, rest = ("items", "additionalItems") if is_old else ("prefixItems", "items")
        prefix = node.get(fixed)
        positions = tuple(
            self.type_of(item, site.item(fixed, index).named(_place_in_list(index)))
            for index, item in enumerate(prefix if isinstance(prefix, list) else ())
        )
        items = node.get(rest, positions == ())
        if items is False:
            return ListType(_one_of(positions) if positions else ANYTHING, positions)
        return ListType(self.type_of(items, site.item(rest)), positions)

    def _odd(self, node: Json, site: Site) -> Type:
        if node is False:
            return AnyType("The document accepts no value here.")
        if node is not True:
            self.report.add("W201", self.document.source(site.pointer), "a schema that is not an object")
        return ANYTHING

    def _nullable(self, inner: Type, node: Json) -> Type:
        said = node.get("type") if isinstance(node, Mapping) else None
        listed = enum_values(node) or () if isinstance(node, Mapping) else ()
        allowed = (isinstance(said, list) and "null" in said) or None in listed
        return NullableType(inner) if allowed and not isinstance(inner, NullableType) else inner

    def _docs(self, parts: tuple[Part, ...]) -> Docs:
        own = lower_docs(parts[-1].node)
        inherited = next((docs.body for part in reversed(parts) if (docs := lower_docs(part.node)).body), "")
        return Docs(own.summary, own.body or inherited, own.deprecated, own.examples)

    def _field_docs(self, part: Part) -> Docs:
        docs = lower_docs(part.node)
        inner, _ = self.essence(part.node, Site(part.pointer, None, ()))
        target = inner.get("$ref")
        if docs.body or docs.summary or not isinstance(target, str):
            return docs
        return Docs(docs.summary, lower_docs(self.resolve(target)).body, docs.deprecated, docs.examples)


def _place_in_list(index: int) -> str:
    """What stands at a fixed position of a list, in words."""
    return f"{_ORDINALS[index]}Item" if index < len(_ORDINALS) else f"Item{index + 1}"


def _one_of(types: tuple[Type, ...]) -> Type:
    distinct = tuple(dict.fromkeys(types))
    return distinct[0] if len(distinct) == 1 else UnionType(distinct)
