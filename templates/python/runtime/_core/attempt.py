"""A request that can be attempted more than once."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .uploads import Content, Multipart

if TYPE_CHECKING:
    from .request import Call

_SECRET = ("authorization", "api-key", "apikey", "token", "cookie", "secret")


class Prepared:
    """A request that can be attempted; it decides whether there is another attempt."""

    def __init__(
        self,
        call: Call,
        url: str,
        headers: dict[str, tuple[str, str]],
        content: bytes | Multipart | Content | None,
        timeout: Any,
        limit: int,
    ) -> None:
        self.call = call
        self.url = url
        self.headers = headers
        self.content = content
        self.timeout = timeout
        self.limit = limit
        self.retries = 0

    def build(self, content: Any) -> Any:
        """The request of the next attempt."""
        if self.retries:
            self.headers["x-retry-count"] = ("X-Retry-Count", str(self.retries))
        request = self.call.client.transport.build(
            self.call.method, self.url, headers=list(self.headers.values()), content=content, timeout=self.timeout
        )
        logger = self.call.client.logger
        if logger.isEnabledFor(logging.DEBUG):
            logger.debug("request %s %s retries=%d headers=%s", self.call.method, _shown_url(self.url), self.retries, self._shown())
        return request

    def _shown(self) -> dict[str, str]:
        return {name: "***" if any(s in name for s in _SECRET) else text for name, (_, text) in self.headers.items()}

    def wait_after(self, status: int | None, headers: Mapping[str, str]) -> float | None:
        """Seconds until the next attempt, or None if there is none."""
        rewindable = not isinstance(self.content, (Multipart, Content)) or self.content.rewindable
        if self.retries >= self.limit or not rewindable:
            return None
        delay = self.call.client.settings.retry.delay(self.retries, status, headers)
        if delay is not None:
            self.retries += 1
            what = f"status {status}" if status is not None else "a failed connection"
            self.call.client.logger.info("retry %d of %s %s in %.2f s after %s", self.retries, self.call.method, _shown_url(self.url), delay, what)
        return delay

    def log_answer(self, status: int) -> None:
        """A line for each answer."""
        self.call.client.logger.info("%s %s answered %d", self.call.method, _shown_url(self.url), status)


def _shown_url(url: str) -> str:
    return url.partition("?")[0]
