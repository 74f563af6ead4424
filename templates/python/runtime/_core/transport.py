"""The HTTP library behind the clients: httpx2, or httpx where only that is installed. Nothing else imports either."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol

from .errors import APIConnectionError, APITimeoutError
from .options import DEFAULT_CONNECTION_LIMITS, DEFAULT_TIMEOUT, Timeout


class HTTPClient(Protocol):
    """A client of either library: `httpx2.Client` or `httpx.Client`."""

    @property
    def build_request(self) -> Callable[..., Any]: ...

    @property
    def send(self) -> Callable[..., Any]: ...

    @property
    def close(self) -> Callable[..., Any]: ...


class AsyncHTTPClient(Protocol):
    """An asynchronous client of either library."""

    @property
    def build_request(self) -> Callable[..., Any]: ...

    @property
    def send(self) -> Callable[..., Any]: ...

    @property
    def aclose(self) -> Callable[..., Any]: ...


def _library() -> Any:
    try:
        return import_module("httpx2")
    except ModuleNotFoundError:
        return import_module("httpx")


def _library_of(client: Any) -> Any:
    """The library that a client of the user's comes from, whatever the class it derived."""
    for base in type(client).__mro__:
        root = base.__module__.partition(".")[0]
        if root in {"httpx2", "httpx"}:
            return sys.modules[root]
    raise TypeError(f"http_client must be a client of httpx2 or httpx, not {type(client).__name__}")


def DefaultHttpxClient(**options: Any) -> HTTPClient:  # noqa: N802, it stands for a class
    """A client with this package's timeout, limits and redirects, for those who want to change something else."""
    library = _library()
    client: HTTPClient = library.Client(**_defaults(library), **options)
    return client


def DefaultAsyncHttpxClient(**options: Any) -> AsyncHTTPClient:  # noqa: N802, it stands for a class
    """The asynchronous twin of `DefaultHttpxClient`."""
    library = _library()
    client: AsyncHTTPClient = library.AsyncClient(**_defaults(library), **options)
    return client


def _defaults(library: Any) -> dict[str, Any]:
    limits = DEFAULT_CONNECTION_LIMITS
    return {
        "timeout": _timeout(library, DEFAULT_TIMEOUT),
        "limits": library.Limits(
            max_connections=limits.max_connections, max_keepalive_connections=limits.max_keepalive_connections
        ),
        # A redirect to another host loses the credentials: both libraries see to that.
        "follow_redirects": True,
    }


def _timeout(library: Any, timeout: Any) -> Any:
    if isinstance(timeout, Timeout):
        steps = {name: getattr(timeout, name) for name in ("connect", "read", "write", "pool")}
        return library.Timeout(timeout.total, **{name: value for name, value in steps.items() if value is not None})
    return timeout


class Transport:
    """One client of the library; it is made when the first request is sent, and closed only if it is ours."""

    def __init__(self, client: Any, make: Callable[[], Any]) -> None:
        self.is_ours = client is None
        self._client = client
        self._make = make
        self._given = _library_of(client) if client is not None else None
        self.is_closed = False

    @property
    def client(self) -> Any:
        """The client of the library."""
        if self._client is None:
            self._client = self._make()
        return self._client

    @property
    def is_open(self) -> bool:
        """Is there a client that could be closed?"""
        return self._client is not None and not self.is_closed

    @property
    def library(self) -> Any:
        """The library that the client is of."""
        if self._given is None:
            self._given = _library_of(self.client)
        return self._given

    def build(self, method: str, url: str, *, headers: list[tuple[str, str]], content: Any, timeout: Any) -> Any:
        """A request of the library."""
        chosen = _timeout(self.library, timeout)
        return self.client.build_request(method, url, headers=headers, content=content, timeout=chosen)

    @property
    def failures(self) -> Any:
        """The library's exceptions that mean that no complete answer came."""
        return (self.library.TransportError, self.library.StreamError, self.library.InvalidURL, self.library.TooManyRedirects)


def connection_error(failure: Exception, request: Any) -> APIConnectionError:
    """The library's exception as one of ours."""
    said = str(failure) or type(failure).__name__
    if "Timeout" in type(failure).__name__:
        return APITimeoutError(f"the request timed out: {said}", request=request)
    return APIConnectionError(f"the connection failed: {said}", request=request)
