"""The base of all resources: calls by method and path, and the same calls answering with whole responses."""

from __future__ import annotations

import copy
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, get_args, get_origin

from .request import Call, Mode, Parts
from .shapes import Shape

if TYPE_CHECKING:
    from typing_extensions import ParamSpec, Self, Unpack

    from .client import AsyncBaseClient, BaseClient
    from .response import APIResponse, AsyncAPIResponse

    P = ParamSpec("P")

T = TypeVar("T")
RawT = TypeVar("RawT")
StreamedT = TypeVar("StreamedT")


class WithResponses(Generic[RawT, StreamedT]):
    """The base of what has calls: by its two proxies, they answer with responses as a whole."""

    @cached_property
    def with_raw_response(self) -> RawT:
        """The same calls, answering with the HTTP response as a whole."""
        return cast("RawT", _proxies(type(self))[0](self))

    @cached_property
    def with_streaming_response(self) -> StreamedT:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return cast("StreamedT", _proxies(type(self))[1](self))


def _proxies(kind: type[Any]) -> tuple[Any, ...]:
    """The classes of the proxies, as a class or one that it derives from names them with its bases."""
    bases = (base for one in kind.__mro__ for base in vars(one).get("__orig_bases__", ()))
    return next(get_args(base) for base in bases if get_origin(base) is WithResponses)


class Resource:
    """A group of calls of one client: they take `Parts`, and return what `to` says."""

    _mode: Mode = "parsed"

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def _request(
        self, method: str, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]
    ) -> T:
        call = Call(self._client, method, url, _target(to), parts, self._mode)
        if self._mode == "streaming":
            return cast("T", _Opened(self._client, call))
        return cast("T", self._client.execute(call))

    def _get(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return self._request("GET", url, to=to, **parts)

    def _post(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return self._request("POST", url, to=to, **parts)

    def _put(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return self._request("PUT", url, to=to, **parts)

    def _patch(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return self._request("PATCH", url, to=to, **parts)

    def _delete(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return self._request("DELETE", url, to=to, **parts)

    def _view(self, mode: Mode) -> Self:
        """The same resource, whose calls answer in another way."""
        twin = copy.copy(self)
        twin._mode = mode
        return twin


class AsyncResource:
    """A group of calls of one asynchronous client: they take `Parts`, and return what `to` says."""

    _mode: Mode = "parsed"

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client

    async def _request(
        self, method: str, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]
    ) -> T:
        call = Call(self._client, method, url, _target(to), parts, self._mode)
        return cast("T", await self._client.execute(call))

    async def _get(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return await self._request("GET", url, to=to, **parts)

    async def _post(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return await self._request("POST", url, to=to, **parts)

    async def _put(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return await self._request("PUT", url, to=to, **parts)

    async def _patch(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return await self._request("PATCH", url, to=to, **parts)

    async def _delete(self, url: str, *, to: type[T] | Shape[T], **parts: Unpack[Parts]) -> T:
        return await self._request("DELETE", url, to=to, **parts)

    def _view(self, mode: Mode) -> Self:
        """The same resource, whose calls answer in another way."""
        twin = copy.copy(self)
        twin._mode = mode
        return twin


def _target(to: Any) -> Any:
    return to.annotation if isinstance(to, Shape) else to


class _Opened:
    """A call that is made on entering its `with` block, and gives its connection back on leaving it."""

    def __init__(self, client: BaseClient, call: Call) -> None:
        self._client = client
        self._call = call
        self._response: Any = None

    def __enter__(self) -> Any:
        self._response = self._client.execute(self._call)
        return self._response

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._response.close()


class _AsyncOpened:
    """The asynchronous twin of `_Opened`."""

    def __init__(self, start: Callable[[], Awaitable[Any]]) -> None:
        self._start = start
        self._response: Any = None

    async def __aenter__(self) -> Any:
        self._response = await self._start()
        return self._response

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._response.close()


def _rebound(method: Any, mode: Mode) -> Any:
    """The same method on a view of its resource."""
    return method.__func__.__get__(method.__self__._view(mode))


def raw(method: Callable[P, T]) -> Callable[P, APIResponse[T]]:
    """The call, answering with the response as a whole."""
    return cast("Callable[P, APIResponse[T]]", _rebound(method, "raw"))


def streamed(method: Callable[P, T]) -> Callable[P, AbstractContextManager[APIResponse[T]]]:
    """The call as a context manager, answering with a response whose body is not read yet."""
    return cast(
        "Callable[P, AbstractContextManager[APIResponse[T]]]", _rebound(method, "streaming")
    )


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[AsyncAPIResponse[T]]]:
    """The call, answering with the response as a whole."""
    return cast("Callable[P, Awaitable[AsyncAPIResponse[T]]]", _rebound(method, "raw"))


def async_streamed(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, AbstractAsyncContextManager[AsyncAPIResponse[T]]]:
    """The call as an asynchronous context manager, answering with a response whose body is not read yet."""
    call = _rebound(method, "streaming")

    def opened(
        *args: P.args, **kwargs: P.kwargs
    ) -> AbstractAsyncContextManager[AsyncAPIResponse[T]]:
        return _AsyncOpened(lambda: call(*args, **kwargs))

    return opened
