"""Which invariants hold for every IR that lowering hands out?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from sdkloom.ir.api import Api, Operation, Place
from sdkloom.ir.pages import (
    Carrier,
    CursorPages,
    InHeader,
    LinkPages,
    OffsetPages,
    Origin,
    Pagination,
    Sent,
    Spot,
)
from sdkloom.ir.paths import field_at, item_at
from sdkloom.ir.types import RefType, Type, UnionType
from sdkloom.ir.walk import children, expressions, received_types, sent_types


class BrokenInvariant(AssertionError):
    """The IR contradicts itself: a bug of the compiler, never of a document."""


def check_api(api: Api) -> None:
    """Raise BrokenInvariant with every contradiction found; return when there is none."""
    problems = [*_references(api), *_paths(api), *_owners(api), *_names(api), *_pages(api)]
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
            if node.discriminator.default is not None and node.discriminator.default not in variants:
                yield f"{place} maps all else to {node.discriminator.default}, which is not a variant"


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
        # What only its place names (the body of a call, the items of a list) has no words of its own.
        if not definition.name.words and definition.name.wire:
            yield f"{id} has a name without words"


def _pages(api: Api) -> Iterator[str]:
    look = api.definitions.get
    for operation in api.operations:
        pages, answer = operation.pagination, operation.response.type
        if pages is None:
            continue
        if answer is None or item_at(look, answer, pages.items) is None:
            yield f"{operation.id} has no list at {pages.items}"
            continue
        for path in _read(pages):
            if path is not None and not isinstance(path, InHeader) and field_at(look, answer, path) is None:
                yield f"{operation.id} answers nothing at {path}"
        in_item = pages.read if isinstance(pages, CursorPages) and pages.origin is Origin.LAST_ITEM else ()
        assert not isinstance(in_item, InHeader), "an item has no headers"
        if in_item and field_at(look, pages.item, in_item) is None:
            yield f"{operation.id} has items without {in_item}"
        for sent in (pages.limit, None if isinstance(pages, LinkPages) else pages.send):
            if sent is not None and not _is_sent(api, operation, sent):
                yield f"{operation.id} cannot send {sent.path}"


def _read(pages: Pagination) -> tuple[Spot | None, ...]:
    """The paths that lead into the answer, besides that of the items."""
    match pages:
        case CursorPages(more=more, read=read, origin=origin):
            return (more, read if origin is Origin.ANSWER else None)
        case OffsetPages(more=more, total=total, last=last):
            return (more, total, last)
        case LinkPages(more=more, read=link):
            return (more, link)
        case _:
            assert_never(pages)


def _is_sent(api: Api, operation: Operation, sent: Sent) -> bool:
    match sent.carrier:
        case Carrier.QUERY:
            names = (part.name.wire for part in operation.parameters if part.place is Place.QUERY)
            return sent.path in {(name,) for name in names}
        case Carrier.BODY:
            body = operation.body
            return body is not None and field_at(api.definitions.get, body.type, sent.path) is not None
        case _:
            assert_never(sent.carrier)
