"""How does a call look on the wire: as a line that a reader can paste into a shell?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sdkloom.example.calls import Calls
from sdkloom.example.parts import Body, ContentBody, FormBody, JsonBody, MultipartBody, Part, Request
from sdkloom.example.requests import RequestWriter
from sdkloom.ir.api import Api, Operation
from sdkloom.targets.base import Code
from sdkloom.targets.docs.views import ProgramView
from sdkloom.targets.markdown import code_block

_SHELLS = frozenset({"curl", "shell", "bash", "sh"})


def request_program(api: Api, calls: Calls, operation: Operation) -> ProgramView:
    """The request as a call of curl: the document's own where it gives one."""
    for sample in operation.samples:
        if sample.language.lower() in _SHELLS and sample.source.lstrip().startswith("curl"):
            return ProgramView(Code("curl"), Code(code_block("sh", sample.source.strip())))
    request = RequestWriter(api, calls.arrays).request(operation, calls.shown(operation))
    base = request.server or (api.servers[0].url if api.servers else "")
    words = [f"curl {_quoted(_url(base, request))}"]
    words += [f"--request {request.method}"] if request.method != _usual_method(request.body) else []
    words += [f"--header {_quoted(f'{name}: {text}')}" for name, text in _headers(request)]
    words += _body(request.body)
    return ProgramView(Code("curl"), Code(code_block("sh", " \\\n  ".join(words))))


def _usual_method(body: Body | None) -> str:
    return "GET" if body is None else "POST"


def _url(base: str, request: Request) -> str:
    pairs = (*request.query, *request.proof.query)
    query = "&".join(f"{name}={text}" if name else text for name, text in pairs)
    mark = "&" if "?" in request.path else "?"
    return f"{base.rstrip('/')}/{request.path.lstrip('/')}{f'{mark}{query}' if query else ''}"


def _headers(request: Request) -> Iterator[tuple[str, str]]:
    yield from request.proof.headers
    yield from request.headers
    cookies = "; ".join(f"{name}={text}" for name, text in (*request.cookies, *request.proof.cookies))
    if cookies:
        yield "Cookie", cookies
    match request.body:
        case JsonBody(_, media_type) | ContentBody(_, media_type):
            yield "Content-Type", media_type


def _body(body: Body | None) -> Iterator[str]:
    match body:
        case JsonBody(value, _):
            yield f"--data {_quoted(json.dumps(value, indent=2, ensure_ascii=False))}"
        case FormBody(fields):
            for name, text in fields:
                yield f"--data-urlencode {_quoted(f'{name}={text}')}"
        case MultipartBody(parts):
            for part in parts:
                yield f"--form {_quoted(_form(part))}"
        case ContentBody(content, _):
            yield f"--data-binary {_quoted(content)}"


def _form(part: Part) -> str:
    kind = f";type={part.media_type}" if part.media_type else ""
    return f"{part.name}=@{part.file_name}{kind}" if part.file_name else f"{part.name}={part.content}{kind}"


def _quoted(text: str) -> str:
    """A word of the shell that stands for itself."""
    return "'" + text.replace("'", "'\\''") + "'"
