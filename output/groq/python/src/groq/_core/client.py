"""The clients: they send requests, send them again, and make results or errors of the answers."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from .attempt import Attempts, async_body, is_failure, sync_body
from .core import ClientCore
from .options import Settings
from .response import APIResponse, AsyncAPIResponse
from .transport import AsyncHTTPClient, HTTPClient, Transport, aread_whole, read_whole
from .verbs import AsyncPathCalls, PathCalls

if TYPE_CHECKING:
    from typing_extensions import Self

    from .request import Call


class BaseClient(ClientCore, PathCalls):
    """A client that waits for its answers."""

    sleep: Callable[[float], None] = staticmethod(time.sleep)

    def __init__(
        self, settings: Settings, *, http_client: HTTPClient | None, **options: Any
    ) -> None:
        super().__init__(settings, transport=Transport("Client", http_client), **options)
        self._attach()

    def _attach(self) -> None:
        self._client = self

    def execute(self, call: Call) -> Any:
        """Send a call, again where that may help, and return its result or raise its error."""
        attempts = self.prepare(call)
        while True:
            try:
                raw = self._send(attempts, call)
            except self.transport.failures as failure:
                delay = attempts.after_failure(failure)
            else:
                if attempts.have_succeeded(raw):
                    break
                if attempts.can_renew(raw):
                    continue
                delay = attempts.after_refusal(raw)
            self.sleep(delay)
        if call.mode == "parsed":
            return call.result(raw, attempts.retries)
        return APIResponse[Any](raw, attempts.retries, call)

    def _send(self, attempts: Attempts, call: Call) -> Any:
        """The answer to one request, after any redirects, with its body unless the caller is to read it."""
        send = self.transport.client.send
        if attempts.tokens is not None:
            attempts.bear(attempts.tokens.token(self, call, attempts.deadline.left()))
        request = attempts.request(sync_body)
        options, given = _signing(self.http_auth), frozenset(request.headers)
        if self.before_request is not None:
            self.before_request(request)
        raw = send(request, stream=True, follow_redirects=False, **options)
        while self.transport.is_redirect(raw):
            read_whole(raw)
            secrets = self.secret_headers | (frozenset(raw.request.headers) - given)
            request, changed = self.transport.redirect(raw, secrets)
            options |= changed
            history = [*raw.history, raw]
            raw = send(request, stream=True, follow_redirects=False, **options)
            raw.history = history
        if is_failure(raw) or not (call.is_lazy or call.mode == "streaming"):
            attempts.deadline.bound(raw)
            read_whole(raw)
        else:
            attempts.deadline.release(raw)
        self._hand_over(raw)
        return raw

    def _hand_over(self, raw: Any) -> None:
        if self.after_response is not None:
            try:
                self.after_response(raw)
            except BaseException:
                raw.close()
                raise

    def close(self) -> None:
        """Release the connections, those of copies too; an HTTP client that you gave stays open."""
        client = self.transport.retire()
        if client is not None:
            client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncBaseClient(ClientCore, AsyncPathCalls):
    """A client whose answers are awaited."""

    sleep: Callable[[float], Awaitable[None]] | None = None

    def __init__(
        self, settings: Settings, *, http_client: AsyncHTTPClient | None, **options: Any
    ) -> None:
        super().__init__(settings, transport=Transport("AsyncClient", http_client), **options)
        self._attach()

    def _attach(self) -> None:
        self._client = self

    async def execute(self, call: Call) -> Any:
        """Send a call, again where that may help, and return its result or raise its error."""
        attempts = self.prepare(call)
        while True:
            try:
                raw = await attempts.deadline.keep(self._send(attempts, call))
            except self.transport.failures as failure:
                delay = attempts.after_failure(failure)
            else:
                if attempts.have_succeeded(raw):
                    break
                if attempts.can_renew(raw):
                    continue
                delay = attempts.after_refusal(raw)
            await self._sleep(delay)
        if call.mode == "parsed":
            return call.result(raw, attempts.retries)
        return AsyncAPIResponse[Any](raw, attempts.retries, call)

    async def _send(self, attempts: Attempts, call: Call) -> Any:
        """The answer to one request, after any redirects, with its body unless the caller is to read it."""
        send = self.transport.client.send
        if attempts.tokens is not None:
            attempts.bear(await attempts.tokens.atoken(self, call, attempts.deadline.left()))
        request = attempts.request(async_body)
        options, given = _signing(self.http_auth), frozenset(request.headers)
        if self.before_request is not None:
            await _awaited(self.before_request(request))
        raw = await send(request, stream=True, follow_redirects=False, **options)
        while self.transport.is_redirect(raw):
            await aread_whole(raw)
            secrets = self.secret_headers | (frozenset(raw.request.headers) - given)
            request, changed = self.transport.redirect(raw, secrets)
            options |= changed
            history = [*raw.history, raw]
            raw = await send(request, stream=True, follow_redirects=False, **options)
            raw.history = history
        if is_failure(raw) or not (call.is_lazy or call.mode == "streaming"):
            await aread_whole(raw)
        else:
            attempts.deadline.release(raw)
        await self._hand_over(raw)
        return raw

    async def _hand_over(self, raw: Any) -> None:
        if self.after_response is not None:
            try:
                await _awaited(self.after_response(raw))
            except BaseException:
                await raw.aclose()
                raise

    async def _sleep(self, seconds: float) -> None:
        if self.sleep is not None:
            await self.sleep(seconds)
            return
        from anyio import sleep  # at the first retry: importing the package must stay cheap

        await sleep(seconds)

    async def close(self) -> None:
        """Release the connections, those of copies too; an HTTP client that you gave stays open."""
        client = self.transport.retire()
        if client is not None:
            await client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


def _signing(http_auth: object) -> dict[str, Any]:
    """The options with which a request is sent, so that it gets signed."""
    return {} if http_auth is None else {"auth": http_auth}


async def _awaited(value: object) -> None:
    if isawaitable(value):
        await value
