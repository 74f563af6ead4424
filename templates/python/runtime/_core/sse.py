"""Bytes to events, in whatever pieces they arrive."""

from __future__ import annotations

import codecs
from dataclasses import dataclass


@dataclass(slots=True)
class ServerSentEvent:
    """An event as the stream carries it; `retry` is in milliseconds."""

    event: str = ""
    data: str = ""
    id: str = ""
    retry: int | None = None


class LineDecoder:
    """Cuts text into lines that end in LF, CR or CRLF; UTF-8 may be split anywhere, and a BOM at the start is dropped."""

    def __init__(self) -> None:
        self._text = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._pieces: list[str] = []
        self._after_return = False

    def feed(self, data: bytes) -> list[str]:
        """The lines that these bytes complete."""
        text = self._text.decode(data)
        if self._after_return and text:
            text = text.removeprefix("\n")
            self._after_return = False
        if "\n" not in text and "\r" not in text:
            if text:
                self._pieces.append(text)  # joined once the line ends, so that a long line costs linear time
            return []
        self._after_return = text.endswith("\r")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines[0] = "".join((*self._pieces, lines[0]))
        last = lines.pop()
        self._pieces = [last] if last else []
        return lines

    def flush(self) -> list[str]:
        """The last line, where nothing ended it."""
        rest = "".join((*self._pieces, self._text.decode(b"", final=True)))
        self._pieces = []
        return [rest] if rest else []


class SSEDecoder:
    """Server-sent events by the rules of the WHATWG (HTML, section 9.2.6)."""

    def __init__(self) -> None:
        self._lines = LineDecoder()
        self._data: list[str] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """The events that these bytes complete."""
        found: list[ServerSentEvent] = []
        for line in self._lines.feed(data):
            if line:
                self._take(line)
            elif (event := self._dispatch()) is not None:
                found.append(event)
        return found

    def flush(self) -> list[ServerSentEvent]:
        """At the end of the body: an event that no blank line ended is dropped, as the rules say."""
        return []

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
            case "retry" if value.isascii() and value.isdigit():
                self._retry = int(value)
            case _:
                pass  # a comment (its name is empty), or a field that the rules do not know

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
        """The lines that these bytes complete, each as the data of an event."""
        return self._events(self._lines.feed(data))

    def flush(self) -> list[ServerSentEvent]:
        """The last line, where no line break ended it."""
        return self._events(self._lines.flush())

    def _events(self, lines: list[str]) -> list[ServerSentEvent]:
        return [ServerSentEvent(data=text) for line in lines if (text := line.strip("\x1e \t"))]
