"""What is an example made of: arguments, the request that they lead to, and an answer?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sdkloom.ir.api import Framing, Place
from sdkloom.ir.base import Json
from sdkloom.ir.types import Type


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to send."""

    name: str
    content: str


Value = Json | Upload | Sequence["Value"] | Mapping[str, "Value"]
"""What an argument is given: JSON as it stands on the wire, with files among it."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What an example call gives.

    `parameters` are by place and name. Of the body, `fields` are those of a model that is spread into
    arguments, by their names on the wire, and `whole` holds one that is a single argument; both are None
    where nothing is sent. `offer` is a switch that travels nowhere: it only changes what is asked for.
    """

    parameters: Mapping[tuple[Place, str], Json]
    fields: Mapping[str, Value] | None = None
    whole: tuple[Value] | None = None
    offer: tuple[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A body of JSON."""

    value: Json
    media_type: str


@dataclass(frozen=True, slots=True)
class FormBody:
    """The fields of `application/x-www-form-urlencoded`, in order."""

    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a multipart form; `file_name` is set for files, and `media_type` where one is named.

    `headers` are the others that the document fixes.
    """

    name: str
    content: str
    file_name: str = ""
    media_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """The parts of `multipart/form-data`, in order."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ContentBody:
    """Text or raw bytes."""

    content: str
    media_type: str


Body = JsonBody | FormBody | MultipartBody | ContentBody


@dataclass(frozen=True, slots=True)
class Request:
    """What an example call has to send, exactly.

    `path` and `query` stand in percent-encoding; the order of the query means something only among equal
    names. `headers` and `cookies` are those of parameters, `proof` that of the sender. `server` is the
    address of the operation where it has one of its own.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    cookies: tuple[tuple[str, str], ...]
    body: Body | None
    proof: Proof
    server: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves who sends a request: names and values, percent-encoded where they stand in the query."""

    headers: tuple[tuple[str, str], ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    cookies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """What a stream carries; a stream of text carries it as it is, and one of anything else as JSON."""

    values: tuple[Json, ...]
    framing: Framing
    sentinel: str | None
    is_text: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service answers. `type` is that of the result, None where there is none.

    One of `json`, boxed, `text`, `content` of bytes and `events` is the body; without any there is none.
    """

    status: int
    media_type: str
    type: Type | None
    json: tuple[Json] | None = None
    text: str | None = None
    content: str | None = None
    events: Events | None = None
    headers: tuple[tuple[str, str], ...] = ()
