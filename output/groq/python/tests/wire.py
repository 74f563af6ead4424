"""A service for the tests: it keeps the request of a client, and gives the answer that a test has chosen."""

from __future__ import annotations

import asyncio
import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from email import message_from_bytes
from email.policy import HTTP
from inspect import isawaitable
from typing import Any, Generic, Literal, TypeVar, cast
from urllib.parse import parse_qsl
from uuid import UUID

from .server import Answer, Server
from .waiting import Waiting, unwrapped

try:
    import httpx2 as http_library
except ModuleNotFoundError:
    import httpx as http_library  # type: ignore[import-not-found,no-redef,unused-ignore]

C = TypeVar("C")
P = TypeVar("P")
Kind = Literal["sync", "async"]

# What says nothing about the call: the HTTP library and the connection decide about it.
_OF_TRANSPORT = ("accept", "connection", "content-length", "host", "transfer-encoding")
# What is said where the call says nothing.
_USUALLY = {
    "accept-encoding": re.compile(r"(gzip|deflate|br|zstd)(, (gzip|deflate|br|zstd))*"),
    "user-agent": re.compile(r"\S+/\S+ python/\d+\.\d+"),
}
_USUAL = {
    "application/json": "json",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "parts",
}
_NOTHING: Any = object()


@dataclass(frozen=True)
class Setup(Generic[C]):
    """The package that is tested, and what is known of its API.

    `proof` are the headers that prove who sends a request, as long as an operation wants no others. What is
    `unsaid` are headers whose values nobody foresees.
    """

    client: Callable[..., C]
    async_client: Callable[..., Any]
    base_url: str
    has_base_url: bool
    credentials: Mapping[str, str]
    proof: Mapping[str, str]
    unsaid: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Part:
    """A part of a multipart form; `content_type` is named for files."""

    name: str
    content: str
    file_name: str | None = None
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass
class Request:
    """A request: what was sent, or what should have been.

    `url` starts behind the base URL of the API. `headers` are those of the call itself. The order of a query
    and of a form means something only among equal names. A request that is not signed lacks the usual proof.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    json: object = None
    form: Sequence[tuple[str, str]] | None = None
    parts: Sequence[Part] | None = None
    content: bytes | None = None
    signed: bool = True

    def __post_init__(self) -> None:
        path, mark, query = self.url.partition("?")
        ordered = sorted(query.split("&"), key=lambda pair: pair.partition("=")[0])
        self.url = type(self.url)(f"{path}{mark}{'&'.join(ordered)}")
        self.headers = {name.lower(): value for name, value in self.headers.items()}
        if self.form is not None:
            self.form = sorted(self.form, key=lambda pair: pair[0])
        if self.parts is not None:
            self.parts = sorted(self.parts, key=lambda part: part.name)


class _Anywhere(str):
    """A URL of which only the end counts, since the server of the test stood in for that of the API."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str(other).endswith(str(self))

    def __hash__(self) -> int:
        return super().__hash__()


class Wire(Generic[C]):
    """A client, and the other end of its connection, in memory or over loopback.

    The asynchronous client looks like its twin: each of its calls is waited for.
    """

    def __init__(self, setup: Setup[C], kind: Kind, *, loopback: bool = False) -> None:
        self._setup = setup
        self._received: list[tuple[str, str, list[tuple[str, str]], bytes]] = []
        self._answer = Answer()
        self._server = Server(self._respond) if loopback else None
        self._base_url = str(
            http_library.URL(self._server.url if self._server is not None else setup.base_url)
        )
        self._loop = asyncio.new_event_loop() if kind == "async" else None
        options: dict[str, Any] = {"max_retries": 0, **setup.credentials}
        if self._server is not None or not setup.has_base_url:
            options["base_url"] = self._base_url
        if self._server is None:
            transport = http_library.MockTransport(self._handle)
            library = http_library.Client if self._loop is None else http_library.AsyncClient
            self._http_client: Any = library(transport=transport)
            options["http_client"] = self._http_client
        if self._loop is None:
            self.client: C = setup.client(**options)
        else:
            waiting = Waiting(setup.async_client(**options), self._loop.run_until_complete)
            self.client = cast("C", waiting)

    def close(self) -> None:
        """Close everything that was opened for the test."""
        cast("Any", self.client).close()
        if self._loop is not None:
            if self._server is None:
                self._loop.run_until_complete(self._http_client.aclose())
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()
        elif self._server is None:
            self._http_client.close()
        if self._server is not None:
            self._server.close()

    def answer(
        self,
        status: int = 200,
        *,
        json: object = _NOTHING,
        text: str | None = None,
        content: bytes | None = None,
        content_type: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Choose what the next request is answered with."""
        usual, body = "", content or b""
        if json is not _NOTHING:
            usual, body = "application/json", _dumps(json)
        elif text is not None:
            usual, body = "text/plain", text.encode()
        self._answer = Answer(status, content_type or usual, body, headers or {})
        self._received.clear()

    def stream(
        self,
        *events: object,
        sentinel: str | None = None,
        framing: Literal["sse", "jsonl"] = "sse",
        content_type: str = "text/event-stream",
    ) -> None:
        """Answer the next request with events: text as it is, and anything else as JSON."""
        lines = [event if isinstance(event, str) else _dumps(event).decode() for event in events]
        lines += [] if sentinel is None else [sentinel]
        body = "".join(f"data: {line}\n\n" if framing == "sse" else f"{line}\n" for line in lines)
        self._answer = Answer(200, content_type, body.encode())

    def next_page(self, page: P) -> P:
        """The page after this one, which is asked for."""
        found = cast("Any", page).get_next_page()
        if self._loop is not None and isawaitable(found):
            found = self._loop.run_until_complete(found)
        return cast("P", found)

    @property
    def request(self) -> Request:
        """The one request that was sent since the answer was chosen."""
        assert len(self._received) == 1, f"{len(self._received)} requests were sent"
        method, url, pairs, body = self._received[0]
        headers = {name.lower(): value for name, value in pairs}
        proof = {name.lower(): value for name, value in self._setup.proof.items()}
        signed = proof.items() <= headers.items()
        kept = {
            name: value
            for name, value in headers.items()
            if name not in _OF_TRANSPORT
            and not (name in _USUALLY and _USUALLY[name].fullmatch(value))
            and name not in self._setup.unsaid
            and not (signed and name in proof)
        }
        base, below = self._base_url.rstrip("/"), url.partition("#")[0]
        if re.match(f"{re.escape(base)}([/?]|$)", below):
            below = below.removeprefix(base)
        where = below if self._server is None else _Anywhere(below)
        found = _read_body(kept, body)
        return Request(method, where, kept, signed=signed, **found)

    def asked_for(self, media_type: str) -> bool:
        """Did the request ask for an answer of this type?"""
        headers = {name.lower(): value for name, value in self._received[-1][2]}
        return headers.get("accept") == media_type

    def _handle(self, request: Any) -> Any:
        answer = self._respond(
            request.method, str(request.url), list(request.headers.multi_items()), request.content
        )
        headers = dict(answer.headers)
        headers |= {"content-type": answer.content_type} if answer.content_type else {}
        return http_library.Response(answer.status, headers=headers, content=answer.body)

    def _respond(
        self, method: str, url: str, headers: list[tuple[str, str]], body: bytes
    ) -> Answer:
        self._received.append((method, url, headers, body))
        return self._answer


def _dumps(value: object) -> bytes:
    return json.dumps(value).encode()


def _read_body(headers: dict[str, str], body: bytes) -> dict[str, Any]:
    """The body by its media type, which then stays among the headers only where it is unusual."""
    content_type = headers.get("content-type", "")
    media_type = content_type.partition(";")[0].strip().lower()
    usual = _USUAL.get(media_type)
    if usual == "parts" or content_type in _USUAL:
        del headers["content-type"]
    if usual == "form":
        return {"form": parse_qsl(body.decode(), keep_blank_values=True)}
    if usual == "parts":
        return {"parts": list(_parts(content_type, body))}
    if "json" in media_type and body:
        with suppress(ValueError):  # it may be a sequence of texts
            return {"json": json.loads(body)}
    return {"content": body} if body else {}


def _parts(content_type: str, body: bytes) -> Iterator[Part]:
    message: Any = message_from_bytes(
        f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=HTTP
    )
    for part in message.iter_parts() if message.is_multipart() else ():
        headers = {name.lower(): str(value) for name, value in part.items()}
        headers.pop("content-disposition")
        yield Part(
            name=part.get_param("name", header="content-disposition"),
            content=part.get_payload(decode=True).decode(),
            file_name=part.get_filename(),
            content_type=headers.pop("content-type", None),
            headers=headers,
        )


def plain(value: Any) -> Any:
    """A result as the JSON that it was made of."""
    if isinstance(value, Waiting):
        return plain(unwrapped(value))
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in cast("dict[str, Any]", value).items()}
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    return value.to_dict() if hasattr(value, "to_dict") else value
