"""The only place that knows the HTTP library: httpx2, or httpx where only that is installed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from importlib import import_module
from threading import Lock
from typing import Any, Literal, Protocol

from .errors import APIConnectionError, APITimeoutError, SDKError
from .options import DEFAULT_CONNECTION_LIMITS, DEFAULT_TIMEOUT, Timeout
from .unset import NotGiven, not_given


class HTTPClient(Protocol):
    """A client of either library: `httpx2.Client` or `httpx.Client`."""

    @property
    def build_request(self) -> Callable[..., Any]: ...

    @property
    def send(self) -> Callable[..., Any]: ...

    @property
    def close(self) -> Callable[..., Any]: ...


class AsyncHTTPClient(Protocol):
    """An asynchronous client of either library: `httpx2.AsyncClient` or `httpx.AsyncClient`."""

    @property
    def build_request(self) -> Callable[..., Any]: ...

    @property
    def send(self) -> Callable[..., Any]: ...

    @property
    def aclose(self) -> Callable[..., Any]: ...


def DefaultHttpxClient(**options: Any) -> HTTPClient:
    """A client with this package's timeout, limits and redirects, except for the options given here."""
    client: HTTPClient = _make_client("Client", options)
    return client


def DefaultAsyncHttpxClient(**options: Any) -> AsyncHTTPClient:
    """The asynchronous twin of `DefaultHttpxClient`."""
    client: AsyncHTTPClient = _make_client("AsyncClient", options)
    return client


Kind = Literal["Client", "AsyncClient"]
_TRUST = {"verify", "cert", "trust_env", "transport"}
"""Options of the library's clients that say whom to trust, or leave it to something else."""


def _make_client(kind: Kind, options: dict[str, Any]) -> Any:
    try:
        library = import_module("httpx2")
    except ModuleNotFoundError:
        library = import_module("httpx")
    limits = DEFAULT_CONNECTION_LIMITS
    chosen: dict[str, Any] = {
        "timeout": DEFAULT_TIMEOUT,
        "limits": library.Limits(
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive_connections,
        ),
        "follow_redirects": True,
        **options,
    }
    if not options.keys() & _TRUST:
        from .certificates import LateContext  # only here: importing the package must stay cheap

        chosen["verify"] = LateContext(library.create_ssl_context)
    return getattr(library, kind)(**{**chosen, "timeout": _timeout(library, chosen["timeout"])})


def _timeout(library: Any, timeout: Any) -> Any:
    """Our `Timeout` as the library's; numbers, None, and what is the library's already are left alone."""
    if not isinstance(timeout, Timeout):
        return timeout
    steps = {name: getattr(timeout, name) for name in ("connect", "read", "write", "pool")}
    given = {name: value for name, value in steps.items() if not isinstance(value, NotGiven)}
    return library.Timeout(timeout.total, **given)


def _library_of(thing: object) -> Any:
    """The library that an object comes from, whatever class was derived from its own; None for a stranger."""
    roots = (base.__module__.partition(".")[0] for base in type(thing).__mro__)
    return next((sys.modules[root] for root in roots if root in {"httpx2", "httpx"}), None)


class Transport:
    """One client of the library. Our own is made for the first request, and only our own is closed."""

    def __init__(self, kind: Kind, given: HTTPClient | AsyncHTTPClient | None) -> None:
        self._kind: Kind = kind
        self._client: Any = given
        self._is_ours = given is None
        self._lock = Lock()
        self.is_closed: bool = False
        library = _library_of(given)
        if given is not None and not (library and isinstance(given, getattr(library, kind))):
            wanted = f"httpx2.{kind} or httpx.{kind}"
            raise TypeError(f"http_client must be an {wanted}, not {type(given).__name__}")

    def replaced(self, given: HTTPClient | AsyncHTTPClient | None) -> Transport:
        """A transport of the same kind with this client; the same transport if there is none."""
        return self if given is None else Transport(self._kind, given)

    @property
    def client(self) -> Any:
        """The client of the library. Raises SDKError once it was closed."""
        if self._client is None:
            with self._lock:  # threads that share a client must not make two, or one after the end
                if self._client is None and not self.is_closed:
                    self._client = _make_client(self._kind, {})
        if self.is_closed:
            raise SDKError("the client has been closed")
        return self._client

    @property
    def library(self) -> Any:
        """The library that the client is of; None before there is one."""
        return _library_of(self._client)

    @property
    def timeout(self) -> Any:
        """What the user chose for a client of their own; not given where it has the library's default."""
        if self._is_ours:
            return not_given
        usual = self.library.Timeout(5.0)  # what both libraries document as their default
        return not_given if self._client.timeout == usual else self._client.timeout

    def retire(self) -> Any:
        """No more requests. Returns the client that is to be closed now, or None."""
        with self._lock:  # a client that a thread is just making must be closed as well
            closing = self._client if self._is_ours and not self.is_closed else None
            self.is_closed = True
        return closing

    def build(
        self,
        method: str,
        url: str,
        *,
        headers: list[tuple[bytes, bytes]],
        content: Any,
        timeout: Any,
    ) -> Any:
        """A request of the library. Raises its `InvalidURL` for an address that no host can have."""
        client = self.client
        chosen = _timeout(self.library, timeout)
        request = client.build_request(
            method, url, headers=headers, content=content, timeout=chosen
        )
        if not _is_host(request.url):
            raise self.library.InvalidURL(f"no host can have the address {url!r}")
        return request

    def is_redirect(self, response: Any) -> bool:
        """Does the answer send us elsewhere, and does the client go there?"""
        return response.next_request is not None and bool(self.client.follow_redirects)

    def redirect(self, response: Any, secrets: Iterable[str]) -> tuple[Any, dict[str, Any]]:
        """The request that a redirect asks for, and options for sending it.

        We follow redirects ourselves, because the libraries take only `Authorization` from a request that
        goes to another origin; `secrets` names the other headers that must not go there.
        """
        request = response.next_request
        if len(response.history) >= self.client.max_redirects:
            raise self.library.TooManyRedirects("too many redirects", request=response.request)
        if not _is_foreign(response.request.url, request.url):
            return request, {}
        for name in secrets:
            request.headers.pop(name, None)
        # Without this, the credentials that the user gave to a client of their own would be added again.
        return request, {"auth": None}

    @property
    def failures(self) -> Any:
        """The library's exceptions that mean that no complete answer came."""
        library = self.library
        return (library.RequestError, library.StreamError, library.InvalidURL) if library else ()


def _is_host(url: Any) -> bool:
    """Could there be such a host?

    The libraries escape what stands in no name, and leave the rest to a look-up, whose failure would seem
    to pass.
    """
    if url.port is not None and url.port > 65535:
        return False
    host = url.raw_host.decode("ascii")
    labels = host.removesuffix(".").split(".")
    return ":" in host or ("%" not in host and all(0 < len(label) < 64 for label in labels))


def _is_foreign(origin: Any, target: Any) -> bool:
    if origin.host != target.host:
        return True
    is_upgrade = target.scheme == "https" and target.port is None and origin.port is None
    return not is_upgrade and (origin.scheme, origin.port) != (target.scheme, target.port)


def watch(response: Any, check: Callable[[], None]) -> None:
    """Call `check` whenever a piece of the body has come; what it raises ends the reading."""
    inner = response.stream
    base: Any = _library_of(response).SyncByteStream

    class Watched(base):  # type: ignore[misc]
        def __iter__(self) -> Generator[bytes, None, None]:
            for piece in inner:
                check()
                yield piece

        def close(self) -> None:
            inner.close()

    response.stream = Watched()


def is_final(failure: Exception) -> bool:
    """Would the same request fail in the same way again?"""
    library = _library_of(failure)
    names = (
        "UnsupportedProtocol",
        "TooManyRedirects",
        "DecodingError",
        "StreamError",
        "InvalidURL",
    )
    return library is None or isinstance(failure, tuple(getattr(library, name) for name in names))


def connection_error(failure: Exception, request: Any) -> APIConnectionError:
    """The library's exception as one of ours."""
    said = str(failure) or type(failure).__name__
    library = _library_of(failure)
    if library is not None and isinstance(failure, library.TimeoutException):
        return APITimeoutError(f"the request timed out: {said}", request=request)
    return APIConnectionError(f"the connection failed: {said}", request=request)


@contextmanager
def reading(response: Any) -> Generator[None, None, None]:
    """Around the reading of a body: the library's exceptions become ours."""
    try:
        yield
    except Exception as failure:
        library = _library_of(failure)
        if library is not None and isinstance(failure, library.RequestError):
            raise connection_error(failure, response.request) from failure
        if library is not None and isinstance(failure, library.StreamError):
            message = "the body cannot be read: it was closed, or is not there yet"
            raise SDKError(message) from failure
        raise


def read_whole(response: Any) -> bytes:
    """The body as a whole. The connection is given back even where reading fails."""
    try:
        body: bytes = response.read()
    finally:
        response.close()
    return body


async def aread_whole(response: Any) -> bytes:
    """The asynchronous twin of `read_whole`."""
    try:
        body: bytes = await response.aread()
    finally:
        await response.aclose()
    return body
