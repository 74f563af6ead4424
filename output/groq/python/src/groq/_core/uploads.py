"""Files on their way to the server, read piece by piece, so that their size does not matter."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias, cast

from .kinds import is_iterable, is_path, is_tuple

if TYPE_CHECKING:
    from .multipart import Multipart

FileContent: TypeAlias = bytes | IO[bytes] | os.PathLike[str]
FileTypes: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
"""A file to send: its content, or a tuple of file name, content, and then perhaps media type and headers."""

_PIECE = 64 * 1024
_BYTES = (bytes, bytearray, memoryview)


def file_from_path(path: str) -> tuple[str, os.PathLike[str]]:
    """A file on disk with its own name, as a call takes it."""
    return os.path.basename(path), Path(path)


def is_file(value: Any) -> bool:
    """Is the value a file in one of the forms of `FileTypes`?"""
    if is_tuple(value):
        is_named = 2 <= len(value) <= 4 and (value[0] is None or isinstance(value[0], str))
        return is_named and not is_tuple(value[1]) and is_file(value[1])
    return isinstance(value, (*_BYTES, os.PathLike)) or hasattr(value, "read")


def raw_file(name: str, value: Any, kind: str) -> tuple[Any, str]:
    """The content of a file that is a body by itself, and its media type: its own, or else `kind`.

    Raises TypeError for text, which may be meant as the path of a file.
    """
    if is_tuple(value) and is_file(value):
        return value[1], value[2] if len(value) > 2 and value[2] else kind
    if isinstance(value, str):
        hint = "wrap the path of a file in `Path`"
        raise TypeError(f"{name} must be bytes, an open file, a `Path` or a tuple, not str; {hint}")
    return value, kind


class Content:
    """Bytes, text, an open file, a path, or pieces of bytes one after another.

    Read in pieces, and from the start each time where it can be. Raises TypeError for anything else, and
    OSError for a path that leads to no file.
    """

    def __init__(self, source: Any) -> None:
        self._source: Any = source.encode("utf-8") if isinstance(source, str) else source
        self._start: int | None = None
        self.rewindable: bool = False
        self.is_in_memory: bool = isinstance(self._source, _BYTES)
        self.is_async: bool = hasattr(source, "__aiter__")
        if isinstance(source, io.TextIOBase):
            raise TypeError("files must be opened in binary mode")
        if is_path(source):
            mode = os.stat(source).st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(f"a folder is no content to send: {os.fspath(source)!r}")
            self.rewindable = stat.S_ISREG(mode)  # what was read from a pipe is gone
        elif self.is_in_memory:
            self.rewindable = True
        elif hasattr(source, "read"):
            self._start = _position(source)
            self.rewindable = self._start is not None
        elif not is_iterable(source) and not self.is_async:
            raise TypeError(f"a value of type {type(source).__name__} is no content to send")

    @property
    def length(self) -> int | None:
        """The number of bytes, where it is known beforehand."""
        if not self.rewindable:
            return None
        if self.is_in_memory:
            return memoryview(self._source).nbytes
        if is_path(self._source):
            return os.stat(self._source).st_size
        end = int(self._source.seek(0, os.SEEK_END))
        self._source.seek(self._start)
        return end - (self._start or 0)

    def __iter__(self) -> Iterator[bytes]:
        if self.is_in_memory:
            yield bytes(self._source)
        elif is_path(self._source):
            with open(self._source, "rb") as file:
                yield from iter(lambda: file.read(_PIECE), b"")
        elif hasattr(self._source, "read"):
            if self._start is not None:
                self._source.seek(self._start)
            yield from iter(lambda: _bytes(self._source.read(_PIECE)), b"")
        elif self.is_async:
            raise TypeError("content that is awaited needs an asynchronous client")
        else:
            yield from map(_bytes, self._source)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._source:
            yield _bytes(piece)


def _bytes(piece: Any) -> bytes:
    if isinstance(piece, _BYTES):
        return bytes(cast("bytes", piece))
    raise TypeError(f"content must give bytes, not {type(piece).__name__}")


def _position(file: Any) -> int | None:
    """Where an open file is; None where it cannot be brought back there."""
    try:
        start = int(file.tell())
        file.seek(start)
    except (AttributeError, OSError, ValueError):
        return None
    return start


async def each(content: Multipart | Content) -> AsyncIterator[bytes]:
    """The same bytes for an asynchronous client.

    Files are read in a thread, so that a slow disk holds nobody up.
    """
    if isinstance(content, Content) and content.is_async:
        async for piece in content:
            yield piece
    elif content.is_in_memory:
        for piece in content:
            yield piece
    else:
        from anyio import to_thread  # only here: importing the package must stay cheap

        pieces = iter(content)
        while (read := await to_thread.run_sync(next, pieces, None)) is not None:
            yield read
