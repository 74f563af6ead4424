"""How does a client prove who calls: which options does it have, and which schemes read them?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api, AuthKind, AuthScheme, Grant, OAuthFlow, Operation
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.types import quote

# Options that every client has: a credential of that name gets another one.
_OPTIONS = frozenset(
    "base_url timeout max_retries default_headers default_query http_client http_auth environment".split()
)
MODULE = "oauth.py"
"""The module of the runtime that only packages have whose clients get tokens by themselves."""


def served_schemes(api: Api) -> tuple[AuthScheme, ...]:
    """The schemes that a client serves; certificates are a matter of the HTTP client."""
    return tuple(scheme for scheme in api.auth if scheme.kind is not AuthKind.MUTUAL_TLS)


def fetching_flow(scheme: AuthScheme) -> OAuthFlow | None:
    """The flow by which a client gets tokens for a scheme by itself; None where it cannot."""
    flows = (flow for flow in scheme.flows if flow.grant is Grant.CLIENT_CREDENTIALS and flow.token_url)
    return next(flows, None)


def fetching_schemes(api: Api) -> tuple[AuthScheme, ...]:
    """The schemes whose tokens a client gets by itself."""
    return tuple(scheme for scheme in api.auth if fetching_flow(scheme) is not None)


def options_of(api: Api, scheme: AuthScheme) -> tuple[Identifier, ...]:
    """The names of a scheme's options.

    Those that are chosen, else the usual ones where the API has one scheme, else with its name.
    """
    alone = len(served_schemes(api)) == 1
    words = scheme.name.words
    usual: tuple[tuple[str, ...], ...] = (("api", "key") if alone else words,)
    if scheme.kind is AuthKind.BASIC:
        usual = tuple((part,) if alone else (*words, part) for part in ("username", "password"))
    chosen = scheme.options or ((),) * len(usual)
    pairs = zip(chosen, usual, strict=True)
    names = [SPELLING.spell("variable", own or default) for own, default in pairs]
    free = tuple(Identifier(f"{name}_") if name in _OPTIONS else name for name in names)
    return (*free, *fetching_options(api, scheme))


def fetching_options(api: Api, scheme: AuthScheme) -> tuple[Identifier, ...]:
    """The options by which a client gets tokens: its id, its secret, and where it asks for them."""
    if fetching_flow(scheme) is None:
        return ()
    prefix = () if len(fetching_schemes(api)) == 1 else scheme.name.words
    parts = (("client", "id"), ("client", "secret"), ("token", "url"))
    return tuple(SPELLING.spell("variable", (*prefix, *part)) for part in parts)


def scheme_code(api: Api, scheme: AuthScheme) -> Iterator[Code]:
    """A scheme as the settings of a package name it."""
    options = tuple(map(quote, options_of(api, scheme)))
    name = quote(scheme.name.wire)
    flow = fetching_flow(scheme)
    match scheme.kind:
        case AuthKind.BEARER if flow is not None:
            option, id, secret, url = options
            given = f"{name}, option={option}, client_id={id}, client_secret={secret}, url_option={url}"
            scopes = dict(api.scopes).get(scheme.name.wire, ())
            more = f", scopes={tuple_code(scopes)}" if scopes else ""
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


def tuple_code(texts: tuple[str, ...]) -> str:
    """A tuple of texts."""
    return f"({', '.join(map(quote, texts))}{',' if len(texts) == 1 else ''})"
