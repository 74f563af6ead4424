"""Answers that arrive event by event."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from .codec import decode
from .errors import APIError, StreamError, message_of
from .kinds import is_object
from .sse import JSONLinesDecoder, ServerSentEvent, SSEDecoder
from .transport import connection_error

if TYPE_CHECKING:
    from typing_extensions import Self

    from .request import Call

T = TypeVar("T")


@dataclass(frozen=True)
class Framing:
    """How a stream is cut into events, which data ends it, and where an event carries an error (a dotted path)."""

    kind: Literal["sse", "jsonl"] = "sse"
    sentinel: str | None = None
    error_field: str | None = None


class _Events:
    """What a stream does with bytes, however they are read."""

    def __init__(self, raw: Any, call: Call) -> None:
        self.raw = raw
        self.call = call
        self.framing = call.framing or Framing()
        self.type = call.stream_type
        self.decoder = SSEDecoder() if self.framing.kind == "sse" else JSONLinesDecoder()
        self.is_ended = False

    def take(self, data: bytes) -> Iterator[Any]:
        """The values that these bytes complete, up to the end of the stream."""
        yield from self._values(self.decoder.feed(data))

    def finish(self) -> Iterator[Any]:
        """The values at the end of the body. Raises StreamError where the body ended before the stream did."""
        yield from self._values(self.decoder.flush())
        if self.framing.sentinel is not None and not self.is_ended:
            raise StreamError("the stream ended before it was complete", response=self.raw)

    def _values(self, events: list[ServerSentEvent]) -> Iterator[Any]:
        for event in events:
            if self.is_ended:
                return
            if event.data == self.framing.sentinel:
                self.is_ended = True
                return
            yield self._value(event)

    def _value(self, event: ServerSentEvent) -> Any:
        if self.type is str:
            return event.data
        try:
            data = json.loads(event.data)
        except ValueError as failure:
            if event.event == "error":
                raise self._error(event.data) from None
            raise StreamError("an event of the stream is not JSON", response=self.raw, body=event.data) from failure
        if event.event == "error" or self._carries_error(data):
            raise self._error(data)
        return decode(self.type, data)

    def _carries_error(self, data: Any) -> bool:
        if is_object(data) and data.get("error") and "type" not in data:
            return True
        found: Any = data
        for name in self.framing.error_field.split(".") if self.framing.error_field else ():
            found = found.get(name) if is_object(found) else None
        return self.framing.error_field is not None and found is not None

    def _error(self, body: Any) -> APIError:
        status = _status_of(body)
        if status:
            return self.call.status_error(self.raw, body, status)
        return StreamError(message_of(0, body).removeprefix("0: "), response=self.raw, body=body)


def _status_of(body: Any) -> int:
    """The HTTP status that an error event names, or 0."""
    fields = body if is_object(body) else {}
    inner = fields.get("error")
    for place in (fields, inner if is_object(inner) else {}):
        for name in ("status_code", "status", "code"):
            value = place.get(name)
            if isinstance(value, int) and 400 <= value <= 599:
                return value
    return 0


class Stream(Generic[T]):
    """Events as they arrive. Leaving the loop early, or the `with` block, closes the connection; nothing is ever replayed."""

    def __init__(self, raw: Any, call: Call) -> None:
        self.response = raw
        self._events = _Events(raw, call)
        self._iterator = self._run()

    def _run(self) -> Iterator[T]:
        events = self._events
        try:
            for piece in self.response.iter_bytes():
                yield from events.take(piece)
                if events.is_ended:
                    return
            yield from events.finish()
        except events.call.failures as failure:
            raise connection_error(failure, self.response.request) from failure
        finally:
            self.response.close()

    def __next__(self) -> T:
        return next(self._iterator)

    def __iter__(self) -> Iterator[T]:
        return self._iterator

    def until_done(self) -> None:
        """Read to the end, and keep nothing."""
        for _ in self._iterator:
            pass

    def close(self) -> None:
        """Give the connection back."""
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class AsyncStream(Generic[T]):
    """Events as they arrive, asynchronously. Use `async with`, so that leaving early closes the connection at once."""

    def __init__(self, raw: Any, call: Call) -> None:
        self.response = raw
        self._events = _Events(raw, call)
        self._iterator = self._run()

    async def _run(self) -> AsyncIterator[T]:
        events = self._events
        try:
            async for piece in self.response.aiter_bytes():
                for value in events.take(piece):
                    yield value
                if events.is_ended:
                    return
            for value in events.finish():
                yield value
        except events.call.failures as failure:
            raise connection_error(failure, self.response.request) from failure
        finally:
            await self.response.aclose()

    async def __anext__(self) -> T:
        return await self._iterator.__anext__()

    def __aiter__(self) -> AsyncIterator[T]:
        return self._iterator

    async def until_done(self) -> None:
        """Read to the end, and keep nothing."""
        async for _ in self._iterator:
            pass

    async def close(self) -> None:
        """Give the connection back."""
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
