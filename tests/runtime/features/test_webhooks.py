"""Webhooks: what the service sends is verified, and given as the event that it is."""

from __future__ import annotations

import base64
import hashlib
import hmac
import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sdkloom.config import Webhooks

DOCUMENT = """
paths:
  /pets:
    get: {operationId: pets.list, responses: {'204': {description: ok}}}
  /webhooks:
    get: {operationId: webhooks.list, responses: {'204': {description: ok}}}
webhooks:
  pet.born:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Born'}}}}
  pet.gone:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}
components:
  schemas:
    Born:
      type: object
      required: [type, born_at]
      properties: {type: {const: pet.born}, born_at: {type: string, format: date-time}}
    Gone:
      type: object
      required: [type]
      properties: {type: {const: pet.gone}, why: {type: string}}
"""
WITHOUT = """
paths:
  /pets:
    get: {operationId: pets.list, responses: {'204': {description: ok}}}
"""
KEY = b"the secret of the webhook"
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"


def signed(body: str, key: bytes = KEY) -> dict[str, str]:
    sent = str(int(time.time()))
    made = hmac.new(key, f"msg_1.{sent}.{body}".encode(), hashlib.sha256).digest()
    return {
        "Webhook-Id": "msg_1",
        "Webhook-Timestamp": sent,
        "Webhook-Signature": f"v1,{base64.b64encode(made).decode()}",
    }


@pytest.fixture(params=["Feature", "AsyncFeature"])
def client(request: pytest.FixtureRequest, package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.delenv(f"{package.__name__.upper()}_WEBHOOK_SECRET", raising=False)
    return getattr(package, request.param)


def test_an_event_arrives_as_what_it_is(package: ModuleType, client: Any) -> None:
    webhooks = client(webhook_secret=SECRET).webhooks
    body = json.dumps({"type": "pet.born", "born_at": "2026-01-31T12:00:00Z"})
    event = webhooks.unwrap(body, signed(body))
    assert type(event) is package.types.Born
    assert event.born_at.year == 2026
    body = json.dumps({"type": "pet.gone", "why": "moved"})
    assert webhooks.unwrap(body.encode(), signed(body)) == package.types.Gone(type="pet.gone", why="moved")


def test_an_event_of_a_later_version_is_kept(package: ModuleType, client: Any) -> None:
    body = json.dumps({"type": "pet.renamed", "name": "Rex"})
    event = client(webhook_secret=SECRET).webhooks.unwrap(body, signed(body))
    assert isinstance(event, package.Unknown)
    assert (event.type, event.name) == ("pet.renamed", "Rex")


def test_what_is_forged_is_refused_with_an_error_of_the_package(package: ModuleType, client: Any) -> None:
    webhooks = client(webhook_secret=SECRET).webhooks
    body = json.dumps({"type": "pet.gone"})
    for call in (webhooks.unwrap, webhooks.verify_signature):
        with pytest.raises(package.InvalidWebhookSignatureError) as failure:
            call(body.replace("gone", "born"), signed(body))
        assert isinstance(failure.value, package.FeatureError)
        assert call(body, signed(body, b"another"), key=[SECRET, b"another"]) in (
            None,
            package.types.Gone(type="pet.gone"),
        )
    assert importlib.import_module(f"{package.__name__}.errors").InvalidWebhookSignatureError


def test_an_unverified_event_can_be_read(package: ModuleType, client: Any) -> None:
    webhooks = client().webhooks
    assert webhooks.unsafe_unwrap('{"type": "pet.gone"}') == package.types.Gone(type="pet.gone")
    with pytest.raises(package.InvalidWebhookPayloadError):
        webhooks.unsafe_unwrap("no JSON")


def test_a_strict_client_takes_no_event_that_is_unlike_its_type(package: ModuleType, client: Any) -> None:
    strict = client(webhook_secret=SECRET, strict_validation=True).webhooks
    body = json.dumps({"type": "pet.gone", "why": 1})
    assert client().webhooks.unsafe_unwrap(body).why == 1
    for read in (lambda: strict.unwrap(body, signed(body)), lambda: strict.unsafe_unwrap(body)):
        with pytest.raises(package.InvalidWebhookPayloadError, match=r"^why: text was expected"):
            read()
    with pytest.raises(package.InvalidWebhookPayloadError, match=r"^the event: "):
        strict.unsafe_unwrap("[]")
    assert strict.unsafe_unwrap('{"type": "pet.gone"}') == package.types.Gone(type="pet.gone")


def test_the_secret_comes_from_the_environment_and_is_changed_by_a_copy(
    package: ModuleType, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.dumps({"type": "pet.gone"})
    with pytest.raises(package.FeatureError, match="WEBHOOK_SECRET"):
        client().webhooks.unwrap(body, signed(body))
    monkeypatch.setenv(f"{package.__name__.upper()}_WEBHOOK_SECRET", SECRET)
    made = client()
    assert made.webhook_secret == SECRET
    made.webhooks.verify_signature(body, signed(body))
    other = made.with_options(webhook_secret="whsec_YW5vdGhlcg==")
    other.webhooks.verify_signature(body, signed(body, b"another"))


def test_the_calls_stand_beside_those_of_the_api(client: Any) -> None:
    webhooks = client().webhooks
    assert callable(webhooks.list)
    assert callable(webhooks.with_raw_response.list)
    assert not hasattr(webhooks.with_raw_response, "unwrap")


def _run_tests(folder: Path) -> subprocess.CompletedProcess[str]:
    fresh = (
        "-B",
        "-X",
        f"pycache_prefix={folder / 'none'}",
    )  # what was compiled before the change is not used
    options = ("-q", "-p", "no:cacheprovider")
    command = [sys.executable, *fresh, "-m", "pytest", *options, "tests/test_webhook_events.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("(id, sent, payload)", "(sent, id, payload)"),
        ("if not any(matches)", "if not matches"),
        ("hmac.digest(one, signed", "hmac.digest(signed, one"),
        ("to.annotation if isinstance(to, Shape) else to", "object"),
    ],
)
def test_rule_63_the_package_tests_its_webhooks(
    generated: Any, tmp_path: Path, right: str, wrong: str
) -> None:
    package = generated(DOCUMENT)
    folder = tmp_path / "python"
    done = _run_tests(folder)
    assert "6 passed" in done.stdout
    core = Path(str(package.__file__)).parent / "_core" / "webhooks.py"
    text = core.read_text(encoding="utf-8")
    assert right in text
    core.write_text(text.replace(right, wrong), encoding="utf-8")
    assert _run_tests(folder).returncode == 1


@pytest.mark.parametrize(
    "chosen",
    [
        Webhooks(scheme="hmac-hex", header="X-Hub-Signature-256", prefix="sha256="),
        Webhooks(
            scheme="hmac-hex",
            header="Pay-Signature",
            prefix="v1=",
            template="{timestamp}.{body}",
            timestamp="t=",
        ),
        Webhooks(
            scheme="hmac-base64", header="X-Sig", template="v0:{timestamp}:{body}", timestamp="X-Sig-Time"
        ),
    ],
    ids=["body", "time in the same header", "time in a header of its own"],
)
def test_a_package_reads_webhooks_that_a_digest_signs(
    generated: Any, tmp_path: Path, chosen: Webhooks
) -> None:
    package = generated(DOCUMENT, webhooks=chosen)
    assert "6 passed" in _run_tests(tmp_path / "python").stdout
    for client in (package.Feature(), package.AsyncFeature()):
        with pytest.raises(package.InvalidWebhookSignatureError, match="no header"):
            client.webhooks.unwrap("{}", {}, key="k")
    core = Path(str(package.__file__)).parent / "_core" / "digests.py"
    core.write_text(core.read_text(encoding="utf-8").replace("if not any(matches)", "if not matches"))
    assert _run_tests(tmp_path / "python").returncode == 1


def test_rule_57_a_package_without_webhooks_has_nothing_of_them(generated: Any, tmp_path: Path) -> None:
    package = generated(WITHOUT)
    files = {path.name for path in (tmp_path / "python").rglob("*") if path.is_file()}
    assert not any("webhook" in name for name in files)
    assert not hasattr(package, "InvalidWebhookSignatureError")
    assert not hasattr(package.Feature(), "webhooks")


def test_rule_64_webhooks_are_loaded_when_they_are_asked_for(package: ModuleType) -> None:
    folder = Path(str(package.__file__)).parent.parent
    name = package.__name__
    program = (
        f"import sys, {name}; client = {name}.Feature(); client.pets\n"
        f"assert '{name}._core.webhooks' not in sys.modules\n"
        f"client.webhooks.unwrap\n"
        f"assert '{name}._core.webhooks' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
