"""Answers that arrive event by event."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, get_args

from .codec import reader
from .errors import APIError, sentence_of
from .events import EventRule, EventShape, Handling, shape_of
from .kinds import is_object
from .request import Call, LiveAnswer
from .sse import Decoder, JSONLinesDecoder, ServerSentEvent, SSEDecoder
from .transport import reading

if TYPE_CHECKING:
    from typing_extensions import Self

T = TypeVar("T")


class StreamError(APIError):
    """A stream broke off, or reported a failure that has no status."""

    def __init__(self, message: str, *, response: Any = None, body: object = None) -> None:
        super().__init__(message, request=getattr(response, "request", None), body=body)
        self.response = response


@dataclass(frozen=True)
class Framing:
    """How a stream is cut into events, and how it ends.

    `sentinel` is the data that ends it, and `error_field` where an event carries an error, as a dotted path.
    Of the `rules` the first that fits an event decides.
    """

    kind: Literal["sse", "jsonl"] = "sse"
    sentinel: str | None = None
    error_field: str | None = None
    rules: tuple[EventRule, ...] = ()


def _framing(call: Call) -> Framing:
    given = call.parts.get("framing")
    return given if isinstance(given, Framing) else Framing()


class _Answer(LiveAnswer):
    """What both streams ask the server for."""

    @classmethod
    def media_type(cls, call: Call) -> str:
        return "text/event-stream" if _framing(call).kind == "sse" else "application/jsonl"


class _Events:
    """What a stream does with bytes, however they are read."""

    def __init__(self, raw: Any, call: Call) -> None:
        self.raw = raw
        self.is_ended = False
        self._call = call
        self._framing = _framing(call)
        self._sentinel = self._framing.sentinel
        self._type = (*get_args(call.to), object)[0]
        self._read = reader(self._type)
        self._shape: EventShape = shape_of(self._type)
        self._decoder: Decoder = SSEDecoder() if self._framing.kind == "sse" else JSONLinesDecoder()
        field = self._framing.error_field
        self._error_path = field.split(".") if field else []
        self._is_blank = True

    def take(self, data: bytes) -> Iterator[Any]:
        """The values that these bytes complete, up to the end of the stream."""
        return self._values(self._decoder.feed(data))

    def finish(self) -> Iterator[Any]:
        """The values at the end of the body. Raises StreamError where it ended before the stream did."""
        events, cut = self._decoder.end()
        yield from self._values(events)
        if self.is_ended or (self._sentinel is not None and cut == self._sentinel):
            return
        is_told = any(rule.handling == "end" and not rule.names for rule in self._framing.rules)
        if self._sentinel is not None or is_told or cut is not None:
            message = "the stream ended before it was complete"
            raise StreamError(message, response=self.raw, body=cut)
        kind = self.raw.headers.get("content-type", "")
        if self._is_blank and self._framing.kind == "sse" and "text/event-stream" not in kind:
            message = f"a stream of events was expected, but the server sent {kind or 'none'}"
            raise StreamError(message, response=self.raw)

    def _values(self, events: list[ServerSentEvent]) -> Iterator[Any]:
        for event in events:
            if self.is_ended:
                return
            self._is_blank = False
            if event.data == self._sentinel:
                self.is_ended = True
                return
            handling = self._handling(event)
            if handling == "end":
                self.is_ended = True
                return
            if handling == "fail":
                raise self._error(_json_or_text(event.data))
            if handling == "give":
                yield self._value(event)

    def _handling(self, event: ServerSentEvent) -> Handling:
        for rule in self._framing.rules:
            if rule.fits(event):
                return rule.handling
        return "fail" if event.event == "error" else "give"

    def _value(self, event: ServerSentEvent) -> Any:
        if self._type is str and self._framing.kind == "sse":
            return event.data
        try:
            data = json.loads(event.data)
        except (ValueError, RecursionError) as failure:
            if not (self._shape.is_whole or self._shape.may_be_text):
                message = "an event of the stream is not JSON"
                raise StreamError(message, response=self.raw, body=event.data) from failure
            data = event.data
        body = self._failure_in(data)
        if body is not None:
            raise self._error(body)
        value = self._read(self._shape.completed(data, event))
        return self._call.checked(self._type, value, self.raw)

    def _failure_in(self, data: Any) -> Any:
        """The failure that stands in the place of an event, or within one; None where there is none."""
        if self._shape.is_bare_error(data):
            return data
        if not self._error_path:
            return None
        found = data
        for name in self._error_path:
            found = found.get(name) if is_object(found) else None
            if not found:
                return None
        return {**data, "error": found}

    def _error(self, body: Any) -> APIError:
        status = _status_of(body)
        if status is not None:
            return self._call.status_error(self.raw, body, status)
        message = sentence_of(body) or "the server reported a failure"
        return StreamError(message, response=self.raw, body=body)


def _json_or_text(data: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return data


def _status_of(body: Any) -> int | None:
    """The HTTP status that an error names, beside its other fields or among them."""
    fields = body if is_object(body) else {}
    inner = fields.get("error")
    for place in (fields, inner if is_object(inner) else {}):
        for name in ("status_code", "status", "code"):
            value = place.get(name)
            if isinstance(value, int) and 400 <= value <= 599:
                return value
    return None


class Stream(_Answer, Generic[T]):
    """Events as they arrive; nothing is ever replayed.

    The connection is given back at the end, at a failure, and on leaving a `with` block. A loop that is left
    early can be taken up again, so close the stream where that is not meant; a stream that nobody holds any
    more closes itself.
    """

    def __init__(self, raw: Any, call: Call) -> None:
        self.response = raw
        self._events = _Events(raw, call)
        self._values: Iterator[T] = _values(self._events)

    def __next__(self) -> T:
        return next(self._values)

    def __iter__(self) -> Iterator[T]:
        return self

    def until_done(self) -> None:
        """Read to the end, and keep nothing."""
        for _ in self:
            pass

    def close(self) -> None:
        """Give the connection back; the stream ends here."""
        self._events.is_ended = True
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        with suppress(Exception):
            self.response.close()


# The generators know nothing of the streams that they belong to: without a cycle, a stream that nobody holds
# is closed at once, and not when the garbage collector comes by.
def _values(events: _Events) -> Iterator[Any]:
    try:
        if events.is_ended:  # closed before the first item
            return
        with reading(events.raw):
            for piece in events.raw.iter_bytes():
                yield from events.take(piece)
                if events.is_ended:
                    return
            yield from events.finish()
    finally:
        events.raw.close()


class AsyncStream(_Answer, Generic[T]):
    """Events as they arrive, asynchronously; nothing is ever replayed.

    The connection is given back at the end, at a failure, and on leaving an `async with` block. A loop that
    is left early can be taken up again, so close the stream where that is not meant.
    """

    def __init__(self, raw: Any, call: Call) -> None:
        self.response = raw
        self._events = _Events(raw, call)
        self._values: AsyncIterator[T] = _async_values(self._events)

    async def __anext__(self) -> T:
        return await self._values.__anext__()

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def until_done(self) -> None:
        """Read to the end, and keep nothing."""
        async for _ in self:
            pass

    async def close(self) -> None:
        """Give the connection back; the stream ends here."""
        self._events.is_ended = True
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


async def _async_values(events: _Events) -> AsyncIterator[Any]:
    try:
        if events.is_ended:
            return
        with reading(events.raw):
            async for piece in events.raw.aiter_bytes():
                for value in events.take(piece):
                    yield value
                if events.is_ended:
                    return
            for value in events.finish():
                yield value
    finally:
        await events.raw.aclose()
