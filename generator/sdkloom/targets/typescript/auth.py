"""How does a client prove who calls: which options does it have, and which schemes read them?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api, AuthKind, AuthScheme, ClientAuthentication
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.credentials import fetching_flow, fetching_words, option_words
from sdkloom.targets.typescript.spelling import SPELLING
from sdkloom.targets.typescript.types import quote, value_code

# Options that every client has: a credential of that name gets another one.
_OPTIONS = frozenset(
    "timeout deadline maxRetries defaultHeaders defaultQuery fetch fetchOptions beforeRequest afterResponse "
    "logger logLevel dangerouslyAllowBrowser environment".split()
)
INTERNAL = frozenset({"oauth.ts"})
"""The file of the runtime that only packages have whose clients get tokens by themselves."""


def options_of(scheme: AuthScheme) -> tuple[Identifier, ...]:
    """The names of a scheme's options."""
    return (*map(option_name, option_words(scheme)), *fetching_options(scheme))


def option_name(words: tuple[str, ...]) -> Identifier:
    """The name of an option for a credential: none that the client has anyway."""
    name = SPELLING.spell("variable", words)
    return Identifier(f"{name}_") if name in _OPTIONS else name


def fetching_options(scheme: AuthScheme) -> tuple[Identifier, ...]:
    """The options by which a client gets tokens: its id, its secret, and where it asks for them."""
    return tuple(SPELLING.spell("variable", words) for words in fetching_words(scheme))


def scheme_code(api: Api, scheme: AuthScheme) -> Iterator[Code]:
    """A scheme as the settings of a package name it."""
    options = tuple(map(quote, options_of(scheme)))
    name = f"name: {quote(scheme.name.wire)}"
    flow = fetching_flow(scheme)
    match scheme.kind:
        case AuthKind.BEARER if flow is not None:
            option, id, secret, url = options
            scopes = value_code(dict(api.scopes).get(scheme.name.wire, ())).text
            given = f"{name}, option: {option}, clientID: {id}, clientSecret: {secret}, urlOption: {url}"
            where = f"tokenURL: {quote(flow.token_url)}, scopes: {scopes}"
            if flow.authentication is not ClientAuthentication.BASIC:
                where += f", authentication: {quote(flow.authentication.value)}"
            yield Code(
                f"clientCredentials({{ {given}, {where} }})",
                frozenset({Import("internal/oauth", "clientCredentials")}),
            )
        case AuthKind.BEARER:
            yield Code(f"{{ kind: 'bearer', {name}, option: {options[0]} }}")
        case AuthKind.BASIC:
            username, password = options
            yield Code(f"{{ kind: 'basic', {name}, username: {username}, password: {password} }}")
        case AuthKind.API_KEY:
            place = quote(scheme.place.value if scheme.place is not None else "header")
            where = f"place: {place}, parameter: {quote(scheme.parameter)}"
            yield Code(f"{{ kind: 'key', {name}, option: {options[0]}, {where} }}")
        case AuthKind.MUTUAL_TLS:
            return
