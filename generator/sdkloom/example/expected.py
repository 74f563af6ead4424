"""What of a request says something about the call, so that a test can expect exactly that?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.example.parts import Body, ContentBody, JsonBody, Proof, Request

_HOST = re.compile(r"^[^:/?#]+://[^/?#]*")


@dataclass(frozen=True, slots=True)
class Expected:
    """A request as a test expects it.

    `url` starts behind the base URL of the API where the call is found there. `headers` are those of the call
    itself; `accept` is the media type that it asks for, "" where it leaves that alone. One that is not signed
    lacks the usual proof.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    accept: str
    body: Body | None
    is_signed: bool


def expected(request: Request, usual: Proof, base_url: str) -> Expected:
    """The request without what is the same for every call; `usual` is the proof that the API asks for."""
    headers = dict(request.headers)
    accept = headers.pop("Accept", "")
    given = {name.lower() for name in headers}
    is_signed = set(usual.headers) <= set(request.proof.headers) and not any(
        name.lower() in given for name, _ in usual.headers
    )
    proof = {
        name: text
        for name, text in request.proof.headers
        if name.lower() not in given and not (is_signed and (name, text) in usual.headers)
    }
    headers = {**proof, **headers, **_cookies(request), **_content_type(request)}
    return Expected(request.method, _url(request, base_url), headers, accept, request.body, is_signed)


def _cookies(request: Request) -> dict[str, str]:
    """The header of all cookies: of two with the name of one, that of the proof counts."""
    pairs = (*request.cookies, *request.proof.cookies)
    repeated = len({name for name, _ in request.cookies}) < len(request.cookies)
    listed = pairs if repeated else tuple(dict(pairs).items())
    return {"Cookie": "; ".join(f"{name}={text}" for name, text in listed)} if listed else {}


def _content_type(request: Request) -> dict[str, str]:
    """The media type of the body, where it does not show in what the body is."""
    match request.body:
        case JsonBody(_, media_type) if media_type != "application/json":
            return {"Content-Type": media_type}
        case ContentBody(_, media_type):
            return {"Content-Type": media_type}
    return {}


def _url(request: Request, base_url: str) -> str:
    pairs = (*request.query, *request.proof.query)
    query = "&".join(f"{name}={text}" if name else text for name, text in pairs)
    mark = "&" if "?" in request.path else "?"
    server = request.server.rstrip("/")
    if base_url and f"{server}/".startswith(f"{base_url}/"):
        server = server.removeprefix(base_url)
    server = _HOST.sub(lambda found: found[0].lower(), server)  # as it is sent
    return f"{server}/{request.path.lstrip('/')}{f'{mark}{query}' if query else ''}"
