"""One call: what it sends, and how its answer becomes a result."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, cast, get_args, get_origin

from .codec import decode, encode
from .errors import APIResponseValidationError, APIStatusError, request_id_of
from .kinds import is_class, is_mapping, is_object
from .model import BaseModel
from .options import RequestOptions
from .response import AsyncBinaryResponse, BinaryResponse
from .styles import Style, in_styles
from .unset import NotGiven, Omit, is_unset, omit

if TYPE_CHECKING:
    from .auth import Alternatives
    from .core import ClientCore
    from .multipart import Multipart
    from .uploads import Content

Mode = Literal["parsed", "raw", "streaming"]
Sent: TypeAlias = "bytes | Multipart | Content | None"
"""A body in its encoding; None where there is none."""


class Answering(Protocol):
    """What makes a result of an answer where its body alone does not do."""

    def answer(self, call: Call, raw: Any) -> Any:
        """The result of a call; the body has been read."""
        ...


class LiveAnswer:
    """The base of what a call may answer before the body has arrived: it reads that by itself."""

    def __init__(self, raw: Any, call: Call) -> None:
        raise NotImplementedError

    @classmethod
    def media_type(cls, call: Call) -> str:
        """What the call asks the server for."""
        raise NotImplementedError


class Parts(RequestOptions, total=False):
    """What a generated method says of its request, besides the options of the call.

    `querystring` is a query that is one text. At most one of `json`, `form`, `multipart` and `content` is
    the body; `content` is bytes, text, an open file, a path, or gives pieces of bytes. `files` names the
    fields of a form that take files alone, or the argument behind a `content` that does. `security`,
    `base_url`, `default_retries` and `default_timeout` stand for what the client has. `unwrap` is the field
    of the answer that is returned in its place.
    """

    path: Mapping[str, object]
    query: Mapping[str, object]
    header: Mapping[str, object]
    cookie: Mapping[str, object]
    querystring: object
    json: object
    form: Mapping[str, object]
    multipart: Mapping[str, object]
    content: object
    content_type: str
    content_types: Mapping[str, str]
    part_headers: Mapping[str, Mapping[str, str]]
    files: tuple[str, ...]
    styles: Mapping[str, Style]
    framing: object
    accept: str
    default_retries: int
    default_timeout: float
    security: Alternatives
    scopes: tuple[str, ...]
    base_url: str
    pages: Answering
    unwrap: str


PART_NAMES = frozenset(Parts.__annotations__)
"""All that a call can say of its request."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call that is on its way: `to` is the type that it answers, `parts` what it sends."""

    client: ClientCore
    method: str
    url: str
    to: Any
    parts: Parts
    mode: Mode = "parsed"

    def answering(self, to: Any) -> Call:
        """The same call with another type for its answer."""
        parts = {name: part for name, part in self.parts.items() if name != "unwrap"}
        return replace(self, to=to, parts=cast("Parts", parts))

    @property
    def live(self) -> type[LiveAnswer] | None:
        """The class of the answer where that reads its body by itself."""
        kind = get_origin(self.to) or self.to
        return kind if is_class(kind) and issubclass(kind, LiveAnswer) else None

    @property
    def is_lazy(self) -> bool:
        """Is the body left on the connection until it is wanted?"""
        return self.to in (BinaryResponse, AsyncBinaryResponse) or self.live is not None

    def accept(self) -> str:
        """The `Accept` header."""
        if "accept" in self.parts:
            return self.parts["accept"]
        if self.to in (BinaryResponse, AsyncBinaryResponse, bytes, NoneType):
            return "*/*"
        live = self.live
        if live is not None:
            return live.media_type(self)
        return "text/plain" if self.to is str else "application/json"

    def body(self) -> tuple[Sent, str]:
        """The body with the further fields that the caller gave, and its media type.

        Raises TypeError where the body has no fields to add to, or holds what its encoding has no form for.
        """
        parts = self.parts
        more = parts.get("extra_body") or {}
        if "multipart" in parts and (more or not is_unset(parts["multipart"])):
            fields = in_styles({**_given(parts["multipart"]), **more}, parts.get("styles"))
            from .multipart import multipart  # only here: most calls send no files

            form = multipart(
                fields,
                parts.get("content_types"),
                parts.get("part_headers"),
                parts.get("files", ()),
            )
            return form, form.content_type
        if "form" in parts and (more or not is_unset(parts["form"])):
            fields = in_styles({**_given(parts["form"]), **more}, parts.get("styles"))
            from .forms import form_body  # only here: few calls send forms

            body = form_body(fields, parts.get("content_types"))
            return body, "application/x-www-form-urlencoded"
        content = parts.get("content", omit)
        if not isinstance(content, (Omit, NotGiven)):
            if more:
                raise TypeError("extra_body has no place in a body that is not made of fields")
            from .uploads import Content, raw_file  # only here, as above

            kind = parts.get("content_type", "application/octet-stream")
            if "files" in parts:
                content, kind = raw_file(parts["files"][0], content, kind)
            return Content(content), kind
        value = parts.get("json", omit)
        if more:
            value = _with_fields(value, more)
        if isinstance(value, (Omit, NotGiven)):
            return None, ""
        return _json_bytes(encode(value)), parts.get("content_type", "application/json")

    def result(self, raw: Any, retries_taken: int) -> Any:
        """What the call returns; the body has been read, unless the call is lazy."""
        if self.to is BinaryResponse or self.to is AsyncBinaryResponse:
            return self.to(raw, retries_taken)
        live = self.live
        if live is not None:
            return live(raw, self)
        pages = self.parts.get("pages")
        if pages is not None:
            return pages.answer(self, raw)
        return self.checked(self.to, parsed(self.to, raw, self.parts.get("unwrap")), raw)

    def checked(self, to: Any, value: Any, raw: Any) -> Any:
        """The value itself. Raises APIResponseValidationError where a strict client finds it unlike `to`."""
        if self.client.strict_validation and to is not NoneType and value is not raw:
            from .validation import first_mismatch  # only here: few ask for it

            mismatch = first_mismatch(to, value)
            if mismatch is not None:
                raise APIResponseValidationError(mismatch, response=raw, body=encode(value))
        return value

    def status_error(self, raw: Any, body: Any, status: int) -> APIStatusError:
        """The error for a failure, with its body as a model where the API describes one."""
        return self.client.status_error(raw, body, status)


def _given(fields: Mapping[str, object]) -> Mapping[str, object]:
    """The fields of a form; none where the form as a whole is omitted."""
    return {} if is_unset(fields) else fields


def _with_fields(value: Any, more: Mapping[str, object]) -> Mapping[Any, object]:
    if isinstance(value, (Omit, NotGiven)):
        return more
    if is_mapping(value):
        return {**value, **more}
    plain = encode(value)
    if not is_object(plain):
        raise TypeError("extra_body has no place in a body that is not made of fields")
    return {**plain, **more}


def _json_bytes(plain: Any) -> bytes:
    """Compact JSON in UTF-8. Raises ValueError for NaN and infinity, which JSON does not know."""
    text = json.dumps(plain, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8 form; as an escape it is sent as it was given.
        return json.dumps(plain, separators=(",", ":"), allow_nan=False).encode("ascii")


def _text(raw: Any) -> str:
    """The body as text: what a string of JSON says, or the body as it is."""
    said = _json_text(raw)
    return str(raw.text) if said is None else said


def _bytes(raw: Any) -> bytes:
    """The body as it is, or the bytes that its text stands for where JSON was asked for."""
    said = _json_text(raw) if "json" in raw.request.headers.get("accept", "") else None
    found = None if said is None else decode(bytes, said)
    return found if isinstance(found, bytes) else bytes(raw.content)


def _json_text(raw: Any) -> str | None:
    """The string that a body of JSON consists of, if it does."""
    if "json" in raw.headers.get("content-type", ""):
        with suppress(ValueError, RecursionError):
            value = json.loads(raw.content)
            return value if isinstance(value, str) else None
    return None


def parsed(to: Any, raw: Any, field: str | None = None, nothing: object = None) -> Any:
    """The body, already read, or one field of it, as the type `to`; null stands for nothing, where given.

    Raises APIResponseValidationError for what is no JSON, or no object, where that is promised. Other
    values of unexpected types stay as they came.
    """
    if to is NoneType:
        return None
    if to is str:
        return _text(raw)
    data = raw.content
    if to is bytes:
        return _bytes(raw)
    if to is not object and to in type(raw).__mro__:  # the library's own class
        return raw
    if not data and (to is object or NoneType in get_args(to)):
        return None
    try:
        value = None if raw.status_code == 204 and nothing is not None else json.loads(data)
    except (ValueError, RecursionError) as failure:
        kind = raw.headers.get("content-type", "no stated type")
        message = f"JSON was expected, but the server sent {len(data)} bytes of {kind}"
        raise APIResponseValidationError(message, response=raw, body=raw.text) from failure
    if field is not None and is_object(value):
        value = value.get(field)
    value = nothing if value is None else value
    result = decode(to, value)
    if isinstance(result, BaseModel):
        result._request_id = request_id_of(raw.headers)  # pyright: ignore[reportPrivateUsage]
    elif is_class(to) and issubclass(to, BaseModel):
        message = f"an object was expected, but the server sent {type(value).__name__}"
        raise APIResponseValidationError(message, response=raw, body=value)
    return result
