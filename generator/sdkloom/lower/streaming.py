"""Which responses arrive as a stream of events, and what is an event?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Framing, Response, Streaming
from sdkloom.ir.base import Json, escape
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.extensions import stream_rule
from sdkloom.lower.merge import fold
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site

Answer = tuple[str, Mapping[str, Json], str]
"""A response: its status, the object that describes it, and where that is."""

_FRAMING = {
    "text/event-stream": Framing.SSE,
    "application/jsonl": Framing.JSONL,
    "application/x-ndjson": Framing.JSONL,
    "application/ndjson": Framing.JSONL,
    "application/json-seq": Framing.JSONL,
    "application/stream+json": Framing.JSONL,
}

# The fields of a server-sent event: an object with no others describes one, and `data` is what it carries.
_EVENT_FIELDS = frozenset({"data", "event", "id", "retry", "comment"})


def framing_of(media_type: str) -> Framing | None:
    """How a body of this media type is cut into events; None where it is none of events."""
    return _FRAMING.get(media_type.split(";")[0].strip().lower())


def lower_streams(schemas: Schemas, answer: Answer) -> Iterator[tuple[str, Response]]:
    """The streams among the media types of a response, each with the property that asks for it.

    Three ways of describing an event are in use: the payload itself; an object with the payload under `data`;
    and such an object whose `data` is text with the payload as its `contentSchema` (OpenAPI 3.2, Sequential
    Media Types).
    """
    status, node, pointer = answer
    content = node.get("content")
    for media_type, found in content.items() if isinstance(content, Mapping) else ():
        media, at = schemas.follow(found, f"{pointer}/content/{escape(str(media_type))}")
        framing = framing_of(str(media_type))
        if framing is None or not isinstance(media, Mapping):
            continue
        key = "itemSchema" if "itemSchema" in media else "schema"
        schema, place = media.get(key, True), f"{at}/{key}"
        if framing is Framing.SSE:
            schema, place = _payload(schemas, schema, place)
        event = schemas.type_of(schema, Site(place, None, ()))
        rule = stream_rule(media)
        streaming = Streaming(framing, event, rule.sentinel, rule.error_field)
        yield rule.switch, Response((status,), str(media_type), event, lower_docs(node), streaming)


def _payload(schemas: Schemas, schema: Json, pointer: str) -> tuple[Json, str]:
    """The schema of what the events carry, where `schema` describes the events around it."""
    if not isinstance(schema, Mapping):
        return schema, pointer
    node, place = schemas.follow(schema, pointer)
    if isinstance(node, Mapping) and isinstance(choices := node.get("oneOf", node.get("anyOf")), list):
        key = "oneOf" if "oneOf" in node else "anyOf"
        inside = [_carried(schemas, choice, f"{place}/{key}/{index}") for index, choice in enumerate(choices)]
        if inside and all(part is not None for part in inside):
            return {key: [_mention(*part) for part in inside if part is not None]}, place
    return _carried(schemas, schema, pointer) or (schema, pointer)


def _carried(schemas: Schemas, schema: Json, pointer: str) -> tuple[Json, str] | None:
    """What stands under `data` of an event; None where the schema describes no event."""
    shape = fold(schemas.parts(schema, pointer))
    if "data" not in shape.properties or not shape.properties.keys() <= _EVENT_FIELDS:
        return None
    if shape.unions:
        return None
    data = shape.properties["data"]
    if "contentSchema" in data.node:
        return data.node["contentSchema"], f"{data.pointer}/contentSchema"
    return data.node, data.pointer


def _mention(schema: Json, pointer: str) -> Json:
    """A choice that keeps its own place in the document."""
    is_reference = isinstance(schema, Mapping) and "$ref" in schema
    return schema if is_reference or not isinstance(schema, Mapping) else {"$ref": pointer}
