"""How is what a call has to send written down as an expectation?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkloom.example.expected import expected
from sdkloom.example.parts import Body, ContentBody, FormBody, JsonBody, MultipartBody, Part, Proof, Request
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.python.testing.values import bytes_code, plain_code
from sdkloom.targets.python.types import quote

_WIRE = ".wire"


def request_code(request: Request, usual: Proof, base_url: str) -> Code:
    """The request, without the proof that every request carries.

    The media type that it asks for is checked by itself.
    """
    found = expected(request, usual, base_url)
    parts = [Code(quote(found.method)), Code(quote(found.url))]
    parts += [_mapping(found.headers).around("headers=")] if found.headers else []
    parts += _body(found.body)
    parts += [] if found.is_signed else [Code("signed=False")]
    return join_code(", ", parts).around("Request(", ")", Import(_WIRE, "Request"))


def _mapping(values: Mapping[str, str]) -> Code:
    return Code("{" + ", ".join(f"{quote(name)}: {quote(text)}" for name, text in values.items()) + "}")


def _body(body: Body | None) -> list[Code]:
    match body:
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
