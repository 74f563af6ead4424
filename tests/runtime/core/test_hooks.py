"""Functions of the user's own, before each request and after each response."""

from __future__ import annotations

import pytest
from server import Answer, event_stream, json_answer
from toy import Thing, library

THING = json_answer({"id": "a"})


@pytest.fixture(params=["plain", "awaited"])
def hook(request, caller):
    """Makes a hook of a function, asynchronous where the client is and the test wants it."""

    def made(function):
        if not caller.is_async or request.param == "plain":
            return function

        async def awaited(value):
            return function(value)

        return awaited

    return made


def test_hooks_see_every_attempt(serve, caller, hook):
    server = serve(Answer(503), THING)
    seen = []

    def sign(request):
        seen.append(request.method)
        request.headers["x-signature"] = f"signed {len(request.content)} bytes"

    client = caller.client(
        server.url,
        before_request=hook(sign),
        after_response=hook(lambda response: seen.append(response.status_code)),
    )
    assert caller.call(client, lambda c: c.things.create(body={"a": 1})) == Thing(id="a")
    assert seen == ["POST", 503, "POST", 200]
    assert [one.headers["x-signature"] for one in server.received] == ["signed 7 bytes"] * 2


def test_a_response_that_is_streamed_is_not_read_for_its_hook(serve, caller, hook):
    server = serve(event_stream(b'data: {"id": "a"}\n\n', b"data: [DONE]\n\n"))
    seen = []
    client = caller.client(server.url, after_response=hook(lambda r: seen.append(r.is_stream_consumed)))

    def steps(client):
        stream = yield client.things.watch()
        return (yield caller.listed(stream))

    assert caller.call(client, steps) == [Thing(id="a")]
    assert seen == [False]


@pytest.mark.parametrize("place", ["before_request", "after_response"])
def test_what_a_hook_raises_is_raised_by_the_call(serve, caller, hook, place):
    server = serve(json_answer([{"id": "a"}] * 9000), THING)
    is_angry = True

    def refuse(_):
        if is_angry:
            raise KeyError("mine")

    limits = library.Limits(max_connections=1)
    http_client = caller.http_client(limits=limits)
    client = caller.client(server.url, http_client=http_client, **{place: hook(refuse)})

    def steps(client):
        nonlocal is_angry
        with pytest.raises(KeyError, match="mine"):
            yield client.things.download()
        is_angry = False
        return (yield client.things.anything())  # the only connection is free

    caller.call(client, steps)


def test_what_a_hook_adds_follows_no_redirect_to_another_origin(caller, hook):
    sent = []

    def handler(request):
        sent.append(request.headers.get("x-signature"))
        if request.url.host == "toy.invalid":
            return library.Response(307, headers={"location": "http://evil.invalid/there"})
        return library.Response(200, json={"id": "a"})

    def sign(request):
        request.headers["X-Signature"] = "secret"

    http_client = caller.http_client(transport=library.MockTransport(handler), follow_redirects=True)
    client = caller.client("http://toy.invalid", http_client=http_client, before_request=hook(sign))
    caller.call(client, lambda c: c.things.retrieve("a"))
    assert sent == ["secret", None]


def test_copies_keep_hooks_or_take_others(serve, caller):
    server = serve(THING)
    seen = []
    client = caller.client(server.url, before_request=lambda _: seen.append("first"))
    caller.call(client.copy(), lambda c: c.things.anything())
    assert seen == ["first"]
    other = caller.client(server.url, before_request=seen.append).with_options(before_request=None)
    caller.call(other, lambda c: c.things.anything())
    assert seen == ["first"]
