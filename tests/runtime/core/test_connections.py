"""Connections that break, hang or are left: what the caller sees, and that each is given back."""

from __future__ import annotations

import contextlib
import gc
import gzip
import socket
import socketserver
import struct
import threading
from typing import Any, TypedDict

import anyio
import pytest
from _core.errors import (
    APIConnectionError,
    APIResponseValidationError,
    APITimeoutError,
    NotFoundError,
    SDKError,
)
from _core.options import Timeout
from _core.streaming import StreamError
from server import Answer, event_stream, json_answer
from toy import AsyncToy, Thing, Toy, library

# One connection: where a call keeps it, the next one waits in vain.
ONE = library.Limits(max_connections=1)
PATIENT = Timeout(None, pool=10.0)
HASTY = Timeout(None, read=0.1)

THING = json_answer({"id": "a"})
EVENTS = (b'data: {"id": "a"}\n\n', b'data: {"id": "b"}\n\n', b"data: [DONE]\n\n")


def one_connection(caller: Any, url: str, **options: Any) -> Any:
    """A client that has one connection, and waits for it long enough."""
    http_client = caller.http_client(limits=ONE, follow_redirects=True)
    return caller.client(url, **{"http_client": http_client, "timeout": PATIENT, **options})


# Servers that break off wherever they are.


class Abrupt(socketserver.ThreadingTCPServer):
    """A server that says these bytes to each request, and then hangs, closes the connection or resets it."""

    def __init__(self, said: bytes, then: str) -> None:
        self.requests = 0
        self.is_over = threading.Event()
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer.requests += self.rfile.readline().startswith(b"GET ")
                while self.rfile.readline().strip():
                    pass
                with contextlib.suppress(ConnectionError):
                    self.wfile.write(said)
                if then == "hang":
                    outer.is_over.wait(30)
                elif then == "reset":
                    # Without lingering, closing a socket resets the connection.
                    no_lingering = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_lingering)

            def finish(self) -> None:
                with contextlib.suppress(OSError):
                    super().finish()

        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def shutdown_request(self, request: Any) -> None:
        if isinstance(request, socket.socket):
            request.close()  # at once: the end must not be announced where it is to be a reset

    def __enter__(self) -> Abrupt:
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.001})
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.is_over.set()
        self.shutdown()
        self.thread.join()
        self.server_close()  # waits for the handlers


HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
STREAM = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"

STAGES = {
    "before the answer": b"",
    "in the status line": b"HTTP/1.1 2",
    "in the headers": HEAD + b"content-le",
    "before the body": HEAD + b"content-length: 11\r\n\r\n",
    "in the body": HEAD + b'content-length: 11\r\n\r\n{"id":',
    "in a chunk": HEAD + b'transfer-encoding: chunked\r\n\r\nb\r\n{"id":',
    "between chunks": HEAD + b'transfer-encoding: chunked\r\n\r\n6\r\n{"id":\r\n',
}


@pytest.mark.parametrize("then", ["hang", "close", "reset"])
@pytest.mark.parametrize("stage", STAGES)
def test_rule_33_an_answer_that_does_not_end_is_a_broken_connection(caller, stage, then):
    timeout = HASTY if then == "hang" else PATIENT
    with Abrupt(STAGES[stage], then) as server:
        client = one_connection(caller, server.url, timeout=timeout, max_retries=1)
        with pytest.raises(APIConnectionError) as caught:
            caller.call(client, lambda c: c.things.retrieve("a"))
    assert type(caught.value) is (APITimeoutError if then == "hang" else APIConnectionError)
    assert isinstance(caught.value.__cause__, library.RequestError)
    assert caught.value.request.method == "GET"
    assert server.requests == 2
    assert caller.waits == [0.5]


@pytest.mark.parametrize("said", [b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 200 OK\r\nno header\r\n\r\n"])
def test_what_is_no_http_is_a_broken_connection(caller, said):
    with Abrupt(said, "close") as server:
        client = one_connection(caller, server.url, max_retries=0)
        with pytest.raises(APIConnectionError):
            caller.call(client, lambda c: c.things.retrieve("a"))
    assert server.requests == 1


@pytest.mark.parametrize("then", ["hang", "close", "reset"])
def test_rule_36_a_stream_that_does_not_end_is_a_broken_connection(caller, then):
    said = STREAM + b"%x\r\n%s\r\n" % (len(EVENTS[0]), EVENTS[0])
    seen = []

    def steps(client):
        stream = yield client.things.watch()
        try:
            while True:
                seen.append((yield caller.next(stream)))
        finally:
            assert stream.response.is_closed

    with Abrupt(said, then) as server:
        timeout = Timeout(None, read=0.5) if then == "hang" else PATIENT
        client = one_connection(caller, server.url, timeout=timeout, max_retries=0)
        with pytest.raises(APIConnectionError) as caught:
            caller.call(client, steps)
    assert type(caught.value) is (APITimeoutError if then == "hang" else APIConnectionError)
    assert server.requests == 1
    # A reset may overtake what was sent before it, and a slow machine the timeout.
    assert seen in ([Thing(id="a")], [] if then != "close" else [Thing(id="a")])


# Whatever becomes of a call, the next one finds the connection free.


def failing(error):
    """The call fails with this error."""

    def steps(caller, client):
        with pytest.raises(error):
            yield client.things.retrieve("a")

    return steps


def closed_before_the_first_item(caller, client):
    stream = yield client.things.watch()
    yield stream.close()
    assert (yield caller.listed(stream)) == []


def closed_after_the_first_item(caller, client):
    stream = yield client.things.watch()
    assert (yield caller.next(stream)) == Thing(id="a")
    yield stream.close()


def broken_by_its_server(caller, client):
    stream = yield client.things.watch()
    with pytest.raises(StreamError):
        yield caller.listed(stream)


def read_in_part(caller, client):
    answer = yield client.things.download()
    pieces = answer.iter_bytes(1)
    yield caller.next(pieces)
    yield answer.close()


def not_read(caller, client):
    answer = yield client.things.download()
    yield answer.close()


def entered_and_left(caller, client):
    opened = client.things.with_streaming_response.text()
    if caller.is_async:
        yield opened.__aenter__()
        yield opened.__aexit__(None, None, None)
    else:
        with opened:
            pass


def retried(caller, client):
    assert (yield client.things.retrieve("a")) == Thing(id="a")


PACKED = gzip.compress(b'{"id": "a"}' * 1000)
NO_GZIP = Answer(body=PACKED[:30] + b"x" * 9000, headers={"content-encoding": "gzip"})


@pytest.mark.parametrize(
    ("answers", "way"),
    [
        ([Answer(404, b"x" * 9000)], failing(NotFoundError)),
        ([Answer(body=b"<html>", content_type="text/html")], failing(APIResponseValidationError)),
        ([Answer(body=b'{"id": "a')], failing(APIResponseValidationError)),
        ([NO_GZIP], failing(APIConnectionError)),
        ([Answer(429, b"x" * 9000), Answer(503, b"y" * 9000), THING], retried),
        ([Answer(307, b"x" * 9000, headers={"location": "/there"}), THING], retried),
        ([event_stream(*EVENTS)], closed_before_the_first_item),
        ([event_stream(*EVENTS)], closed_after_the_first_item),
        ([event_stream(EVENTS[0], b"data: {\n\n")], broken_by_its_server),
        ([Answer(pieces=(b"x" * 100,) * 100)], read_in_part),
        ([Answer(pieces=(b"x" * 100,) * 100)], not_read),
        ([Answer(pieces=(b"x" * 100,) * 100)], entered_and_left),
    ],
)
def test_rule_42_every_call_gives_its_connection_back(serve, caller, answers, way):
    server = serve(*answers, json_answer({"id": "next"}))

    def steps(client):
        yield from way(caller, client)
        return (yield client.things.retrieve("b"))

    assert caller.call(one_connection(caller, server.url), steps) == Thing(id="next")


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.things.watch(),
        lambda c: next(c.things.watch()),
        lambda c: c.things.with_raw_response.watch(),
        lambda c: c.things.download(),
        lambda c: next(c.things.download().iter_bytes(1)),
    ],
)
def test_rule_42_what_nobody_holds_gives_its_connection_back(serve, call):
    server = serve(event_stream(*EVENTS), json_answer({"id": "next"}))
    with library.Client(limits=ONE) as http_client:
        client = Toy(api_key="k", base_url=server.url, http_client=http_client, timeout=PATIENT)
        call(client)
        gc.collect()
        assert client.things.retrieve("b") == Thing(id="next")


def test_a_stream_outlives_the_response_it_is_made_of(serve):
    server = serve(event_stream(*EVENTS))
    client = Toy(api_key="k", base_url=server.url)
    stream = client.things.with_raw_response.watch().parse()
    gc.collect()
    assert list(stream) == [Thing(id="a"), Thing(id="b")]
    client.close()


# Cancelled calls.


def kept_waiting(goes_on: threading.Event, *pieces: bytes) -> Answer:
    """An answer that does not go on after these pieces."""

    def said():
        yield from pieces
        goes_on.wait(30)

    return Answer(content_type="text/event-stream", pieces=said())


@pytest.mark.parametrize("stage", ["before the answer", "in the body", "in a stream", "in a download"])
def test_rule_35_a_cancelled_call_gives_its_connection_back(serve, stage):
    has_come, goes_on = threading.Event(), threading.Event()
    server = serve()

    def answer(request):
        if request.path == "/things/next":
            return json_answer({"id": "next"})
        has_come.set()
        if stage == "before the answer":
            goes_on.wait(30)
        return kept_waiting(goes_on, EVENTS[0])

    server.answer = answer

    async def call(client):
        if stage == "in a stream":
            stream = await client.things.watch()
            await stream.__anext__()
            await stream.__anext__()
        elif stage == "in a download":
            await (await client.things.download()).read()
        else:
            await client.things.retrieve("a")

    async def run():
        http_client = library.AsyncClient(limits=ONE)
        options = {"http_client": http_client, "timeout": PATIENT}
        async with http_client, AsyncToy(api_key="k", base_url=server.url, **options) as client:
            async with anyio.create_task_group() as group:
                group.start_soon(call, client)
                await anyio.to_thread.run_sync(has_come.wait)
                group.cancel_scope.cancel()
            return await client.things.retrieve("next")

    try:
        assert anyio.run(run) == Thing(id="next")
    finally:
        goes_on.set()
    assert len(server.received) == 2


def test_rule_35_hundreds_of_cancelled_calls_leave_nothing_behind(serve):
    count, goes_on = 300, threading.Event()
    server = serve()
    has_come = threading.Semaphore(0)

    def answer(request):
        if request.path == "/things/next":
            return json_answer({"id": "next"})
        has_come.release()
        return kept_waiting(goes_on, b"{")

    server.answer = answer
    connections = 10

    async def run():
        http_client = library.AsyncClient(limits=library.Limits(max_connections=connections))
        options = {"http_client": http_client, "timeout": PATIENT, "max_retries": 0}
        async with http_client, AsyncToy(api_key="k", base_url=server.url, **options) as client:
            async with anyio.create_task_group() as group:
                for number in range(count):
                    group.start_soon(client.things.retrieve, str(number))
                for _ in range(connections):
                    await anyio.to_thread.run_sync(has_come.acquire)
                group.cancel_scope.cancel()
            found = []
            async with anyio.create_task_group() as group:

                async def call():
                    found.append(await client.things.retrieve("next"))

                for _ in range(connections):
                    group.start_soon(call)
            return found

    try:
        assert anyio.run(run) == [Thing(id="next")] * connections
    finally:
        goes_on.set()
    assert len(server.received) == 2 * connections


# What is gone, or is not there yet.


@pytest.mark.parametrize("how", ["closed", "consumed"])
@pytest.mark.parametrize("method", ["read", "iter_bytes"])
def test_rule_22_a_body_that_is_gone_is_our_error(serve, caller, how, method):
    server = serve(Answer(body=b"payload"))

    def steps(client):
        answer = yield client.things.download()
        if how == "closed":
            yield answer.close()
        else:
            yield caller.listed(answer.iter_bytes())
        with pytest.raises(SDKError, match="the body cannot be read") as caught:
            yield answer.read() if method == "read" else caller.listed(answer.iter_bytes())
        return caught.value

    error = caller.call(caller.client(server.url), steps)
    assert type(error) is SDKError
    assert isinstance(error.__cause__, library.StreamError)


def test_rule_22_a_body_that_is_not_read_yet_is_our_error(serve):
    server = serve(Answer(body=b"payload"))

    async def run():
        async with (
            AsyncToy(api_key="k", base_url=server.url) as client,
            await client.things.download() as answer,
        ):
            with pytest.raises(SDKError, match="not there yet"):
                _ = answer.content
            await answer.read()
            return answer.content

    assert anyio.run(run) == b"payload"


# Where redirects may carry what is secret.


@pytest.mark.parametrize(
    ("start", "target", "is_sent"),
    [
        ("http://toy.invalid", "https://toy.invalid/there", True),
        ("http://toy.invalid", "/there", True),
        ("https://toy.invalid", "http://toy.invalid/there", False),
        ("http://toy.invalid", "https://toy.invalid:8443/there", False),
        ("http://toy.invalid:8080", "https://toy.invalid/there", False),
        ("http://toy.invalid", "http://toy.invalid:8080/there", False),
        ("http://toy.invalid", "http://www.toy.invalid/there", False),
        ("http://toy.invalid", "//evil.invalid/there", False),
    ],
)
def test_the_key_goes_with_a_redirect_to_the_same_origin_alone(caller, start, target, is_sent):
    sent = []

    def handler(request):
        sent.append("authorization" in request.headers)
        if request.url.path == "/there":
            return library.Response(200, json={"id": "a"})
        return library.Response(307, headers={"location": target})

    transport = library.MockTransport(handler)
    http_client = caller.http_client(transport=transport, follow_redirects=True)
    caller.call(caller.client(start, http_client=http_client), lambda c: c.things.retrieve("a"))
    assert sent == [True, is_sent]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:99999", "http://a..invalid", f"http://{'a' * 64}.invalid", "http://a b.invalid"]
)
def test_rule_18_an_address_that_no_host_can_have_is_final(caller, url):
    with pytest.raises(APIConnectionError):
        caller.call(caller.client(url), lambda c: c.things.retrieve("a"))
    assert caller.waits == []


class Plain(TypedDict):
    """A type that nothing is an instance of."""

    id: str


def test_calls_by_hand_can_answer_with_a_typed_dict(serve, caller):
    server = serve(THING)
    found = caller.call(caller.client(server.url), lambda c: c.get("/new", cast_to=Plain))
    assert found == {"id": "a"}


def test_rule_52_threads_that_make_and_close_a_client_leave_none_open(serve, monkeypatch):
    server = serve(THING)
    count, made = 16, []

    class Noted(library.Client):
        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            made.append(self)

    monkeypatch.setattr(library, "Client", Noted)
    # A thread whose connection another one closes may notice it only when its time is over.
    client = Toy(api_key="k", base_url=server.url, timeout=1.0)
    barrier = threading.Barrier(count)

    def run() -> None:
        barrier.wait()
        # Another thread may have closed the client already, or does so in the middle.
        with contextlib.suppress(SDKError, RuntimeError):
            client.things.retrieve("a")
        client.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.is_closed for one in made] in ([], [True])
    with pytest.raises(SDKError, match="closed"):
        client.things.retrieve("a")
