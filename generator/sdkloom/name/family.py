"""What do the closest relatives of a path say about it?

A path alone does not tell whether `POST /orders/{id}/refund` is an action or creates something that can be
read again. Its family does: the other methods of the very same path, the paths below it and right beside it,
and the path of which it is an item. Nothing else is looked at, so an operation anywhere else in a document
changes no name. What all paths have in common is the exception: a tag means the resource that they begin
with, a version is told where there are two of them, that it is not stable yet where others are, what stands
before it where that differs, a verb in front is set apart where there are several on one thing, and a word
of one path alone is no kind of thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sdkloom.ir.api import Api, Operation
from sdkloom.ir.types import Alias, ListType, MapType, Model, NullableType, RefType, Type, UnionType
from sdkloom.name.paths import Path, read_path, shape_of
from sdkloom.name.verbs import Words, base_verb, is_collection
from sdkloom.name.words import singular_words, split_words

Shape = tuple[str, ...]

_PAGING = frozenset(
    "has_more next next_page next_token next_cursor cursor total total_count total_results page page_size "
    "offset limit paging pagination".split()
)
_ENVELOPES = frozenset("data results records".split())


@dataclass(frozen=True, slots=True)
class Families:
    """The methods of every path, and of what stands below each: items, and things."""

    methods: dict[Shape, set[str]] = field(default_factory=dict)
    with_items: set[Shape] = field(default_factory=set)
    with_things: set[Shape] = field(default_factory=set)
    scopes: set[Shape] = field(default_factory=set)
    products: set[Words] = field(default_factory=set)
    nouns: dict[Words, Words] = field(default_factory=dict)
    beside: dict[Shape, set[Shape]] = field(default_factory=dict)
    roots: set[Words] = field(default_factory=set)
    paths_with: Counter[Words] = field(default_factory=Counter)
    versions: dict[tuple[str, Shape], set[str]] = field(default_factory=dict)
    stages: set[str] = field(default_factory=set)

    def others(self, operation: Operation) -> frozenset[str]:
        """The other methods of the same path."""
        return frozenset(self.methods[shape_of(operation.path)] - {operation.method})

    def has_items(self, path: str) -> bool:
        """Is there a path that goes on with an item?"""
        return shape_of(path) in self.with_items

    def goes_on(self, path: str) -> bool:
        """Is there any path below?"""
        return self.has_items(path) or shape_of(path) in self.with_things

    def item_methods(self, path: str) -> frozenset[str]:
        """The methods of the items directly below."""
        return frozenset(self.methods.get((*shape_of(path), "{}"), ()))

    def above(self, path: str) -> frozenset[str]:
        """The methods of the path without its last segment."""
        return frozenset(self.methods.get(shape_of(path)[:-1], ()))

    def makes_beside(self, path: str) -> bool:
        """Does a collection right beside the path make things by POST?"""
        shape = shape_of(path)
        return any(
            is_collection(split_words(other[-1])) and "post" in self.methods[other]
            for other in self.beside.get(shape[:-1], ())
            if other != shape
        )

    def is_nowhere_else(self, words: Words) -> bool:
        """Is there just one path that these words are a part of? Then they are no kind of thing."""
        return self.paths_with[words] == 1

    def known_as(self, tag: Words) -> Words:
        """The resource that a tag means: paths may begin with it in the plural."""
        same = [root for root in self.roots if singular_words(root) == singular_words(tag)]
        return min(same, default=tag)

    def spoken_of(self, words: Words) -> Words | None:
        """The thing at the start of these words that several verbs in front of paths are about."""
        starts = (singular_words(words[:length]) for length in range(1, len(words) + 1))
        return next((self.nouns[start] for start in starts if start in self.nouns), None)

    def has_versions(self, operation: Operation) -> bool:
        """Is the same operation there in another version as well?"""
        return len(self.versions[_unversioned(operation)[1]]) > 1

    def is_scope(self, path: str) -> bool:
        """Do the items at the end of the path only say where to look for those of the collection?"""
        return shape_of(path) in self.scopes

    def whole(self, operation: Operation) -> Path:
        """The path, with what stands before its version where that tells products of one API apart."""
        path = read_path(operation.path)
        return path.behind_product() if len(self.products) > 1 else path

    def stage(self, operation: Operation) -> str:
        """`alpha` or `beta` where the version is that and there are stable ones as well; `""` elsewhere."""
        stage = read_path(operation.path).stage
        return stage if "" in self.stages else ""


def _unversioned(operation: Operation) -> tuple[str, tuple[str, Shape]]:
    path = read_path(operation.path)
    shape = tuple("{}" if part.kind == "item" else part.wire for part in path.segments)
    return "".join(path.version), (operation.method, shape)


def find_families(operations: Sequence[Operation]) -> Families:
    """Look at every path once."""
    families = Families()
    for operation in operations:
        shape = shape_of(operation.path)
        families.methods.setdefault(shape, set()).add(operation.method)
        families.beside.setdefault(shape[:-1], set()).add(shape)
        families.products.update(filter(None, (read_path(operation.path).product,)))
        families.roots.update(read_path(operation.path).things[:1])
        if read_path(operation.path).version:
            families.stages.add(read_path(operation.path).stage)
        version, rest = _unversioned(operation)
        families.versions.setdefault(rest, set()).add(version)
        for depth in range(1, len(shape)):
            below = families.with_items if shape[depth].startswith("{") else families.with_things
            below.add(shape[:depth])
    families.scopes.update(_scopes(operations))
    families.nouns.update(_nouns(families.roots))
    things = {shape_of(operation.path): set(read_path(operation.path).things) for operation in operations}
    families.paths_with.update(words for of_path in things.values() for words in of_path)
    return families


def _scopes(operations: Iterable[Operation]) -> Iterator[Shape]:
    """`/disks/{project}/{region}` where `/disks/{project}/{region}/{disk_id}` is a disk."""
    for operation in operations:
        shape, segments = shape_of(operation.path), read_path(operation.path).segments
        for end in range(2, len(segments)):
            start = end
            while start and segments[start].kind == "item":
                start -= 1
            thing, items = segments[start], segments[start + 1 : end + 1]
            named = [_names(part.words, thing.words) for part in items]
            if thing.kind == "thing" and len(items) > 1 and named[-1] and not any(named[:-1]):
                yield shape[: len(shape) - len(segments) + end]


def _names(item: Words, thing: Words) -> bool:
    """Is the item named after the collection: `disk_id` after `disks`?"""
    plain = item[:-1] if len(item) > 1 and item[-1] in {"id", "name", "key", "uuid"} else item
    return "".join(plain) == "".join(singular_words(thing))


def _nouns(roots: Iterable[Words]) -> Iterator[tuple[Words, Words]]:
    """What several verbs in front of paths are about (`create-agent`, `list-agents`): in the singular, and as
    the paths write it most.
    """
    forms: dict[Words, list[Words]] = {}
    verbs: dict[Words, set[str]] = {}
    for verb, *rest in roots:
        if base_verb(verb) and rest:
            noun = singular_words(tuple(rest))
            forms.setdefault(noun, []).append(tuple(rest))
            verbs.setdefault(noun, set()).add(base_verb(verb))
    for noun, written in forms.items():
        if len(verbs[noun]) > 1:
            yield noun, min(written, key=lambda form: (-written.count(form), form))


def answers_many(api: Api, operation: Operation) -> bool | None:
    """Does the operation answer with many things of a kind? None where its response does not tell."""
    found = _plain(api, operation.response.type)
    if isinstance(found, ListType):
        return True
    if not isinstance(found, Model):
        return None
    inside = {"_".join(field.name.words): _plain(api, field.type) for field in found.fields}
    lists = {name for name, type in inside.items() if isinstance(type, ListType)}
    if lists and (len(inside) == 1 or inside.keys() & _PAGING or lists & _ENVELOPES):
        return True
    deeper = (
        _plain(api, part.type)
        for model in inside.values()
        if isinstance(model, Model)
        for part in model.fields
    )
    loose = any(isinstance(type, ListType | MapType | UnionType) for type in (*inside.values(), *deeper))
    return None if loose or not inside else False


def _plain(api: Api, node: Type | None) -> Type | Model | None:
    """The list, map, union or model behind aliases; None for anything that holds one value."""
    for _ in range(8):
        match node:
            case NullableType(inner):
                node = inner
            case RefType(id):
                definition = api.definitions.get(id)
                if isinstance(definition, Model):
                    return definition
                node = definition.target if isinstance(definition, Alias) else None
            case ListType() | MapType() | UnionType():
                return node
            case _:
                return None
    return None
