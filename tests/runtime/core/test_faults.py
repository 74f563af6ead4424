"""Everything that goes wrong between a client and a server, over real sockets: what the caller sees, and what is left.

Each fault is met on a client with a single connection, which the next call on it needs.
"""

from __future__ import annotations

import gzip
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import anyio
import pytest
from _core.errors import (
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    RateLimitError,
)
from _core.options import Timeout
from server import Answer, event_stream, json_answer, serving
from toy import SETTINGS, AsyncToy, Thing, Toy, library

ONE = library.Limits(max_connections=1)
PATIENT = Timeout(None, pool=10.0)
THING = json_answer({"id": "a"})
HTML = Answer(502, b"<html>Bad gateway</html>", "text/html")
BUSY = json_answer({"error": {"message": "busy"}}, 429)
EVENT = b'data: {"id": "a"}\n\n'

# Status 498 is one that the API retries.
RETRYING = replace(
    SETTINGS, retry=replace(SETTINGS.retry, statuses=SETTINGS.retry.statuses | frozenset({498}))
)


@dataclass(frozen=True)
class Fault:
    """What the server says to one call after another, and what comes of them for the caller.

    `waits` are the seconds before each further attempt.
    """

    answers: tuple[Answer, ...]
    error: type[Exception] | None = None
    waits: tuple[float, ...] = ()


FAULTS = {
    "nothing wrong": Fault((THING,)),
    "no answer": Fault((Answer(hangs_up=True),) * 3, APIConnectionError, (0.5, 1.0)),
    "no answer at first": Fault((Answer(hangs_up=True), THING), None, (0.5,)),
    "reset in the body": Fault(
        (Answer(pieces=(b'{"id"',), resets=True),) * 3, APIConnectionError, (0.5, 1.0)
    ),
    "end in the body": Fault((Answer(body=b'{"id"', breaks_off=True), THING), None, (0.5,)),
    "429": Fault((BUSY, THING), None, (0.5,)),
    "429 and how long to wait": Fault((json_answer({}, 429, retry_after="7"), THING), None, (7.0,)),
    "429 and a day to wait": Fault((json_answer({}, 429, retry_after="86400"),), RateLimitError),
    "429 again and again": Fault((BUSY,) * 3, RateLimitError, (0.5, 1.0)),
    "498": Fault((json_answer({}, 498), json_answer({}, 498), THING), None, (0.5, 1.0)),
    "500": Fault((Answer(500), THING), None, (0.5,)),
    "page of a proxy": Fault((HTML,) * 3, InternalServerError, (0.5, 1.0)),
    "page in place of an answer": Fault((replace(HTML, status=200),), APIResponseValidationError),
    "other content type": Fault((replace(THING, content_type="text/plain"),)),
    "no content type": Fault((replace(THING, content_type=""),)),
    "truncated JSON": Fault((Answer(body=b'{"id": "a'),), APIResponseValidationError),
    "empty body": Fault((Answer(),), APIResponseValidationError),
    "204": Fault((Answer(204),), APIResponseValidationError),
    "gzip": Fault((Answer(body=gzip.compress(b'{"id": "a"}'), headers={"content-encoding": "gzip"}),)),
    "broken gzip": Fault(
        (Answer(body=b"no gzip", headers={"content-encoding": "gzip"}),), APIConnectionError
    ),
    "redirect to nowhere": Fault(
        (Answer(302, headers={"location": "http://["}),) * 3, APIConnectionError, (0.5, 1.0)
    ),
    "redirect without an address": Fault((Answer(302),), APIStatusError),
    "304": Fault((Answer(304),), APIStatusError),
}


@pytest.mark.parametrize("name", FAULTS)
def test_rule_33_every_fault_has_its_outcome_and_leaves_the_connection_free(serve, caller, name):
    fault = FAULTS[name]
    server = serve(*fault.answers, json_answer({"id": "next"}))

    def steps(client):
        if fault.error is None:
            assert (yield client.things.retrieve("a")) == Thing(id="a")
        else:
            with pytest.raises(fault.error):
                yield client.things.retrieve("a")
        assert (yield client.things.retrieve("b")) == Thing(id="next")
        yield caller.closed(http_client)

    http_client = caller.http_client(limits=ONE, follow_redirects=True)
    options = {"http_client": http_client, "timeout": PATIENT, "settings": RETRYING}
    caller.call(caller.client(server.url, **options), steps)
    assert tuple(caller.waits) == fault.waits
    assert [request.path for request in server.received] == ["/things/a"] * (1 + len(fault.waits)) + [
        "/things/b"
    ]
    assert server.is_left()


def test_rule_36_a_stream_that_is_reset_leaves_the_connection_free(serve, caller):
    server = serve(event_stream(EVENT, resets=True), json_answer({"id": "next"}))

    def steps(client):
        stream = yield client.things.watch()
        with pytest.raises(APIConnectionError):
            yield caller.listed(stream)
        assert (yield client.things.retrieve("b")) == Thing(id="next")
        yield caller.closed(http_client)

    http_client = caller.http_client(limits=ONE)
    caller.call(caller.client(server.url, http_client=http_client, timeout=PATIENT), steps)
    assert server.is_left()


def test_rule_38_an_answer_that_drips_ends_with_the_deadline_and_leaves_the_connection_free(serve, caller):
    goes_on = threading.Event()
    server = serve()

    def drip():
        yield b'{"id": "a"'
        for _ in range(500):
            if goes_on.wait(0.02):
                break
            yield b" "
        yield b"}"

    server.answer = lambda request: THING if request.path == "/things/b" else Answer(pieces=drip())
    http_client = caller.http_client(limits=ONE)

    def steps(client):
        # No two pieces are further apart than the timeout, and yet the whole takes too long.
        with pytest.raises(APITimeoutError):
            yield client.things.retrieve("a", deadline=0.3, timeout=Timeout(5.0))
        assert (yield client.things.retrieve("b")) == Thing(id="a")
        yield caller.closed(http_client)

    try:
        caller.call(caller.client(server.url, http_client=http_client, timeout=PATIENT), steps)
    finally:
        goes_on.set()
    assert server.is_left()


def test_a_redirect_to_another_host_is_followed_without_the_key(serve, caller):
    other = serve(THING)
    there = other.url.replace("127.0.0.1", "localhost")
    server = serve(Answer(307, headers={"location": f"{there}/things/b"}))
    assert caller.call(caller.client(server.url), lambda c: c.things.retrieve("a")) == Thing(id="a")
    (request,) = other.received
    assert request.headers["host"].startswith("localhost:")
    assert "authorization" not in request.headers


def test_rule_48_a_download_of_a_gibibyte_needs_little_memory(serve, caller):
    size, step = 1 << 30, 1 << 20
    piece = b"x" * step
    server = serve(
        Answer(content_type="application/octet-stream", pieces=(piece for _ in range(size // step)))
    )

    def steps(client):
        answer = yield client.things.download()
        return (yield caller.counted(answer.iter_bytes(step)))

    tracemalloc.start()
    try:
        assert caller.call(caller.client(server.url), steps) == size
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 16 * step


# Many at once, on fewer connections than there are callers.

FEW = 10


def test_rule_52_fifty_threads_share_ten_connections_and_leave_none_open():
    with serving(lambda request: json_answer({"id": request.path})) as server:
        http_client = library.Client(limits=library.Limits(max_connections=FEW))
        client = Toy(api_key="k", base_url=server.url, http_client=http_client, timeout=PATIENT)
        with http_client, ThreadPoolExecutor(50) as pool:
            found = list(pool.map(lambda number: client.things.retrieve(str(number)).id, range(500)))
        assert found == [f"/things/{number}" for number in range(500)]
        assert server.opened <= FEW
        assert server.is_left()


@pytest.mark.parametrize("cancelled", [False, True])
def test_rule_52_a_thousand_tasks_share_ten_connections_and_leave_none_open(cancelled):
    found: list[str] = []

    async def call(client: AsyncToy, number: int) -> None:
        found.append((await client.things.retrieve(str(number))).id)

    async def run(url: str) -> None:
        http_client = library.AsyncClient(limits=library.Limits(max_connections=FEW))
        timeout = Timeout(None, pool=60.0)
        async with http_client:
            client = AsyncToy(api_key="k", base_url=url, http_client=http_client, timeout=timeout)
            async with anyio.create_task_group() as group:
                for number in range(1000):
                    group.start_soon(call, client, number)
                while cancelled and len(found) < 100:
                    await anyio.lowlevel.checkpoint()
                if cancelled:
                    group.cancel_scope.cancel()
            async with anyio.create_task_group() as group:
                for number in range(FEW):
                    group.start_soon(call, client, number)

    with serving(lambda request: json_answer({"id": request.path})) as server:
        anyio.run(run, server.url)
        assert server.is_left()
        if not cancelled:
            assert server.opened <= FEW
            assert sorted(found[:1000]) == sorted(f"/things/{number}" for number in range(1000))
    assert sorted(found[-FEW:]) == [f"/things/{number}" for number in range(FEW)]
