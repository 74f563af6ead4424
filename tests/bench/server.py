"""A server for measurements: it answers at once, of any size, and keeps nothing of what it is sent.

It prints its port. A query such as `?events=1000&together=10` asks for a stream of so many events, so many of
them in a piece; `?bytes=1000` for so many bytes.
"""

from __future__ import annotations

import json
import socketserver
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from answers import CHUNK, COMPLETION

_EVENT = b"data: %s\n\n" % json.dumps(CHUNK).encode()
_PIECE = 64 * 1024


class Handler(socketserver.StreamRequestHandler):
    """Requests of one connection, one after another."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        try:
            while line := self.rfile.readline():
                query = parse_qs(urlsplit(line.split()[1].decode()).query)
                self._skip_body()
                self._answer({name: int(values[0]) for name, values in query.items()})
        except ConnectionError:
            return

    def _skip_body(self) -> None:
        length, is_chunked = 0, False
        while line := self.rfile.readline().strip().lower():
            if line.startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
            is_chunked = is_chunked or line == b"transfer-encoding: chunked"
        while is_chunked and (size := int(self.rfile.readline(), 16)):
            self._skip(size + 2)
        self._skip(2 if is_chunked else length)

    def _skip(self, length: int) -> None:
        while length:
            length -= len(self.rfile.read(min(length, _PIECE)))

    def _answer(self, asked: dict[str, int]) -> None:
        if "events" in asked:
            self._say_pieces("text/event-stream", _events(asked["events"], asked["together"]))
        elif "bytes" in asked:
            pieces = (b"\0" * _PIECE for _ in range(asked["bytes"] // _PIECE))
            self._say_pieces("application/octet-stream", pieces)
        else:
            body = json.dumps(COMPLETION).encode()
            head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
            self.wfile.write(head % len(body) + body)

    def _say_pieces(self, kind: str, pieces: Iterator[bytes]) -> None:
        head = f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ntransfer-encoding: chunked\r\n\r\n"
        self.wfile.write(head.encode())
        for piece in pieces:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")


def _events(count: int, together: int) -> Iterator[bytes]:
    for _ in range(count // together):
        yield _EVENT * together
    yield b"data: [DONE]\n\n"


class Listener(socketserver.ThreadingTCPServer):
    """A thread for each connection."""

    daemon_threads = True


if __name__ == "__main__":
    with Listener(("127.0.0.1", 0), Handler) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()
