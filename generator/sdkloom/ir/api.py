"""An API as a client sees it: servers, security, operations and the definitions they use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum as StandardEnum

from sdkloom.ir.base import Default, Docs, Example, Json, Name, Source
from sdkloom.ir.events import EventRule
from sdkloom.ir.options import ClientOption
from sdkloom.ir.pages import Pagination
from sdkloom.ir.types import Definition, Type


class Place(StandardEnum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERYSTRING = "querystring"


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, its variables already replaced by their defaults; `name` is that of its environment.

    `template` is the URL with its variables, "" where there are none.
    """

    url: str
    docs: Docs
    name: str = ""
    template: str = ""
    variables: tuple[ClientOption, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value outside the body.

    `style` and `explode` are OpenAPI's words, with `indices` for lists as `a[0]=1&a[1]=2` and `dots` for
    objects as `a.b=1`; `media_type` is set for `content` parameters. In the `querystring` a value is the
    query as a whole: its JSON, or its text where the media type is none of JSON.
    """

    name: Name
    place: Place
    type: Type
    required: bool
    style: str
    explode: bool
    default: Default | None
    docs: Docs
    source: Source
    allow_reserved: bool = False
    media_type: str = ""


class Encoding(StandardEnum):
    """How a request body is written."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """What the document says of one property of a form or multipart body.

    With a `style` the property is written as a parameter of that style, and has no media type of its own.
    `headers` are those of its part, by name, whose values the document fixes.
    """

    property: str
    content_type: str = ""
    style: str = ""
    explode: bool = True
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RequestBody:
    """A body; `spread` is the id of the model whose fields become arguments of the call, None where the
    body is one argument.

    `names` are those that fields have as arguments of this call alone, and `called` that of a body which is
    one, None for the usual one.
    """

    encoding: Encoding
    media_type: str
    type: Type
    required: bool
    spread: str | None
    docs: Docs
    source: Source
    parts: tuple[PartEncoding, ...] = ()
    names: tuple[Name, ...] = ()
    called: Name | None = None


class Framing(StandardEnum):
    """How a stream is cut into events."""

    SSE = "sse"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Streaming:
    """A body that arrives as events. `error_field` is a dotted path inside an event that carries an error.

    Of the `rules` the first that fits an event decides.
    """

    framing: Framing
    event: Type
    sentinel: str | None = None
    error_field: str | None = None
    rules: tuple[EventRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """A header of an answer, in the `simple` style."""

    name: Name
    type: Type
    required: bool
    docs: Docs
    source: Source


@dataclass(frozen=True, slots=True)
class Response:
    """What success looks like.

    `type` is None where there is no body; a stream has `streaming` set and its event as type. `unwrap` is
    the field of the body that is answered in its place: `type` is that of the field.
    """

    statuses: tuple[str, ...]
    media_type: str
    type: Type | None
    docs: Docs
    streaming: Streaming | None = None
    example: Example | None = None
    headers: tuple[Header, ...] = ()
    unwrap: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another response that the call gives when the argument `switch` has the value `value`.

    The switch is a property of the body or a parameter. Where it is `negotiated` it is neither: the client
    offers it, and the media type that it asks for in the `Accept` header is all that the service sees.
    """

    switch: str
    value: Json
    response: Response
    negotiated: bool = False


@dataclass(frozen=True, slots=True)
class ErrorModel:
    """The body of a failure; `status` is a code, a range such as "4XX", or "default"."""

    status: str
    type: Type | None
    docs: Docs
    headers: tuple[Header, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A program that the document gives for an operation."""

    language: str
    label: str
    source: str


@dataclass(frozen=True, slots=True)
class ChosenCall:
    """Where the author of a document wants an operation to be found.

    `resources` is None, and `method` "", where only the other was chosen; `keywords` say so.
    """

    resources: tuple[str, ...] | None
    method: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path.

    `security` and `scopes`, which its schemes need, are None where the API's own apply, `pagination` where
    the answer comes as a whole. One that is not `retried` is made again only where the caller says so.
    `attempts` and `timeout`, in seconds, are what it has of its own. `positional` are the path parameters
    that may be given by their places, None where it is as usual in the language.
    """

    id: str
    name: Name
    method: str
    path: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    response: Response
    variants: tuple[Variant, ...]
    errors: tuple[ErrorModel, ...]
    security: tuple[tuple[str, ...], ...] | None
    servers: tuple[Server, ...]
    docs: Docs
    source: Source
    samples: tuple[Sample, ...] = ()
    chosen: ChosenCall | None = None
    retried: bool = True
    attempts: int | None = None
    timeout: float | None = None
    positional: tuple[str, ...] | None = None
    pagination: Pagination | None = None
    scopes: tuple[tuple[str, tuple[str, ...]], ...] | None = None


class AuthKind(StandardEnum):
    """The ways of proving who calls."""

    BEARER = "bearer"
    BASIC = "basic"
    API_KEY = "api_key"
    MUTUAL_TLS = "mutual_tls"


class Grant(StandardEnum):
    """The ways in which OAuth 2 gives a token."""

    CLIENT_CREDENTIALS = "client credentials"
    AUTHORIZATION_CODE = "authorization code"
    DEVICE = "device"
    IMPLICIT = "implicit"
    PASSWORD = "password"


class ClientAuthentication(StandardEnum):
    """How a client proves itself where tokens come from (RFC 7591, section 2)."""

    BASIC = "client_secret_basic"
    POST = "client_secret_post"


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """Where a token comes from; "" where the grant needs no such URL. `scopes` go with what they allow."""

    grant: Grant
    token_url: str
    authorization_url: str
    device_url: str
    refresh_url: str
    scopes: tuple[tuple[str, str], ...]
    authentication: ClientAuthentication = ClientAuthentication.BASIC


@dataclass(frozen=True, slots=True)
class AuthScheme:
    """A security scheme. OAuth 2 and OpenID Connect travel as bearer tokens.

    `parameter` and `place` are set for API keys, `flows` for OAuth 2. `options` are the words of the client's
    options for it: one, or two for basic authentication, () for one that was not chosen; the name stage gives
    words to all of them, and to those of `fetching`, by which a client gets tokens: id, secret and URL.
    """

    name: Name
    kind: AuthKind
    docs: Docs
    source: Source
    place: Place | None = None
    parameter: str = ""
    options: tuple[tuple[str, ...], ...] = ()
    flows: tuple[OAuthFlow, ...] = ()
    fetching: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the service makes, and its payload.

    `owner` is the id of the operation that asks for it, or None: then the service makes it to whoever
    registered an address for it.
    """

    name: Name
    method: str
    type: Type
    docs: Docs
    source: Source
    owner: str | None = None
    encoding: Encoding = Encoding.JSON


EVENTS = "#/webhooks"
"""The id of the definition of what webhooks carry: a choice of their payloads, where they carry JSON."""


@dataclass(frozen=True, slots=True)
class Omission:
    """A part of the document that was left out, and the diagnostic code that says why."""

    pointer: str
    code: str


@dataclass(frozen=True, slots=True)
class Api:
    """The whole. `definitions` is keyed by id, in document order.

    `error` is the failure body shared by all operations, `headline` the id of the operation that the
    configuration wants to be shown first. `tags` are the groups of operations of which something is said.
    """

    title: str
    version: str
    docs: Docs
    servers: tuple[Server, ...]
    operations: tuple[Operation, ...]
    definitions: Mapping[str, Definition]
    auth: tuple[AuthScheme, ...]
    security: tuple[tuple[str, ...], ...]
    error: Type | None
    source: Source
    omissions: tuple[Omission, ...] = field(default=())
    sent: tuple[str, ...] = field(default=())
    received: tuple[str, ...] = field(default=())
    webhooks: tuple[Webhook, ...] = field(default=())
    scopes: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    headline: str | None = None
    options: tuple[ClientOption, ...] = field(default=())
    headers: tuple[tuple[str, str], ...] = field(default=())
    tags: tuple[tuple[str, Docs], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class OtherCall:
    """A further method of a resource for an operation that has a call of its own.

    `former` says that it is kept for those who know it, and deprecated; else both calls are as good.
    """

    operation: str
    method: tuple[str, ...]
    former: bool


@dataclass(frozen=True, slots=True)
class FormerResource:
    """A name that a resource had here: its words, and the words of the path where it is found now."""

    words: tuple[str, ...]
    path: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """A node of the tree of resources, which the name stage grows from the operations.

    `operations` are ids, and `others` further calls of operations; a child may hold nothing but those.
    `former` are deprecated names of resources that are found elsewhere now. One that `unwraps` checks and
    reads the webhooks of the API.
    """

    name: Name
    operations: tuple[str, ...]
    children: tuple[Resource, ...]
    others: tuple[OtherCall, ...] = ()
    former: tuple[FormerResource, ...] = ()
    unwraps: bool = False
