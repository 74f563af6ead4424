"""A small HTTP server on loopback that records what it gets and answers from a script."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Received:
    """A request as it arrived; `path` holds the query too, and the names of `headers` do not depend on case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """What the server says: the body at once, or chunked in pieces.

    With `breaks_off` the connection closes before the body has ended, with `hangs_up` before there is any
    answer. With `resets` it is reset after the last piece, and with `is_bare` its end is the end of the body.
    """

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Iterable[bytes] = ()
    breaks_off: bool = False
    hangs_up: bool = False
    resets: bool = False
    is_bare: bool = False


def json_answer(value: object, status: int = 200, **headers: str) -> Answer:
    """JSON; the headers are spelled with underscores."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, json.dumps(value).encode(), headers=named)


def event_stream(*pieces: bytes, **how: bool) -> Answer:
    """Server-sent events, in these pieces."""
    return Answer(content_type="text/event-stream", pieces=pieces, **how)


class Server:
    """The server: its `url`, the requests it has `received`, and a function from a request to an answer.

    `opened` is the number of connections that there were.
    """

    def __init__(self, answer: Callable[[Received], Answer], tls: ssl.SSLContext | None = None) -> None:
        self.received: list[Received] = []
        self.answer = answer
        self.opened = 0
        self._open = 0
        self._has_changed = threading.Condition()
        outer = self

        class Handler(_Handler):
            def handle(self) -> None:
                with outer._connection():
                    super().handle()

            def answer(self, request: Received) -> Answer:
                outer.received.append(request)
                return outer.answer(request)

        self._http = _Listener(("127.0.0.1", 0), Handler)
        if tls is not None:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True)
        self._is_closing = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self._http.server_port}"

    def _serve(self) -> None:
        while not self._is_closing:
            self._http.handle_request()

    @contextlib.contextmanager
    def _connection(self) -> Iterator[None]:
        with self._has_changed:
            self.opened += 1
            self._open += 1
        try:
            yield
        finally:
            with self._has_changed:
                self._open -= 1
                self._has_changed.notify_all()

    def is_left(self) -> bool:
        """Have the clients closed all connections? They have half a minute for it."""
        with self._has_changed:
            return self._has_changed.wait_for(lambda: self._open == 0, timeout=30)

    def close(self) -> None:
        """Stop; connections that are open may stay so until their clients close them."""
        if not self._is_closing:
            self._is_closing = True
            socket.create_connection(self._http.server_address[:2]).close()  # wakes it up
            self._thread.join()
            self._http.server_close()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class ScriptedServer(Server):
    """A server that gives these answers one after another, the last one again and again."""

    def __init__(self, *answers: Answer, tls: ssl.SSLContext | None = None) -> None:
        self._left = list(answers) or [Answer()]
        super().__init__(lambda _: self._left.pop(0) if len(self._left) > 1 else self._left[0], tls)


def serving(answer: Callable[[Received], Answer]) -> contextlib.closing[Server]:
    """A server for the duration of a `with` block."""
    return contextlib.closing(Server(answer))


def answering(*answers: Answer) -> contextlib.closing[Server]:
    """A scripted server for the duration of a `with` block."""
    return contextlib.closing(ScriptedServer(*answers))


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024  # clients that come all at once must not be turned away

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):  # clients may leave when they like
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or else a body waits 40 ms for its headers to be acknowledged

    def answer(self, request: Received) -> Answer:
        raise NotImplementedError

    def log_message(self, *args: object) -> None:
        pass

    def do_any(self) -> None:
        length = self.headers.get("content-length")
        body = self.rfile.read(int(length)) if length else b"".join(self._chunks())
        answer = self.answer(Received(self.command, self.path, _Headers(self.headers), body))
        if answer.hangs_up:
            self.close_connection = True
            return
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._say(answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_any

    def _chunks(self) -> Iterator[bytes]:
        if "chunked" in self.headers.get("transfer-encoding", ""):
            while size := int(self._line(), 16):
                yield self.rfile.read(size)
                self._line()
            self._line()

    def _line(self) -> bytes:
        line = self.rfile.readline()
        if not line:
            raise ConnectionAbortedError("the client went away in the middle of its request")
        return line

    def _say(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("content-type", answer.content_type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.is_bare:
            self.send_header("connection", "close")
        elif answer.pieces:
            self.send_header("transfer-encoding", "chunked")
        elif answer.status not in {204, 304}:
            self.send_header("content-length", str(len(answer.body) + answer.breaks_off))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        for piece in answer.pieces:
            self.wfile.write(piece if answer.is_bare else b"%x\r\n%s\r\n" % (len(piece), piece))
        if answer.resets:
            # Without lingering, closing a socket resets the connection.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        if answer.breaks_off or answer.resets or answer.is_bare:
            self.close_connection = True
        elif answer.pieces:
            self.wfile.write(b"0\r\n\r\n")


class _Headers(Mapping[str, str]):
    def __init__(self, message: Message) -> None:
        self._message = message

    def __getitem__(self, name: str) -> str:
        value = self._message[name]
        if value is None:
            raise KeyError(name)
        return str(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._message.keys())

    def __len__(self) -> int:
        return len(self._message)
