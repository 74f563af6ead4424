"""What is a public surface: calls, types, options and errors, by the names that users know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sdkloom.ir.base import Default, Json, Source
from sdkloom.ir.types import Type

# Types are expressions of the IR in which `RefType.id` is a public name. Where something stands in a file
# plays no part when surfaces are compared.


@dataclass(frozen=True, slots=True)
class Argument:
    """What a call takes: `place` is a part of the request; `position` counts those of the path from 1 on."""

    name: str
    place: str
    wire: str
    type: Type
    required: bool
    default: Default | None = None
    deprecated: bool = False
    former: tuple[str, ...] = ()
    position: int = 0
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gives: None for nothing, one by one where `stream` names how events are divided."""

    type: Type | None
    stream: str = ""


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """What a call gives instead where the argument `switch` has this value."""

    switch: str
    value: Json
    answer: Answer


@dataclass(frozen=True, slots=True)
class Pages:
    """How items come in pages: `kind` is cursor, offset or link, and `name` that of the rule."""

    kind: str
    name: str
    item: Type


@dataclass(frozen=True, slots=True)
class PublicCall:
    """A method of a resource.

    `operation` is its method and path, `params` the name of the type of what it takes beside its path.
    `others` are calls that are as good, `former` those that are kept and deprecated, and `former_params` such
    names of `params`. `docs` is a fingerprint of what is said of it.
    """

    name: str
    operation: str
    arguments: Mapping[str, Argument]
    params: str
    answer: Answer
    variants: tuple[OtherAnswer, ...] = ()
    pages: Pages | None = None
    others: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    deprecated: bool = False
    docs: str = ""
    source: Source | None = field(default=None, compare=False)
    former_params: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicField:
    """A property of an object by its name on the wire; `only` is "sent" or "received", or "" for both."""

    wire: str
    name: str
    type: Type
    required: bool
    only: str = ""
    default: Default | None = None
    deprecated: bool = False
    former: tuple[str, ...] = ()
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Record:
    """An object with fields; `extra` is the type of further ones."""

    fields: Mapping[str, PublicField]
    extra: Type | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """One of these values; others as well where it is `open`."""

    values: tuple[Json, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """A name for a type expression."""

    type: Type


Shape = Record | Values | Meaning


@dataclass(frozen=True, slots=True)
class PublicType:
    """A named type, what it looks like, and whether it is sent, received, or both.

    `sent_name` is the name of the form that is sent, for languages that have one form for each way, and
    `former_sent` are deprecated names of it.
    """

    name: str
    shape: Shape
    sent: bool
    received: bool
    sent_name: str = ""
    others: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    deprecated: bool = False
    docs: str = ""
    source: Source | None = field(default=None, compare=False)
    former_sent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicOption:
    """An option of the client, and the environment variable that it is read from."""

    variable: str
    type: Type
    required: bool = False


@dataclass(frozen=True, slots=True)
class Client:
    """How a client is made: packages by target, options and their environment variables, and the servers.

    `*_API_KEY` is a variable that begins with the name of the package. `errors` are classes by their status,
    and `error` the body that all failures share.
    """

    title: str = ""
    packages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    options: Mapping[str, PublicOption] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    servers: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    error: Type | None = None


@dataclass(frozen=True, slots=True)
class Webhooks:
    """Where webhooks are read, by which methods, and the payload of each."""

    resource: str = ""
    methods: tuple[str, ...] = ()
    events: Mapping[str, Type] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Surface:
    """All that an SDK promises; `version` is the one it was released as, where that is known."""

    calls: Mapping[str, PublicCall] = field(default_factory=dict)
    types: Mapping[str, PublicType] = field(default_factory=dict)
    client: Client = field(default_factory=Client)
    webhooks: Webhooks = field(default_factory=Webhooks)
    version: str = field(default="", compare=False)
    source: Source | None = field(default=None, compare=False)
