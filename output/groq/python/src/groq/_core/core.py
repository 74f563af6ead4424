"""What both clients know: how a call becomes a request, and a failure an error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .attempt import Attempts, Headers, merged
from .auth import Alternatives, Proof, prove
from .codec import decode
from .configured import ABSOLUTE, Configured, retry_limit
from .deadline import Deadline
from .errors import APIStatusError, message_of, status_error_class
from .kinds import is_object
from .options import OPTION_NAMES, Settings
from .request import PART_NAMES
from .unset import NotGiven, Omit, is_unset, not_given
from .wire import cookie_header, header_values, path_url, query_string, whole_query

if TYPE_CHECKING:
    from .request import Call


# What changes nothing needs no key (RFC 9110, section 9.2.1).
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})


class ClientCore(Configured):
    """What both clients share: everything but the waiting."""

    @property
    def secret_headers(self) -> frozenset[str]:
        """The headers, in lower case, that hold credentials."""
        return frozenset(scheme.header for scheme in self.settings.auth)

    def prepare(self, call: Call) -> Attempts:
        """All that is the same for every attempt at a call.

        Raises ValueError or TypeError for arguments that no request can be made of.
        """
        parts = call.parts
        if not parts.keys() <= PART_NAMES:
            from .arguments import unexpected  # only here: most programs make no such mistake

            raise unexpected(next(name for name in parts if name not in PART_NAMES), OPTION_NAMES)
        proof = self._prove(parts.get("security", self.settings.security))
        content, content_type = call.body()
        headers, removed = self._headers(call, proof, content_type)
        length = None if content is None or isinstance(content, bytes) else content.length
        if length is not None:
            headers["content-length"] = ("Content-Length", str(length))
        timeout = parts.get("timeout", not_given)
        if isinstance(timeout, NotGiven):
            timeout = self.timeout
            if "default_timeout" in parts and not self.is_timeout_chosen:
                timeout = parts["default_timeout"]
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
            timeout=timeout,
            limit=self._limit(call),
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
        values = parts.get("path", {})
        url = path_url(call.url, self._path_values(values) if self.settings.options else values)
        if not url.startswith(ABSOLUTE):
            url = f"{self._base(parts.get('base_url')).rstrip('/')}/{url.lstrip('/')}"
        # An omitted argument must not hide a default of its name, while an omitted further one removes it.
        given = {
            name: value
            for name, value in parts.get("query", {}).items()
            if not isinstance(value, Omit)
        }
        query = {
            **self._carried("query"),
            **self.default_query,
            **given,
            **proof.query,
            **(parts.get("extra_query") or {}),
        }
        text = whole_query(query_string(query), parts.get("querystring"))
        return f"{url}{'&' if '?' in url else '?'}{text}" if text else url

    def _path_values(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """The values that fill a path in: what a call leaves to the client is taken from its options."""
        values = dict(given)
        for option in self.settings.options:
            value = values.get(option.parameter, "") if option.place == "path" else ""
            if value is None or is_unset(value):
                value = values[option.parameter] = self._chosen[option.name]
            if value is None:
                ways = f"pass it here or to the client{self._or_set(option.name)}"
                raise ValueError(f"the path needs {option.name}: {ways}")
        return values

    def _base(self, own: str | None) -> str:
        """Where an operation is found: at an address of its own, unless the user chose one for the client."""
        if not self.base_url:
            raise self._without_address()
        if own is None or self._template.rstrip("/") != self.settings.base_url.rstrip("/"):
            return self.base_url
        return own if own.startswith(ABSOLUTE) else f"{self.base_url}{own.lstrip('/')}"

    def _headers(self, call: Call, proof: Proof, content_type: str) -> tuple[Headers, set[str]]:
        """The headers, and the names of those that must not be sent even if the library would."""
        parts = call.parts
        found: list[tuple[str, Any]] = [
            ("User-Agent", _user_agent(self.settings)),
            ("Accept", call.accept()),
            *self.settings.headers.items(),
        ]
        if content_type:
            found.append(("Content-Type", content_type))
        cookies = cookie_header(
            {**parts["cookie"], **proof.cookies} if "cookie" in parts else proof.cookies
        )
        if cookies:
            found.append(("Cookie", cookies))
        found += proof.headers.items()
        if self.settings.options:
            found += header_values(self._carried("header")).items()
        found += self.default_headers.items()
        if "header" in parts:
            found += header_values(parts["header"]).items()
        found += self._idempotency(call)
        found += (parts.get("extra_headers") or {}).items()
        return merged(found)

    def _limit(self, call: Call) -> int:
        """How often a call is sent again: what it says, or else the client; of its own, never is never."""
        if "max_retries" in call.parts:
            return retry_limit(call.parts["max_retries"])
        own = call.parts.get("default_retries", self.max_retries)
        is_usual = self.max_retries == self.settings.max_retries
        return own if own == 0 or is_usual else self.max_retries

    def _idempotency(self, call: Call) -> list[tuple[str, str]]:
        """The key of a call, the same for all its attempts."""
        name = self.settings.idempotency_header
        if "idempotency_key" in call.parts:
            return [(name or "Idempotency-Key", call.parts["idempotency_key"])]
        if not name or call.method in _SAFE:
            return []
        from uuid import uuid4  # only here: few services ask for it

        return [(name, str(uuid4()))]

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


def _user_agent(settings: Settings) -> str:
    return (
        f"{settings.package}/{settings.version} python/{sys.version_info[0]}.{sys.version_info[1]}"
    )
