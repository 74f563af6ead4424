"""Webhooks: is a request that was received the service's own, and which event does it carry?

Signatures are those of the Standard Webhooks specification: HMAC with SHA-256 over the id, the time and the
body, divided by dots, under a secret that both sides know.
"""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .codec import decode
from .errors import SDKError
from .shapes import Shape

if TYPE_CHECKING:
    from .core import ClientCore

T = TypeVar("T")

DEFAULT_TOLERANCE = 300.0
"""Seconds by which the clocks of both sides may differ, and a webhook may be on its way."""

_SECRET = "whsec_"
_DIGITS = 12  # of a time in seconds; what is longer is no time, and costly to read


class InvalidWebhookSignatureError(SDKError, ValueError):
    """What was received is not signed as a webhook of the service is, or it is too old."""


class InvalidWebhookPayloadError(SDKError, ValueError):
    """What was received is no JSON text (why is in `__cause__`), or not what a strict client expects."""


def verify(
    client: ClientCore,
    payload: str | bytes,
    headers: Mapping[str, str],
    *,
    key: str | bytes | Iterable[str | bytes] | None,
    tolerance: float,
    option: str = "webhook_secret",
    prefix: str = "webhook",
) -> None:
    """Return if one of the keys has signed the payload, and not too long ago.

    The keys are `key`, or else the client's `option`, which may hold several with spaces between them; text
    is base64, with or without `whsec_` before it, and bytes are the key itself. The headers begin with
    `prefix`. Raises InvalidWebhookSignatureError, and SDKError where there is no key, or none that is one.
    """
    chosen = secret_of(client, option).split() if key is None else key
    keys = [_secret(one) for one in given_keys(client, option, chosen)]
    found = lowered(headers)
    id, sent, signatures = (
        header_of(found, f"{prefix}-{part}".lower()) for part in ("id", "timestamp", "signature")
    )
    check_time(sent, tolerance)
    signed = b".".join(map(as_bytes, (id, sent, payload)))
    wanted = [hmac.digest(one, signed, "sha256") for one in keys]
    # Every pair is compared, so that the time that this takes tells nothing.
    matches = [hmac.compare_digest(one, other) for other in _versions(signatures) for one in wanted]
    if not any(matches):
        raise InvalidWebhookSignatureError("the webhook has no signature that one of the keys made")


def read_event(client: ClientCore, to: type[T] | Shape[T], payload: str | bytes) -> T:
    """The event in the payload of a webhook; one that is not known is kept as `Unknown`.

    Raises InvalidWebhookPayloadError for what is no JSON text, and where a strict client finds an event
    unlike its type.
    """
    try:
        data: Any = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise InvalidWebhookPayloadError("the payload of the webhook is no JSON text") from error
    kind: Any = to.annotation if isinstance(to, Shape) else to
    found: T = decode(kind, data)
    if client.strict_validation:
        from .validation import first_mismatch  # only here: few ask for it

        mismatch = first_mismatch(kind, found, "the event")
        if mismatch is not None:
            raise InvalidWebhookPayloadError(mismatch)
    return found


def secret_of(client: ClientCore, option: str) -> str:
    """What an option of the client says; "" where it says nothing."""
    return client._credential(option) or ""  # pyright: ignore[reportPrivateUsage]


def given_keys(
    client: ClientCore, option: str, key: str | bytes | Iterable[str | bytes] | None
) -> list[str | bytes]:
    """The keys that count: there is at least one, or SDKError is raised."""
    keys = [key] if isinstance(key, (str, bytes)) else list(key or ())
    if not any(keys):
        variable = client.settings.variables.get(option)
        ways = f"pass key, give {option} to the client{f', or set {variable}' if variable else ''}"
        raise SDKError(f"webhooks cannot be verified without a key: {ways}")
    return keys


def _secret(key: str | bytes) -> bytes:
    if not isinstance(key, str):
        return key
    try:
        secret = base64.b64decode(key.strip().removeprefix(_SECRET), validate=True)
    except ValueError as error:
        raise SDKError(f"the key of webhooks is not base64, with {_SECRET} before it") from error
    if not secret:
        raise SDKError("the key of webhooks is empty")
    return secret


def lowered(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers by their names in lower case."""
    return {name.lower(): value for name, value in headers.items()}


def header_of(headers: Mapping[str, str], name: str) -> str:
    """What a header says. Raises InvalidWebhookSignatureError where it says nothing."""
    value = headers.get(name, "").strip()
    if not value:
        raise InvalidWebhookSignatureError(f"the webhook has no header {name}")
    return value


def as_bytes(text: str | bytes) -> bytes:
    """The text as it is signed."""
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def check_time(sent: str, tolerance: float) -> None:
    """Raise InvalidWebhookSignatureError where the time is none, or not near."""
    if not (sent.isascii() and sent.isdigit() and len(sent) <= _DIGITS):
        raise InvalidWebhookSignatureError("the time of the webhook is no number of seconds")
    age = time.time() - int(sent)
    if abs(age) > tolerance:
        which = "too old" if age > 0 else "from the future"
        raise InvalidWebhookSignatureError(f"the webhook is {which}")


def _versions(signatures: str) -> Iterator[bytes]:
    """The signatures of the version that is known; others are for other receivers."""
    for part in signatures.split():
        version, _, text = part.partition(",")
        if version == "v1":
            try:
                yield base64.b64decode(text, validate=True)
            except ValueError:
                continue
