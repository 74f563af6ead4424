"""How a request proves who sends it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

Credentials = Mapping[str, "str | None"]
Alternatives = tuple[tuple[str, ...], ...]


@dataclass
class Proof:
    """What the schemes add to a request."""

    headers: MutableMapping[str, str] = field(default_factory=lambda: {})
    query: MutableMapping[str, str] = field(default_factory=lambda: {})
    cookies: MutableMapping[str, str] = field(default_factory=lambda: {})


class AuthScheme(Protocol):
    """A security scheme: the options it needs, and what it does with them."""

    @property
    def name(self) -> str: ...

    @property
    def options(self) -> tuple[str, ...]: ...

    def apply(self, credentials: Credentials, proof: Proof) -> None: ...


@dataclass(frozen=True)
class BearerAuth:
    """`Authorization: Bearer …`"""

    name: str
    option: str

    @property
    def options(self) -> tuple[str, ...]:
        return (self.option,)

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        proof.headers["Authorization"] = f"Bearer {credentials[self.option]}"


@dataclass(frozen=True)
class BasicAuth:
    """`Authorization: Basic …`"""

    name: str
    username: str
    password: str

    @property
    def options(self) -> tuple[str, ...]:
        return (self.username, self.password)

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        pair = f"{credentials[self.username]}:{credentials[self.password]}"
        proof.headers["Authorization"] = f"Basic {base64.b64encode(pair.encode('utf-8')).decode('ascii')}"


@dataclass(frozen=True)
class ApiKeyAuth:
    """A key in a header, the query, or a cookie."""

    name: str
    option: str
    place: Literal["header", "query", "cookie"]
    parameter: str

    @property
    def options(self) -> tuple[str, ...]:
        return (self.option,)

    def apply(self, credentials: Credentials, proof: Proof) -> None:
        places = {"header": proof.headers, "query": proof.query, "cookie": proof.cookies}
        places[self.place][self.parameter] = str(credentials[self.option])


def prove(schemes: tuple[AuthScheme, ...], alternatives: Alternatives, credentials: Credentials) -> Proof:
    """What the first alternative adds whose credentials are all there; nothing where none is complete."""
    by_name = {scheme.name: scheme for scheme in schemes}
    proof = Proof()
    for names in alternatives:
        chosen = [by_name[name] for name in names if name in by_name]
        if chosen and all(credentials.get(option) for scheme in chosen for option in scheme.options):
            for scheme in chosen:
                scheme.apply(credentials, proof)
            break
    return proof


def missing_options(schemes: tuple[AuthScheme, ...], alternatives: Alternatives, credentials: Credentials) -> tuple[str, ...]:
    """The options without which no call can succeed; () where there is a choice, or where anonymous calls are allowed."""
    if len(schemes) != 1 or alternatives != ((schemes[0].name,),):
        return ()
    return tuple(option for option in schemes[0].options if not credentials.get(option))
