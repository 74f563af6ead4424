"""What can be chosen: for a client, for one call, and, by the generator, for the API as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

from .auth import Alternatives, AuthScheme
from .errors import APIStatusError
from .retry import RetryPolicy
from .unset import NotGiven, not_given

if TYPE_CHECKING:
    from .choices import ClientOption
    from .unset import Omit

DEFAULT_MAX_RETRIES = 2

Hook: TypeAlias = Callable[[Any], object]
"""A function that is called with a request or a response of the HTTP library. That of an asynchronous client
may be asynchronous."""


@dataclass(frozen=True)
class Timeout:
    """Seconds that each step of an attempt may take: `total`, unless a step has a limit of its own.

    `read` is the time between two pieces of an answer, `pool` that until a connection is free.
    None waits forever.
    """

    total: float | None = 60.0
    connect: float | NotGiven | None = not_given
    read: float | NotGiven | None = not_given
    write: float | NotGiven | None = not_given
    pool: float | NotGiven | None = not_given


@dataclass(frozen=True)
class ConnectionLimits:
    """How many connections a client keeps."""

    max_connections: int = 1000
    max_keepalive_connections: int = 100


DEFAULT_TIMEOUT = Timeout(60.0, connect=5.0)
DEFAULT_CONNECTION_LIMITS = ConnectionLimits()


class RequestOptions(TypedDict, total=False):
    """What every call takes besides its own arguments."""

    extra_headers: Mapping[str, str | Omit] | None
    """Further headers; the value `omit` removes one that would be sent."""

    extra_query: Mapping[str, object] | None
    """Further query parameters; the value `omit` removes one that would be sent."""

    extra_body: Mapping[str, object] | None
    """Further fields of a JSON or form body."""

    timeout: float | Timeout | NotGiven | None
    """Seconds that each step of an attempt may take, or a `Timeout`; None waits forever."""

    max_retries: int
    """How often this call is sent again when it fails; 0 turns retries off."""

    deadline: float | None
    """Seconds that the call may take in all, with its retries and the waits between them; for a stream or a
    download, until it begins. None sets no end."""

    idempotency_key: str
    """A key under which the server recognises a repeated request; the same for all attempts."""


OPTION_NAMES = (
    "extra_headers",
    "extra_query",
    "extra_body",
    "timeout",
    "max_retries",
    "deadline",
    "idempotency_key",
)


@dataclass(frozen=True)
class Settings:
    """What the generator knows of an API: its names, where it is, how it is secured, and how it fails.

    `variables` names the environment variables: of credentials, and of `base_url`, `log` and `headers`.
    `error_type` is the module, relative to the package, and the name of the model of a failure.
    `options` are those of the client that are no credentials. `headers`, `timeout` and `max_retries` are
    what a request has where nobody says; with an `idempotency_header`, each call that changes something has
    a key there. An API without `has_calls` only sends webhooks, and needs no address.
    """

    package: str
    version: str
    title: str
    base_url: str = ""
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    auth: tuple[AuthScheme, ...] = ()
    security: Alternatives = ()
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    errors: Mapping[int, type[APIStatusError]] = field(
        default_factory=dict[int, type[APIStatusError]]
    )
    error_type: tuple[str, str] | None = None
    options: tuple[ClientOption, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    timeout: float | None = None
    max_retries: int = DEFAULT_MAX_RETRIES
    idempotency_header: str = ""
    has_calls: bool = True
