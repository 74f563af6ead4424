"""What may the service answer: a success, a stream, or a failure?"""

from __future__ import annotations

from sdkloom.example.parts import Answer, Events
from sdkloom.example.values import Values
from sdkloom.ir.api import Api, Operation, Response, Streaming
from sdkloom.ir.base import Example, Json
from sdkloom.ir.events import Handling
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)

_JSON = "application/json"
_WITHOUT_BODY = {204, 205}
_SAID = "Something went wrong."


def success(api: Api, response: Response) -> Answer:
    """An answer of this kind."""
    status, node = _status(response), response.type
    values = Values(api, "received")
    media_type = response.media_type if "*" not in response.media_type else ""
    if response.streaming is not None:
        streaming = response.streaming
        events = Events(
            _events(values, streaming.event),
            streaming.framing,
            _end(streaming),
            _is_text(api, streaming.event),
        )
        return Answer(status, media_type or "text/event-stream", node, events=events)
    if node is None:
        return Answer(status, "", None)
    if isinstance(node, BinaryType):
        return Answer(status, media_type or "application/octet-stream", node, content="example content")
    if media_type.startswith("text/") and _is_text(api, node):
        return Answer(status, media_type, node, text="example text")
    return Answer(status, media_type or _JSON, node, json=(_value(values, response.example, node),))


def _status(response: Response) -> int:
    """The first status of success with such a body; a redirect is followed, to a success in the end."""
    known = (int(status) for status in response.statuses if status.isdecimal())
    wanted = (status for status in known if response.type is None or status not in _WITHOUT_BODY)
    return next((status for status in wanted if 200 <= status < 300), 200)


def _value(values: Values, example: Example | None, node: Type) -> Json:
    examples = (example,) if example is not None else ()
    known = values.documented((*examples, *_own_examples(values.api, node)), node)
    return (
        known[0] if known else values.of(node, "value") if not isinstance(node, AnyType) else {"key": "value"}
    )


def _own_examples(api: Api, node: Type) -> tuple[Example, ...]:
    found = api.definitions.get(node.id) if isinstance(node, RefType) else None
    return found.docs.examples if isinstance(found, Model | Alias) else ()


def _events(values: Values, node: Type) -> tuple[Json, ...]:
    """Two events: of a union, the first two of its variants."""
    union = _union(values.api, node)
    if union is None or len(union.variants) < 2:
        event = _value(values, None, node)
        return (event, event)
    return tuple(
        values.tagged(_value(values, None, variant), variant, union.discriminator)
        for variant in union.variants[:2]
    )


def _union(api: Api, node: Type) -> UnionType | None:
    if isinstance(node, UnionType):
        return node
    found = api.definitions.get(node.id) if isinstance(node, RefType) else None
    return _union(api, found.target) if isinstance(found, Alias) else None


def _is_text(api: Api, node: Type) -> bool:
    match node:
        case PrimitiveType(Scalar.STRING, _):
            return True
        case NullableType(inner):
            return _is_text(api, inner)
        case RefType(id):
            found = api.definitions.get(id)
            return isinstance(found, Alias) and _is_text(api, found.target)
    return False


def failure(api: Api, operation: Operation) -> Answer:
    """The first failure that the document describes for the operation, or a bad request."""
    for error in operation.errors:
        if error.status.isdecimal() and 400 <= int(error.status) < 600:
            return _failure(api, int(error.status), error.type)
    for error in operation.errors:
        return _failure(api, 500 if error.status.startswith("5") else 400, error.type)
    return _failure(api, 400, api.error)


def _failure(api: Api, status: int, node: Type | None) -> Answer:
    values = Values(api, "received")
    if node is None or isinstance(node, AnyType | BinaryType):
        return Answer(status, _JSON, None, json=({"message": _SAID},))
    return Answer(status, _JSON, node, json=(_value(values, None, node),))


def _end(streaming: Streaming) -> str | None:
    """The data with which the service ends the stream, None where the answer just ends."""
    told = (rule.prefix for rule in streaming.rules if rule.handling is Handling.END and not rule.names)
    return streaming.sentinel if streaming.sentinel is not None else next(told, None)
