"""Tokens that a client gets by itself: OAuth 2 with client credentials (RFC 6749, section 4.4)."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote_plus

from .auth import Credentials, Proof
from .errors import APIResponseValidationError
from .kinds import is_object
from .request import Call, parsed

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient
    from .core import ClientCore
    from .request import Parts

# A token is renewed this long before it expires, or after nine tenths of a shorter life.
_MARGIN = 30.0


@dataclass(frozen=True)
class ClientCredentialsAuth:
    """`Authorization: Bearer …` with a token that is given, or else fetched from where `token_url` says.

    `option`, `client_id`, `client_secret` and `url_option` name options of the client; `scopes` are those
    that calls need which name none of their own. By `authentication` the secret is sent as that of basic
    authentication, or in the form (RFC 6749, section 2.3.1).
    """

    name: str
    option: str
    client_id: str
    client_secret: str
    url_option: str
    token_url: str
    scopes: tuple[str, ...] = ()
    authentication: Literal["client_secret_basic", "client_secret_post"] = "client_secret_basic"
    clock: Callable[[], float] = time.monotonic
    header = "authorization"

    def missing(self, credentials: Credentials) -> tuple[str, ...]:
        if credentials.get(self.option):
            return ()
        return tuple(
            name for name in (self.client_id, self.client_secret) if not credentials.get(name)
        )

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        if credentials.get(self.option):
            proof.headers["Authorization"] = f"Bearer {credentials[self.option]}"
        else:
            proof.fetched.append(self)

    def tokens(self, credentials: Credentials) -> Tokens:
        """The tokens of a client with these credentials."""
        pair = (str(credentials[self.client_id]), str(credentials[self.client_secret]))
        return Tokens(self, pair, credentials.get(self.url_option) or self.token_url)


def _unsigned(request: Any) -> Any:
    """Sign nothing, where an HTTP client of the user's own would sign what it sends."""
    return request


@dataclass(frozen=True)
class Token:
    """A token for some scopes; `until` is when it is to be renewed, None where the service does not say."""

    text: str
    scopes: frozenset[str]
    until: float | None


@dataclass
class Tokens:
    """The tokens of one client: each is fetched once, however many calls wait for it."""

    scheme: ClientCredentialsAuth
    pair: tuple[str, str]
    url: str
    _held: list[Token] = field(default_factory=list[Token])
    _lock: Lock = field(default_factory=Lock)
    _async_lock: Any = None

    def token(self, client: BaseClient, call: Call, deadline: float | None) -> str:
        """A token for a call, fetched if none is held, in `deadline` seconds.

        Raises what any call may raise where the service gives none.
        """
        with self._lock:
            return (self._fresh(call) or self._fetched(client, call, deadline)).text

    async def atoken(self, client: AsyncBaseClient, call: Call, deadline: float | None) -> str:
        """The asynchronous twin of `token`."""
        if self._async_lock is None:
            from anyio import Lock as AsyncLock  # only here: importing the package must stay cheap

            self._async_lock = AsyncLock()
        async with self._async_lock:
            return (self._fresh(call) or await self._afetched(client, call, deadline)).text

    def _fetched(self, client: BaseClient, call: Call, deadline: float | None) -> Token:
        fetching = self._call(client, call, deadline)
        response: Any = fetching.client.execute(fetching)
        return self._kept(call, response.http_response)

    async def _afetched(self, client: AsyncBaseClient, call: Call, deadline: float | None) -> Token:
        fetching = self._call(client, call, deadline)
        response = await fetching.client.execute(fetching)
        return self._kept(call, response.http_response)

    def refuse(self, text: str) -> None:
        """Forget a token that the service does not take any more."""
        with self._lock:
            self._held = [token for token in self._held if token.text != text]

    def _wanted(self, call: Call) -> Collection[str]:
        return call.parts.get("scopes", self.scheme.scopes)

    def _fresh(self, call: Call) -> Token | None:
        now, wanted = self.scheme.clock(), frozenset(self._wanted(call))
        self._held = [token for token in self._held if token.until is None or now < token.until]
        return next((token for token in self._held if wanted <= token.scopes), None)

    def _call(self, client: Any, call: Call, deadline: float | None) -> Any:
        """The call that fetches a token: it carries nothing of the client but its id and its secret."""
        plain: ClientCore = client.copy(
            set_default_headers={},
            set_default_query={},
            before_request=None,
            after_response=None,
        )
        plain.http_auth = _unsigned
        form, header = {"grant_type": "client_credentials"}, dict[str, str]()
        if wanted := self._wanted(call):
            form["scope"] = " ".join(wanted)
        if self.scheme.authentication == "client_secret_post":
            form["client_id"], form["client_secret"] = self.pair
        else:
            pair = ":".join(map(quote_plus, self.pair)).encode("ascii")
            header["Authorization"] = f"Basic {base64.b64encode(pair).decode('ascii')}"
        parts: Parts = {"form": form, "header": header, "security": (), "deadline": deadline}
        return Call(plain, "POST", self.url, object, parts, mode="raw")

    def _kept(self, call: Call, raw: Any) -> Token:
        answer = parsed(object, raw)
        said: dict[str, Any] = answer if is_object(answer) else {}
        text = said.get("access_token")
        if not isinstance(text, str) or not text:
            raise APIResponseValidationError("the answer holds no access token", response=raw)
        until = None
        # Where nothing is said, a token is good until it is refused.
        with suppress(KeyError, TypeError, ValueError):
            life = float(said["expires_in"])
            until = self.scheme.clock() + life - min(_MARGIN, life / 10)
        token = Token(text, frozenset(self._wanted(call)), until)
        self._held = [*self._held, token]
        return token
