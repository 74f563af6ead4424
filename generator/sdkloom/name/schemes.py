"""Which security schemes does a client serve, and what does each of them need?"""

from __future__ import annotations

from sdkloom.ir.api import Api, AuthKind, AuthScheme, Grant, OAuthFlow
from sdkloom.name.verbs import Words

FETCHING: tuple[Words, ...] = (("client", "id"), ("client", "secret"), ("token", "url"))
"""What a client needs in order to get tokens by itself."""


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


def option_parts(scheme: AuthScheme) -> tuple[str, ...]:
    """What the options of a scheme hold."""
    own = ("username", "password") if scheme.kind is AuthKind.BASIC else ("credential",)
    return (*own, *("_".join(part) for part in FETCHING)) if fetching_flow(scheme) is not None else own
