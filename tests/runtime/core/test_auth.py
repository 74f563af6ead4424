"""How requests prove who sends them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from _core.auth import ApiKeyAuth, BasicAuth, BearerAuth, prove
from _core.errors import SDKError
from _core.unset import omit
from server import Answer
from toy import SETTINGS, Toy

KEY = ApiKeyAuth("key", option="key", place="header", parameter="X-Key")
QUERY = ApiKeyAuth("query", option="query", place="query", parameter="k")
COOKIE = ApiKeyAuth("cookie", option="cookie", place="cookie", parameter="session")
BEARER = BearerAuth("bearer", option="token")
BASIC = BasicAuth("basic", username="name", password="password")
ALL = (KEY, QUERY, COOKIE, BEARER, BASIC)


@pytest.mark.parametrize(
    ("alternatives", "credentials", "headers", "query", "cookies"),
    [
        ((("bearer",),), {"token": "t"}, {"Authorization": "Bearer t"}, {}, {}),
        ((("key",),), {"key": "k"}, {"X-Key": "k"}, {}, {}),
        ((("query",),), {"query": "q"}, {}, {"k": "q"}, {}),
        ((("cookie",),), {"cookie": "c"}, {}, {}, {"session": "c"}),
        ((("basic",),), {"name": "u", "password": "p"}, {"Authorization": "Basic dTpw"}, {}, {}),
        ((("basic",),), {"name": "ü", "password": ""}, {"Authorization": "Basic w7w6"}, {}, {}),
        ((("basic",),), {"name": "u"}, {}, {}, {}),
        ((("key", "query"),), {"key": "k", "query": "q"}, {"X-Key": "k"}, {"k": "q"}, {}),
        ((("key", "query"), ("bearer",)), {"key": "k", "token": "t"}, {"Authorization": "Bearer t"}, {}, {}),
        ((("key",), ("bearer",)), {"key": "k", "token": "t"}, {"X-Key": "k"}, {}, {}),
        (((), ("key",)), {"key": "k"}, {"X-Key": "k"}, {}, {}),
        (((), ("key",)), {}, {}, {}, {}),
        ((("key",),), {"key": None}, {}, {}, {}),
        ((("key",),), {"key": ""}, {}, {}, {}),
        ((), {"key": "k"}, {}, {}, {}),
        ((("unheard of",),), {"key": "k"}, {}, {}, {}),
    ],
)
def test_the_first_complete_alternative_is_applied(alternatives, credentials, headers, query, cookies):
    proof = prove(ALL, alternatives, credentials)
    assert (proof.headers, proof.query, proof.cookies) == (headers, query, cookies)


def with_auth(*schemes, security):
    return replace(SETTINGS, auth=schemes, security=security)


@pytest.mark.parametrize(
    ("scheme", "path", "header", "value"),
    [
        (replace(KEY, option="api_key"), "/anything", "x-key", "secret"),
        (replace(QUERY, option="api_key"), "/anything?k=secret", "authorization", None),
        (replace(COOKIE, option="api_key"), "/anything", "cookie", "session=secret"),
        (replace(BEARER, option="api_key"), "/anything", "authorization", "Bearer secret"),
    ],
)
def test_proof_is_sent(serve, caller, scheme, path, header, value):
    server = serve(Answer(body=b"{}"))
    client = caller.client(server.url, settings=with_auth(scheme, security=((scheme.name,),)))
    caller.call(client, lambda c: c.things.anything())
    assert server.received[0].path == path
    assert server.received[0].headers.get(header) == value


def test_a_call_can_need_no_proof(serve, caller):
    server = serve(Answer(body=b"{}"))
    caller.call(caller.client(server.url), lambda c: c.things.openly())
    assert "authorization" not in server.received[0].headers


def test_cookies_of_a_call_stand_beside_the_proof(serve, caller):
    server = serve(Answer(body=b"{}"))
    settings = with_auth(replace(COOKIE, option="api_key"), security=(("cookie",),))
    caller.call(caller.client(server.url, settings=settings), lambda c: c.things.marked(cookie="x y"))
    assert server.received[0].headers["cookie"] == "mark=x%20y; session=secret"


def test_a_missing_credential_is_named_with_both_ways_to_give_it():
    with pytest.raises(SDKError, match="Toy API needs credentials: pass api_key, or set TOY_KEY"):
        Toy()


@pytest.mark.parametrize(
    ("schemes", "security"),
    [
        ((), ()),
        ((BEARER,), ()),
        ((BEARER,), ((), ("bearer",))),
        ((BEARER, KEY), (("bearer",), ("key",))),
    ],
)
def test_credentials_are_demanded_only_where_nothing_works_without(schemes, security):
    Toy(settings=with_auth(*schemes, security=security)).close()


@pytest.mark.parametrize("key", ["", None])
def test_an_empty_key_is_none(key):
    with pytest.raises(SDKError):
        Toy(api_key=key)


@pytest.mark.parametrize("value", ["Token x", omit])
def test_a_default_header_can_stand_in_for_the_key(serve, caller, value):
    server = serve(Answer(body=b"{}"))
    client = caller.client(server.url, api_key=None, default_headers={"authorization": value})
    caller.call(client, lambda c: c.things.anything())
    assert server.received[0].headers.get("authorization") == (value or None)


def test_rule_6_the_key_comes_from_the_environment_and_an_argument_wins(monkeypatch):
    monkeypatch.setenv("TOY_KEY", "from outside")
    with Toy() as outside, Toy(api_key="given") as given:
        assert outside.api_key == "from outside"
        assert given.api_key == "given"


def test_a_key_from_a_file_may_end_in_a_line_break(serve, caller):
    server = serve(Answer(body=b"{}"))
    caller.call(caller.client(server.url, api_key="secret\n"), lambda c: c.things.anything())
    assert server.received[0].headers["authorization"] == "Bearer secret"


def test_a_broken_key_is_refused_and_not_shown(serve, caller):
    server = serve()
    with pytest.raises(ValueError, match="header Authorization must not contain a line break") as caught:
        caller.call(caller.client(server.url, api_key="sec\r\nret"), lambda c: c.things.anything())
    assert "sec" not in str(caught.value)
    assert server.received == []


# Redirects: what proves the sender stays with the server it was meant for.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("scheme", [replace(KEY, option="api_key"), replace(BEARER, option="api_key")])
def test_credentials_do_not_follow_to_another_origin(serve, caller, status, scheme):
    other = serve(Answer(body=b"{}"))
    server = serve(Answer(status, headers={"location": f"{other.url}/there"}))
    client = caller.client(server.url, settings=with_auth(scheme, security=((scheme.name,),)))
    caller.call(client, lambda c: c.things.anything())
    assert scheme.header in server.received[0].headers
    assert other.received[0].path == "/there"
    assert scheme.header not in other.received[0].headers


def test_credentials_stay_within_the_origin(serve, caller):
    server = serve(Answer(307, headers={"location": "/there"}), Answer(body=b"{}"))
    caller.call(caller.client(server.url), lambda c: c.things.anything())
    assert [request.headers["authorization"] for request in server.received] == ["Bearer secret"] * 2


def test_credentials_of_the_users_own_http_client_do_not_follow_either(serve, caller):
    other = serve(Answer(body=b"{}"))
    server = serve(Answer(307, headers={"location": f"{other.url}/there"}))
    http_client = caller.http_client(auth=("user", "password"), follow_redirects=True)
    caller.call(caller.client(server.url, http_client=http_client), lambda c: c.things.anything())
    assert "authorization" not in other.received[0].headers
