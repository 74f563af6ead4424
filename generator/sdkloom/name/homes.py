"""Which resource does each type belong to, and in which forms does it stay because it is published?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sdkloom.ir.api import EVENTS, Api, Operation, Resource
from sdkloom.ir.walk import answered_types, expressions, mentions, reach, sent_types
from sdkloom.name.call import Call, ResourcePath, resource_paths
from sdkloom.name.published import Published


def find_homes(
    api: Api, calls: Mapping[str, Call], root: Resource, webhooks: ResourcePath | None, published: Published
) -> dict[str, ResourcePath]:
    """For every definition the resource that it is published beside, while there is one, or whose calls are
    the first to use it by their paths; () where none does.
    """
    there, used = {(), *(path for path, _ in resource_paths(root))}, dict(_used(api, calls, webhooks))
    homes = {}
    for id, definition in api.definitions.items():
        if definition.owner is None:
            known = published.home(id)
            homes[id] = known if known is not None and known in there else used.get(id, ())
    return homes


def find_read(api: Api, spread: Mapping[str, str], published: Published) -> frozenset[str]:
    """What users can read though no call answers it: what nothing uses, and what was so when it was
    published.
    """
    found = reach(api)
    return frozenset(
        id
        for id, definition in api.definitions.items()
        if definition.owner is None and id not in spread and id not in found.received
        if id not in found.sent or published.is_read(id)
    )


def find_within(api: Api, spread: Mapping[str, str], published: Published) -> dict[str, str]:
    """Definitions whose inline types stand with what a call takes: those that live on only as its arguments,
    and those of which that was so when they were published.
    """
    bodies = {op.id: op.body.spread for op in api.operations if op.body is not None}
    known = {id: published.within(id) for id in api.definitions if id not in spread}
    return {**spread, **{id: operation for id, operation in known.items() if bodies.get(operation) == id}}


def _used(
    api: Api, calls: Mapping[str, Call], webhooks: ResourcePath | None
) -> Iterator[tuple[str, ResourcePath]]:
    """The order of the document plays no part."""
    seen: set[str] = set()

    def fresh(roots: Iterable[str], path: ResourcePath) -> Iterator[tuple[str, ResourcePath]]:
        waiting = [id for id in roots if id in api.definitions]
        while waiting:
            id = waiting.pop()
            if id not in seen:
                seen.add(id)
                yield id, path
                waiting += (other for other in mentions(expressions(api.definitions[id])))

    for operation in sorted(api.operations, key=_by_path):
        nodes = (*sent_types(api, operation), *answered_types(operation))
        yield from fresh(mentions(nodes), calls[operation.id].resources)
    if webhooks is not None:
        yield from fresh((EVENTS,), webhooks)


def _by_path(operation: Operation) -> tuple[str, str]:
    return operation.path, operation.method
