"""How a request proves who sends it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Credentials = Mapping[str, "str | None"]
"""The value of each option that holds a credential; None where there is none."""

Alternatives = tuple[tuple[str, ...], ...]
"""Schemes, by name, that must be used together; any of the alternatives will do, and `()` is none at all."""


@dataclass(frozen=True)
class Proof:
    """What the schemes add to a request; those in `fetched` add a token that is got for it first."""

    headers: dict[str, str] = field(default_factory=dict[str, str])
    query: dict[str, str] = field(default_factory=dict[str, str])
    cookies: dict[str, str] = field(default_factory=dict[str, str])
    fetched: list[Any] = field(default_factory=list[Any])


class AuthScheme(Protocol):
    """A security scheme."""

    @property
    def name(self) -> str:
        """Its name in the API's description."""
        ...

    @property
    def header(self) -> str:
        """The header that it sets, in lower case; empty where it sets none."""
        ...

    def missing(self, credentials: Credentials) -> tuple[str, ...]:
        """The options that it needs and that have no value."""
        ...

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        """Add what proves the sender; nothing may be missing."""
        ...


@dataclass(frozen=True)
class BearerAuth:
    """`Authorization: Bearer …`"""

    name: str
    option: str
    header = "authorization"

    def missing(self, credentials: Credentials) -> tuple[str, ...]:
        return () if credentials.get(self.option) else (self.option,)

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        proof.headers["Authorization"] = f"Bearer {credentials[self.option]}"


@dataclass(frozen=True)
class BasicAuth:
    """`Authorization: Basic …`; the password may be empty, since many APIs take a key as the user's name."""

    name: str
    username: str
    password: str
    header = "authorization"

    def missing(self, credentials: Credentials) -> tuple[str, ...]:
        no_name = () if credentials.get(self.username) else (self.username,)
        no_password = () if credentials.get(self.password) is not None else (self.password,)
        return no_name + no_password

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        pair = f"{credentials[self.username]}:{credentials[self.password]}"
        proof.headers["Authorization"] = (
            f"Basic {base64.b64encode(pair.encode('utf-8')).decode('ascii')}"
        )


@dataclass(frozen=True)
class ApiKeyAuth:
    """A key in a header, the query, or a cookie, under the name `parameter`."""

    name: str
    option: str
    place: Literal["header", "query", "cookie"]
    parameter: str

    @property
    def header(self) -> str:
        return self.parameter.lower() if self.place == "header" else ""

    def missing(self, credentials: Credentials) -> tuple[str, ...]:
        return () if credentials.get(self.option) else (self.option,)

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        places = {"header": proof.headers, "query": proof.query, "cookie": proof.cookies}
        places[self.place][self.parameter] = str(credentials[self.option])


def prove(
    schemes: tuple[AuthScheme, ...], alternatives: Alternatives, credentials: Credentials
) -> Proof:
    """What the first alternative adds whose credentials are all there; nothing where none is complete."""
    proof = Proof()
    for names in alternatives:
        chosen = [scheme for scheme in schemes if scheme.name in names]
        # An alternative without schemes says that proof is optional: where there is one, it is still sent.
        if chosen and not any(scheme.missing(credentials) for scheme in chosen):
            for scheme in chosen:
                scheme.apply(credentials, proof)
            break
    return proof


def missing_options(
    schemes: tuple[AuthScheme, ...],
    alternatives: Alternatives,
    credentials: Credentials,
    headers: Mapping[str, object],
) -> tuple[str, ...]:
    """The options without which no call can succeed.

    () where there is a choice of schemes, where anonymous calls are allowed, or where `headers` hold
    the proof already.
    """
    if len(alternatives) != 1:
        return ()
    given = {name.lower() for name in headers}
    needed = [
        scheme
        for scheme in schemes
        if scheme.name in alternatives[0] and scheme.header not in given
    ]
    return tuple(option for scheme in needed for option in scheme.missing(credentials))
