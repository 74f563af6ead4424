"""Files and forms on their way to the server, read from disk piece by piece."""

from __future__ import annotations

import json
import mimetypes
import os
import secrets
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Union

from .codec import encode
from .kinds import is_mapping, is_path, is_several, is_tuple
from .unset import NotGiven, Omit
from .wire import form_pairs

FileContent = Union[bytes, IO[bytes], "os.PathLike[str]"]
FileTypes = Union[
    FileContent,
    tuple[Union[str, None], FileContent],
    tuple[Union[str, None], FileContent, Union[str, None]],
    tuple[Union[str, None], FileContent, Union[str, None], Mapping[str, str]],
]
"""A file to send: its content, or a tuple of file name, content, and then perhaps media type and headers."""

_PIECE = 64 * 1024


def file_from_path(path: str) -> tuple[str, os.PathLike[str]]:
    """A file on disk with its own name, as a call takes it."""
    return os.path.basename(path), Path(path)


def is_file(value: Any) -> bool:
    """Is the value a file in one of the forms of `FileTypes`?"""
    if isinstance(value, (bytes, bytearray, os.PathLike)) or hasattr(value, "read"):
        return True
    return is_tuple(value) and 2 <= len(value) <= 4 and not is_tuple(value[1]) and is_file(value[1])


class Content:
    """Bytes, an open file, a path or an iterator of bytes, read in pieces; from the start each time where it can be."""

    def __init__(self, source: Any) -> None:
        self._source: Any = source.encode("utf-8") if isinstance(source, str) else source
        self._start = _position(self._source)
        self.rewindable = is_path(source) or self._start is not None or isinstance(self._source, (bytes, bytearray))

    @property
    def length(self) -> int | None:
        """The number of bytes, where it is known beforehand."""
        if isinstance(self._source, (bytes, bytearray)):
            return len(self._source)
        if is_path(self._source):
            return os.stat(self._source).st_size
        if self._start is None:
            return None
        end = int(self._source.seek(0, os.SEEK_END))
        self._source.seek(self._start)
        return end - self._start

    def __iter__(self) -> Iterator[bytes]:
        if isinstance(self._source, (bytes, bytearray)):
            yield bytes(self._source)
        elif is_path(self._source):
            with open(self._source, "rb") as file:
                yield from iter(lambda: file.read(_PIECE), b"")
        elif hasattr(self._source, "read"):
            if self._start is not None:
                self._source.seek(self._start)
            yield from iter(lambda: _bytes(self._source.read(_PIECE)), b"")
        else:
            yield from self._source


def _bytes(piece: Any) -> bytes:
    if isinstance(piece, str):
        raise TypeError("files must be opened in binary mode")
    return bytes(piece)


def _position(source: Any) -> int | None:
    try:
        return int(source.tell()) if source.seekable() else None
    except (AttributeError, OSError, ValueError):
        return None


@dataclass(frozen=True)
class _Part:
    head: bytes
    content: Content


@dataclass
class Multipart:
    """A `multipart/form-data` body. Iterating gives its bytes, again and again where all its files can be rewound."""

    parts: list[_Part] = field(default_factory=lambda: [])
    boundary: str = field(default_factory=lambda: secrets.token_hex(16))

    @property
    def content_type(self) -> str:
        """The media type with its boundary."""
        return f"multipart/form-data; boundary={self.boundary}"

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


async def each(content: Multipart | Content) -> AsyncIterator[bytes]:
    """The same bytes for an asynchronous client; reading runs in a thread, so that a slow disk holds nobody up."""
    from anyio import to_thread

    pieces = iter(content)
    while (piece := await to_thread.run_sync(next, pieces, None)) is not None:
        yield piece


def multipart(values: Mapping[str, Any], content_types: Mapping[str, str] | None = None) -> Multipart:
    """The form with these fields: files as files, objects with a JSON media type as JSON, everything else as text."""
    form = Multipart()
    kinds = content_types or {}
    for name, value in values.items():
        if value is None or isinstance(value, (Omit, NotGiven)):
            continue
        listed: Any = value if is_several(value) or (is_tuple(value) and not is_file(value)) else [value]
        for part in listed:
            form.parts += _parts(name, part, kinds.get(name, ""))
    return form


def _parts(name: str, value: Any, content_type: str) -> Iterator[_Part]:
    if is_file(value):
        yield _file_part(name, value, content_type)
    elif "json" in content_type or (content_type and is_mapping(value)):
        text = json.dumps(encode(value), separators=(",", ":"), ensure_ascii=False)
        yield _Part(_head(name, None, content_type.split(",")[0].strip(), {}), Content(text))
    else:
        for key, text in form_pairs({name: value}):
            yield _Part(_head(key, None, "", {}), Content(text))


def _file_part(name: str, value: Any, content_type: str) -> _Part:
    file_name: str | None = None
    kind: str | None = None
    headers: Mapping[str, str] = {}
    if is_tuple(value):
        given = (*value, None, None)
        file_name, value, kind, headers = given[0], given[1], given[2], given[3] or {}
    if file_name is None:
        path: Any = value if is_path(value) else getattr(value, "name", None)
        file_name = os.path.basename(path) if isinstance(path, str) or is_path(path) else "upload"
    declared = content_type.split(",")[0].strip() if "*" not in content_type else ""
    kind = kind or declared or mimetypes.guess_type(str(file_name))[0] or "application/octet-stream"
    return _Part(_head(name, str(file_name), kind, headers), Content(value))


def _head(name: str, file_name: str | None, content_type: str, headers: Mapping[str, str]) -> bytes:
    disposition = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    if file_name is not None:
        disposition += f'; filename="{_quoted(file_name)}"'
    lines = [disposition, *([f"Content-Type: {_line(content_type)}"] if content_type else [])]
    lines += [f"{_line(key)}: {_line(value)}" for key, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


def _quoted(text: str) -> str:
    """The escapes of the WHATWG's form encoding."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _line(text: str) -> str:
    if "\r" in text or "\n" in text:
        raise ValueError("a header must not contain a line break")
    return text
