"""What both clients know: their options, and how a call becomes a request and a failure an error."""

from __future__ import annotations

import copy
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .attempt import Attempts, Headers, merged
from .auth import Alternatives, Proof, missing_options, prove
from .codec import decode
from .deadline import Deadline
from .errors import APIStatusError, SDKError, message_of, status_error_class
from .kinds import is_object
from .logs import set_level
from .options import DEFAULT_TIMEOUT, Hook, Settings, Timeout
from .unset import NotGiven, Omit, not_given
from .wire import cookie_header, header_lines, header_values, path_url, query_string, whole_query

if TYPE_CHECKING:
    from typing_extensions import Self

    from .request import Call
    from .transport import AsyncHTTPClient, HTTPClient, Transport

_ABSOLUTE = ("https://", "http://")


class ClientCore:
    """What both clients share: everything but the waiting. Their options never change once they are made."""

    clock: Callable[[], float] = staticmethod(time.monotonic)

    def __init__(
        self,
        settings: Settings,
        *,
        credentials: Mapping[str, str | None],
        base_url: str | None,
        timeout: float | Timeout | NotGiven | None,
        max_retries: int,
        default_headers: Mapping[str, str] | None,
        default_query: Mapping[str, object] | None,
        transport: Transport,
        http_auth: Any = None,
        deadline: float | None = None,
        strict_validation: bool = False,
        before_request: Hook | None = None,
        after_response: Hook | None = None,
    ) -> None:
        self.deadline = deadline
        self.strict_validation = strict_validation
        self.before_request = before_request
        self.after_response = after_response
        self.settings = settings
        self.transport = transport
        self.http_auth = http_auth
        self.logger: logging.Logger = logging.getLogger(settings.package)
        set_level(self.logger, self._variable("log"))
        address = base_url or self._variable("base_url") or settings.base_url
        self.base_url: str = self._address(address)
        if isinstance(timeout, NotGiven):
            timeout = transport.timeout
        self.timeout: Any = DEFAULT_TIMEOUT if isinstance(timeout, NotGiven) else timeout
        self.max_retries: int = _retry_limit(max_retries)
        self.default_headers: dict[str, str] = {
            **header_lines(self._variable("headers")),
            **(default_headers or {}),
        }
        self.default_query: dict[str, object] = dict(default_query or {})
        self._credentials = {
            name: self._variable(name) if value is None else value
            for name, value in credentials.items()
        }
        self._proofs: dict[Alternatives, Proof] = {}
        self._tokens: dict[str, Any] = {}
        missing = missing_options(
            settings.auth, settings.security, self._credentials, self.default_headers
        )
        if missing and http_auth is None:
            ways = " and ".join(f"pass {name}{self._or_set(name)}" for name in missing)
            raise SDKError(f"{settings.title} needs credentials: {ways}")

    def _variable(self, option: str) -> str | None:
        name = self.settings.variables.get(option)
        return os.environ.get(name) or None if name else None

    def _or_set(self, option: str) -> str:
        variable = self.settings.variables.get(option)
        return f", or set {variable}" if variable else ""

    def _address(self, url: str) -> str:
        if not url:
            raise SDKError(f"{self.settings.title} has no address of its own: pass base_url")
        if not url.startswith(_ABSOLUTE):
            raise SDKError(f"base_url must start with https:// or http://, unlike {url!r}")
        return url if url.endswith("/") else f"{url}/"

    def _credential(self, option: str) -> str | None:
        return self._credentials.get(option)

    def is_closed(self) -> bool:
        """Has the client been closed?"""
        return self.transport.is_closed

    def copy(
        self,
        *,
        base_url: str | None = None,
        timeout: float | Timeout | NotGiven | None = not_given,
        max_retries: int | NotGiven = not_given,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        http_client: HTTPClient | AsyncHTTPClient | None = None,
        http_auth: Any = None,
        deadline: float | NotGiven | None = not_given,
        strict_validation: bool | NotGiven = not_given,
        before_request: Hook | NotGiven | None = not_given,
        after_response: Hook | NotGiven | None = not_given,
        **credentials: str,
    ) -> Self:
        """A client with some options changed, on the same connections unless it gets an `http_client`.

        `default_headers` and `default_query` are added to those there are, `set_default_…` replace them.
        `credentials` go by the names of the client's options. Raises TypeError for an unknown one.
        """
        if unknown := credentials.keys() - self._credentials.keys():
            raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
        twin = self._without_resources()
        twin.transport = self.transport.replaced(http_client)
        if http_auth is not None:
            twin.http_auth = http_auth
        if base_url is not None:
            twin.base_url = self._address(base_url)
        chosen = {
            "timeout": timeout,
            "deadline": deadline,
            "strict_validation": strict_validation,
            "before_request": before_request,
            "after_response": after_response,
        }
        for name, value in chosen.items():
            if not isinstance(value, NotGiven):
                setattr(twin, name, value)
        if not isinstance(max_retries, NotGiven):
            twin.max_retries = _retry_limit(max_retries)
        headers = self.default_headers if set_default_headers is None else set_default_headers
        twin.default_headers = {**headers, **(default_headers or {})}
        query = self.default_query if set_default_query is None else set_default_query
        twin.default_query = {**query, **(default_query or {})}
        twin._credentials = {**self._credentials, **credentials}
        twin._proofs = {}
        if credentials or base_url is not None:
            twin._tokens = {}
        return twin

    with_options = copy

    def _without_resources(self) -> Self:
        """The same client, but for the resources made so far, which make their calls through this one."""
        twin = copy.copy(self)
        for name in list(vars(twin)):
            if isinstance(getattr(type(twin), name, None), cached_property):
                del vars(twin)[name]
        twin._attach()
        return twin

    def _attach(self) -> None:
        """Make the client its own resource, so that calls at the root of the API are its methods."""
        raise NotImplementedError

    @property
    def secret_headers(self) -> frozenset[str]:
        """The headers, in lower case, that hold credentials."""
        return frozenset(scheme.header for scheme in self.settings.auth)

    def prepare(self, call: Call) -> Attempts:
        """All that is the same for every attempt at a call.

        Raises ValueError or TypeError for arguments that no request can be made of.
        """
        parts = call.parts
        proof = self._prove(parts.get("security", self.settings.security))
        content, content_type = call.body()
        headers, removed = self._headers(call, proof, content_type)
        length = None if content is None or isinstance(content, bytes) else content.length
        if length is not None:
            headers["content-length"] = ("Content-Length", str(length))
        timeout = parts.get("timeout", not_given)
        tokens = None
        if proof.fetched and "authorization" not in headers and "authorization" not in removed:
            scheme = proof.fetched[0]
            tokens = self._tokens.setdefault(scheme.name, scheme.tokens(self._credentials))
        return Attempts(
            call,
            tokens=tokens,
            url=self._url(call, proof),
            headers=headers,
            removed=removed,
            content=content,
            timeout=self.timeout if isinstance(timeout, NotGiven) else timeout,
            limit=(
                _retry_limit(parts["max_retries"])
                if "max_retries" in parts
                else parts.get("default_retries", self.max_retries)
            ),
            deadline=Deadline(parts.get("deadline", self.deadline), self.clock),
        )

    def _prove(self, alternatives: Alternatives) -> Proof:
        proof = self._proofs.get(alternatives)
        if proof is None:
            proof = self._proofs[alternatives] = prove(
                self.settings.auth, alternatives, self._credentials
            )
        return proof

    def _url(self, call: Call, proof: Proof) -> str:
        parts = call.parts
        url = path_url(call.url, parts.get("path", {}))
        if not url.startswith(_ABSOLUTE):
            url = f"{self._base(parts.get('base_url')).rstrip('/')}/{url.lstrip('/')}"
        # An omitted argument must not hide a default of its name, while an omitted further one removes it.
        given = {
            name: value
            for name, value in parts.get("query", {}).items()
            if not isinstance(value, Omit)
        }
        query = {**self.default_query, **given, **proof.query, **(parts.get("extra_query") or {})}
        text = whole_query(query_string(query), parts.get("querystring"))
        return f"{url}{'&' if '?' in url else '?'}{text}" if text else url

    def _base(self, own: str | None) -> str:
        """Where an operation is found: at an address of its own, unless the user chose one for the client."""
        if own is None or self.base_url.rstrip("/") != self.settings.base_url.rstrip("/"):
            return self.base_url
        return own if own.startswith(_ABSOLUTE) else f"{self.base_url}{own.lstrip('/')}"

    def _headers(self, call: Call, proof: Proof, content_type: str) -> tuple[Headers, set[str]]:
        """The headers, and the names of those that must not be sent even if the library would."""
        parts = call.parts
        found: list[tuple[str, Any]] = [
            ("User-Agent", _user_agent(self.settings)),
            ("Accept", call.accept()),
        ]
        if content_type:
            found.append(("Content-Type", content_type))
        cookies = cookie_header(
            {**parts["cookie"], **proof.cookies} if "cookie" in parts else proof.cookies
        )
        if cookies:
            found.append(("Cookie", cookies))
        found += proof.headers.items()
        found += self.default_headers.items()
        if "header" in parts:
            found += header_values(parts["header"]).items()
        if "idempotency_key" in parts:
            found.append(("Idempotency-Key", parts["idempotency_key"]))
        found += (parts.get("extra_headers") or {}).items()
        return merged(found)

    def status_error(self, raw: Any, body: Any, status: int) -> APIStatusError:
        """The error for a failed answer."""
        error: Any = None
        if self.settings.error_type is not None and is_object(body):
            module, name = self.settings.error_type
            package = __name__.partition("._core.")[0]
            error = decode(getattr(import_module(module, package), name), body)
        kind = status_error_class(status, self.settings.errors)
        return kind(message_of(status, body), response=raw, body=body, error=error, status=status)

    def failure(self, raw: Any) -> APIStatusError:
        """The error for a failed answer whose body has been read."""
        body: Any = raw.text
        with suppress(ValueError, RecursionError):
            body = raw.json()
        return self.status_error(raw, body, raw.status_code)


def _retry_limit(wanted: int) -> int:
    if not isinstance(wanted, int):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError("max_retries must be a number; 0 turns retries off")
    return wanted


def _user_agent(settings: Settings) -> str:
    return (
        f"{settings.package}/{settings.version} python/{sys.version_info[0]}.{sys.version_info[1]}"
    )
