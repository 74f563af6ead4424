"""Which credentials does a client take, whatever the language, and which tokens does it get by itself?"""

from __future__ import annotations

from sdkloom.ir.api import Api, AuthKind, AuthScheme, Grant, OAuthFlow, Operation

Words = tuple[str, ...]


def served_schemes(api: Api) -> tuple[AuthScheme, ...]:
    """The schemes that a client serves; certificates are a matter of what it connects with."""
    return tuple(scheme for scheme in api.auth if scheme.kind is not AuthKind.MUTUAL_TLS)


def fetching_flow(scheme: AuthScheme) -> OAuthFlow | None:
    """The flow by which a client gets tokens for a scheme by itself; None where it cannot."""
    flows = (flow for flow in scheme.flows if flow.grant is Grant.CLIENT_CREDENTIALS and flow.token_url)
    return next(flows, None)


def fetching_schemes(api: Api) -> tuple[AuthScheme, ...]:
    """The schemes whose tokens a client gets by itself."""
    return tuple(scheme for scheme in api.auth if fetching_flow(scheme) is not None)


def option_words(api: Api, scheme: AuthScheme) -> tuple[Words, ...]:
    """The names of the options that hold a scheme's credentials.

    Those that are chosen, else the usual ones where the API has one scheme, else with its name.
    """
    alone = len(served_schemes(api)) == 1
    words = scheme.name.words
    usual: tuple[Words, ...] = (("api", "key") if alone else words,)
    if scheme.kind is AuthKind.BASIC:
        usual = tuple((part,) if alone else (*words, part) for part in ("username", "password"))
    chosen = scheme.options or ((),) * len(usual)
    return tuple(own or default for own, default in zip(chosen, usual, strict=True))


def fetching_words(api: Api, scheme: AuthScheme) -> tuple[Words, ...]:
    """The options by which a client gets tokens: its id, its secret, and where it asks for them."""
    if fetching_flow(scheme) is None:
        return ()
    prefix = () if len(fetching_schemes(api)) == 1 else scheme.name.words
    return tuple((*prefix, *part) for part in (("client", "id"), ("client", "secret"), ("token", "url")))


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
