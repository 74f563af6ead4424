"""Answers as a whole: status, headers, and a body that is read when it is wanted."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .errors import request_id_of
from .transport import aread_whole, read_whole, reading
from .wire import read_header

if TYPE_CHECKING:
    from typing_extensions import Self

    from .request import Call

T = TypeVar("T")


class BaseResponse:
    """What every answer tells without its body."""

    def __init__(self, raw: Any, retries_taken: int = 0) -> None:
        self.http_response = raw
        self.retries_taken = retries_taken

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return int(self.http_response.status_code)

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; their names do not depend on case."""
        return cast("Mapping[str, str]", self.http_response.headers)

    def header(self, name: str, to: type[T]) -> T | None:
        """A header as a value of this type; None where there is no such header."""
        text = self.headers.get(name)
        return None if text is None else cast("T", read_header(text, to))

    @property
    def http_request(self) -> Any:
        """The request as it was sent, an object of the HTTP library."""
        return self.http_response.request

    @property
    def method(self) -> str:
        """The method of the request."""
        return str(self.http_request.method)

    @property
    def url(self) -> str:
        """Where the request went."""
        return str(self.http_request.url)

    @property
    def http_version(self) -> str:
        """The version of HTTP that the server spoke."""
        return str(self.http_response.http_version)

    @property
    def request_id(self) -> str | None:
        """The server's name for the request."""
        return request_id_of(self.headers)

    @property
    def is_closed(self) -> bool:
        """Has the connection been given back?"""
        return bool(self.http_response.is_closed)

    @property
    def elapsed(self) -> timedelta:
        """The time from sending the request to giving the connection back; RuntimeError before that."""
        return cast("timedelta", self.http_response.elapsed)

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} [{self.status_code}] {self.headers.get('content-type', '')}>"
        )


class SyncBody(BaseResponse):
    """A body on its connection. Reading it raises APIConnectionError where the connection breaks."""

    @property
    def content(self) -> bytes:
        """The body as a whole."""
        return self.read()

    def read(self) -> bytes:
        """The body as a whole."""
        with reading(self.http_response):
            return read_whole(self.http_response)

    def text(self) -> str:
        """The body as text."""
        self.read()
        return str(self.http_response.text)

    def json(self) -> Any:
        """The body as JSON data."""
        return json.loads(self.read())

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in pieces, of this size or as they arrive; leaving early gives the connection back."""
        return self._pieces(self.http_response.iter_bytes(chunk_size))

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body as text in pieces."""
        return self._pieces(self.http_response.iter_text(chunk_size))

    def iter_lines(self) -> Iterator[str]:
        """The body as text, line by line."""
        return self._pieces(self.http_response.iter_lines())

    def _pieces(self, pieces: Iterator[Any]) -> Iterator[Any]:
        try:
            with reading(self.http_response):
                yield from pieces
        finally:
            self.http_response.close()

    def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Store the body in a file, piece by piece."""
        self.stream_to_file(file)

    def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Store the body in a file, in pieces of this size."""
        with open(file, "wb") as target:
            target.writelines(self.iter_bytes(chunk_size))

    def close(self) -> None:
        """Give the connection back."""
        self.http_response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncBody(BaseResponse):
    """The asynchronous twin of `SyncBody`."""

    @property
    def content(self) -> bytes:
        """The body as a whole, once it was read."""
        with reading(self.http_response):
            return cast("bytes", self.http_response.content)

    async def read(self) -> bytes:
        """The body as a whole."""
        with reading(self.http_response):
            return await aread_whole(self.http_response)

    async def text(self) -> str:
        """The body as text."""
        await self.read()
        return str(self.http_response.text)

    async def json(self) -> Any:
        """The body as JSON data."""
        return json.loads(await self.read())

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body in pieces, of this size or as they arrive."""
        return self._pieces(self.http_response.aiter_bytes(chunk_size))

    def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body as text in pieces."""
        return self._pieces(self.http_response.aiter_text(chunk_size))

    def iter_lines(self) -> AsyncIterator[str]:
        """The body as text, line by line."""
        return self._pieces(self.http_response.aiter_lines())

    async def _pieces(self, pieces: AsyncIterator[Any]) -> AsyncIterator[Any]:
        try:
            with reading(self.http_response):
                async for piece in pieces:
                    yield piece
        finally:
            await self.http_response.aclose()

    async def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Store the body in a file, piece by piece."""
        await self.stream_to_file(file)

    async def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Store the body in a file, in pieces of this size."""
        from anyio import open_file  # only here: importing the package must stay cheap

        async with await open_file(file, "wb") as target:
            async for piece in self.iter_bytes(chunk_size):
                await target.write(piece)

    async def close(self) -> None:
        """Give the connection back."""
        await self.http_response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


class BinaryResponse(SyncBody):
    """A body of raw bytes, read when it is wanted."""

    def __del__(self) -> None:
        # Nobody else can give the connection back of a response that is dropped unread.
        with suppress(Exception):
            self.close()


class AsyncBinaryResponse(AsyncBody):
    """A body of raw bytes, read when it is wanted. Use `async with` where it may not be read to its end."""


class APIResponse(SyncBody, Generic[T]):
    """The answer to a call; `parse()` gives what the call itself would have returned."""

    def __init__(self, raw: Any, retries_taken: int, call: Call) -> None:
        super().__init__(raw, retries_taken)
        self._call = call
        self._parsed: dict[Any, Any] = {}

    def __del__(self) -> None:
        with suppress(Exception):
            if not self._parsed:  # what was made of it may still need the connection
                self.close()

    def parse(self, *, to: Any = None) -> T:
        """The result of the call, or the body as another type; the same object each time."""
        call = self._call if to is None else self._call.answering(to)
        if call.to not in self._parsed:
            if not call.is_lazy:
                self.read()
            self._parsed[call.to] = call.result(self.http_response, self.retries_taken)
        return cast("T", self._parsed[call.to])


class AsyncAPIResponse(AsyncBody, Generic[T]):
    """The answer to an asynchronous call; `await parse()` gives what the call itself would have returned."""

    def __init__(self, raw: Any, retries_taken: int, call: Call) -> None:
        super().__init__(raw, retries_taken)
        self._call = call
        self._parsed: dict[Any, Any] = {}

    async def parse(self, *, to: Any = None) -> T:
        """The result of the call, or the body as another type; the same object each time."""
        call = self._call if to is None else self._call.answering(to)
        if call.to not in self._parsed:
            if not call.is_lazy:
                await self.read()
            self._parsed[call.to] = call.result(self.http_response, self.retries_taken)
        return cast("T", self._parsed[call.to])
