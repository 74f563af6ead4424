"""What may the service send as webhooks?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.example.values import Values
from sdkloom.ir.api import EVENTS, Api, Encoding
from sdkloom.ir.base import Example, Json
from sdkloom.ir.types import Alias, AnyType, Discriminator, Model, RefType, Type, UnionType


@dataclass(frozen=True, slots=True)
class Event:
    """What a webhook carries: the name of the webhook, its type, and a value."""

    name: str
    type: Type
    value: Json


def example_events(api: Api) -> Iterator[Event]:
    """An event for each webhook that a client reads, of those that carry different types."""
    if EVENTS not in api.definitions:
        return
    values, seen = Values(api, "received"), set[Type]()
    for webhook in api.webhooks:
        if webhook.owner is None and webhook.encoding is Encoding.JSON and webhook.type not in seen:
            seen.add(webhook.type)
            value = values.tagged(_value(values, webhook.type), webhook.type, _discriminator(api))
            yield Event(webhook.name.wire, webhook.type, value)


def _discriminator(api: Api) -> Discriminator | None:
    events = api.definitions[EVENTS]
    return (
        events.target.discriminator
        if isinstance(events, Alias) and isinstance(events.target, UnionType)
        else None
    )


def _value(values: Values, node: Type) -> Json:
    if isinstance(node, AnyType):
        return {"key": "value"}
    known = values.documented(_examples(values.api, node), node)
    return known[0] if known else values.of(node, "value")


def _examples(api: Api, node: Type) -> tuple[Example, ...]:
    found = api.definitions.get(node.id) if isinstance(node, RefType) else None
    return found.docs.examples if isinstance(found, Model | Alias) else ()
