"""Webhooks whose signature is a digest in a header: is a request that was received the service's own?"""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from .webhooks import (
    DEFAULT_TOLERANCE,
    InvalidWebhookSignatureError,
    as_bytes,
    check_time,
    given_keys,
    header_of,
    lowered,
    secret_of,
)

if TYPE_CHECKING:
    from .core import ClientCore

_BETWEEN = re.compile(r"[\s,;]+")


def verify_digest(
    client: ClientCore,
    payload: str | bytes,
    headers: Mapping[str, str],
    *,
    key: str | bytes | Iterable[str | bytes] | None,
    header: str,
    prefix: str = "",
    template: str = "{body}",
    timestamp: str = "",
    encoding: Literal["hex", "base64"] = "hex",
    tolerance: float = DEFAULT_TOLERANCE,
    option: str = "webhook_secret",
) -> None:
    """Return if one of the keys has signed the payload, and not too long ago where it tells the time.

    The `header` holds digests, HMAC with SHA-256, each behind `prefix`, of what `template` says. The time is
    in the header `timestamp`, or, where that ends with `=`, behind it in the same header. The keys are
    `key`, or else the client's `option`; a text is the key as it is. Raises InvalidWebhookSignatureError,
    and SDKError where there is no key.
    """
    chosen = secret_of(client, option) if key is None else key
    keys = [as_bytes(one) for one in given_keys(client, option, chosen)]
    found = lowered(headers)
    parts = _BETWEEN.split(header_of(found, header.lower()))
    sent = ""
    if timestamp.endswith("="):
        sent = next((part[len(timestamp) :] for part in parts if part.startswith(timestamp)), "")
    elif timestamp:
        sent = header_of(found, timestamp.lower())
    if timestamp:
        check_time(sent, tolerance)
    before, _, after = template.replace("{timestamp}", sent).partition("{body}")
    signed = before.encode() + as_bytes(payload) + after.encode()
    wanted = [hmac.digest(one, signed, "sha256") for one in keys]
    # Every pair is compared, so that the time that this takes tells nothing.
    matches = [
        hmac.compare_digest(one, other)
        for part in parts
        if part.startswith(prefix)
        for other in [_digest(part[len(prefix) :], encoding)]
        for one in wanted
    ]
    if not any(matches):
        raise InvalidWebhookSignatureError("the webhook has no signature that one of the keys made")


def _digest(text: str, encoding: Literal["hex", "base64"]) -> bytes:
    """The bytes of a digest; none where the text is no digest."""
    with suppress(ValueError):
        return bytes.fromhex(text) if encoding == "hex" else base64.b64decode(text, validate=True)
    return b""
