"""Webhooks: only what is signed as the Standard Webhooks specification says is believed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

import pytest
from _core.client import AsyncBaseClient, BaseClient
from _core.codec import Discriminator
from _core.errors import SDKError
from _core.model import BaseModel, Unknown
from _core.options import DEFAULT_MAX_RETRIES
from _core.shapes import Shape
from _core.unset import not_given
from _core.webhooks import (
    DEFAULT_TOLERANCE,
    InvalidWebhookPayloadError,
    InvalidWebhookSignatureError,
    read_event,
    verify,
)
from toy import SETTINGS, Toy
from typing_extensions import Literal

NOW = 1_700_000_000
BODY = '{"type": "born", "name": "Zoë"}'
OLD, NEW = b"an old key of 24 bytes..", b"a new key of 24 bytes..."
VARIABLE = "TOY_WEBHOOK_SECRET"


def text_of(key: bytes) -> str:
    return f"whsec_{base64.b64encode(key).decode()}"


def signature(key: bytes, body: str = BODY, id: str = "msg_1", sent: object = NOW) -> str:
    """One signature, by the specification and apart from the runtime."""
    made = hmac.new(key, f"{id}.{sent}.{body}".encode(), hashlib.sha256).digest()
    return f"v1,{base64.b64encode(made).decode()}"


def headers(*signatures: str, id: str = "msg_1", sent: object = NOW) -> dict[str, str]:
    return {"webhook-id": id, "webhook-timestamp": str(sent), "webhook-signature": " ".join(signatures)}


Check = Callable[..., None]


@pytest.fixture(params=["sync", "async"])
def check(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Verifies with a client of either kind, at the time `NOW`; nothing is awaited."""
    monkeypatch.setattr(time, "time", lambda: float(NOW))
    monkeypatch.delenv(VARIABLE, raising=False)
    settings = replace(SETTINGS, variables={**SETTINGS.variables, "webhook_secret": VARIABLE})

    def run(
        received: Mapping[str, str],
        payload: str | bytes = BODY,
        *,
        key: Any = None,
        secret: str | None = None,
        tolerance: float = DEFAULT_TOLERANCE,
        **told: str,
    ) -> None:
        options: dict[str, Any] = {
            "credentials": {"api_key": "k", "webhook_secret": secret},
            "base_url": None,
            "timeout": not_given,
            "max_retries": DEFAULT_MAX_RETRIES,
            "default_headers": None,
            "default_query": None,
            "http_client": None,
        }
        client = (BaseClient if request.param == "sync" else AsyncBaseClient)(settings, **options)
        verify(client, payload, received, key=key, tolerance=tolerance, **told)

    return run


@pytest.mark.parametrize("payload", [BODY, BODY.encode()], ids=["text", "bytes"])
@pytest.mark.parametrize(
    "key", [text_of(NEW), text_of(NEW).removeprefix("whsec_"), NEW], ids=["whsec", "base64", "bytes"]
)
def test_a_signed_payload_is_believed(check: Check, payload: str | bytes, key: str | bytes) -> None:
    check(headers(signature(NEW)), payload, key=key)


def test_the_example_that_is_published_with_the_specification_is_believed(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 1614265330.0)
    made = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    received = headers(made, id="msg_p5jXN8AQM9LWM0D4loKWxJek", sent=1614265330)
    check(received, '{"test": 2432232314}', key="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")


def test_names_of_headers_may_be_in_any_case(check: Check) -> None:
    check({name.title(): value for name, value in headers(signature(NEW)).items()}, key=NEW)


def test_headers_may_begin_with_another_word(check: Check) -> None:
    received = {name.replace("webhook", "svix"): value for name, value in headers(signature(NEW)).items()}
    check(received, key=NEW, prefix="Svix")
    with pytest.raises(InvalidWebhookSignatureError, match="svix-id"):
        check(headers(signature(NEW)), key=NEW, prefix="svix")


def test_any_of_several_signatures_and_keys_is_enough(check: Check) -> None:
    both = headers(signature(OLD), signature(NEW))
    check(both, key=OLD)
    check(both, key=NEW)
    check(headers(signature(NEW)), key=[text_of(OLD), NEW])
    check(headers(signature(OLD)), key=(key for key in (NEW, OLD)))
    with pytest.raises(InvalidWebhookSignatureError):
        check(headers(signature(OLD)), key=NEW)


def test_signatures_of_other_versions_do_not_count(check: Check) -> None:
    made = signature(NEW).removeprefix("v1,")
    check(headers(f"v1a,{made}", "v2", "v1,%%%", signature(NEW)), key=NEW)
    for other in (
        f"v1a,{made}",
        f"v2,{made}",
        made,
        f"V1,{made}",
        f"v1:{made}",
        f"v1,{made}x",
        "v1,",
        "v1,é",
    ):
        with pytest.raises(InvalidWebhookSignatureError):
            check(headers(other), key=NEW)


@pytest.mark.parametrize(
    "changed",
    [
        {"payload": BODY + " "},
        {"payload": BODY.replace("born", "gone")},
        {"payload": b"\xff\xfe"},
        {"payload": "\ud800"},
        {"received": headers(signature(NEW), id="msg_2")},
        {"received": headers(signature(NEW), sent=NOW + 1)},
        {"received": headers(signature(NEW, sent=NOW - 1))},
        {"received": headers(signature(b"a key that is not known"))},
    ],
)
def test_what_was_changed_is_refused(check: Check, changed: dict[str, Any]) -> None:
    given = {"received": headers(signature(NEW)), "key": NEW, **changed}
    with pytest.raises(InvalidWebhookSignatureError, match="no signature that one of the keys made"):
        check(given.pop("received"), **given)


@pytest.mark.parametrize(("apart", "which"), [(-301, "too old"), (301, "from the future")])
def test_five_minutes_may_lie_between_both_clocks(check: Check, apart: int, which: str) -> None:
    for near in (0, apart // abs(apart) * 300):
        sent = NOW + near
        check(headers(signature(NEW, sent=sent), sent=sent), key=NEW)
    sent = NOW + apart
    received = headers(signature(NEW, sent=sent), sent=sent)
    with pytest.raises(InvalidWebhookSignatureError, match=which):
        check(received, key=NEW)
    check(received, key=NEW, tolerance=400)
    with pytest.raises(InvalidWebhookSignatureError, match=which):
        check(received, key=NEW, tolerance=10)


@pytest.mark.parametrize("sent", ["soon", "1.7e9", "-1700000000", "1_700_000_000", "١٧", "9" * 5000])
def test_a_time_that_is_none_is_refused(check: Check, sent: str) -> None:
    with pytest.raises(InvalidWebhookSignatureError, match="no number of seconds"):
        check(headers(signature(NEW, sent=sent), sent=sent), key=NEW)


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "missing"])
def test_every_header_is_needed(check: Check, name: str, empty: bool) -> None:
    received = headers(signature(NEW))
    received = {**received, name: " "} if empty else {k: v for k, v in received.items() if k != name}
    with pytest.raises(InvalidWebhookSignatureError, match=f"no header {name}"):
        check(received, key=NEW)


def test_the_key_comes_from_the_call_then_the_client_then_the_environment(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = headers(signature(NEW))
    monkeypatch.setenv(VARIABLE, text_of(NEW))
    check(received)
    check(received, secret=f"{text_of(OLD)} {text_of(NEW)}")
    check(received, secret=text_of(OLD), key=NEW)
    with pytest.raises(InvalidWebhookSignatureError):
        check(received, secret=text_of(OLD))
    with pytest.raises(InvalidWebhookSignatureError):
        check(received, secret=text_of(NEW), key=text_of(OLD))


@pytest.mark.parametrize("key", [None, "", b"", []])
def test_without_a_key_nothing_is_believed(check: Check, key: Any) -> None:
    with pytest.raises(SDKError, match=f"pass key, give webhook_secret .* or set {VARIABLE}") as failure:
        check(headers(signature(b"")), key=key)
    assert not isinstance(failure.value, InvalidWebhookSignatureError)


@pytest.mark.parametrize("key", ["whsec_", "whsec_%%%", "whsec_YQ", "whpk_YWJj", "clé"])
def test_a_key_that_is_none_is_the_receiver_s_mistake(check: Check, key: str) -> None:
    with pytest.raises(SDKError, match="the key of webhooks is") as failure:
        check(headers(signature(b"")), key=key)
    assert not isinstance(failure.value, InvalidWebhookSignatureError)
    assert key not in str(failure.value)


@dataclass(kw_only=True, slots=True)
class Born(BaseModel):
    """An event."""

    name: str
    type: Literal["born"] = "born"


def test_an_event_is_read_and_one_that_is_not_known_is_kept() -> None:
    shape = Shape[Annotated[Born, Discriminator("type")]]()
    assert read_event(Toy(api_key="k"), shape, BODY.encode()) == Born(name="Zoë")
    later = read_event(Toy(api_key="k"), shape, '{"type": "gone", "name": "Zoë"}')
    assert isinstance(later, Unknown)
    assert later.to_dict() == {"type": "gone", "name": "Zoë"}


@pytest.mark.parametrize("payload", ["", "{", b"\xff\xfe\xfd", "[" * 100_000])
def test_a_payload_that_is_no_json_text_says_so(payload: str | bytes) -> None:
    with pytest.raises(InvalidWebhookPayloadError) as failure:
        read_event(Toy(api_key="k"), Born, payload)
    assert isinstance(failure.value, SDKError)
    assert failure.value.__cause__ is not None


def test_a_strict_client_is_strict_with_an_event() -> None:
    client = Toy(api_key="k", strict_validation=True)
    assert read_event(client, Born, BODY) == Born(name="Zoë")
    with pytest.raises(InvalidWebhookPayloadError, match="name: it is missing"):
        read_event(client, Born, '{"type": "born"}')
