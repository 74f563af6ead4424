"""How is what a call has to send written down as an expectation?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkloom.example.parts import ContentBody, FormBody, JsonBody, MultipartBody, Part, Proof, Request
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.python.testing.values import bytes_code, plain_code
from sdkloom.targets.python.types import quote

_WIRE = ".wire"


def request_code(request: Request, usual: Proof, base_url: str) -> Code:
    """The request, without the proof that every request carries."""
    headers = dict(request.headers)
    given = {name.lower() for name in headers}
    signed = (
        set(usual.headers) <= set(request.proof.headers)
        and not {name.lower() for name, _ in usual.headers} & given
    )
    own = {name: text for name, text in request.proof.headers if (name, text) not in usual.headers}
    if not signed:
        own = {name: text for name, text in request.proof.headers if name.lower() not in given}
    own = {name: text for name, text in own.items() if name.lower() not in given}
    cookies = dict((*request.cookies, *request.proof.cookies))
    pairs = (
        [*request.cookies, *request.proof.cookies] if len(cookies) < len(request.cookies) else cookies.items()
    )
    headers = {**own, **headers}
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={text}" for name, text in pairs)
    headers |= _content_type(request)
    headers.pop("Accept", None)  # is asked for by a check of its own, where the call chooses it
    parts = [Code(quote(request.method)), Code(quote(_url(request, base_url)))]
    parts += [_mapping(headers).around("headers=")] if headers else []
    parts += _body(request)
    parts += [] if signed else [Code("signed=False")]
    return join_code(", ", parts).around("Request(", ")", Import(_WIRE, "Request"))


def _url(request: Request, base_url: str) -> str:
    """Where the request goes, behind the base URL of the API where it is there."""
    pairs = [(name, text) for name, text in (*request.query, *request.proof.query)]
    query = "&".join(f"{name}={text}" if name else text for name, text in pairs)
    mark = "&" if "?" in request.path else "?"
    server = request.server.rstrip("/")
    server = server.removeprefix(base_url) if base_url and f"{server}/".startswith(f"{base_url}/") else server
    return f"{server}/{request.path.lstrip('/')}{f'{mark}{query}' if query else ''}"


def _mapping(values: Mapping[str, str]) -> Code:
    return Code("{" + ", ".join(f"{quote(name)}: {quote(text)}" for name, text in values.items()) + "}")


def _content_type(request: Request) -> dict[str, str]:
    match request.body:
        case JsonBody(_, media_type) if media_type != "application/json":
            return {"Content-Type": media_type}
        case ContentBody(_, media_type):
            return {"Content-Type": media_type}
    return {}


def _body(request: Request) -> list[Code]:
    match request.body:
        case JsonBody(value, _):
            return [plain_code(value).around("json=")]
        case FormBody(fields):
            pairs = (Code(f"({quote(name)}, {quote(text)})") for name, text in fields)
            return [join_code(", ", pairs).around("form=[", "]")]
        case MultipartBody(parts):
            return [join_code(", ", map(_part, parts)).around("parts=[", "]")]
        case ContentBody(content, _):
            return [bytes_code(content).around("content=")]
    return []


def _part(part: Part) -> Code:
    said: Iterable[str] = (
        quote(part.name),
        quote(part.content),
        *([f"file_name={quote(part.file_name)}"] if part.file_name else ()),
        *([f"content_type={quote(part.media_type)}"] if part.media_type else ()),
        *([f"headers={_mapping({n.lower(): v for n, v in part.headers}).text}"] if part.headers else ()),
    )
    return Code(f"Part({', '.join(said)})", frozenset({Import(_WIRE, "Part")}))
