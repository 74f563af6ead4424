"""When a failed request is sent again, and after how long."""

from __future__ import annotations

from dataclasses import replace

import anyio
import pytest
from _core.errors import (
    APIConnectionError,
    APIStatusError,
    ConflictError,
    InternalServerError,
    RateLimitError,
)
from _core.retry import RetryPolicy
from server import Answer, json_answer
from toy import SETTINGS, AsyncToy, Thing, Toy, pieces_of

NOW = 1_700_000_000.0  # Tue, 14 Nov 2023 22:13:20 GMT
POLICY = RetryPolicy(jitter=lambda: 0.0, clock=lambda: NOW)


@pytest.mark.parametrize(
    ("status", "headers", "is_retried"),
    [
        (None, {}, True),
        (200, {}, False),
        (400, {}, False),
        (401, {}, False),
        (404, {}, False),
        (408, {}, True),
        (409, {}, True),
        (413, {}, False),
        (422, {}, False),
        (429, {}, True),
        (499, {}, False),
        (500, {}, True),
        (503, {}, True),
        (400, {"x-should-retry": "true"}, True),
        (429, {"x-should-retry": "false"}, False),
        (429, {"x-should-retry": "False"}, False),
        (429, {"x-should-retry": "perhaps"}, True),
    ],
)
def test_rule_33_which_failures_are_retried(status, headers, is_retried):
    assert (POLICY.delay(0, status, headers) is not None) is is_retried


@pytest.mark.parametrize(
    ("policy", "status", "is_retried"),
    [
        (RetryPolicy(statuses=frozenset({498})), 498, True),
        (RetryPolicy(statuses=frozenset({498})), 429, False),
        (RetryPolicy(server_errors=False), 500, False),
        (RetryPolicy(statuses=frozenset({503}), server_errors=False), 503, True),
    ],
)
def test_rule_29_the_policy_is_the_apis_own(policy, status, is_retried):
    assert (policy.delay(0, status, {}) is not None) is is_retried


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after": "120"}, 120.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:30 GMT"}, 10.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:30 -0000"}, 10.0),
        ({"retry-after-ms": "1000", "retry-after": "9"}, 1.0),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
    ],
)
def test_rule_31_the_server_names_the_wait(headers, seconds):
    assert POLICY.delay(0, 429, headers) == seconds


@pytest.mark.parametrize(
    "headers",
    [
        {"retry-after": ""},
        {"retry-after": "0"},
        {"retry-after": "-5"},
        {"retry-after": "nan"},
        {"retry-after": "inf"},
        {"retry-after": "tomorrow"},
        {"retry-after": "Tue, 99 Nov 2023 22:13:30 GMT"},
        {"retry-after": "Tue, 14 Nov 2023 22:13:10 GMT"},
        {"retry-after-ms": "0"},
    ],
)
def test_a_wait_that_is_none_gives_way_to_the_usual_one(headers):
    assert POLICY.delay(0, 429, headers) == 0.5


@pytest.mark.parametrize(
    "headers",
    [
        {"retry-after": "120.001"},
        {"retry-after-ms": "120001"},
        {"retry-after": "Tue, 14 Nov 2023 23:13:30 GMT"},
        {"retry-after": "121", "x-should-retry": "true"},
    ],
)
def test_rule_32_retry_after_above_cap_is_refused(headers):
    assert POLICY.delay(0, 429, headers) is None


@pytest.mark.parametrize(
    ("retries", "seconds"),
    [(0, 0.5), (1, 1.0), (2, 2.0), (3, 4.0), (4, 8.0), (5, 8.0), (50, 8.0), (5000, 8.0)],
)
def test_rule_30_waits_double_up_to_a_maximum(retries, seconds):
    assert POLICY.delay(retries, 500, {}) == seconds


@pytest.mark.parametrize(("chance", "seconds"), [(0.0, 1.0), (0.5, 0.875), (1.0, 0.75)])
def test_rule_30_jitter_takes_up_to_a_quarter(chance, seconds):
    assert RetryPolicy(initial=1.0, jitter=lambda: chance).delay(0, None, {}) == seconds


def test_usual_jitter_stays_in_its_range():
    waits = {RetryPolicy(initial=1.0).delay(0, None, {}) for _ in range(100)}
    assert len(waits) > 1
    assert all(0.75 <= wait <= 1.0 for wait in waits)


# The same through the clients.

BUSY = json_answer({"error": {"message": "slow down"}}, 429)


def test_retried_until_it_works(serve, caller):
    server = serve(BUSY, Answer(503), json_answer({"id": "a"}))
    assert caller.call(caller.client(server.url), lambda c: c.things.retrieve("a")) == Thing(id="a")
    assert caller.waits == [0.5, 1.0]


def test_rule_37_retries_are_counted_in_a_header(serve, caller):
    server = serve(BUSY, BUSY, json_answer({"id": "a"}))
    caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    assert [request.headers.get("x-retry-count") for request in server.received] == [None, "1", "2"]


@pytest.mark.parametrize(
    ("client_options", "call_options", "attempts"),
    [
        ({}, {}, 3),
        ({"max_retries": 0}, {}, 1),
        ({"max_retries": 4}, {}, 5),
        ({"max_retries": 4}, {"max_retries": 1}, 2),
        ({}, {"max_retries": 0}, 1),
        ({"max_retries": -1}, {}, 1),
    ],
)
def test_rule_27_retries_end_and_can_be_turned_off(serve, caller, client_options, call_options, attempts):
    server = serve(BUSY)
    client = caller.client(server.url, **client_options)
    with pytest.raises(RateLimitError, match="429: slow down"):
        caller.call(client, lambda c: c.things.retrieve("a", **call_options))
    assert len(server.received) == attempts
    assert len(caller.waits) == attempts - 1


def test_the_servers_wait_is_kept(serve, caller):
    server = serve(json_answer({}, 429, retry_after="7"), json_answer({"id": "a"}))
    caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    assert caller.waits == [7.0]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (json_answer({}, 429, retry_after="121"), RateLimitError),
        (json_answer({}, 409, x_should_retry="false"), ConflictError),
        (json_answer({}, 418), APIStatusError),
    ],
)
def test_final_failures(serve, caller, answer, error):
    server = serve(answer)
    with pytest.raises(error):
        caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "broken",
    [
        Answer(hangs_up=True),
        Answer(body=b'{"id": ', breaks_off=True),
        Answer(pieces=(b"{",), breaks_off=True),
    ],
)
def test_broken_connections_are_retried(serve, caller, broken):
    server = serve(broken, json_answer({"id": "a"}))
    assert caller.call(caller.client(server.url), lambda c: c.things.retrieve("a")).id == "a"
    assert caller.waits == [0.5]


def test_rule_24_broken_connections_become_our_error_with_its_cause(serve, caller):
    server = serve(Answer(hangs_up=True))
    with pytest.raises(APIConnectionError, match="the connection failed") as caught:
        caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    assert len(server.received) == 3
    assert caught.value.__cause__ is not None
    assert caught.value.request.method == "GET"


def test_no_server_at_all(serve, caller):
    server = serve()
    server.close()
    with pytest.raises(APIConnectionError):
        caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    assert caller.waits == [0.5, 1.0]


@pytest.mark.parametrize(
    "body", [b"payload", "payload", bytearray(b"payload")], ids=lambda body: type(body).__name__
)
def test_bodies_are_sent_again_whole(serve, caller, body):
    server = serve(BUSY, Answer(body=b"{}"))
    caller.call(caller.client(server.url), lambda c: c.things.put_content(body))
    assert [request.body for request in server.received] == [b"payload", b"payload"]


def test_open_files_are_rewound_to_where_they_were(serve, caller, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"headpayload")
    server = serve(BUSY, Answer(body=b"{}"))
    with path.open("rb") as file:
        file.seek(4)
        caller.call(caller.client(server.url), lambda c: c.things.put_content(file))
    assert [request.body for request in server.received] == [b"payload", b"payload"]


def test_rule_39_non_rewindable_bodies_are_not_retried(serve, caller):
    server = serve(Answer(500))
    with pytest.raises(InternalServerError):
        caller.call(caller.client(server.url), lambda c: c.things.put_content(pieces_of(b"payload")))
    assert [request.body for request in server.received] == [b"payload"]


def test_uploads_are_sent_again_whole(serve, caller):
    server = serve(BUSY, Answer(body=b"{}"))
    caller.call(caller.client(server.url), lambda c: c.things.upload({"file": ("a.txt", b"payload")}))
    first, second = server.received
    assert first.body == second.body
    assert b"payload" in first.body


def test_rule_34_the_idempotency_key_stays_the_same(serve, caller):
    server = serve(BUSY, json_answer({"id": "a"}))
    caller.call(caller.client(server.url), lambda c: c.things.create(body={}, idempotency_key="k-1"))
    assert [request.headers["idempotency-key"] for request in server.received] == ["k-1", "k-1"]


def test_rule_36_a_stream_is_not_replayed_once_it_runs(serve, caller):
    server = serve(
        Answer(content_type="text/event-stream", pieces=(b'data: {"id": "a"}\n\n',), breaks_off=True)
    )

    def steps(client):
        stream = yield client.things.watch()
        if caller.is_async:
            yield stream.__anext__()
            yield stream.__anext__()
        else:
            next(stream)
            next(stream)

    with pytest.raises(APIConnectionError):
        caller.call(caller.client(server.url), steps)
    assert len(server.received) == 1


def test_a_stream_is_retried_before_it_runs(serve, caller):
    events = Answer(content_type="text/event-stream", pieces=(b'data: {"id": "a"}\n\ndata: [DONE]\n\n',))
    server = serve(BUSY, events)

    def steps(client):
        stream = yield client.things.watch()
        yield stream.until_done()

    caller.call(caller.client(server.url), steps)
    assert len(server.received) == 2


def test_the_usual_way_to_wait(serve):
    settings = replace(SETTINGS, retry=RetryPolicy(initial=0.0))
    server = serve(Answer(503), json_answer({"id": "a"}), Answer(503), json_answer({"id": "b"}))
    with Toy(api_key="k", base_url=server.url, settings=settings) as client:
        assert client.things.retrieve("a") == Thing(id="a")

    async def run():
        async with AsyncToy(api_key="k", base_url=server.url, settings=settings) as client:
            return await client.things.retrieve("b")

    assert anyio.run(run) == Thing(id="b")
