"""Which invariants hold for every IR that lowering hands out?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sdkloom.ir.api import Api, Place
from sdkloom.ir.types import RefType, Type, UnionType
from sdkloom.ir.walk import children, expressions, received_types, sent_types


class BrokenInvariant(AssertionError):
    """The IR contradicts itself: a bug of the compiler, never of a document."""


def check_api(api: Api) -> None:
    """Raise BrokenInvariant with every contradiction found; return when there is none."""
    problems = [*_references(api), *_paths(api), *_owners(api), *_names(api)]
    if problems:
        raise BrokenInvariant("\n".join(problems))


def _every_type(api: Api) -> Iterator[tuple[str, Type]]:
    waiting = [(id, node) for id, definition in api.definitions.items() for node in expressions(definition)]
    for operation in api.operations:
        waiting += [
            (operation.id, node) for node in (*sent_types(api, operation), *received_types(operation))
        ]
    while waiting:
        place, node = waiting.pop()
        yield place, node
        waiting += [(place, child) for child in children(node)]


def _references(api: Api) -> Iterator[str]:
    for place, node in _every_type(api):
        if isinstance(node, RefType) and node.id not in api.definitions:
            yield f"{place} mentions {node.id}, which is not defined"
        if isinstance(node, UnionType) and node.discriminator is not None:
            variants = {variant.id for variant in node.variants if isinstance(variant, RefType)}
            for value, id in node.discriminator.mapping:
                if id not in variants:
                    yield f"{place} maps {value!r} to {id}, which is not a variant"


def _paths(api: Api) -> Iterator[str]:
    counted = Counter(operation.id for operation in api.operations)
    yield from (f"two operations have the id {id}" for id, count in counted.items() if count > 1)
    for operation in api.operations:
        wanted = set(re.findall(r"\{([^{}]+)\}", operation.path))
        given = {parameter.name.wire for parameter in operation.parameters if parameter.place is Place.PATH}
        if wanted != given:
            yield f"{operation.id} has the path parameters {sorted(given)}"


def _owners(api: Api) -> Iterator[str]:
    for id, definition in api.definitions.items():
        if definition.id != id:
            yield f"{id} is filed under another id: {definition.id}"
        if definition.owner is not None and definition.owner not in api.definitions:
            yield f"{id} is owned by {definition.owner}, which is not defined"


def _names(api: Api) -> Iterator[str]:
    for id, definition in api.definitions.items():
        if not definition.name.words:
            yield f"{id} has a name without words"
