"""The clients: their options, what they send, and how they end."""

from __future__ import annotations

import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import anyio
import pytest
from _core.arguments import takes
from _core.client import AsyncBaseClient, BaseClient
from _core.errors import APIConnectionError, APIStatusError, SDKError
from _core.options import DEFAULT_TIMEOUT, Timeout
from _core.response import APIResponse, AsyncAPIResponse, AsyncBinaryResponse, BinaryResponse
from _core.streaming import AsyncStream, Stream
from _core.transport import DefaultAsyncHttpxClient, DefaultHttpxClient
from _core.unset import not_given, omit
from server import Answer, json_answer, serving
from toy import SETTINGS, AsyncToy, Thing, Toy, library, pieces_of

OK = Answer(body=b"{}")
RUNTIME = Path(__file__).parents[3] / "templates/python/runtime"


# Options of a client.


@pytest.mark.parametrize("given", ["http://127.0.0.1:9/v1", "http://127.0.0.1:9/v1/"])
def test_the_base_url_ends_in_a_slash(given):
    assert Toy(api_key="k", base_url=given).base_url == "http://127.0.0.1:9/v1/"


def test_rule_7_the_base_url_can_be_chosen(monkeypatch):
    assert Toy(api_key="k").base_url == "https://toy.invalid/v1/"
    monkeypatch.setenv("TOY_URL", "http://env.invalid")
    assert Toy(api_key="k").base_url == "http://env.invalid/"
    assert Toy(api_key="k", base_url="http://given.invalid").base_url == "http://given.invalid/"


@pytest.mark.parametrize("url", ["toy.invalid", "localhost:8000", "ftp://toy.invalid", "/v1"])
def test_a_base_url_needs_a_scheme(url):
    with pytest.raises(SDKError, match="base_url must start with https:// or http://"):
        Toy(api_key="k", base_url=url)


def test_an_api_without_an_address_asks_for_one():
    with pytest.raises(SDKError, match="pass base_url"):
        Toy(api_key="k", settings=replace(SETTINGS, base_url=""))


@pytest.mark.parametrize("make", [Toy, AsyncToy])
def test_no_number_of_retries_is_a_type_error(make):
    with pytest.raises(TypeError, match="max_retries"):
        make(api_key="k", max_retries=None)
    with pytest.raises(TypeError, match="max_retries"):
        make(api_key="k").with_options(max_retries=None)


def test_no_number_of_retries_for_a_call_is_a_type_error(serve, caller):
    server = serve(OK)
    with pytest.raises(TypeError, match="max_retries"):
        caller.call(caller.client(server.url), lambda c: c.things.anything(max_retries=None))
    assert server.received == []


def test_headers_from_the_environment(serve, caller, monkeypatch):
    monkeypatch.setenv("TOY_HEADERS", "X-One: 1\nX-Two: a: b\nnonsense\n")
    server = serve(OK)
    client = caller.client(server.url, default_headers={"X-Two": "given"})
    assert client.default_headers == {"X-One": "1", "X-Two": "given"}
    caller.call(client, lambda c: c.things.anything())
    assert server.received[0].headers["x-one"] == "1"
    assert server.received[0].headers["x-two"] == "given"


# Copies.


def test_rule_3_copies_change_options_and_leave_the_original_alone():
    client = Toy(api_key="k", default_headers={"A": "1"}, default_query={"q": 1}, max_retries=5, timeout=7)
    things = client.things
    copy = client.with_options(
        max_retries=1, timeout=None, default_headers={"B": "2"}, default_query={"r": 2}
    )
    assert (copy.max_retries, copy.timeout) == (1, None)
    assert copy.default_headers == {"A": "1", "B": "2"}
    assert copy.default_query == {"q": 1, "r": 2}
    assert (client.max_retries, client.timeout) == (5, 7)
    assert client.default_headers == {"A": "1"}
    assert client.things is things
    assert copy.things is not things
    assert type(copy) is Toy


def test_copies_can_replace_headers_and_query(monkeypatch):
    monkeypatch.setenv("TOY_HEADERS", "X-Env: 1")
    client = Toy(api_key="k", default_headers={"A": "1"}, default_query={"q": 1})
    copy = client.copy(set_default_headers={"B": "2"}, set_default_query={}, default_headers={"C": "3"})
    assert copy.default_headers == {"B": "2", "C": "3"}
    assert copy.default_query == {}
    assert client.copy().default_headers == {"X-Env": "1", "A": "1"}


def test_copies_can_have_other_credentials_and_addresses(serve, caller):
    server = serve(OK)
    client = caller.client("http://toy.invalid")
    client.things
    copy = client.with_options(api_key="other", base_url=server.url)
    assert (client.api_key, copy.api_key) == ("secret", "other")
    caller.call(copy, lambda c: c.things.anything())
    assert server.received[0].headers["authorization"] == "Bearer other"


def test_copies_can_sign_in_another_way(serve, caller):
    def sign(request):
        request.headers["x-signature"] = "signed"
        return request

    server = serve(OK)
    client = caller.client(server.url)

    def steps(client):
        yield client.with_options(http_auth=sign).things.anything()
        yield client.things.anything()

    caller.call(client, steps)
    assert [request.headers.get("x-signature") for request in server.received] == ["signed", None]


def test_copies_refuse_unknown_options():
    with pytest.raises(TypeError, match="unknown options: api_kye"):
        Toy(api_key="k").with_options(api_kye="other")


def test_copies_share_their_connections(serve):
    server = serve(OK)
    client = Toy(api_key="k", base_url=server.url)
    copy = client.with_options(timeout=3)
    copy.things.anything()
    client.close()
    assert copy.is_closed()


def test_a_copy_can_have_an_http_client_of_its_own(serve):
    server = serve(OK)
    client = Toy(api_key="k", base_url=server.url)
    with library.Client(headers={"x-own": "1"}) as http_client:
        client.with_options(http_client=http_client).things.anything()
    client.things.anything()
    assert [request.headers.get("x-own") for request in server.received] == ["1", None]
    client.close()


# The end.


def test_rule_9_context_managers_close(serve, caller):
    server = serve(OK)
    client = caller.client(server.url)
    assert not client.is_closed()
    caller.call(client, lambda c: c.things.anything())
    if not caller.is_async:
        with client:
            pass
    assert client.is_closed()
    with pytest.raises(SDKError, match="the client has been closed"):
        caller.call(client, lambda c: c.things.anything())


def test_closing_twice_or_before_the_first_call_is_fine():
    client = Toy(api_key="k")
    client.close()
    client.close()
    with pytest.raises(SDKError, match="the client has been closed"):
        client.things.anything()


@pytest.mark.anyio
async def test_closing_twice_or_before_the_first_call_is_fine_async():
    client = AsyncToy(api_key="k")
    await client.close()
    await client.close()
    assert client.is_closed()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


# HTTP clients.


@pytest.mark.parametrize("name", ["httpx2", "httpx"])
def test_rule_8_an_http_client_of_either_library_is_accepted_and_stays_open(serve, caller, name):
    chosen = pytest.importorskip(name)
    server = serve(json_answer({"id": "a"}, 429), json_answer({"id": "a"}))
    kind = chosen.AsyncClient if caller.is_async else chosen.Client
    http_client = kind(headers={"x-own": "1"})
    assert caller.call(
        caller.client(server.url, http_client=http_client), lambda c: c.things.retrieve("a")
    ) == Thing(id="a")
    assert server.received[0].headers["x-own"] == "1"
    assert not http_client.is_closed


@pytest.mark.parametrize("name", ["httpx2", "httpx"])
def test_failures_of_either_library_become_ours(caller, name):
    chosen = pytest.importorskip(name)

    def handler(request):
        raise chosen.ConnectError("nobody there")

    kind = chosen.AsyncClient if caller.is_async else chosen.Client
    http_client = kind(transport=chosen.MockTransport(handler))
    with pytest.raises(APIConnectionError, match="nobody there"):
        caller.call(caller.client("http://127.0.0.1", http_client=http_client), lambda c: c.things.anything())


def test_rule_8_httpx_is_taken_where_httpx2_is_missing(serve, caller, monkeypatch):
    httpx = pytest.importorskip("httpx")
    monkeypatch.setitem(sys.modules, "httpx2", None)
    server = serve(OK)
    answers = []
    client = caller.client(server.url, after_response=answers.append)
    caller.call(client, lambda c: c.things.anything())
    assert [type(answer) for answer in answers] == [httpx.Response]


def test_a_derived_http_client_is_accepted(serve):
    class Derived(library.Client):
        pass

    server = serve(OK)
    Toy(api_key="k", base_url=server.url, http_client=Derived()).things.anything()


@pytest.mark.parametrize(
    ("make", "wrong"),
    [(Toy, library.AsyncClient), (AsyncToy, library.Client), (Toy, object), (AsyncToy, object)],
)
def test_other_http_clients_are_refused(make, wrong):
    with pytest.raises(TypeError, match="http_client must be an httpx2"):
        make(api_key="k", http_client=wrong())


@pytest.mark.parametrize(
    ("made", "kind"), [(DefaultHttpxClient, library.Client), (DefaultAsyncHttpxClient, library.AsyncClient)]
)
def test_default_http_clients_can_be_changed(made, kind):
    usual, changed = made(), made(timeout=Timeout(9, read=None), follow_redirects=False)
    assert isinstance(usual, kind)
    assert usual.follow_redirects
    assert usual.timeout == library.Timeout(60.0, connect=5.0)
    assert changed.timeout == library.Timeout(9, read=None)
    assert not changed.follow_redirects


@pytest.mark.parametrize(
    ("own", "client_options", "call_options", "expected"),
    [
        ({}, {}, {}, library.Timeout(60.0, connect=5.0)),
        ({}, {"timeout": 3}, {}, library.Timeout(3)),
        ({}, {"timeout": None}, {}, library.Timeout(None)),
        ({}, {"timeout": Timeout(3, connect=1, read=None)}, {}, library.Timeout(3, connect=1, read=None)),
        ({}, {"timeout": library.Timeout(4)}, {}, library.Timeout(4)),
        ({}, {"timeout": 3}, {"timeout": 2.5}, library.Timeout(2.5)),
        ({}, {"timeout": 3}, {"timeout": None}, library.Timeout(None)),
        ({"timeout": 11}, {}, {}, library.Timeout(11)),
        ({"timeout": 11}, {"timeout": 3}, {}, library.Timeout(3)),
    ],
)
def test_rule_5_a_call_chooses_its_timeout_under_the_name_of_the_clients(
    caller, own, client_options, call_options, expected
):
    seen = []

    def handler(request):
        seen.append(request.extensions["timeout"])
        return library.Response(200, json={})

    http_client = caller.http_client(transport=library.MockTransport(handler), **own)
    client = caller.client("http://127.0.0.1", http_client=http_client, **client_options)
    caller.call(client, lambda c: c.things.anything(**call_options))
    assert seen == [expected.as_dict()]


def test_our_timeout_is_used_where_none_was_chosen():
    assert Toy(api_key="k").timeout is DEFAULT_TIMEOUT


# What is sent.


def test_rule_50_the_user_agent_names_the_package_and_its_version(serve, caller):
    server = serve(json_answer({"id": "a"}))
    caller.call(caller.client(server.url), lambda c: c.things.create(body={"id": "a"}))
    headers = server.received[0].headers
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert headers["user-agent"] == f"toy/1.2.3 python/{python}"
    assert headers["accept"] == "application/json"
    assert headers["content-type"] == "application/json"
    assert headers["content-length"] == "10"
    assert not any("stainless" in name.lower() for name in headers)


@pytest.mark.parametrize(
    ("method", "accept"),
    [
        ("anything", "application/json"),
        ("everything", "application/json"),
        ("maybe", "application/json"),
        ("text", "text/plain"),
        ("data", "*/*"),
        ("download", "*/*"),
        ("head", "*/*"),
        ("watch", "text/event-stream"),
    ],
)
def test_accept(serve, caller, method, accept):
    server = serve(Answer(body=b"[]"))
    caller.call(caller.client(server.url), lambda c: getattr(c.things, method)())
    assert server.received[0].headers["accept"] == accept


@pytest.mark.parametrize(
    ("call", "sent"),
    [
        (lambda c: c.things.retrieve("a"), "GET /things/a"),
        (lambda c: c.things.create(), "POST /things"),
        (lambda c: c.things.put_content(b""), "PUT /content"),
        (lambda c: c.things.update("a"), "PATCH /things/a"),
        (lambda c: c.things.remove("a"), "DELETE /things/a"),
        (lambda c: c.things.head(), "HEAD /things"),
    ],
)
def test_every_method_of_http_can_be_called(serve, caller, call, sent):
    server = serve(json_answer({"id": "a"}))
    caller.call(caller.client(server.url), call)
    assert [f"{request.method} {request.path}" for request in server.received] == [sent]


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        ({"a": 1, "b": [True, None]}, b'{"a":1,"b":[true,null]}'),
        ({"a": omit, "b": 1}, b'{"b":1}'),
        (Thing(id="x"), b'{"id":"x"}'),
        ([1, 2], b"[1,2]"),
        (None, b"null"),
        ("äöü", '"äöü"'.encode()),
        ("\ud800", b'"\\ud800"'),
        (omit, b""),
    ],
)
def test_json_bodies(serve, caller, body, sent):
    server = serve(json_answer({"id": "a"}))
    caller.call(caller.client(server.url), lambda c: c.things.create(body=body))
    assert server.received[0].body == sent
    assert ("content-type" in server.received[0].headers) is (body is not omit)


@pytest.mark.parametrize(
    ("body", "error"),
    [({"a": float("nan")}, ValueError), ({"a": object()}, TypeError), (object(), TypeError)],
)
def test_bodies_that_json_has_no_form_for_are_not_sent(serve, caller, body, error):
    server = serve()
    with pytest.raises(error):
        caller.call(caller.client(server.url), lambda c: c.things.create(body=body))
    assert server.received == []


@pytest.mark.parametrize(
    ("body", "more", "sent"),
    [
        ({"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
        ({"a": 1}, {"a": 2}, {"a": 2}),
        ({"a": 1}, {"a": omit}, {}),
        ({"a": 1}, None, {"a": 1}),
        (Thing(id="x"), {"b": 2}, {"id": "x", "b": 2}),
        (omit, {"b": 2}, {"b": 2}),
    ],
)
def test_rule_56_extra_body(serve, caller, body, more, sent):
    server = serve(json_answer({"id": "a"}))
    caller.call(caller.client(server.url), lambda c: c.things.create(body=body, extra_body=more))
    assert server.received[0].json() == sent


@pytest.mark.parametrize(
    "steps",
    [
        lambda c: c.things.create(body=[1], extra_body={"b": 2}),
        lambda c: c.things.create(body="text", extra_body={"b": 2}),
        lambda c: c.things.put_content(b"bytes", extra_body={"b": 2}),
    ],
)
def test_extra_body_needs_fields_to_stand_beside(serve, caller, steps):
    with pytest.raises(TypeError, match="extra_body"):
        caller.call(caller.client(serve().url), steps)


@pytest.mark.parametrize(
    ("content", "length"),
    [
        (b"payload", "7"),
        ("payload", "7"),
        (pieces_of, None),
    ],
)
def test_content(serve, caller, content, length):
    server = serve(OK)
    value = content(b"payload") if callable(content) else content
    caller.call(caller.client(server.url), lambda c: c.things.put_content(value))
    request = server.received[0]
    assert (request.method, request.body) == ("PUT", b"payload")
    assert request.headers["content-type"] == "application/x-toy"
    assert request.headers.get("content-length") == length


def test_files_are_streamed_with_their_length(serve, caller, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"x" * 200_000)
    server = serve(OK)
    caller.call(caller.client(server.url), lambda c: c.things.put_content(path))
    assert len(server.received[0].body) == 200_000
    assert server.received[0].headers["content-length"] == "200000"


@pytest.mark.parametrize("status", [307, 308])
def test_bodies_go_along_with_a_redirect(serve, caller, status):
    server = serve(Answer(status, headers={"location": "/there"}), OK)
    caller.call(caller.client(server.url), lambda c: c.things.upload({"file": ("a.txt", b"payload")}))
    first, second = server.received
    assert second.path == "/there"
    assert first.body == second.body
    assert b"payload" in second.body


def test_a_form(serve, caller):
    server = serve(OK)
    caller.call(
        caller.client(server.url),
        lambda c: c.things.send_form({"a b": "x&y", "n": 1}, extra_body={"m": True}),
    )
    assert server.received[0].body == b"a+b=x%26y&n=1&m=true"
    assert server.received[0].headers["content-type"] == "application/x-www-form-urlencoded"


def test_a_multipart_form(serve, caller):
    server = serve(OK)
    steps = lambda c: c.things.upload({"file": ("a.txt", b"payload"), "n": 1}, extra_body={"m": True})
    caller.call(caller.client(server.url), steps)
    request = server.received[0]
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert int(request.headers["content-length"]) == len(request.body)
    for part in (b'name="file"; filename="a.txt"', b"payload", b'name="n"\r\n\r\n1', b'name="m"\r\n\r\ntrue'):
        assert part in request.body


@pytest.mark.parametrize(
    ("id", "path"),
    [
        ("a", "/v1/things/a"),
        ("a/b", "/v1/things/a%2Fb"),
        ("..", "/v1/things/%2E%2E"),
        ("a?b#c", "/v1/things/a%3Fb%23c"),
        ("ä", "/v1/things/%C3%A4"),
        ("https://evil.invalid/", "/v1/things/https:%2F%2Fevil.invalid%2F"),
        ("%2e%2e", "/v1/things/%252e%252e"),
    ],
)
def test_path_parameters_stay_in_their_segment(serve, caller, id, path):
    server = serve(json_answer({"id": "a"}))
    caller.call(caller.client(f"{server.url}/v1"), lambda c: c.things.retrieve(id))
    assert server.received[0].path == path


@pytest.mark.parametrize("id", ["", None])
def test_rule_18_an_empty_path_parameter_is_refused(serve, caller, id):
    server = serve()
    with pytest.raises(ValueError, match="path parameter 'id' must not be empty"):
        caller.call(caller.client(server.url), lambda c: c.things.retrieve(id))
    assert server.received == []


@pytest.mark.parametrize(
    ("default", "limit", "extra", "query"),
    [
        ({}, omit, None, ""),
        ({}, 3, None, "?limit=3"),
        ({"limit": 5}, omit, None, "?limit=5"),
        ({"limit": 5}, 3, None, "?limit=3"),
        ({"a": "b c"}, 3, {"d": ["x", "y"]}, "?a=b%20c&limit=3&d=x&d=y"),
        ({}, 3, {"limit": 4}, "?limit=4"),
        ({"limit": 5}, 3, {"limit": omit}, ""),
    ],
)
def test_query(serve, caller, default, limit, extra, query):
    server = serve(json_answer({"id": "a"}))
    client = caller.client(server.url, default_query=default)
    caller.call(client, lambda c: c.things.retrieve("a", limit=limit, extra_query=extra))
    assert server.received[0].path == f"/things/a{query}"


@pytest.mark.parametrize(
    ("default", "header", "extra", "sent"),
    [
        ({}, omit, None, None),
        ({}, 7, None, "7"),
        ({}, True, None, "true"),
        ({"x-mark": "d"}, omit, None, "d"),
        ({"x-mark": "d"}, "h", None, "h"),
        ({"x-mark": "d"}, "h", {"X-MARK": "e"}, "e"),
        ({"x-mark": "d"}, "h", {"X-MARK": omit}, None),
        ({}, "grün", None, "grün"),
    ],
)
def test_headers(serve, caller, default, header, extra, sent):
    server = serve(OK)
    client = caller.client(server.url, default_headers=default)
    caller.call(client, lambda c: c.things.marked(header=header, extra_headers=extra))
    value = server.received[0].headers.get("x-mark")
    assert (value and value.encode("latin-1").decode("utf-8")) == sent  # http.server reads headers as Latin-1


@pytest.mark.parametrize("name", ["Authorization", "user-agent", "Accept", "Accept-Encoding"])
def test_headers_can_be_removed(serve, caller, name):
    server = serve(OK)
    caller.call(caller.client(server.url), lambda c: c.things.anything(extra_headers={name: omit}))
    assert name not in server.received[0].headers


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
def test_headers_cannot_break_out(serve, caller, value):
    server = serve()
    with pytest.raises(ValueError, match="line break"):
        caller.call(caller.client(server.url), lambda c: c.things.anything(extra_headers={"X-A": value}))
    assert server.received == []


# An address of its own for an operation.


def test_an_operation_can_have_an_address_of_its_own(serve, caller):
    server = serve(OK)
    settings = replace(SETTINGS, base_url="http://toy.invalid/v1")
    caller.call(caller.client(settings=settings), lambda c: c.things.elsewhere(f"{server.url}/v2"))
    assert server.received[0].path == "/v2/elsewhere"


def test_rule_28_the_users_address_comes_first(serve, caller):
    server = serve(OK)
    caller.call(caller.client(server.url), lambda c: c.things.elsewhere("http://toy.invalid/v2"))
    assert server.received[0].path == "/elsewhere"


# Calls by hand.


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
def test_rule_56_any_path_can_be_called(serve, caller, method):
    server = serve(json_answer({"id": "a"}))
    steps = lambda c: getattr(c, method)("/new/path?x=http://y", cast_to=Thing, query={"q": 1})
    assert caller.call(caller.client(server.url), steps) == Thing(id="a")
    assert server.received[0].method == method.upper()
    assert server.received[0].path == "/new/path?x=http://y&q=1"
    assert server.received[0].headers["authorization"] == "Bearer secret"


def test_calls_by_hand_answer_json_where_no_type_is_said(serve, caller):
    server = serve(json_answer({"new": [1]}))
    assert caller.call(caller.client(server.url), lambda c: c.post("/new", body={"a": 1})) == {"new": [1]}
    assert server.received[0].json() == {"a": 1}


def test_calls_by_hand_take_options_under_their_short_names_too(serve, caller):
    server = serve(json_answer({}))
    options = {"headers": {"X-A": "1"}, "params": {"b": 2}, "extra_json": {"c": 3}, "max_retries": 0}
    caller.call(caller.client(server.url), lambda c: c.post("new", body={"a": 1}, options=options))
    request = server.received[0]
    assert (request.path, request.headers["x-a"], request.json()) == ("/new?b=2", "1", {"a": 1, "c": 3})


def test_calls_by_hand_refuse_unknown_options(serve, caller):
    with pytest.raises(TypeError, match="unknown options: retries"):
        caller.call(caller.client(serve().url), lambda c: c.get("/new", options={"retries": 1}))


def test_calls_by_hand_can_upload(serve, caller):
    server = serve(json_answer({}))
    steps = lambda c: c.post("/new", body={"a": 1}, files={"file": ("a.txt", b"payload")})
    caller.call(caller.client(server.url), steps)
    assert b'name="a"\r\n\r\n1' in server.received[0].body
    assert b'filename="a.txt"' in server.received[0].body


def test_calls_by_hand_can_answer_with_the_librarys_response(serve, caller):
    server = serve(Answer(201, b"text"))
    answer = caller.call(caller.client(server.url), lambda c: c.get("/new", cast_to=library.Response))
    assert (answer.status_code, answer.text) == (201, "text")


def test_absolute_addresses(serve, caller):
    server = serve(OK)
    caller.call(caller.client("http://toy.invalid"), lambda c: c.get(f"{server.url}/there"))
    assert server.received[0].path == "/there"


# Redirects.


def test_redirects_are_followed_with_their_history(serve, caller):
    server = serve(Answer(302, headers={"location": "/b"}), Answer(307, headers={"location": "/c"}), OK)
    answer = caller.call(caller.client(server.url), lambda c: c.get("/a", cast_to=library.Response))
    assert [str(response.url) for response in answer.history] == [f"{server.url}/a", f"{server.url}/b"]
    assert str(answer.url) == f"{server.url}/c"


def test_redirects_end(serve, caller):
    server = serve(Answer(302, headers={"location": "/again"}))
    with pytest.raises(APIConnectionError, match="too many redirects"):
        caller.call(caller.client(server.url), lambda c: c.things.anything())
    assert len(server.received) == 21
    assert caller.waits == []


def test_a_redirect_that_is_not_followed_is_a_failure(serve, caller):
    server = serve(Answer(302, headers={"location": "/there"}))
    client = caller.client(server.url, http_client=caller.http_client())
    with pytest.raises(APIStatusError) as caught:
        caller.call(client, lambda c: c.things.anything())
    assert caught.value.status_code == 302
    assert len(server.received) == 1


# Logging.


def test_rule_49_logs_are_shown_where_nobody_has_set_up_logging(monkeypatch, capsys):
    logger = logging.getLogger("toy")
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "level", logging.NOTSET)
    monkeypatch.setenv("TOY_LOG", "info")
    Toy(api_key="k")
    logger.info("shown")
    logging.getLogger("other").info("not shown")
    Toy(api_key="k")
    logger.info("shown once")
    first, second = capsys.readouterr().err.splitlines()
    assert first.split()[2:] == ["toy", "INFO", "shown"]
    assert second.split()[2:] == ["toy", "INFO", "shown", "once"]


@pytest.mark.parametrize(("wanted", "level"), [("debug", logging.DEBUG), ("INFO", logging.INFO)])
def test_rule_49_the_log_level_comes_from_the_environment(monkeypatch, wanted, level):
    monkeypatch.setattr(logging.getLogger("toy"), "level", logging.NOTSET)
    monkeypatch.setenv("TOY_LOG", wanted)
    Toy(api_key="k")
    assert logging.getLogger("toy").level == level


def test_rule_49_secrets_are_not_logged(serve, caller, caplog):
    caplog.set_level(logging.DEBUG, logger="toy")
    server = serve(Answer(503), OK)
    client = caller.client(
        server.url, default_headers={"X-Api-Key": "hush", "Cookie": "hush", "X-Plain": "shown"}
    )
    caller.call(client, lambda c: c.things.anything(extra_query={"key": "hush"}))
    text = "\n".join(record.getMessage() for record in caplog.records if record.name == "toy")
    assert "shown" in text
    assert "GET" in text
    assert "retry 1 of" in text
    assert "answered 503" in text
    assert "hush" not in text
    assert "secret" not in text


# The whole.


def test_rule_52_threads_can_share_a_client():
    count = 50
    barrier = Barrier(count)

    def echo(request):
        return json_answer({"id": request.path.rpartition("/")[2]})

    def call(number):
        barrier.wait()  # the first call of all makes the HTTP client
        return [client.things.retrieve(f"{number}-{turn}").id for turn in range(4)]

    with serving(echo) as server, Toy(api_key="k", base_url=server.url, timeout=60) as client:
        with ThreadPoolExecutor(count) as pool:
            found = list(pool.map(call, range(count)))
        assert len(server.received) == 4 * count
    assert found == [[f"{number}-{turn}" for turn in range(4)] for number in range(count)]


def test_rule_52_tasks_can_share_a_client():
    count = 1000
    found = {}

    async def run(url):
        async def call(number):
            found[number] = (await client.things.retrieve(str(number))).id

        async with (
            AsyncToy(api_key="k", base_url=url, timeout=60) as client,
            anyio.create_task_group() as group,
        ):
            for number in range(count):
                group.start_soon(call, number)

    with serving(lambda request: json_answer({"id": request.path.rpartition("/")[2]})) as server:
        anyio.run(run, server.url)
        assert len(server.received) == count
    assert found == {number: str(number) for number in range(count)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BaseClient, AsyncBaseClient),
        (Stream, AsyncStream),
        (BinaryResponse, AsyncBinaryResponse),
        (APIResponse, AsyncAPIResponse),
    ],
)
def test_rule_2_both_kinds_have_the_same_names(one, other):
    assert {name for name in dir(one) if name[0] != "_"} == {name for name in dir(other) if name[0] != "_"}


def test_rule_64_no_http_library_is_loaded_before_the_first_call():
    code = (
        "import sys, _core.client\nprint(sorted({'httpx', 'httpx2', 'anyio', 'asyncio'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(RUNTIME)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_what_stands_for_no_value_reads_as_it_is_written_and_counts_as_none():
    assert [repr(value) for value in (omit, not_given)] == ["omit", "not_given"]
    assert [bool(value) for value in (omit, not_given)] == [False, False]


MAKE = takes("make", "model messages", "stream temperature")


def test_arguments_and_options_are_taken_apart():
    params = {"model": "m", "messages": [], "timeout": 3, "extra_headers": {"a": "b"}, "max_retries": 0}
    arguments, options = MAKE.split(params, stream=omit)
    assert arguments == {"model": "m", "messages": [], "stream": omit}
    assert options == {"timeout": 3, "extra_headers": {"a": "b"}, "max_retries": 0}
    assert "timeout" in params


def test_a_call_whose_arguments_are_unpacked_says_which_of_them_are_files():
    arguments, options = takes("make", "photo", "", files=("photo",)).split({"photo": b"", "timeout": 3})
    assert arguments == {"photo": b""}
    assert options == {"timeout": 3, "files": ("photo",)}


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({}, "make() lacks the keyword arguments 'model', 'messages'"),
        ({"model": "m"}, "make() lacks the keyword argument 'messages'"),
        (
            {"model": "m", "messages": [], "temprature": 1},
            "make() got an unexpected keyword argument 'temprature': did you mean 'temperature'?",
        ),
        (
            {"model": "m", "messages": [], "time_out": 1},
            "make() got an unexpected keyword argument 'time_out': did you mean 'timeout'?",
        ),
        ({"qqq": 1}, "make() got an unexpected keyword argument 'qqq'"),
    ],
)
def test_arguments_that_are_missing_or_unknown_are_named(params, said):
    with pytest.raises(TypeError) as caught:
        MAKE.split(params)
    assert str(caught.value) == said


def test_an_option_that_is_unknown_is_refused_before_anything_is_sent(serve, caller):
    server = serve(OK)
    client = caller.client(server.url)
    with pytest.raises(TypeError, match="argument 'time_out': did you mean 'timeout'"):
        caller.call(client, lambda c: c.things.anything(time_out=1))
    with pytest.raises(TypeError, match="unknown options: parms"):
        caller.call(client, lambda c: c.get("/things", parms={"a": 1}))
    assert not server.received


def test_a_further_header_that_is_none_is_not_sent(serve, caller):
    server = serve(OK, OK)
    client = caller.client(server.url, default_headers={"X-Trace": "1"})
    caller.call(client, lambda c: c.things.anything(extra_headers={"X-Trace": None}))
    assert "x-trace" not in server.received[0].headers
