"""Clients that get their tokens by themselves, and requests that a function of the caller signs."""

from __future__ import annotations

import base64
import logging
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs

import anyio
import pytest
from server import Answer, Received, Server, answering, json_answer, serving
from toy import library

DOCUMENT = """
security: [{oauth: [notes.read]}]
paths:
  /notes:
    get:
      operationId: notes.list
      responses: {'200': {$ref: '#/components/responses/Notes'}}
    post:
      operationId: notes.create
      security: [{oauth: [notes.read, notes.write]}]
      requestBody: {content: {application/octet-stream: {schema: {type: string, format: binary}}}}
      responses: {'200': {$ref: '#/components/responses/Notes'}}
  /me:
    get:
      operationId: me.show
      security: [{oauth: []}]
      responses: {'200': {$ref: '#/components/responses/Notes'}}
  /status:
    get:
      operationId: status.check
      security: []
      responses: {'200': {$ref: '#/components/responses/Notes'}}
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: /oauth/token
          scopes: {notes.read: Read notes., notes.write: Write notes.}
  responses:
    Notes: {description: Notes., content: {application/json: {schema: {type: object}}}}
"""
ID, SECRET = "the id", "a:b/c"


class Service:
    """Gives tokens with numbers, and answers calls that carry the last of them."""

    def __init__(self, life: object = 3600) -> None:
        self.life = life
        self.given = 0
        self.refused: set[str] = set()
        self._lock = threading.Lock()

    def __call__(self, request: Received) -> Answer:
        if request.path == "/oauth/token":
            with self._lock:
                self.given += 1
                return json_answer({"access_token": f"t{self.given}", "expires_in": self.life})
        bearer = request.headers.get("authorization", "")
        is_good = bearer.startswith("Bearer t") and bearer not in self.refused
        return json_answer({}) if is_good or request.path == "/status" else json_answer({}, 401)


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def server(service: Service) -> Iterator[Server]:
    with serving(service) as started:
        yield started


@pytest.fixture(params=["sync", "async"])
def run(request, package) -> Any:
    """Makes calls in turn with a client of either kind, and returns what they give."""

    def sync_calls(calls: Any, **options: Any) -> list[Any]:
        with package.Feature(**options) as client:
            return [call(client) for call in calls]

    async def async_calls(calls: Any, options: Any) -> list[Any]:
        async with package.AsyncFeature(**options) as client:
            return [await call(client) for call in calls]

    def chosen(*calls: Any, url: str, **options: Any) -> list[Any]:
        options = {"client_id": ID, "client_secret": SECRET, "base_url": url, "max_retries": 0, **options}
        if request.param == "sync":
            return sync_calls(calls, **options)
        return anyio.run(async_calls, calls, options)

    return chosen


def listed(client: Any) -> Any:
    return client.notes.list()


def created(client: Any) -> Any:
    return client.notes.create(body=b"note")


def test_a_token_is_fetched_once_and_carries_every_call(run, server):
    run(listed, listed, listed, url=server.url)
    assert [request.path for request in server.received] == ["/oauth/token", "/notes", "/notes", "/notes"]
    token, *calls = server.received
    assert token.method == "POST"
    assert token.headers["content-type"] == "application/x-www-form-urlencoded"
    pair = base64.b64decode(token.headers["authorization"].removeprefix("Basic ")).decode()
    assert pair == "the+id:a%3Ab%2Fc"
    assert parse_qs(token.body.decode()) == {"grant_type": ["client_credentials"], "scope": ["notes.read"]}
    assert {call.headers["authorization"] for call in calls} == {"Bearer t1"}


def test_the_token_endpoint_gets_nothing_but_the_id_and_the_secret(run, server):
    extras = {"default_headers": {"X-Api-Key": "hidden"}, "default_query": {"key": "hidden"}}
    run(lambda client: client.notes.list(extra_headers={"X-Mark": "hidden"}), url=server.url, **extras)
    token = server.received[0]
    assert token.path == "/oauth/token"
    assert "hidden" not in str(dict(token.headers))
    assert SECRET not in token.body.decode()


def test_the_token_endpoint_gets_no_signature(run, server):
    def sign(request: Any) -> Any:
        request.headers["X-Signature"] = "signed"
        return request

    run(listed, url=server.url, http_auth=sign)
    assert [request.headers.get("x-signature") for request in server.received] == [None, "signed"]


def test_an_http_client_of_ones_own_does_not_sign_the_request_for_a_token(run, server, request):
    def sign(request: Any) -> Any:
        request.headers["X-Signature"] = "signed"
        return request

    kind = library.Client if request.node.callspec.params["run"] == "sync" else library.AsyncClient
    run(listed, url=server.url, http_client=kind(auth=sign))
    assert [request.headers.get("x-signature") for request in server.received] == [None, "signed"]


def test_hooks_are_not_called_for_the_token_endpoint(run, server):
    seen: list[str] = []

    def sign(request: Any) -> None:
        request.headers["X-Signature"] = "signed"

    hooks = {"before_request": sign, "after_response": lambda response: seen.append(response.url.path)}
    run(listed, url=server.url, **hooks)
    assert [request.headers.get("x-signature") for request in server.received] == [None, "signed"]
    assert seen == ["/notes"]


@pytest.mark.parametrize(
    "keyword", ["x-sdkloom-client-authentication", "x-speakeasy-token-endpoint-authentication"]
)
def test_the_id_and_the_secret_go_into_the_form_where_the_document_says_so(generated, server, keyword):
    document = DOCUMENT.replace("type: oauth2", f"type: oauth2\n      {keyword}: client_secret_post")
    with generated(document).Feature(client_id=ID, client_secret=SECRET, base_url=server.url) as client:
        client.notes.list()
    token, call = server.received
    assert "authorization" not in token.headers
    assert parse_qs(token.body.decode()) == {
        "grant_type": ["client_credentials"],
        "scope": ["notes.read"],
        "client_id": [ID],
        "client_secret": [SECRET],
    }
    assert call.headers["authorization"] == "Bearer t1"


def test_rule_38_the_deadline_of_a_call_holds_for_its_token(run, package):
    is_over = threading.Event()
    left_in_time = []

    def hang(request: Received) -> Answer:
        left_in_time.append(is_over.wait(10))
        return json_answer({"access_token": "t1"})

    with serving(hang) as server:
        try:
            with pytest.raises(package.APITimeoutError):
                run(lambda client: client.notes.list(deadline=1.0), url=server.url, timeout=None)
        finally:
            is_over.set()
        assert [request.path for request in server.received] == ["/oauth/token"]
    assert False not in left_in_time


def test_scopes_are_those_that_the_call_needs_and_wider_tokens_serve_narrower_calls(run, server):
    run(listed, created, listed, url=server.url)
    asked = [
        parse_qs(request.body.decode())["scope"] for request in server.received if "oauth" in request.path
    ]
    assert asked == [["notes.read"], ["notes.read notes.write"]]
    assert [request.headers["authorization"] for request in server.received if request.path == "/notes"] == [
        "Bearer t1",
        "Bearer t2",
        "Bearer t1",
    ]


def test_a_wider_token_serves_a_narrower_call(run, server):
    run(created, listed, url=server.url)
    assert [request.path for request in server.received].count("/oauth/token") == 1


def test_a_call_that_needs_no_scope_asks_for_none_and_takes_any_token(run, server):
    run(lambda client: client.me.show(), created, lambda client: client.me.show(), url=server.url)
    asked = [parse_qs(request.body.decode()) for request in server.received if "oauth" in request.path]
    assert asked == [
        {"grant_type": ["client_credentials"]},
        {"grant_type": ["client_credentials"], "scope": ["notes.read notes.write"]},
    ]


def test_calls_that_need_no_proof_fetch_no_token(run, server):
    run(lambda client: client.status.check(), url=server.url)
    assert [request.path for request in server.received] == ["/status"]


def test_a_token_that_is_given_is_taken(run, server, service):
    run(listed, url=server.url, api_key="tgiven")
    assert [request.headers["authorization"] for request in server.received] == ["Bearer tgiven"]
    run(
        lambda client: client.notes.list(extra_headers={"Authorization": "Bearer town"}),
        url=server.url,
    )
    assert server.received[1].headers["authorization"] == "Bearer town"
    assert service.given == 0


def test_tokens_can_come_from_elsewhere(run, server):
    with answering(json_answer({"access_token": "tfar"})) as elsewhere:
        run(listed, url=server.url, token_url=f"{elsewhere.url}/token")
        assert [request.path for request in elsewhere.received] == ["/token"]
    assert server.received[0].headers["authorization"] == "Bearer tfar"


@pytest.mark.parametrize(
    ("life", "at", "fetched"), [(3600, 3569, 1), (3600, 3571, 2), ("100", 91, 2), (None, 9e9, 1)]
)
def test_a_token_is_renewed_shortly_before_it_expires(package, life, at, fetched):
    service = Service(life)
    now = [0.0]
    settings = import_module(f"{package.__name__}._settings")
    scheme = replace(settings.SETTINGS.auth[0], clock=lambda: now[0])
    with serving(service) as server, pytest.MonkeyPatch.context() as patch:
        client_module = import_module(f"{package.__name__}._client")
        patch.setattr(client_module, "SETTINGS", replace(settings.SETTINGS, auth=(scheme,)))
        with package.Feature(client_id=ID, client_secret=SECRET, base_url=server.url) as client:
            client.notes.list()
            now[0] = at
            client.notes.list()
    assert service.given == fetched


def test_a_refused_token_is_renewed_once(run, server, service):
    service.refused = {"Bearer t1"}
    run(listed, url=server.url)
    assert [request.path for request in server.received] == ["/oauth/token", "/notes"] * 2


def test_a_token_that_is_refused_again_is_an_error(run, package, server, service):
    service.refused = {"Bearer t1", "Bearer t2"}
    with pytest.raises(package.AuthenticationError):
        run(listed, url=server.url)
    assert service.given == 2


def test_a_body_that_cannot_be_read_again_is_not_sent_with_a_new_token(run, package, server, service):
    service.refused = {"Bearer t1"}
    with pytest.raises(package.AuthenticationError):
        run(lambda client: client.notes.create(body=iter([b"a", b"b"])), url=server.url)
    assert service.given == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (json_answer({"error": "invalid_client"}, 401), "AuthenticationError"),
        (json_answer({"error": "invalid_scope"}, 400), "BadRequestError"),
        (json_answer({"token": "other"}), "APIResponseValidationError"),
        (Answer(body=b"<html>", content_type="text/html"), "APIResponseValidationError"),
        (Answer(hangs_up=True), "APIConnectionError"),
    ],
)
def test_a_token_that_cannot_be_got_is_an_error_like_any_other(run, package, answer, error):
    with answering(answer) as server:
        with pytest.raises(getattr(package, error)):
            run(listed, url=server.url)
        assert {request.path for request in server.received} == {"/oauth/token"}


def test_rule_52_fifty_threads_fetch_one_token(package, server, service):
    with package.Feature(client_id=ID, client_secret=SECRET, base_url=server.url) as client:
        with ThreadPoolExecutor(50) as pool:
            list(pool.map(lambda _: client.notes.list(), range(50)))
        assert service.given == 1
        service.refused = {"Bearer t1"}
        with ThreadPoolExecutor(50) as pool:
            list(pool.map(lambda _: client.notes.list(), range(50)))
    assert service.given == 2


def test_rule_52_a_thousand_tasks_fetch_one_token(package, server, service):
    async def calls() -> None:
        async with package.AsyncFeature(client_id=ID, client_secret=SECRET, base_url=server.url) as client:
            async with anyio.create_task_group() as group:
                for _ in range(1000):
                    group.start_soon(listed_and_awaited, client)

    async def listed_and_awaited(client: Any) -> None:
        await client.notes.list()

    anyio.run(calls)
    assert service.given == 1
    assert Counter(request.path for request in server.received)["/notes"] == 1000


def test_copies_share_their_tokens_unless_they_have_credentials_of_their_own(package, server, service):
    with package.Feature(client_id=ID, client_secret=SECRET, base_url=server.url) as client:
        client.notes.list()
        client.with_options(max_retries=1).notes.list()
        assert service.given == 1
        client.with_options(client_secret="other").notes.list()
        assert service.given == 2


def test_rule_49_no_secret_reaches_the_log(run, server, caplog):
    caplog.set_level(logging.DEBUG)
    run(listed, url=server.url)
    pair = server.received[0].headers["authorization"].removeprefix("Basic ")
    assert "oauth/token" in caplog.text
    assert not any(secret in caplog.text for secret in (SECRET, pair, "Bearer t1"))


def test_the_environment_holds_the_credentials(package, server, monkeypatch):
    prefix = package.__name__.upper()
    monkeypatch.setenv(f"{prefix}_CLIENT_ID", ID)
    monkeypatch.setenv(f"{prefix}_CLIENT_SECRET", SECRET)
    with package.Feature(base_url=server.url) as client:
        client.notes.list()
    assert server.received[1].headers["authorization"] == "Bearer t1"


def test_a_client_without_credentials_says_what_it_needs(package):
    with pytest.raises(package.FeatureError, match="client_secret"):
        package.Feature(client_id=ID)


def test_a_function_of_the_caller_signs_every_request(run, server):
    def sign(request: Any) -> Any:
        request.headers["Authorization"] = f"Bearer t-signed-{request.method}"
        return request

    run(listed, created, url=server.url, client_id=None, client_secret=None, http_auth=sign)
    assert [request.headers["authorization"] for request in server.received] == [
        "Bearer t-signed-GET",
        "Bearer t-signed-POST",
    ]


@pytest.mark.parametrize("signed_by", ["http_auth", "http_client"])
def test_a_signature_never_follows_a_redirect_to_another_origin(package, signed_by):
    def sign(request: Any) -> Any:
        request.headers["X-Signature"] = "signed"
        return request

    options = (
        {"http_auth": sign}
        if signed_by == "http_auth"
        else {"http_client": library.Client(auth=sign, follow_redirects=True)}
    )
    with answering(json_answer({})) as elsewhere:
        answers = json_answer({}, 307, location="/there"), json_answer({}, 307, location=elsewhere.url)
        with (
            answering(*answers) as server,
            package.Feature(base_url=server.url, api_key="t", **options) as client,
        ):
            client.notes.list()
            assert [request.headers.get("x-signature") for request in server.received] == ["signed", "signed"]
        assert [request.headers.get("x-signature") for request in elsewhere.received] == [None]
