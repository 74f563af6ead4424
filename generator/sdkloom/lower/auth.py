"""How does a caller prove who it is?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.diagnostics import Report
from sdkloom.ir.api import AuthKind, AuthScheme, ClientAuthentication, Grant, OAuthFlow, Place
from sdkloom.ir.base import Json, Name, escape
from sdkloom.load import Document
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.extensions.table import CLIENT_AUTHENTICATION
from sdkloom.name.words import split_words

Security = tuple[tuple[str, ...], ...]
Scopes = tuple[tuple[str, tuple[str, ...]], ...]

_GRANTS = {
    "clientCredentials": Grant.CLIENT_CREDENTIALS,
    "authorizationCode": Grant.AUTHORIZATION_CODE,
    "deviceAuthorization": Grant.DEVICE,
    "implicit": Grant.IMPLICIT,
    "password": Grant.PASSWORD,
}
_URLS = ("token", "authorization", "deviceAuthorization", "refresh")


def lower_auth(document: Document, report: Report) -> tuple[AuthScheme, ...]:
    """The security schemes under `components`, in document order.

    One that no client can serve is reported.
    """
    return tuple(_schemes(document, report))


def _schemes(document: Document, report: Report) -> Iterator[AuthScheme]:
    components = document.root.get("components")
    nodes = components.get("securitySchemes") if isinstance(components, Mapping) else None
    for key, node in nodes.items() if isinstance(nodes, Mapping) else ():
        source = document.source(f"#/components/securitySchemes/{escape(str(key))}")
        while isinstance(node, Mapping) and isinstance(node.get("$ref"), str):
            node = document.at(str(node["$ref"]))
        if not isinstance(node, Mapping):
            continue
        kind = _kind(node)
        if kind is None:
            report.add("W207", source, str(key))
            continue
        place = Place(str(node["in"])) if kind is AuthKind.API_KEY else None
        name = Name(str(key), split_words(str(key)))
        proven = CLIENT_AUTHENTICATION.of(node) or ClientAuthentication.BASIC
        flows = tuple(_flows(node.get("flows"), proven))
        yield AuthScheme(name, kind, lower_docs(node), source, place, str(node.get("name", "")), flows=flows)


def _flows(node: Json, proven: ClientAuthentication) -> Iterator[OAuthFlow]:
    for key, flow in node.items() if isinstance(node, Mapping) else ():
        grant = _GRANTS.get(str(key))
        if grant is None or not isinstance(flow, Mapping):
            continue
        token, authorization, device, refresh = (_text(flow.get(f"{what}Url")) for what in _URLS)
        scopes = flow.get("scopes")
        listed = scopes.items() if isinstance(scopes, Mapping) else ()
        described = tuple((str(scope), _text(about)) for scope, about in listed)
        yield OAuthFlow(grant, token, authorization, device, refresh, described, proven)


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _kind(node: Mapping[str, Json]) -> AuthKind | None:
    match node.get("type"), str(node.get("scheme", "")).lower():
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            return AuthKind.BEARER
        case ("http", "basic") | ("basic", _):
            return AuthKind.BASIC
        case "apiKey", _ if str(node.get("in")) in {"header", "query", "cookie"} and node.get("name"):
            return AuthKind.API_KEY
        case "mutualTLS", _:
            return AuthKind.MUTUAL_TLS
    return None


def lower_security(node: Json, known: tuple[AuthScheme, ...]) -> Security | None:
    """The alternatives of a `security` list, each a tuple of scheme names.

    () among them allows anonymous calls; None where nothing is said.
    """
    if not isinstance(node, list):
        return None
    names = {scheme.name.wire for scheme in known}
    wanted = [tuple(map(str, entry)) for entry in node if isinstance(entry, Mapping)]
    return tuple(alternative for alternative in wanted if set(alternative) <= names) if wanted else ((),)


def lower_scopes(node: Json, known: tuple[AuthScheme, ...]) -> Scopes | None:
    """The scopes that a `security` list asks for, by scheme; None where nothing is said."""
    if not isinstance(node, list):
        return None
    found: dict[str, dict[str, None]] = {}
    for entry in node:
        for name, scopes in entry.items() if isinstance(entry, Mapping) else ():
            listed = scopes if isinstance(scopes, list) else []
            found.setdefault(str(name), {}).update(dict.fromkeys(map(str, listed)))
    served = {scheme.name.wire for scheme in known if scheme.flows}
    return tuple((name, tuple(scopes)) for name, scopes in found.items() if name in served and scopes)
