"""What a client was told: options that were chosen, come from the environment, or are the usual ones."""

from __future__ import annotations

import copy
import logging
import os
import time
from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .auth import Alternatives, Proof, missing_options
from .errors import SDKError
from .logs import set_level
from .options import DEFAULT_TIMEOUT, Hook, Settings, Timeout
from .unset import NotGiven, not_given
from .wire import header_lines

if TYPE_CHECKING:
    from typing_extensions import Self

    from .choices import Chosen
    from .transport import AsyncHTTPClient, HTTPClient, Transport

_NOTHING: Chosen = MappingProxyType({})

ABSOLUTE = ("https://", "http://")
"""How an address begins that is not relative to another."""


class Configured:
    """The options of a client. They never change once it is made."""

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
        options: Chosen = _NOTHING,
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
        self._chosen = self._choose(options)
        self._template = base_url or self._variable("base_url") or settings.base_url
        self.base_url: str = self._address(self._template)
        if isinstance(timeout, NotGiven):
            timeout = transport.timeout
        self.is_timeout_chosen: bool = not isinstance(timeout, NotGiven)
        usual = DEFAULT_TIMEOUT if settings.timeout is None else settings.timeout
        self.timeout: Any = usual if isinstance(timeout, NotGiven) else timeout
        self.max_retries: int = retry_limit(max_retries)
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
        self._refuse_without_proof()

    def _refuse_without_proof(self) -> None:
        settings = self.settings
        missing = missing_options(
            settings.auth, settings.security, self._credentials, self.default_headers
        )
        if missing and self.http_auth is None:
            ways = " and ".join(f"pass {name}{self._or_set(name)}" for name in missing)
            raise SDKError(f"{settings.title} needs credentials: {ways}")

    def _variable(self, option: str) -> str | None:
        name = self.settings.variables.get(option)
        return os.environ.get(name) or None if name else None

    def _or_set(self, option: str) -> str:
        variable = self.settings.variables.get(option)
        return f", or set {variable}" if variable else ""

    def _choose(self, given: Chosen) -> Chosen:
        """The values of the options that are no credentials."""
        options = self.settings.options
        if not options:
            return _NOTHING
        from .choices import chosen_values  # only here: few clients have such options

        chosen = chosen_values(options, given, self._variable)
        for option in options:
            if option.required and chosen[option.name] is None:
                ways = f"pass {option.name}{self._or_set(option.name)}"
                raise SDKError(f"{self.settings.title} needs {option.name}: {ways}")
        return chosen

    def _carried(self, place: str) -> dict[str, object]:
        """What the client's options say of each request, by its names there."""
        return {
            option.parameter: self._chosen[option.name]
            for option in self.settings.options
            if option.place == place and self._chosen[option.name] is not None
        }

    def _option(self, name: str) -> Any:
        return self._chosen[name]

    def _address(self, url: str) -> str:
        if "{" in url and self.settings.options:
            from .choices import filled_address  # only here, as above

            url = filled_address(url, self.settings.options, self._chosen)
        if not url:
            if self.settings.has_calls:
                raise self._without_address()
            return ""
        if not url.startswith(ABSOLUTE):
            raise SDKError(f"base_url must start with https:// or http://, unlike {url!r}")
        return url if url.endswith("/") else f"{url}/"

    def _without_address(self) -> SDKError:
        return SDKError(f"{self.settings.title} has no address of its own: pass base_url")

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
        **others: Any,
    ) -> Self:
        """A client with some options changed, on the same connections unless it gets an `http_client`.

        `default_headers` and `default_query` are added to those there are, `set_default_…` replace them.
        `others` are credentials and further options of this client. Raises TypeError for an unknown one.
        """
        if unknown := others.keys() - self._credentials.keys() - self._chosen.keys():
            raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
        twin = self._without_resources()
        credentials = {name: text for name, text in others.items() if name in self._credentials}
        twin._chosen = self._choose({**self._chosen, **others})
        twin.transport = self.transport.replaced(http_client)
        if http_auth is not None:
            twin.http_auth = http_auth
        if base_url is not None:
            twin._template = base_url
        if base_url is not None or ("{" in twin._template and twin._chosen != self._chosen):
            twin.base_url = twin._address(twin._template)
        chosen = {
            "timeout": timeout,
            "deadline": deadline,
            "strict_validation": strict_validation,
            "before_request": before_request,
            "after_response": after_response,
        }
        twin.is_timeout_chosen |= not isinstance(timeout, NotGiven)
        for name, value in chosen.items():
            if not isinstance(value, NotGiven):
                setattr(twin, name, value)
        if not isinstance(max_retries, NotGiven):
            twin.max_retries = retry_limit(max_retries)
        headers = self.default_headers if set_default_headers is None else set_default_headers
        twin.default_headers = {**headers, **(default_headers or {})}
        query = self.default_query if set_default_query is None else set_default_query
        twin.default_query = {**query, **(default_query or {})}
        twin._credentials = {**self._credentials, **credentials}
        twin._proofs = {}
        if credentials or twin.base_url != self.base_url:
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


def retry_limit(wanted: int) -> int:
    """How often a request is sent again. Raises TypeError for what is no number."""
    if not isinstance(wanted, int):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError("max_retries must be a number; 0 turns retries off")
    return wanted
