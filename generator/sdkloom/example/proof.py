"""What do the credentials of a test look like, and what has a request to carry of them?"""

from __future__ import annotations

import base64
import re

from sdkloom.example.parts import Proof
from sdkloom.example.styles import cookie_pair, encoded
from sdkloom.ir.api import Api, AuthKind, AuthScheme, Operation, Place


def credentials(api: Api, scheme: AuthScheme) -> tuple[str, ...]:
    """The values of a scheme: a user and a password, or one key or token."""
    served = [part for part in api.auth if part.kind is not AuthKind.MUTUAL_TLS]
    words = re.sub(r"[^a-z0-9]+", "-", "-".join(scheme.name.words).lower()).strip("-")
    name = "api-key" if len(served) == 1 else words or "key"
    if scheme.kind is AuthKind.BASIC:
        return ("my-user", "my-password") if len(served) == 1 else (f"my-{name}-user", f"my-{name}-password")
    return (f"my-{name}",)


def proof_of(api: Api, operation: Operation | None = None) -> Proof:
    """What the first alternative asks for that a client can serve.

    Of an operation, or where it says nothing, or is None, of the API.
    """
    said = operation.security if operation is not None else None
    alternatives = api.security if said is None else said
    schemes = {part.name.wire: part for part in api.auth if part.kind is not AuthKind.MUTUAL_TLS}
    for names in alternatives:
        chosen = [scheme for name, scheme in schemes.items() if name in names]
        if chosen:
            return _joined(tuple(_proof(api, scheme) for scheme in chosen))
    return Proof()


def _proof(api: Api, scheme: AuthScheme) -> Proof:
    values = credentials(api, scheme)
    if scheme.kind is AuthKind.BEARER:
        return Proof(headers=(("Authorization", f"Bearer {values[0]}"),))
    if scheme.kind is AuthKind.BASIC:
        pair = base64.b64encode(":".join(values).encode()).decode()
        return Proof(headers=(("Authorization", f"Basic {pair}"),))
    pair_of = (scheme.parameter, values[0])
    match scheme.place:
        case Place.QUERY:
            return Proof(query=((encoded(scheme.parameter), encoded(values[0])),))
        case Place.COOKIE:
            return Proof(cookies=(cookie_pair(*pair_of),))
    return Proof(headers=(pair_of,))


def _joined(proofs: tuple[Proof, ...]) -> Proof:
    """All of them; of two for the same header, the later one counts."""
    return Proof(
        tuple(dict(pair for proof in proofs for pair in proof.headers).items()),
        tuple(dict(pair for proof in proofs for pair in proof.query).items()),
        tuple(dict(pair for proof in proofs for pair in proof.cookies).items()),
    )
