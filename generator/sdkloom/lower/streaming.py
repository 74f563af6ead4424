"""Which responses arrive as a stream of events, and what is an event?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.ir.api import Encoding, Framing, Response, Streaming
from sdkloom.ir.base import Json, escape
from sdkloom.lower.bodies import encoding_of
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.enums import enum_values
from sdkloom.lower.extensions import StreamAnswer, StreamRule
from sdkloom.lower.extensions.table import SENTINEL, STREAM_ANSWER, STREAM_RULE, STREAM_SWITCH, TERMINAL
from sdkloom.lower.headers import lower_headers
from sdkloom.lower.merge import fold
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site

Answer = tuple[str, Mapping[str, Json], str]
"""A response: its status, the object that describes it, and where that is."""

_FRAMING = {
    "text/event-stream": Framing.SSE,
    "application/jsonl": Framing.JSONL,
    "application/x-jsonl": Framing.JSONL,
    "application/jsonlines": Framing.JSONL,
    "application/x-jsonlines": Framing.JSONL,
    "application/json-lines": Framing.JSONL,
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


def is_stream(operation: Mapping[str, Json], media_type: str) -> bool:
    """Does a body of this media type arrive event by event? An extension may say so of JSON."""
    return framing_of(media_type) is not None or _said_framing(operation, media_type) is not None


def _said_framing(operation: Mapping[str, Json], media_type: str) -> Framing | None:
    said = STREAM_ANSWER.of(operation)
    if said is None or said.switch or encoding_of(media_type) is not Encoding.JSON:
        return None
    return said.framing or Framing.JSONL


def lower_streams(
    schemas: Schemas, operation: Mapping[str, Json], answer: Answer
) -> Iterator[tuple[str, Response]]:
    """The streams among the media types of a response, each with the property that asks for it.

    Three ways of describing an event are in use: the payload itself; an object with the payload under `data`;
    and such an object whose `data` is text with the payload as its `contentSchema` (OpenAPI 3.2, Sequential
    Media Types).
    """
    status, node, pointer = answer
    content = node.get("content")
    for media_type, found in content.items() if isinstance(content, Mapping) else ():
        media, at = schemas.follow(found, f"{pointer}/content/{escape(str(media_type))}")
        framing = framing_of(str(media_type)) or _said_framing(operation, str(media_type))
        if framing is None or not isinstance(media, Mapping):
            continue
        key = "itemSchema" if "itemSchema" in media else "schema"
        schema, place = media.get(key, True), f"{at}/{key}"
        terminal = None
        if framing is Framing.SSE:
            terminal = _terminal(schemas, schema, place)
            schema, place = _payload(schemas, schema, place)
        event = schemas.type_of(schema, Site(place, None, ()))
        rule = STREAM_RULE.of(media) or StreamRule()
        said = STREAM_ANSWER.of(operation) or StreamAnswer(None)
        sentinel = rule.sentinel or SENTINEL.of(media) or SENTINEL.of(operation) or said.sentinel or terminal
        streaming = Streaming(framing, event, sentinel, rule.error_field)
        switch = rule.switch or STREAM_SWITCH.of(operation) or said.switch or "stream"
        headers = lower_headers(schemas, node, pointer)
        docs = lower_docs(node)
        yield switch, Response((status,), str(media_type), event, docs, streaming, headers=headers)


def split_by_condition(
    schemas: Schemas, operation: Mapping[str, Json], plain: Response, site: Site
) -> tuple[Response, tuple[str, Response] | None]:
    """The plain response and the stream of an operation whose document tells them apart by an extension.

    For documents in which one media type stands for both.
    """
    found = STREAM_ANSWER.said(operation)
    if found is None or not found.value.switch or plain.type is None:
        return plain, None
    said, place = found.value, Site(f"{site.pointer}/{found.keyword}", None, ())
    event, kind = plain.type, plain.type
    if said.event is not None:
        event = schemas.type_of(said.event, place.into("response-stream"))
    if said.plain is not None:
        kind = schemas.type_of(said.plain, place.into("response"))
    framing = said.framing or Framing.JSONL
    media_type = "text/event-stream" if framing is Framing.SSE else "application/jsonl"
    streaming = Streaming(framing, event, said.sentinel)
    stream = Response(plain.statuses, media_type, event, plain.docs, streaming)
    return replace(plain, type=kind), (said.switch, stream)


def _payload(schemas: Schemas, schema: Json, pointer: str) -> tuple[Json, str]:
    """The schema of what the events carry, where `schema` describes the events around it."""
    if not isinstance(schema, Mapping):
        return schema, pointer
    node, place = schemas.follow(schema, pointer)
    if isinstance(node, Mapping) and isinstance(choices := node.get("oneOf", node.get("anyOf")), list):
        key = "oneOf" if "oneOf" in node else "anyOf"
        inside = [
            _carried(schemas, choice, f"{place}/{key}/{index}")
            for index, choice in enumerate(choices)
            if _ending(schemas, choice, f"{place}/{key}/{index}") is None
        ]
        if inside and all(part is not None for part in inside):
            return {key: [_mention(*part) for part in inside if part is not None]}, place
    return _carried(schemas, schema, pointer) or (schema, pointer)


def _terminal(schemas: Schemas, schema: Json, pointer: str) -> str | None:
    """The data of the event that ends a stream, where one of the choices says that it does."""
    node, place = schemas.follow(schema, pointer)
    for key in ("oneOf", "anyOf"):
        choices = node.get(key) if isinstance(node, Mapping) else None
        for index, choice in enumerate(choices if isinstance(choices, list) else ()):
            found = _ending(schemas, choice, f"{place}/{key}/{index}")
            if found is not None:
                return found
    return None


def _ending(schemas: Schemas, choice: Json, pointer: str) -> str | None:
    """The only data of an event that ends a stream and carries nothing else."""
    if not TERMINAL.of(choice):
        return None
    data = fold(schemas.parts(choice, pointer)).properties.get("data")
    values = enum_values(data.node) if data is not None else None
    return str(values[0]) if values is not None and len(values) == 1 else None


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
