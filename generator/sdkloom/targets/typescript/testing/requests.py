"""How is what a call has to send written down as an expectation?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sdkloom.example.expected import Expected
from sdkloom.example.parts import Body, ContentBody, FormBody, JsonBody, MultipartBody, Part
from sdkloom.targets.base import Code
from sdkloom.targets.typescript.types import property_name, quote, value_code

# What `fetch` decides about, whatever the call says.
_OF_TRANSPORT = frozenset({"accept"})


_APOSTROPHE = "'"


def expected_code(expected: Expected) -> Code:
    """The request as an object; names whose order means nothing are sorted."""
    headers = {
        name.lower(): text for name, text in expected.headers.items() if name.lower() not in _OF_TRANSPORT
    }
    if "cookie" in headers:
        headers["cookie"] = _in_order(headers["cookie"], "; ")
    path, mark, query = expected.url.partition("?")
    # In JavaScript, no query of a URL holds an apostrophe: https://url.spec.whatwg.org/#query-state
    url = f"{path}{mark}{_in_order(query, '&').replace(_APOSTROPHE, '%27')}"
    parts = [f"method: {quote(expected.method)}", f"url: {quote(url)}"]
    parts += [f"headers: {_texts(headers)}"] if headers else []
    parts += _body(expected.body)
    parts += [] if expected.is_signed else ["signed: false"]
    return Code(f"{{ {', '.join(parts)} }}")


def _in_order(pairs: str, separator: str) -> str:
    """Pairs in the order of their names."""
    return separator.join(sorted(pairs.split(separator), key=lambda pair: pair.partition("=")[0]))


def _texts(values: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{property_name(name)}: {quote(text)}' for name, text in values.items())} }}"


def _body(body: Body | None) -> Iterator[str]:
    match body:
        case JsonBody(value, _):
            yield f"json: {value_code(value).text}"
        case FormBody(fields):
            ordered = sorted(fields, key=lambda field: _order(field[0]))
            yield _list("form", (f"[{quote(name)}, {quote(text)}]" for name, text in ordered))
        case MultipartBody(parts):
            yield _list("parts", map(_part, sorted(parts, key=lambda part: _order(part.name))))
        case ContentBody(content, _):
            yield f"content: {quote(content)}"


def _order(name: str) -> bytes:
    """The place of a name among others, as JavaScript compares them."""
    return name.encode("utf-16-be", "surrogatepass")


def _list(key: str, items: Iterable[str]) -> str:
    return f"{key}: [{', '.join(items)}]"


def _part(part: Part) -> str:
    said = [f"name: {quote(part.name)}", f"content: {quote(part.content)}"]
    said += [f"file: {quote(part.file_name)}"] if part.file_name else []
    said += [f"type: {quote(part.media_type)}"] if part.media_type else []
    known = {"content-type"} if part.media_type else set()
    headers = {name.lower(): text for name, text in part.headers if name.lower() not in known}
    said += [f"headers: {_texts(headers)}"] if headers else []
    return f"{{ {', '.join(said)} }}"
