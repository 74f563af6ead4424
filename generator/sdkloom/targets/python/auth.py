"""How does a client prove who calls: which options does it have, and which schemes read them?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api, AuthKind, AuthScheme, ClientAuthentication
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.credentials import fetching_flow, fetching_words, option_words
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.types import quote

# Options that every client has: a credential of that name gets another one.
_OPTIONS = frozenset(
    "base_url timeout max_retries default_headers default_query http_client http_auth environment deadline "
    "strict_validation before_request after_response".split()
)


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
    name = quote(scheme.name.wire)
    flow = fetching_flow(scheme)
    match scheme.kind:
        case AuthKind.BEARER if flow is not None:
            option, id, secret, url = options
            given = f"{name}, option={option}, client_id={id}, client_secret={secret}, url_option={url}"
            scopes = dict(api.scopes).get(scheme.name.wire, ())
            more = f", scopes={tuple_code(scopes)}" if scopes else ""
            if flow.authentication is not ClientAuthentication.BASIC:
                more += f", authentication={quote(flow.authentication.value)}"
            text = f"ClientCredentialsAuth({given}, token_url={quote(flow.token_url)}{more})"
            yield Code(text, frozenset({Import("._core.oauth", "ClientCredentialsAuth")}))
        case AuthKind.BEARER:
            yield Code(f"BearerAuth({name}, option={options[0]})", _needs("BearerAuth"))
        case AuthKind.BASIC:
            username, password = options
            yield Code(f"BasicAuth({name}, username={username}, password={password})", _needs("BasicAuth"))
        case AuthKind.API_KEY:
            place = quote(scheme.place.value if scheme.place is not None else "header")
            where = f"place={place}, parameter={quote(scheme.parameter)}"
            yield Code(f"ApiKeyAuth({name}, option={options[0]}, {where})", _needs("ApiKeyAuth"))
        case AuthKind.MUTUAL_TLS:
            return


def _needs(name: str) -> frozenset[Import]:
    return frozenset({Import("._core.auth", name)})


def tuple_code(texts: tuple[str, ...]) -> str:
    """A tuple of texts."""
    return f"({', '.join(map(quote, texts))}{',' if len(texts) == 1 else ''})"
