"""A request that can be attempted more than once: what is sent, and whether it is sent again."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Iterable
from typing import TYPE_CHECKING, Any

from .deadline import Deadline
from .logs import shown_headers
from .transport import connection_error, is_final
from .unset import Omit

if TYPE_CHECKING:
    from .multipart import Multipart
    from .request import Call, Sent
    from .uploads import Content

Headers = dict[str, tuple[str, str]]
"""Headers by their names in lower case, each with its name as it is written and its value."""


class Attempts:
    """The attempts at one call. The clients send what `request` gives, and tell how that went."""

    def __init__(
        self,
        call: Call,
        *,
        url: str,
        headers: Headers,
        removed: set[str],
        content: Sent,
        timeout: Any,
        limit: int,
        deadline: Deadline,
        tokens: Any = None,
    ) -> None:
        self.deadline = deadline
        self.retries: int = 0
        self._call = call
        self._url = url
        self._headers = headers
        self._removed = removed
        self._content = content
        self._timeout = timeout
        self._limit = limit
        self._request: Any = None
        self._token = ""
        self._is_renewed = False
        self.tokens = tokens

    def request(self, readable: Callable[[Multipart | Content], Any]) -> Any:
        """The request of the next attempt; `readable` makes a body of the kind that the client reads."""
        content, client = self._content, self._call.client
        if content is not None and not isinstance(content, bytes):
            content = readable(content)
        if self.retries:
            self._headers["x-retry-count"] = ("X-Retry-Count", str(self.retries))
        headers = [
            (name.encode("ascii"), _header_value(name, text))
            for name, text in self._headers.values()
        ]
        self._request = None
        request = client.transport.build(
            self._call.method, self._url, headers=headers, content=content, timeout=self._timeout
        )
        for name in self._removed:  # the library has defaults of its own
            request.headers.pop(name, None)
        self._request = request
        self.deadline.shorten(request)
        if client.logger.isEnabledFor(logging.DEBUG):
            shown = shown_headers(self._headers, client.secret_headers)
            client.logger.debug(
                "sending %s, retry %d, headers %s", self._shown(), self.retries, shown
            )
        return request

    def after_failure(self, failure: Exception) -> float:
        """No answer came: seconds until the next attempt. Raises the connection error where there is none."""
        delay = None if is_final(failure) else self._delay(None, {})
        if delay is None:
            raise connection_error(failure, self._request) from failure
        self._log_retry(delay, type(failure).__name__)
        return delay

    def have_succeeded(self, raw: Any) -> bool:
        """Is the answer the last one, and no failure?"""
        self._call.client.logger.info("%s answered %d", self._shown(), raw.status_code)
        return not is_failure(raw)

    def bear(self, token: str) -> None:
        """Send this token with the next attempt."""
        self._token = token
        self._headers["authorization"] = ("Authorization", f"Bearer {token}")

    def can_renew(self, raw: Any) -> bool:
        """Was a token refused that was good before, so that a new one may help? It is asked for once."""
        if (
            self.tokens is None
            or raw.status_code != 401
            or self._is_renewed
            or not self._is_rewindable
        ):
            return False
        self._is_renewed = True
        self.tokens.refuse(self._token)
        return True

    @property
    def _is_rewindable(self) -> bool:
        content = self._content
        return content is None or isinstance(content, bytes) or content.rewindable

    def after_refusal(self, raw: Any) -> float:
        """A failure was the answer: seconds until the next attempt. Raises its error where there is none.

        The body of the answer has been read.
        """
        delay = self._delay(raw.status_code, raw.headers)
        if delay is None:
            raise self._call.client.failure(raw)
        self._log_retry(delay, f"status {raw.status_code}")
        return delay

    def _delay(self, status: int | None, headers: Any) -> float | None:
        if self.retries >= self._limit or not self._is_rewindable:
            return None
        delay = self._call.client.settings.retry.delay(self.retries, status, headers)
        if delay is None or not self.deadline.allows(delay):
            return None
        self.retries += 1
        return delay

    def _log_retry(self, delay: float, reason: str) -> None:
        logger = self._call.client.logger
        logger.info("retry %d of %s in %.2f s after %s", self.retries, self._shown(), delay, reason)

    def _shown(self) -> str:
        return f"{self._call.method} {self._url.partition('?')[0]}"  # a query may hold a key


def merged(found: Iterable[tuple[str, Any]]) -> tuple[Headers, set[str]]:
    """The headers, later ones in place of earlier ones, and the names of those that were removed."""
    headers: Headers = {}
    removed: set[str] = set()
    for name, value in found:
        if value is None or isinstance(value, Omit):
            headers.pop(name.lower(), None)
            removed.add(name.lower())
        else:
            headers[name.lower()] = (name, str(value))
            removed.discard(name.lower())
    return headers, removed


def is_failure(raw: Any) -> bool:
    """Is the answer an error, or one that leads elsewhere and was not followed?"""
    return not 200 <= raw.status_code < 300


def _header_value(name: str, text: str) -> bytes:
    """The value without the space around it, which means nothing, and often ends a key from a file."""
    value = text.strip()
    if "\n" in value or "\r" in value or "\0" in value:
        # The value may be a secret.
        raise ValueError(f"the header {name} must not contain a line break")
    return value.encode("utf-8")


def sync_body(content: Multipart | Content) -> Any:
    """The body for a client that waits: what can be rewound is read from the start at each redirect."""
    return content if content.rewindable else iter(content)


class _AsyncBody:
    def __init__(self, content: Multipart | Content) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        from .uploads import each  # only here: most calls send no files

        return each(self._content)


def async_body(content: Multipart | Content) -> Any:
    """The same for an asynchronous client."""
    body = _AsyncBody(content)
    return body if content.rewindable else aiter(body)
