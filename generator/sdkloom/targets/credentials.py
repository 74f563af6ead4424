"""Which credentials does a client take, whatever the language, and which tokens does it get by itself?"""

from __future__ import annotations

from sdkloom.ir.api import Api, AuthScheme, Operation
from sdkloom.name.schemes import fetching_flow, fetching_schemes, served_schemes

__all__ = [
    "fetching_flow",
    "fetching_schemes",
    "fetching_words",
    "option_words",
    "own_scopes",
    "served_schemes",
]

Words = tuple[str, ...]


def option_words(scheme: AuthScheme) -> tuple[Words, ...]:
    """The names of the options that hold a scheme's credentials."""
    return scheme.options


def fetching_words(scheme: AuthScheme) -> tuple[Words, ...]:
    """The options by which a client gets tokens: its id, its secret, and where it asks for them."""
    return scheme.fetching


def own_scopes(api: Api, operation: Operation) -> tuple[str, ...] | None:
    """The scopes of a token for this operation, where they are not those of the API."""
    if operation.scopes is None:
        return None
    used = {name for names in operation.security or () for name in names}
    for scheme in fetching_schemes(api):
        name = scheme.name.wire
        mine, usual = (dict(found).get(name, ()) for found in (operation.scopes, api.scopes))
        if name in used and mine != usual:
            return mine
    return None
