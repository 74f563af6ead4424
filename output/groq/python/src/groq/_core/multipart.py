"""Forms with files, `multipart/form-data` (RFC 7578): which parts do values become?"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .codec import encode
from .forms import form_pairs
from .kinds import is_iterable, is_mapping, is_path, is_tuple
from .model import BaseModel
from .styles import Styled, text_of
from .unset import is_unset
from .uploads import Content, is_file


@dataclass(frozen=True)
class _Part:
    head: bytes
    content: Content

    def with_headers(self, headers: Mapping[str, str]) -> _Part:
        """The part with those of the headers that it does not have."""
        head = self.head.lower()
        more = [name for name in headers if f"\r\n{name.lower()}:".encode() not in head]
        lines = "".join(f"{_line(name)}: {_line(headers[name])}\r\n" for name in more)
        return _Part(self.head[:-2] + lines.encode("utf-8") + b"\r\n", self.content)


@dataclass(frozen=True)
class Multipart:
    """A `multipart/form-data` body (RFC 7578).

    Iterating gives its bytes, again and again where all its files can be rewound.
    """

    parts: tuple[_Part, ...]
    boundary: str = field(default_factory=lambda: os.urandom(16).hex())

    @property
    def content_type(self) -> str:
        """The media type with its boundary."""
        return f"multipart/form-data; boundary={self.boundary}"

    @property
    def is_in_memory(self) -> bool:
        """Is nothing to be read from files?"""
        return all(part.content.is_in_memory for part in self.parts)

    @property
    def rewindable(self) -> bool:
        """Can the body be sent again?"""
        return all(part.content.rewindable for part in self.parts)

    @property
    def length(self) -> int | None:
        """The number of bytes, where it is known beforehand."""
        total = len(self.boundary) + 6
        for part in self.parts:
            inside = part.content.length
            if inside is None:
                return None
            total += len(self.boundary) + 4 + len(part.head) + inside + 2
        return total

    def __iter__(self) -> Iterator[bytes]:
        for part in self.parts:
            yield f"--{self.boundary}\r\n".encode("ascii") + part.head
            yield from part.content
            yield b"\r\n"
        yield f"--{self.boundary}--\r\n".encode("ascii")


def multipart(
    values: Mapping[str, Any],
    content_types: Mapping[str, str] | None = None,
    headers: Mapping[str, Mapping[str, str]] | None = None,
    files: Collection[str] = (),
) -> Multipart:
    """The form with these fields, of which some have media types and headers of their own.

    Files are sent as files, a field of a JSON type as JSON, and everything else as text: lists repeat
    their name, objects are bracketed, and null, for which there is no such text, is left out. Raises
    TypeError where one of `files` is none.
    """
    kinds, more = content_types or {}, headers or {}
    pairs = (
        (name, _parts(name, _files(name, value) if name in files else value, kinds.get(name, "")))
        for name, value in values.items()
    )
    return Multipart(tuple(p.with_headers(more.get(name, {})) for name, ps in pairs for p in ps))


def _files(name: str, value: Any) -> Any:
    """The value of a field that takes a file, or several."""
    found = [value] if is_file(value) or not _is_list(value) else list(value)
    for part in found:
        if part is not None and not is_unset(part) and not is_file(part):
            hint = "; wrap the path of a file in `Path`" if isinstance(part, str) else ""
            kind = type(part).__name__
            raise TypeError(
                f"{name} must be bytes, an open file, a `Path` or a tuple, not {kind}{hint}"
            )
    return found[0] if len(found) == 1 and not _is_list(value) else found


def _parts(name: str, value: Any, kind: str) -> Iterator[_Part]:
    """A part for a value, or for each item of a list."""
    for part in value if _is_list(value) else (value,):
        if "json" not in kind or is_file(part):
            is_nested = part is not value and (_is_list(part) or _is_object(part))
            inside = f"{name}[]" if is_nested and not name.endswith("[]") else name
            yield from _nested(inside, part, "" if is_nested else kind)
        elif not is_unset(part):
            text = json.dumps(encode(part), separators=(",", ":"), ensure_ascii=False)
            yield _Part(_head(name, None, _first(kind), {}), Content(text))


def _nested(name: str, value: Any, kind: str) -> Iterator[_Part]:
    """The parts of a value whose own name says where it belongs."""
    if value is None or is_unset(value):
        return
    if is_file(value):
        yield _file_part(name, value, kind)
    elif isinstance(value, Styled):
        for key, text in form_pairs({name: value}):
            yield _Part(_head(key, None, "", {}), Content(text))
    elif _is_object(value):
        fields: Mapping[Any, Any] = encode(value) if isinstance(value, BaseModel) else value
        for key, part in fields.items():
            yield from _nested(f"{name}[{key}]", part, "")
    elif _is_list(value):
        for part in value:
            yield from _nested(f"{name}[]", part, "")
    else:
        yield _Part(_head(name, None, _first(kind), {}), Content(text_of(value)))


def _is_object(value: Any) -> bool:
    return is_mapping(value) or isinstance(value, BaseModel)


def _is_list(value: Any) -> bool:
    return is_iterable(value) and not (
        isinstance(value, str) or is_file(value) or is_mapping(value)
    )


def _file_part(name: str, value: Any, kind: str) -> _Part:
    import mimetypes  # only here: importing the package must stay cheap

    given = (*value, None, None) if is_tuple(value) else (None, value, None, None)
    file_name, content, own_kind, headers = given[:4]
    if file_name is None:
        path: Any = content if is_path(content) else getattr(content, "name", None)
        is_known = isinstance(path, str) or is_path(path)
        file_name = os.path.basename(os.fsdecode(path)) if is_known else "upload"
    guessed = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
    head = _head(name, file_name, own_kind or _first(kind) or guessed, headers or {})
    return _Part(head, Content(content))


def _first(kinds: str) -> str:
    """The first of several media types that a part may have; none where that is a range."""
    first = kinds.split(",")[0].strip()
    return "" if "*" in first else first


def _head(name: str, file_name: str | None, kind: str, headers: Mapping[str, str]) -> bytes:
    disposition = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    if file_name is not None:
        disposition += f'; filename="{_quoted(file_name)}"'
    lines = [disposition]
    if kind and "content-type" not in {key.lower() for key in headers}:
        lines.append(f"Content-Type: {_line(kind)}")
    lines += [f"{_line(key)}: {_line(value)}" for key, value in headers.items()]
    # A name on disk may be no UTF-8; it is sent in the bytes that it has there.
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape")


def _quoted(text: str) -> str:
    """The escapes of the WHATWG's form encoding."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _line(text: str) -> str:
    if "\r" in text or "\n" in text:
        raise ValueError("a header must not contain a line break")
    return text
