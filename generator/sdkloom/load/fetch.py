"""The only module that opens a connection: what stands at an address, within bounds of time and size?"""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import monotonic
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from sdkloom.load.addresses import DEFAULT_PORTS, is_public, web_origin

_REDIRECTS = {301, 302, 303, 307, 308}
_MAX_REDIRECTS = 5
_SAFE = "/%:@!$&'()*+,;=~?[]"


class Unfetched(Exception):
    """A document that was not fetched: why, and what can be done about it."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


def _resolve(host: str, port: int) -> tuple[str, ...]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Network:
    """What fetching may reach. The defaults are the only ones that the program uses.

    Which addresses are allowed is no option and no setting: both may come from someone else's repository,
    and the metadata service of a cloud, say, must stay out of reach. Only code that calls `load` itself can
    say otherwise, as tests do that serve documents on loopback.
    """

    resolve: Callable[[str, int], tuple[str, ...]] = _resolve
    allows: Callable[[str], bool] = is_public
    tls: Callable[[], ssl.SSLContext] = ssl.create_default_context
    seconds: float = 30.0
    size: int = 50_000_000


PUBLIC = Network()
"""The public internet: how the program fetches."""


def fetch(url: str, network: Network) -> bytes:
    """The bytes at a URL. No proxy, no credentials, and no redirect to another origin. Raises Unfetched."""
    until, origin = monotonic() + network.seconds, web_origin(url)
    try:
        for _ in range(_MAX_REDIRECTS + 1):
            with _connect(url, network, until) as raw:
                answer = _ask(url, _Bounded(raw, until))
                if answer.status not in _REDIRECTS:
                    return _body(answer, network)
                url = _redirected(url, answer, origin)
    except TimeoutError:
        raise Unfetched(f"it took more than {network.seconds:g} seconds") from None
    except (OSError, HTTPException, ValueError) as problem:
        said = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
        raise Unfetched(" ".join(said.split())[:200]) from None
    raise Unfetched(f"it redirects more than {_MAX_REDIRECTS} times")


def _connect(url: str, network: Network, until: float) -> socket.socket:
    """A connection to an address that was checked: the name is not looked up a second time."""
    host, port = _host_and_port(url)
    addresses = network.resolve(host, port)
    for address in addresses:
        if not network.allows(address):
            hint = "documents are fetched from public addresses only; store this one beside the other"
            where = host if host == address else f"`{host}` is at {address}, which"
            raise Unfetched(f"{where} is not a public address", hint)
    raw = _reach(addresses, port, until)
    if urlsplit(url).scheme != "https":
        return raw
    try:
        return network.tls().wrap_socket(raw, server_hostname=host)
    except BaseException:
        raw.close()
        raise


def _host_and_port(url: str) -> tuple[str, int]:
    parts = urlsplit(web_origin(url))
    assert parts.hostname is not None
    return parts.hostname, parts.port or DEFAULT_PORTS[parts.scheme]


def _reach(addresses: tuple[str, ...], port: int, until: float) -> socket.socket:
    problem: OSError = OSError("its name has no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=_left(until))
        except OSError as failure:
            problem = failure
    raise problem


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Bounded:
    """A socket as `http.client` uses it, whose reads end in time however slowly the other side answers."""

    def __init__(self, raw: socket.socket, until: float) -> None:
        self.raw, self.until = raw, until

    def sendall(self, data: bytes) -> None:
        self.raw.settimeout(_left(self.until))
        self.raw.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self.raw, self.until))

    def close(self) -> None:
        """The answer is still to be read when `http.client` is done with the connection."""


class _Reader(io.RawIOBase):
    def __init__(self, raw: socket.socket, until: float) -> None:
        self.raw, self.until = raw, until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.raw.settimeout(_left(self.until))
        return self.raw.recv_into(buffer)


def _ask(url: str, bounded: _Bounded) -> HTTPResponse:
    parts, (host, port) = urlsplit(url), _host_and_port(url)
    connection = HTTPConnection(host, port)
    connection.sock = bounded  # what is connected already is never connected again
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    connection.request(
        "GET",
        quote(parts.path or "/", safe=_SAFE) + query,
        headers={
            "Host": urlsplit(web_origin(url)).netloc,
            "Accept": "application/yaml, application/json, */*",
            "Accept-Encoding": "identity",
            "User-Agent": "sdkloom",
            "Connection": "close",
        },
    )
    return connection.getresponse()


def _redirected(url: str, answer: HTTPResponse, origin: str) -> str:
    target = urljoin(url, answer.headers.get("Location", ""))
    try:
        other = web_origin(target)
    except ValueError:
        raise Unfetched("it redirects to something that is no address") from None
    if other != origin:
        hint = f"no redirect to another origin is followed; where you trust it, refer to `{target}` itself"
        raise Unfetched(f"it redirects to `{other}`", hint)
    return target


def _body(answer: HTTPResponse, network: Network) -> bytes:
    if answer.status != 200:
        raise Unfetched(f"the server answers {answer.status} {answer.reason}".rstrip())
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise Unfetched("the server answers in an encoding that was not asked for")
    data = answer.read(network.size + 1)
    if len(data) > network.size:
        raise Unfetched(f"it has more than {network.size:,} bytes")
    if answer.length:
        raise Unfetched("the answer breaks off")
    return data
