"""How long a call may take in all."""

from __future__ import annotations

import threading

import pytest
from _core.errors import APIConnectionError, APITimeoutError, InternalServerError
from _core.options import Timeout
from server import Answer, event_stream, json_answer
from toy import Thing, library

THING = json_answer({"id": "a"})


def with_clock(caller, url, **options):
    """A client whose time passes only while it waits to try again."""
    client = caller.client(url, **options)
    client.clock = lambda: sum(caller.waits)
    return client


@pytest.mark.parametrize(
    ("client_options", "call_options", "waits"),
    [
        ({}, {}, [0.5, 1.0, 2.0, 4.0]),
        ({"deadline": 4.0}, {}, [0.5, 1.0, 2.0]),
        ({"deadline": 3.5}, {}, [0.5, 1.0]),
        ({"deadline": 3.5}, {"deadline": 0.5}, []),
        ({"deadline": 0.5}, {"deadline": None}, [0.5, 1.0, 2.0, 4.0]),
    ],
)
def test_rule_38_no_wait_goes_beyond_the_deadline(serve, caller, client_options, call_options, waits):
    server = serve(Answer(500))
    client = with_clock(caller, server.url, max_retries=4, **client_options)
    with pytest.raises(InternalServerError):
        caller.call(client, lambda c: c.things.retrieve("a", **call_options))
    assert caller.waits == waits
    assert len(server.received) == len(waits) + 1


def test_rule_38_steps_have_no_more_time_than_the_call(caller):
    seen = []

    def handler(request):
        seen.append(request.extensions["timeout"]["connect"])
        return library.Response(500 if len(seen) < 3 else 200, json={"id": "a"})

    http_client = caller.http_client(transport=library.MockTransport(handler))
    client = with_clock(caller, "http://toy.invalid", http_client=http_client, deadline=8.0, timeout=7.0)
    caller.call(client, lambda c: c.things.retrieve("a"))
    assert seen == [7.0, 7.0, 6.5]


@pytest.mark.parametrize("where", ["before the answer", "in the body"])
def test_rule_38_an_attempt_ends_with_the_deadline(serve, caller, where):
    goes_on = threading.Event()
    server = serve()

    def drip():
        yield b'{"id": '
        while not goes_on.wait(0.02):
            yield b" "

    def answer(request):
        if where == "before the answer":
            goes_on.wait(30)
        return Answer(pieces=drip())

    server.answer = answer
    client = caller.client(server.url, deadline=0.2, timeout=None, max_retries=5)
    try:
        with pytest.raises(APITimeoutError):
            caller.call(client, lambda c: c.things.retrieve("a"))
    finally:
        goes_on.set()
    assert caller.waits == []


def test_rule_38_a_stream_must_begin_before_the_deadline_and_may_take_its_time(serve, caller):
    server = serve(event_stream(b'data: {"id": "a"}\n\n', b'data: {"id": "b"}\n\n', b"data: [DONE]\n\n"))
    client = caller.client(server.url, deadline=60.0, timeout=Timeout(5.0, read=None))

    def steps(client):
        stream = yield client.things.watch()
        assert stream.response.request.extensions["timeout"] == {
            "connect": 5.0,
            "read": None,
            "write": 5.0,
            "pool": 5.0,
        }
        return (yield caller.listed(stream))

    assert caller.call(client, steps) == [Thing(id="a"), Thing(id="b")]


def test_rule_38_what_is_over_before_it_begins_is_not_sent(serve, caller):
    server = serve(THING)
    client = with_clock(caller, server.url)
    with pytest.raises(APITimeoutError):
        caller.call(client, lambda c: c.things.retrieve("a", deadline=0.0))
    assert server.received == []


def test_rule_38_copies_keep_the_deadline(serve, caller):
    client = caller.client("http://toy.invalid", deadline=3.0)
    assert client.with_options(timeout=1.0).deadline == 3.0
    assert client.with_options(deadline=None).deadline is None


def test_rule_38_a_connection_error_is_told_where_there_is_no_time_for_another_attempt(serve, caller):
    server = serve(Answer(hangs_up=True))
    client = with_clock(caller, server.url, deadline=0.4)
    with pytest.raises(APIConnectionError) as caught:
        caller.call(client, lambda c: c.things.retrieve("a"))
    assert caught.value.__cause__ is not None
    assert (len(server.received), caller.waits) == (1, [])
