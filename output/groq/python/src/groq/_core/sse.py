"""Bytes to events, in whatever pieces they arrive."""

from __future__ import annotations

import codecs
from typing import NamedTuple, Protocol


class ServerSentEvent(NamedTuple):
    """An event as the stream carries it.

    `id` and `retry`, in milliseconds, are the last ones that the stream has named.
    """

    event: str = ""
    data: str = ""
    id: str = ""
    retry: int | None = None


class Decoder(Protocol):
    """Makes events of the bytes of a body."""

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """The events that these bytes complete."""
        ...

    def end(self) -> tuple[list[ServerSentEvent], str | None]:
        """At the end of the body: the events that it completes, and the data of one that it cuts off."""
        ...


class LineDecoder:
    """Cuts UTF-8 into lines that end in LF, CR or CRLF, and drops a byte order mark at the start.

    Characters and line ends may be split between two pieces. Bytes that are no UTF-8 are replaced.
    """

    def __init__(self) -> None:
        self._text = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._pieces: list[str] = []
        self._after_return = False

    def feed(self, data: bytes) -> list[str]:
        """The lines that these bytes complete, without their ends."""
        text = self._text.decode(data)
        if self._after_return and text:
            text = text.removeprefix("\n")
            self._after_return = False
        if "\r" in text:
            self._after_return = text.endswith("\r")
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        last = lines.pop()
        if lines and self._pieces:
            lines[0] = "".join((*self._pieces, lines[0]))
            self._pieces = []
        if last:  # joined once the line ends, so that a long line costs linear time
            self._pieces.append(last)
        return lines

    def end(self) -> list[str]:
        """The last line, where nothing ended it."""
        rest = "".join((*self._pieces, self._text.decode(b"", final=True)))
        self._pieces = []
        return [rest] if rest else []


class SSEDecoder:
    """Server-sent events by the rules of the WHATWG.

    https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
    """

    def __init__(self) -> None:
        self._lines = LineDecoder()
        self._data: list[str] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        found: list[ServerSentEvent] = []
        for line in self._lines.feed(data):
            if line.startswith("data: "):  # nearly every line is one, and this takes half the time
                self._data.append(line[6:])
            elif line:
                self._take(line)
            elif (event := self._dispatch()) is not None:
                found.append(event)
        return found

    def end(self) -> tuple[list[ServerSentEvent], str | None]:
        """No events: the rules say that one which no blank line ended is incomplete."""
        for line in self._lines.end():
            self._take(line)
        cut = self._dispatch()
        return [], None if cut is None else cut.data

    def _take(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdigit() and len(value) < 20:
                self._retry = int(value)
            case _:
                pass  # a comment, whose name is empty, or a field that the rules do not know

    def _dispatch(self) -> ServerSentEvent | None:
        event, data = self._event, self._data
        self._event, self._data = "", []
        if not data:
            return None
        return ServerSentEvent(event, "\n".join(data), self._id, self._retry)


class JSONLinesDecoder:
    """One JSON text a line; blank lines and record separators (RFC 7464) are passed over."""

    def __init__(self) -> None:
        self._lines = LineDecoder()

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        return _events(self._lines.feed(data))

    def end(self) -> tuple[list[ServerSentEvent], str | None]:
        """The last line, which needs no line break."""
        return _events(self._lines.end()), None


def _events(lines: list[str]) -> list[ServerSentEvent]:
    return [ServerSentEvent(data=text) for line in lines if (text := line.strip("\x1e \t"))]
