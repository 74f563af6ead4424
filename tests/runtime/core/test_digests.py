"""Webhooks that a digest in a header signs: the digests here were made with `openssl dgst -sha256 -hmac`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from _core.digests import verify_digest
from _core.errors import SDKError
from _core.webhooks import InvalidWebhookSignatureError
from toy import Toy

NOW = 1_700_000_000
BODY = '{"type": "born", "name": "Zoë"}'
KEY = "It is a secret"
OF_BODY = "34f6e7665a9652f7097c18f8e173f5a4f82e2b0a98a641a2dd7ae647442e4bb0"
OF_TIME_AND_BODY = "17e7557a26c9fb0df8864b2691827500c03a9f575477921120eacc0cfa0842b8"
OF_VERSION_TIME_AND_BODY = "736819802d42e4c927a878eb153949001963ceb69a4caca2268a45b1b67ed08c"
OF_BODY_IN_BASE64 = "NPbnZlqWUvcJfBj44XP1pPguKwqYpkGi3XrmR0QuS7A="

HUB = {"header": "X-Hub-Signature-256", "prefix": "sha256="}
PAIRS = {"header": "Pay-Signature", "prefix": "v1=", "template": "{timestamp}.{body}", "timestamp": "t="}
TIMED = {"header": "X-Sig", "prefix": "v0=", "template": "v0:{timestamp}:{body}", "timestamp": "X-Sig-Time"}
SHOP = {"header": "X-Shop-Hmac", "encoding": "base64"}

FROM_HUB = {"x-hub-signature-256": f"sha256={OF_BODY}"}
FROM_PAIRS = {"Pay-Signature": f"t={NOW},v1={OF_TIME_AND_BODY},v0={OF_BODY}"}
FROM_TIMED = {"x-sig": f"v0={OF_VERSION_TIME_AND_BODY}", "X-SIG-TIME": str(NOW)}

Check = Callable[..., None]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    monkeypatch.setattr(time, "time", lambda: float(NOW))

    def run(scheme: Any, received: Any, payload: str | bytes = BODY, key: Any = KEY, **more: Any) -> None:
        verify_digest(Toy(api_key="k"), payload, received, key=key, **scheme, **more)

    return run


@pytest.mark.parametrize(
    ("scheme", "received"),
    [
        (HUB, FROM_HUB),
        (HUB, {"X-Hub-Signature-256": f"sha256={OF_BODY.upper()}"}),
        (PAIRS, FROM_PAIRS),
        (PAIRS, {"pay-signature": f"v1={'00' * 32}; v1={OF_TIME_AND_BODY}; t={NOW}"}),
        (TIMED, FROM_TIMED),
        (SHOP, {"X-Shop-Hmac": OF_BODY_IN_BASE64}),
        ({"header": "X-Plain"}, {"x-plain": OF_BODY}),
    ],
)
@pytest.mark.parametrize("payload", [BODY, BODY.encode()], ids=["text", "bytes"])
@pytest.mark.parametrize("key", [KEY, KEY.encode(), ["another", KEY]], ids=["text", "bytes", "several"])
def test_a_signed_payload_is_believed(
    check: Check, scheme: Any, received: Any, payload: str | bytes, key: Any
) -> None:
    check(scheme, received, payload, key)


@pytest.mark.parametrize(
    ("scheme", "received", "changed"),
    [
        (HUB, FROM_HUB, {"payload": BODY + " "}),
        (HUB, FROM_HUB, {"key": "It is"}),
        (HUB, FROM_HUB, {"key": KEY.split()}),
        (HUB, {"x-hub-signature-256": OF_BODY}, {}),
        (HUB, {"x-hub-signature-256": f"sha1={OF_BODY}"}, {}),
        (HUB, {"x-hub-signature-256": "sha256="}, {}),
        (HUB, {"x-hub-signature-256": f"sha256={OF_BODY[:-1]}"}, {}),
        (HUB, {"x-hub-signature-256": "sha256=zz"}, {}),
        (HUB, {"x-hub-signature-256": f"sha256={OF_BODY}é"}, {}),
        (PAIRS, {"pay-signature": f"t={NOW + 1},v1={OF_TIME_AND_BODY}"}, {}),
        (PAIRS, {"pay-signature": f"t={NOW},v0={OF_TIME_AND_BODY}"}, {}),
        (PAIRS, {"pay-signature": f"t={NOW},v1={OF_BODY}"}, {}),
        (TIMED, {**FROM_TIMED, "X-SIG-TIME": str(NOW - 1)}, {}),
        (SHOP, {"X-Shop-Hmac": OF_BODY}, {}),
    ],
)
def test_what_was_changed_is_refused(check: Check, scheme: Any, received: Any, changed: Any) -> None:
    with pytest.raises(InvalidWebhookSignatureError, match="no signature that one of the keys made"):
        check(scheme, received, **changed)


@pytest.mark.parametrize(
    ("scheme", "received", "said"),
    [
        (HUB, {}, "no header x-hub-signature-256"),
        (TIMED, {"x-sig": FROM_TIMED["x-sig"]}, "no header x-sig-time"),
        (PAIRS, {"pay-signature": f"v1={OF_TIME_AND_BODY}"}, "no number of seconds"),
        (PAIRS, {"pay-signature": "t=soon"}, "no number of seconds"),
    ],
)
def test_what_is_missing_is_named(check: Check, scheme: Any, received: Any, said: str) -> None:
    with pytest.raises(InvalidWebhookSignatureError, match=said):
        check(scheme, received)


@pytest.mark.parametrize("scheme_and_headers", [(PAIRS, FROM_PAIRS), (TIMED, FROM_TIMED)])
@pytest.mark.parametrize(("now", "which"), [(NOW + 301, "too old"), (NOW - 301, "from the future")])
def test_a_signed_time_must_be_near(
    check: Check, monkeypatch: pytest.MonkeyPatch, scheme_and_headers: Any, now: int, which: str
) -> None:
    monkeypatch.setattr(time, "time", lambda: float(now))
    with pytest.raises(InvalidWebhookSignatureError, match=which):
        check(*scheme_and_headers)
    check(*scheme_and_headers, tolerance=302)


@pytest.mark.parametrize("key", [None, "", []])
def test_without_a_key_nothing_is_believed(check: Check, key: Any) -> None:
    with pytest.raises(SDKError, match="cannot be verified without a key"):
        check(HUB, FROM_HUB, key=key)


def test_a_secret_of_the_client_is_one_key_whatever_is_in_it() -> None:
    client = Toy(api_key=KEY)
    verify_digest(client, BODY, FROM_HUB, key=None, option="api_key", **HUB)  # type: ignore[arg-type]
