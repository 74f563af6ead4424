"""What does the type of a stream's events say of an event that has arrived?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

from .annotations import Scope, wire_names
from .kinds import is_class, is_object
from .sse import ServerSentEvent
from .unions import is_model, members

Handling: TypeAlias = Literal["give", "ignore", "end", "fail"]
"""What becomes of an event."""

# What may stand beside a bare error where nothing is known of the fields that events have.
_BESIDE_ERRORS = frozenset({"error", "status_code", "status", "code", "message", "request_id"})


@dataclass(frozen=True)
class EventRule:
    """What becomes of events with one of these names, () of any, whose data begin so."""

    handling: Handling
    names: tuple[str, ...] = ()
    prefix: str = ""

    def fits(self, event: ServerSentEvent) -> bool:
        """Does the rule say something of this event?"""
        is_named = not self.names or event.event in self.names
        return is_named and event.data.startswith(self.prefix)


@dataclass(frozen=True)
class EventShape:
    """The fields of the events of a stream.

    `fields` are all that its models have, None where it is made of other types as well. `tags` are those by
    which a union is told apart. With `is_whole`, the models describe an event with its name, and not just
    its data. With `may_be_text`, data that is no JSON is text.
    """

    fields: frozenset[str] | None
    tags: tuple[str, ...]
    is_whole: bool
    may_be_text: bool

    def is_bare_error(self, data: Any) -> bool:
        """Is `{"error": …}` in the place of an event?"""
        if not is_object(data) or not data.get("error"):
            return False
        if self.fields is None:
            return data.keys() <= _BESIDE_ERRORS
        return not (data.keys() - {"error"}) & self.fields

    def completed(self, data: Any, event: ServerSentEvent) -> Any:
        """The data, together with the name of the event where the type asks for it."""
        if self.is_whole and not (is_object(data) and {"event", "data"} <= data.keys()):
            return {"event": event.event, "data": data}
        if event.event and is_object(data):
            named = {tag: event.event for tag in self.tags if tag not in data}
            return {**named, **data} if named else data
        return data


@cache
def shape_of(to: Any) -> EventShape:
    """The shape of events of the type `to`."""
    scope = Scope(to.__module__ if is_class(to) else __name__)
    found = members(to, scope)
    models = [frozenset(wire_names(variant).values()) for variant, _ in found if is_model(variant)]
    known = frozenset(name for names in models for name in names)
    return EventShape(
        fields=known if len(models) == len(found) else None,
        tags=tuple(dict.fromkeys(mark.field for _, mark in found if mark is not None)),
        is_whole=bool(models) and all({"event", "data"} <= fields for fields in models),
        may_be_text=any(_is_text(variant) for variant, _ in found),
    )


def _is_text(to: Any) -> bool:
    """Can it be text? What is of no stated type can be anything."""
    return to in (str, object) or (get_origin(to) is Literal and str in map(type, get_args(to)))
