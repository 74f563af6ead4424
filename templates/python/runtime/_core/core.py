"""What both clients know: their options, and how a call becomes a request and a failure an error."""

from __future__ import annotations

import logging
import os
import platform
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from .attempt import Prepared
from .auth import Proof, missing_options, prove
from .codec import decode
from .errors import APIStatusError, SDKError, message_of, status_error_class
from .kinds import is_object
from .options import DEFAULT_TIMEOUT, Settings, Timeout
from .transport import Transport
from .unset import NotGiven, Omit, not_given
from .uploads import Content, Multipart
from .wire import cookie_header, header_values, path_url, query_pairs, query_string

if TYPE_CHECKING:
    from typing_extensions import Self

    from .request import Call, Parts


class ClientCore:
    """What both clients share: everything but the waiting."""

    def __init__(
        self,
        settings: Settings,
        *,
        credentials: Mapping[str, str | None],
        base_url: str | None,
        timeout: float | Timeout | None | NotGiven,
        max_retries: int,
        default_headers: Mapping[str, str] | None,
        default_query: Mapping[str, object] | None,
        transport: Transport,
    ) -> None:
        if max_retries is None:  # pyright: ignore[reportUnnecessaryComparison]
            raise TypeError("max_retries must be a number; 0 turns retries off")
        self.settings = settings
        self.transport = transport
        self._credentials = {name: value or self._variable(name) for name, value in credentials.items()}
        address = base_url or self._variable("base_url") or settings.base_url
        if not address:
            raise SDKError(f"{settings.title} has no address of its own: pass base_url")
        self.base_url = address if address.endswith("/") else f"{address}/"
        self.timeout = DEFAULT_TIMEOUT if isinstance(timeout, NotGiven) else timeout
        self.max_retries = max_retries
        self.default_headers = {**_header_lines(self._variable("headers")), **(default_headers or {})}
        self.default_query = dict(default_query or {})
        self.logger = logging.getLogger(settings.package)
        self._set_log_level(self._variable("log"))
        missing = missing_options(settings.auth, settings.security, self._credentials)
        if missing and "authorization" not in {name.lower() for name in self.default_headers}:
            names = " and ".join(f"pass {name}, or set {settings.variables.get(name, name.upper())}" for name in missing)
            raise SDKError(f"{settings.title} needs credentials: {names}")

    def _variable(self, option: str) -> str | None:
        name = self.settings.variables.get(option)
        return os.environ.get(name) or None if name else None

    def _credential(self, option: str) -> str | None:
        return self._credentials.get(option)

    def _set_log_level(self, wanted: str | None) -> None:
        level = {"debug": logging.DEBUG, "info": logging.INFO}.get((wanted or "").lower())
        if level is not None:
            logging.basicConfig()
            self.logger.setLevel(level)

    def is_closed(self) -> bool:
        """Has the client been closed?"""
        return self.transport.is_closed

    def copy(
        self,
        *,
        base_url: str | None = None,
        timeout: float | Timeout | None | NotGiven = not_given,
        max_retries: int | None = None,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        **credentials: str,
    ) -> Self:
        """A client with some options changed, on the same connections.

        `default_headers` and `default_query` are added to those there are, `set_default_…` replace them.
        """
        unknown = credentials.keys() - self._credentials.keys()
        if unknown:
            raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
        twin = object.__new__(type(self))
        headers = self.default_headers if set_default_headers is None else set_default_headers
        query = self.default_query if set_default_query is None else set_default_query
        ClientCore.__init__(
            twin,
            self.settings,
            credentials={**self._credentials, **credentials},
            base_url=base_url or self.base_url,
            timeout=self.timeout if isinstance(timeout, NotGiven) else timeout,
            max_retries=self.max_retries if max_retries is None else max_retries,
            default_headers={**headers, **(default_headers or {})},
            default_query={**query, **(default_query or {})},
            transport=self.transport,
        )
        twin._attach()
        return twin

    with_options = copy

    def _attach(self) -> None:
        """Make the client its own resource, so that calls at the root of the API are its methods."""
        raise NotImplementedError

    def prepare(self, call: Call) -> Prepared:
        """The request of a call, as far as it is the same for every attempt."""
        parts = call.parts
        proof = prove(self.settings.auth, parts.get("security", self.settings.security), self._credentials)
        query = {**self.default_query, **parts.get("query", {}), **proof.query, **(parts.get("extra_query") or {})}
        base = parts.get("base_url") or self.base_url
        path = path_url(call.url, parts.get("path", {}))
        url = path if "://" in path else f"{base.rstrip('/')}/{path.lstrip('/')}"
        text = query_string(query_pairs(query))
        if text:
            url = f"{url}{'&' if '?' in url else '?'}{text}"
        body = call.body()
        headers = self._headers(call, proof, body["content_type"])
        length = body["content"].length if isinstance(body["content"], (Multipart, Content)) else None
        if length is not None:
            headers["content-length"] = ("Content-Length", str(length))
        timeout = parts.get("timeout", not_given)
        limit = parts.get("max_retries", self.max_retries)
        return Prepared(call, url, headers, body["content"], self.timeout if isinstance(timeout, NotGiven) else timeout, limit)

    def _headers(self, call: Call, proof: Proof, content_type: str) -> dict[str, tuple[str, str]]:
        parts = call.parts
        cookies = cookie_header({**parts.get("cookie", {}), **proof.cookies})
        python = platform.python_version()
        found: list[tuple[str, Any]] = [
            ("User-Agent", f"{self.settings.package}/{self.settings.version} python/{python}"),
            ("Accept", call.accept()),
            *([("Content-Type", content_type)] if content_type else []),
            *([("Cookie", cookies)] if cookies else []),
            *proof.headers.items(),
            *self.default_headers.items(),
            *header_values(parts.get("header", {})).items(),
            *([("Idempotency-Key", key)] if (key := parts.get("idempotency_key")) else []),
            *(parts.get("extra_headers") or {}).items(),
        ]
        headers: dict[str, tuple[str, str]] = {}
        for name, value in found:
            if isinstance(value, Omit):
                headers.pop(name.lower(), None)
            else:
                headers[name.lower()] = (name, str(value))
        return headers

    def status_error(self, raw: Any, body: Any, status: int) -> APIStatusError:
        """The error for a failed answer."""
        error: Any = None
        if self.settings.error_type is not None and is_object(body):
            module, name = self.settings.error_type
            root = __package__.rpartition(".")[0] if __package__ else ""
            error = decode(getattr(import_module(module, root), name), body)
        kind = status_error_class(status, self.settings.errors)
        return kind(message_of(status, body), response=raw, body=body, error=error, status=status)

    def failure(self, raw: Any) -> APIStatusError:
        """The error for a failed answer whose body has been read."""
        body: Any = raw.text
        with suppress(ValueError):
            body = raw.json()
        return self.status_error(raw, body, int(raw.status_code))


def by_hand(options: Mapping[str, Any] | None, body: object) -> Parts:
    """The parts of a call to a path that the API's description lacks; `options` may use short names."""
    given = dict(options or {})
    short = {"headers": "extra_headers", "params": "extra_query", "extra_json": "extra_body"}
    parts: dict[str, Any] = {short.get(name, name): value for name, value in given.items()}
    if body is not None:
        parts["json"] = body
    return cast("Parts", parts)


def _header_lines(text: str | None) -> dict[str, str]:
    """`Name: value`, one a line."""
    pairs = (line.split(":", 1) for line in (text or "").splitlines() if ":" in line)
    return {name.strip(): value.strip() for name, value in pairs}
