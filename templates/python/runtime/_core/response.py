"""Answers as a whole: status, headers, and a body that is read when it is wanted."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Iterator, Mapping
from types import NoneType, TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .codec import decode
from .errors import APIResponseValidationError, request_id_of
from .model import BaseModel

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
    def request_id(self) -> str | None:
        """The server's name for the request."""
        return request_id_of(self.headers)

    @property
    def is_closed(self) -> bool:
        """Has the connection been given back?"""
        return bool(self.http_response.is_closed)

    @property
    def content(self) -> bytes:
        """The body, once it was read."""
        return cast("bytes", self.http_response.content)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code}] {self.headers.get('content-type', '')}>"


class SyncBody(BaseResponse):
    """A body that is read from the connection."""

    def read(self) -> bytes:
        """The body as a whole."""
        return cast("bytes", self.http_response.read())

    def text(self) -> str:
        """The body as text."""
        self.read()
        return str(self.http_response.text)

    def json(self) -> Any:
        """The body as JSON data."""
        return json.loads(self.read())

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in pieces."""
        yield from self.http_response.iter_bytes(chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body as text in pieces."""
        yield from self.http_response.iter_text(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """The body as text, line by line."""
        yield from self.http_response.iter_lines()

    def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Store the body in a file, piece by piece."""
        with open(file, "wb") as target:
            for piece in self.iter_bytes():
                target.write(piece)

    def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """Store the body in a file, in pieces of this size."""
        with open(file, "wb") as target:
            for piece in self.iter_bytes(chunk_size):
                target.write(piece)

    def close(self) -> None:
        """Give the connection back."""
        self.http_response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class AsyncBody(BaseResponse):
    """A body that is read from the connection, asynchronously."""

    async def read(self) -> bytes:
        """The body as a whole."""
        return cast("bytes", await self.http_response.aread())

    async def text(self) -> str:
        """The body as text."""
        await self.read()
        return str(self.http_response.text)

    async def json(self) -> Any:
        """The body as JSON data."""
        return json.loads(await self.read())

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body in pieces."""
        async for piece in self.http_response.aiter_bytes(chunk_size):
            yield piece

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body as text in pieces."""
        async for piece in self.http_response.aiter_text(chunk_size):
            yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """The body as text, line by line."""
        async for line in self.http_response.aiter_lines():
            yield line

    async def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Store the body in a file, piece by piece."""
        await self.stream_to_file(file)

    async def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """Store the body in a file, in pieces of this size."""
        from anyio import open_file

        async with await open_file(file, "wb") as target:
            async for piece in self.iter_bytes(chunk_size):
                await target.write(piece)

    async def close(self) -> None:
        """Give the connection back."""
        await self.http_response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class BinaryResponse(SyncBody):
    """A body of raw bytes, read when it is wanted."""


class AsyncBinaryResponse(AsyncBody):
    """A body of raw bytes, read when it is wanted, asynchronously."""


class APIResponse(SyncBody, Generic[T]):
    """The answer to a call; `parse()` gives what the call itself would have returned."""

    def __init__(self, raw: Any, retries_taken: int, call: Call) -> None:
        super().__init__(raw, retries_taken)
        self._call = call

    def parse(self, *, to: Any = None) -> T:
        """The result of the call, or the body as another type."""
        call = self._call if to is None else self._call.answering(to)
        if not call.is_lazy:
            self.read()
        return cast("T", call.result(self.http_response, self.retries_taken))


class AsyncAPIResponse(AsyncBody, Generic[T]):
    """The answer to an asynchronous call; `await parse()` gives what the call itself would have returned."""

    def __init__(self, raw: Any, retries_taken: int, call: Call) -> None:
        super().__init__(raw, retries_taken)
        self._call = call

    async def parse(self, *, to: Any = None) -> T:
        """The result of the call, or the body as another type."""
        call = self._call if to is None else self._call.answering(to)
        if not call.is_lazy:
            await self.read()
        return cast("T", call.result(self.http_response, self.retries_taken))


def parse_body(to: Any, raw: Any) -> Any:
    """The body, already read, as the type `to`. Raises APIResponseValidationError for what is no JSON where JSON is promised."""
    if to is NoneType:
        return None
    if to is str:
        return raw.text
    if to is bytes:
        return raw.content
    data = raw.content
    if not data and to is object:
        return None
    try:
        value = json.loads(data)
    except ValueError as failure:
        kind = raw.headers.get("content-type", "nothing")
        message = f"JSON was expected, but the server sent {len(data)} bytes of {kind}"
        raise APIResponseValidationError(message, response=raw, body=raw.text) from failure
    result = decode(to, value)
    if isinstance(result, BaseModel):
        result._request_id = request_id_of(raw.headers)  # pyright: ignore[reportPrivateUsage]
    elif isinstance(to, type) and issubclass(to, BaseModel):
        message = f"an object was expected, but the server sent {type(value).__name__}"
        raise APIResponseValidationError(message, response=raw, body=value)
    return result
