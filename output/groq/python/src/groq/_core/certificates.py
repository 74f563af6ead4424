"""When are the certificates of the system read? At the first connection that has to be secured."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from threading import Lock
from typing import Any

from .errors import SDKError


class LateContext(ssl.SSLContext):
    """A context that is another one as soon as it is needed: reading certificates takes 25 ms.

    `make` makes the other one. Whatever passed it by would fail: this one trusts nobody.
    """

    def __new__(cls, make: Callable[[], ssl.SSLContext]) -> LateContext:  # noqa: ARG004
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self, make: Callable[[], ssl.SSLContext]) -> None:
        self._make = make
        self._made: ssl.SSLContext | None = None
        self._protocols: list[str] = []
        self._lock = Lock()

    def set_alpn_protocols(self, alpn_protocols: Any) -> None:
        """Kept for the other context."""
        self._protocols = list(alpn_protocols)

    def wrap_socket(self, *given: Any, **options: Any) -> ssl.SSLSocket:
        """A socket of the other context."""
        return self._whole().wrap_socket(*given, **options)

    def wrap_bio(self, *given: Any, **options: Any) -> ssl.SSLObject:
        """An object of the other context."""
        return self._whole().wrap_bio(*given, **options)

    def _whole(self) -> ssl.SSLContext:
        with self._lock:
            if self._made is None:
                try:
                    self._made = self._make()
                except OSError as failure:  # among them SSLError
                    message = f"the certificates of the system cannot be read: {failure}"
                    raise SDKError(message) from failure
                self._made.set_alpn_protocols(self._protocols)
            return self._made
