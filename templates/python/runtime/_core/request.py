"""One call: how it becomes a request, and how its answer becomes a result."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, TypedDict, get_args, get_origin

from .codec import encode
from .kinds import is_mapping
from .errors import APIStatusError
from .options import RequestOptions
from .response import AsyncBinaryResponse, BinaryResponse, parse_body
from .unset import NotGiven, Omit, omit
from .uploads import Content, Multipart, multipart
from .wire import form_body

if TYPE_CHECKING:
    from .auth import Alternatives
    from .core import ClientCore
    from .streaming import Framing

Mode = Literal["parsed", "raw", "streaming"]


class Parts(RequestOptions, total=False):
    """What a generated method says of its request, besides the options of the call."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    header: Mapping[str, object]
    cookie: Mapping[str, object]
    json: object
    form: Mapping[str, object]
    multipart: Mapping[str, object]
    content: object
    content_type: str
    content_types: Mapping[str, str]
    framing: Framing
    accept: str
    security: Alternatives
    base_url: str


class Body(TypedDict):
    """A body that is ready to be sent, and its media type."""

    content: bytes | Multipart | Content | None
    content_type: str


@dataclass(frozen=True)
class Call:
    """A call that is on its way: `to` is what it answers, `parts` what it sends."""

    client: ClientCore
    method: str
    url: str
    to: Any
    parts: Parts
    mode: Mode = "parsed"

    def answering(self, to: Any) -> Call:
        """The same call with another type for its answer."""
        return replace(self, to=to)

    @property
    def framing(self) -> Framing | None:
        """How the answer is cut into events, if it is a stream."""
        return self.parts.get("framing")

    @property
    def failures(self) -> Any:
        """The exceptions of the HTTP library that mean a broken connection."""
        return self.client.transport.failures

    @property
    def is_stream(self) -> bool:
        """Does the answer arrive event by event?"""
        from .streaming import AsyncStream, Stream

        return (get_origin(self.to) or self.to) in (Stream, AsyncStream)

    @property
    def stream_type(self) -> Any:
        """The type of the events of a stream."""
        arguments = get_args(self.to)
        return arguments[0] if arguments else object

    @property
    def is_lazy(self) -> bool:
        """Is the body left on the connection until it is wanted?"""
        return self.to in (BinaryResponse, AsyncBinaryResponse) or self.is_stream

    def accept(self) -> str:
        """The `Accept` header."""
        if "accept" in self.parts:
            return self.parts["accept"]
        if self.is_stream:
            framing = self.framing
            return "text/event-stream" if framing is None or framing.kind == "sse" else "application/jsonl"
        if self.to in (BinaryResponse, AsyncBinaryResponse, bytes, NoneType):
            return "*/*"
        return "text/plain" if self.to is str else "application/json"

    def body(self) -> Body:
        """The body in its encoding, with the further fields that the caller gave."""
        parts = self.parts
        more = parts.get("extra_body") or {}
        if "multipart" in parts:
            form = multipart({**parts["multipart"], **more}, parts.get("content_types"))
            return {"content": form, "content_type": form.content_type}
        if "form" in parts:
            fields = {**parts["form"], **more}
            return {"content": form_body(fields), "content_type": "application/x-www-form-urlencoded"}
        if "content" in parts and not isinstance(parts["content"], (Omit, NotGiven)):
            content_type = parts.get("content_type", "application/octet-stream")
            return {"content": Content(parts["content"]), "content_type": content_type}
        value = parts.get("json", omit)
        if more:
            value = {**value, **more} if is_mapping(value) else more
        if isinstance(value, (Omit, NotGiven)):
            return {"content": None, "content_type": ""}
        text = json.dumps(encode(value), separators=(",", ":"), ensure_ascii=False)
        # A lone surrogate has no UTF-8 form; as an escape it is sent as it was given.
        data = text.encode("utf-8") if text.isascii() or _is_sound(text) else json.dumps(encode(value)).encode("ascii")
        return {"content": data, "content_type": parts.get("content_type", "application/json")}

    def result(self, raw: Any, retries_taken: int) -> Any:
        """What the call returns; the body has been read, unless the call is lazy."""
        if self.to is BinaryResponse:
            return BinaryResponse(raw, retries_taken)
        if self.to is AsyncBinaryResponse:
            return AsyncBinaryResponse(raw, retries_taken)
        if self.is_stream:
            return (get_origin(self.to) or self.to)(raw, self)
        return parse_body(self.to, raw)

    def status_error(self, raw: Any, body: Any, status: int) -> APIStatusError:
        """The error for a failure, with its body as a model where the API describes one."""
        return self.client.status_error(raw, body, status)


def _is_sound(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
