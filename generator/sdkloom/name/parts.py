"""Which names do parameters, fields and members keep because they are published?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sdkloom.ir.api import Api, Operation
from sdkloom.ir.base import Name
from sdkloom.ir.types import Definition, Enum, Model
from sdkloom.name.matching import wire_value
from sdkloom.name.published import Published

Change = Callable[[Name, str, str, tuple[str, ...]], Name]
"""Gives a name for a name, by the kind of its fact, the id of its owner, and the rest of its key."""


def keep_parts(api: Api, published: Published) -> Api:
    """Every part under its published name, and with the former ones that the lock knows."""
    if not published.lock.facts:
        return api

    def keep(name: Name, kind: str, owner: str, key: tuple[str, ...]) -> Name:
        return published.part(name, kind, owner, *key)

    return _changed(api, keep)


def remember_parts(api: Api, published: Published) -> Api:
    """What has another name now keeps the published one as a former name."""
    if not published.lock.facts:
        return api

    def remember(name: Name, kind: str, owner: str, key: tuple[str, ...]) -> Name:
        old = published.part(Name(name.wire, name.words), kind, owner, *key).words
        former = dict.fromkeys((*name.former, *((old,) if old != name.words else ())))
        former.pop(name.words, None)
        return replace(name, former=tuple(former))

    return _changed(api, remember)


def _changed(api: Api, change: Change) -> Api:
    return replace(
        api,
        operations=tuple(_operation(operation, change) for operation in api.operations),
        definitions={id: _definition(found, change) for id, found in api.definitions.items()},
    )


def _operation(operation: Operation, change: Change) -> Operation:
    parameters = tuple(
        replace(one, name=change(one.name, "parameter", operation.id, (one.place.value, one.name.wire)))
        for one in operation.parameters
    )
    body = operation.body
    if body is not None:
        names = (change(name, "parameter", operation.id, ("body", name.wire)) for name in body.names)
        body = replace(body, names=tuple(names))
    return replace(operation, parameters=parameters, body=body)


def _definition(definition: Definition, change: Change) -> Definition:
    id = definition.id
    match definition:
        case Model(fields=fields):
            kept = (replace(f, name=change(f.name, "field", id, (f.name.wire,))) for f in fields)
            return replace(definition, fields=tuple(kept))
        case Enum(members=members):
            named = (replace(m, name=change(m.name, "member", id, (wire_value(m.value),))) for m in members)
            return replace(definition, members=tuple(named))
    return definition
