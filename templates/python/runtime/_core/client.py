"""The clients: they send requests, send them again, and make results or errors of the answers."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .core import ClientCore, by_hand
from .options import Settings
from .resource import AsyncResource, Resource
from .response import APIResponse, AsyncAPIResponse
from .transport import (
    AsyncHTTPClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
    HTTPClient,
    Transport,
    connection_error,
)
from .uploads import each

if TYPE_CHECKING:
    from typing_extensions import Self

    from .request import Call

T = TypeVar("T")
_ANYTHING = cast("type[Any]", object)
Options = Mapping[str, Any] | None


class BaseClient(ClientCore, Resource):
    """A client that waits for its answers."""

    sleep: Callable[[float], None] = staticmethod(time.sleep)

    def __init__(self, settings: Settings, *, http_client: HTTPClient | None, **options: Any) -> None:
        super().__init__(settings, transport=Transport(http_client, DefaultHttpxClient), **options)
        self._attach()

    def _attach(self) -> None:
        Resource.__init__(self, self)

    def execute(self, call: Call) -> Any:
        """Send a call, again where that may help, and return its result or raise its error."""
        prepared = self.prepare(call)
        while True:
            content = prepared.content
            request = prepared.build(content if content is None or isinstance(content, bytes) else iter(content))
            try:
                raw = self.transport.client.send(request, stream=True)
                if raw.status_code >= 400 or not (call.is_lazy or call.mode == "streaming"):
                    raw.read()
            except self.transport.failures as failure:
                delay = prepared.wait_after(None, {})
                if delay is None:
                    raise connection_error(failure, request) from failure
            else:
                prepared.log_answer(raw.status_code)
                if raw.status_code < 400:
                    return self._answer(call, raw, prepared.retries)
                delay = prepared.wait_after(raw.status_code, raw.headers)
                if delay is None:
                    raise self.failure(raw)
            self.sleep(delay)

    def _answer(self, call: Call, raw: Any, retries: int) -> Any:
        return call.result(raw, retries) if call.mode == "parsed" else APIResponse[Any](raw, retries, call)

    def get(self, path: str, *, cast_to: type[T] = _ANYTHING, options: Options = None) -> T:
        """A GET of any path."""
        return self._request("GET", path, to=cast_to, **by_hand(options, None))

    def post(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A POST of any path with a JSON body."""
        return self._request("POST", path, to=cast_to, **by_hand(options, body))

    def put(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A PUT of any path with a JSON body."""
        return self._request("PUT", path, to=cast_to, **by_hand(options, body))

    def patch(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A PATCH of any path with a JSON body."""
        return self._request("PATCH", path, to=cast_to, **by_hand(options, body))

    def delete(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A DELETE of any path."""
        return self._request("DELETE", path, to=cast_to, **by_hand(options, body))

    def close(self) -> None:
        """Release the connections; an HTTP client that you gave stays open."""
        if self.transport.is_ours and self.transport.is_open:
            self.transport.client.close()
        self.transport.is_closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class AsyncBaseClient(ClientCore, AsyncResource):
    """A client whose answers are awaited."""

    sleep: Callable[[float], Awaitable[None]] | None = None

    def __init__(self, settings: Settings, *, http_client: AsyncHTTPClient | None, **options: Any) -> None:
        super().__init__(settings, transport=Transport(http_client, DefaultAsyncHttpxClient), **options)
        self._attach()

    def _attach(self) -> None:
        AsyncResource.__init__(self, self)

    async def execute(self, call: Call) -> Any:
        """Send a call, again where that may help, and return its result or raise its error."""
        prepared = self.prepare(call)
        while True:
            content = prepared.content
            request = prepared.build(content if content is None or isinstance(content, bytes) else each(content))
            try:
                raw = await self.transport.client.send(request, stream=True)
                if raw.status_code >= 400 or not (call.is_lazy or call.mode == "streaming"):
                    await raw.aread()
            except self.transport.failures as failure:
                delay = prepared.wait_after(None, {})
                if delay is None:
                    raise connection_error(failure, request) from failure
            else:
                prepared.log_answer(raw.status_code)
                if raw.status_code < 400:
                    return self._answer(call, raw, prepared.retries)
                delay = prepared.wait_after(raw.status_code, raw.headers)
                if delay is None:
                    raise self.failure(raw)
            await self._sleep(delay)

    async def _sleep(self, seconds: float) -> None:
        if self.sleep is not None:
            await self.sleep(seconds)
            return
        from anyio import sleep

        await sleep(seconds)

    def _answer(self, call: Call, raw: Any, retries: int) -> Any:
        return call.result(raw, retries) if call.mode == "parsed" else AsyncAPIResponse[Any](raw, retries, call)

    async def get(self, path: str, *, cast_to: type[T] = _ANYTHING, options: Options = None) -> T:
        """A GET of any path."""
        return await self._request("GET", path, to=cast_to, **by_hand(options, None))

    async def post(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A POST of any path with a JSON body."""
        return await self._request("POST", path, to=cast_to, **by_hand(options, body))

    async def put(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A PUT of any path with a JSON body."""
        return await self._request("PUT", path, to=cast_to, **by_hand(options, body))

    async def patch(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A PATCH of any path with a JSON body."""
        return await self._request("PATCH", path, to=cast_to, **by_hand(options, body))

    async def delete(
        self, path: str, *, cast_to: type[T] = _ANYTHING, body: object = None, options: Options = None
    ) -> T:
        """A DELETE of any path."""
        return await self._request("DELETE", path, to=cast_to, **by_hand(options, body))

    async def close(self) -> None:
        """Release the connections; an HTTP client that you gave stays open."""
        if self.transport.is_ours and self.transport.is_open:
            await self.transport.client.aclose()
        self.transport.is_closed = True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
