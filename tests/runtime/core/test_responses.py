"""What calls return: results of every kind, whole responses, and downloads."""

from __future__ import annotations

import gc
import gzip
import threading
import tracemalloc
from datetime import timedelta
from pathlib import Path

import anyio
import pytest
from _core.errors import APIConnectionError, APIResponseValidationError, NotFoundError
from _core.response import APIResponse, AsyncAPIResponse, AsyncBinaryResponse, BinaryResponse
from server import Answer, json_answer
from toy import AsyncToy, Thing, Toy, library

EMPTY = Answer(204)
NOTHING = Answer(200)
BINARY = Answer(200, bytes(range(256)) * 10, "application/octet-stream", {"x-request-id": "r-1"})
LINES = Answer(200, "één\ntwee\r\ndrie".encode(), "text/plain; charset=utf-8")


# Results.


@pytest.mark.parametrize(
    ("method", "answer", "value"),
    [
        ("maybe", json_answer({"id": "a"}), Thing(id="a")),
        ("maybe", json_answer(None), None),
        ("maybe", EMPTY, None),
        ("maybe", NOTHING, None),
        ("everything", json_answer([{"id": "a"}, {"id": "b"}]), [Thing(id="a"), Thing(id="b")]),
        ("everything", json_answer({"not": "a list"}), {"not": "a list"}),
        ("wrapped", json_answer({"data": [{"id": "a"}], "total": 1}), [Thing(id="a")]),
        ("wrapped", json_answer({"data": []}), []),
        ("wrapped", json_answer([1]), [1]),
        ("wrapped", json_answer({}), None),
        ("anything", json_answer([1, "é"]), [1, "é"]),
        ("anything", Answer(body="\ufeff[1]".encode("utf-8")), [1]),
        (
            "anything",
            Answer(body='["é"]'.encode("utf-16"), content_type="application/json; charset=utf-16"),
            ["é"],
        ),
        ("anything", Answer(body=b"{}", content_type="text/plain"), {}),
        ("anything", EMPTY, None),
        ("anything", NOTHING, None),
        ("text", LINES, "één\ntwee\r\ndrie"),
        ("text", EMPTY, ""),
        ("text", Answer(body="é".encode("latin-1"), content_type="text/plain; charset=latin-1"), "é"),
        ("data", BINARY, BINARY.body),
        ("data", EMPTY, b""),
        ("data", json_answer("aGk="), b'"aGk="'),
        ("head", Answer(body=b"never sent"), None),
    ],
)
def test_results_of_every_kind(serve, caller, method, answer, value):
    server = serve(answer)
    found = caller.call(caller.client(server.url), lambda c: getattr(c.things, method)())
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("answer", [EMPTY, NOTHING, json_answer({"id": "a"}), Answer(body=b"whatever it is")])
def test_a_call_without_a_result_takes_any_answer(serve, caller, answer):
    assert caller.call(caller.client(serve(answer).url), lambda c: c.things.remove("a")) is None


@pytest.mark.parametrize(
    ("answer", "message", "body"),
    [
        (EMPTY, "JSON was expected, but the server sent 0 bytes of application/json", ""),
        (
            Answer(body=b'{"id": "a'),
            "JSON was expected, but the server sent 9 bytes of application/json",
            '{"id": "a',
        ),
        (
            Answer(body=b"<html>Sign in</html>", content_type="text/html"),
            "JSON was expected, but the server sent 20 bytes of text/html",
            "<html>Sign in</html>",
        ),
        (json_answer([1]), "an object was expected, but the server sent list", [1]),
        (json_answer(None), "an object was expected, but the server sent NoneType", None),
        (json_answer("text"), "an object was expected, but the server sent str", "text"),
    ],
)
def test_rule_21_what_is_no_model_is_an_error_with_what_came(serve, caller, answer, message, body):
    server = serve(answer)
    with pytest.raises(APIResponseValidationError) as caught:
        caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    assert str(caught.value) == message
    assert caught.value.body == body
    assert caught.value.status_code == answer.status
    assert caught.value.request.method == "GET"
    assert len(server.received) == 1


def test_compressed_answers(serve, caller):
    packed = Answer(body=gzip.compress(b'{"id": "a"}'), headers={"content-encoding": "gzip"})
    server = serve(packed)
    assert caller.call(caller.client(server.url), lambda c: c.things.retrieve("a")) == Thing(id="a")
    assert "gzip" in server.received[0].headers["accept-encoding"]


@pytest.mark.parametrize(
    "answer", [Answer(body=b'{"id": "a"', breaks_off=True), Answer(pieces=(b"{",), resets=True)]
)
def test_a_body_that_breaks_off_is_a_broken_connection(serve, caller, answer):
    server = serve(answer)
    with pytest.raises(APIConnectionError):
        caller.call(caller.client(server.url, max_retries=1), lambda c: c.things.retrieve("a"))
    assert len(server.received) == 2


# Whole responses.


def test_rule_19_a_whole_response(serve, caller):
    server = serve(Answer(429), json_answer({"id": "a"}, 201, x_request_id="r-1"))

    def steps(client):
        return (yield client.things.with_raw_response.retrieve("a"))

    answer = caller.call(caller.client(server.url), steps)
    assert isinstance(answer, AsyncAPIResponse if caller.is_async else APIResponse)
    assert (answer.status_code, answer.request_id, answer.retries_taken) == (201, "r-1", 1)
    assert answer.headers["X-Request-ID"] == "r-1"
    assert (answer.method, answer.url) == ("GET", f"{server.url}/things/a")
    assert answer.http_request.headers["x-retry-count"] == "1"
    assert answer.content == b'{"id": "a"}'
    assert answer.is_closed
    assert answer.elapsed > timedelta()
    assert answer.http_version == "HTTP/1.1"
    assert repr(answer) == f"<{type(answer).__name__} [201] application/json>"


def test_a_whole_response_is_parsed_once_a_type(serve, caller):
    server = serve(json_answer({"id": "a"}))

    def steps(client):
        answer = yield client.things.with_raw_response.retrieve("a")
        first, second = (yield answer.parse()), (yield answer.parse())
        plain = yield answer.parse(to=dict)
        listed = yield answer.parse(to=list[Thing])
        return first, second, plain, listed, (yield answer.json()), (yield answer.text())

    first, second, plain, listed, data, text = caller.call(caller.client(server.url), steps)
    assert first is second
    assert first == Thing(id="a")
    assert plain == listed == data == {"id": "a"}
    assert text == '{"id": "a"}'


def test_a_whole_response_is_parsed_without_its_envelope_unless_a_type_is_given(serve, caller):
    server = serve(json_answer({"data": [{"id": "a"}]}))

    def steps(client):
        answer = yield client.things.with_raw_response.wrapped()
        return (yield answer.parse()), (yield answer.parse(to=dict))

    listed, whole = caller.call(caller.client(server.url), steps)
    assert listed == [Thing(id="a")]
    assert whole == {"data": [{"id": "a"}]}


def test_a_whole_response_of_a_download_or_a_failure(serve, caller):
    server = serve(BINARY, json_answer({"error": {"message": "no"}}, 404))

    def steps(client):
        answer = yield client.things.with_raw_response.anything()
        with pytest.raises(NotFoundError, match="404: no"):
            yield client.things.with_raw_response.anything()
        return (yield answer.read())

    assert caller.call(caller.client(server.url), steps) == BINARY.body


def test_rule_19_a_response_whose_body_is_not_read_yet(serve, caller):
    server = serve(json_answer({"id": "a"}))
    seen = []

    def entered(client):
        return client.things.with_streaming_response.retrieve("a")

    def sync_steps(client):
        with entered(client) as answer:
            seen.extend([answer.status_code, answer.is_closed, answer.parse()])
        seen.append(answer.is_closed)

    async def async_steps(client):
        async with entered(client) as answer:
            seen.extend([answer.status_code, answer.is_closed, await answer.parse()])
        seen.append(answer.is_closed)

    caller.call(caller.client(server.url), async_steps if caller.is_async else sync_steps)
    assert seen == [200, False, Thing(id="a"), True]


def test_a_response_that_is_left_unread_gives_its_connection_back(serve, caller):
    server = serve(Answer(pieces=(b"x",) * 100))

    def sync_steps(client):
        with client.things.with_streaming_response.text() as answer:
            pass
        return answer.is_closed

    async def async_steps(client):
        async with client.things.with_streaming_response.text() as answer:
            pass
        return answer.is_closed

    assert caller.call(caller.client(server.url), async_steps if caller.is_async else sync_steps) is True


def test_a_response_can_be_a_context_itself(serve, caller):
    server = serve(BINARY)

    def sync_steps(client):
        with client.things.download() as answer:
            return answer.read(), answer

    async def async_steps(client):
        async with await client.things.download() as answer:
            return await answer.read(), answer

    body, answer = caller.call(caller.client(server.url), async_steps if caller.is_async else sync_steps)
    assert body == BINARY.body
    assert answer.is_closed


# Downloads.


def test_a_download_is_read_when_it_is_wanted(serve, caller):
    server = serve(BINARY)

    def steps(client):
        answer = yield client.things.download()
        assert isinstance(answer, AsyncBinaryResponse if caller.is_async else BinaryResponse)
        assert (answer.is_closed, answer.status_code, answer.request_id) == (False, 200, "r-1")
        body = yield answer.read()
        assert answer.is_closed
        return body, (yield answer.read()), answer.content

    assert caller.call(caller.client(server.url), steps) == (BINARY.body,) * 3


@pytest.mark.parametrize(
    ("method", "size", "pieces"),
    [
        ("iter_bytes", (8,), [b"\xc3\xa9\xc3\xa9n\ntw", b"ee\r\ndrie"]),
        ("iter_bytes", (), ["één\ntwee\r\ndrie".encode()]),
        ("iter_text", (10,), ["één\ntwee\r\n", "drie"]),
        ("iter_lines", (), ["één", "twee", "drie"]),
    ],
)
def test_a_download_in_pieces(serve, caller, method, size, pieces):
    server = serve(LINES)

    def steps(client):
        answer = yield client.things.download()
        found = yield caller.listed(getattr(answer, method)(*size))
        return found, answer.is_closed

    assert caller.call(caller.client(server.url), steps) == (pieces, True)


@pytest.mark.parametrize("method", ["write_to_file", "stream_to_file"])
@pytest.mark.parametrize("kind", [str, Path])
def test_rule_48_downloads_go_to_disk(serve, caller, tmp_path, method, kind):
    path = tmp_path / "file"
    server = serve(BINARY)

    def steps(client):
        answer = yield client.things.download()
        yield getattr(answer, method)(kind(path))
        return answer.is_closed

    assert caller.call(caller.client(server.url), steps) is True
    assert path.read_bytes() == BINARY.body


def test_rule_48_downloads_of_any_size_need_little_memory(serve, caller, tmp_path):
    path = tmp_path / "large.bin"
    size, step = 32 * 1024 * 1024, 64 * 1024
    server = serve(
        Answer(content_type="application/octet-stream", pieces=(b"x" * step for _ in range(size // step)))
    )

    def steps(client):
        answer = yield client.things.download()
        yield answer.stream_to_file(path, chunk_size=step)

    tracemalloc.start()
    try:
        caller.call(caller.client(server.url), steps)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert path.stat().st_size == size
    assert peak < size / 4


@pytest.mark.parametrize("how", ["read", "iter_bytes", "write_to_file"])
@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"x" * 1000, breaks_off=True),
        Answer(pieces=(b"x" * 1000,), breaks_off=True),
        Answer(pieces=(b"x" * 1000,), resets=True),
    ],
)
def test_a_download_that_breaks_off_is_an_error(serve, caller, tmp_path, answer, how):
    server = serve(answer)

    def steps(client):
        download = yield client.things.download()
        with pytest.raises(APIConnectionError) as caught:
            if how == "read":
                yield download.read()
            elif how == "iter_bytes":
                yield caller.listed(download.iter_bytes())
            else:
                yield download.write_to_file(tmp_path / "file")
        assert caught.value.__cause__ is not None
        assert download.is_closed

    caller.call(caller.client(server.url), steps)
    assert len(server.received) == 1
    assert caller.waits == []


def test_a_download_that_fails_at_once_is_the_usual_error(serve, caller):
    server = serve(json_answer({"error": {"message": "no such file"}}, 404))
    with pytest.raises(NotFoundError, match="404: no such file"):
        caller.call(caller.client(server.url), lambda c: c.things.download())


def test_a_download_that_is_left_early_gives_its_connection_back(serve, caller):
    server = serve(Answer(pieces=(b"x",) * 1000))

    def sync_steps(client):
        answer = client.things.download()
        for _ in answer.iter_bytes(1):
            break
        return answer

    async def async_steps(client):
        answer = await client.things.download()
        async for _ in answer.iter_bytes(1):
            break
        await answer.close()
        return answer

    answer = caller.call(caller.client(server.url), async_steps if caller.is_async else sync_steps)
    assert answer.is_closed


def test_a_download_that_nobody_holds_gives_its_connection_back(serve):
    server = serve(Answer(pieces=(b"x",) * 1000))
    responses = []
    with library.Client(event_hooks={"response": [responses.append]}) as http_client:
        client = Toy(api_key="k", base_url=server.url, http_client=http_client)
        client.things.download()
        gc.collect()
        assert [response.is_closed for response in responses] == [True]


# Cancellation.


def test_rule_35_a_cancelled_call_is_not_retried(serve):
    has_come, goes_on = threading.Event(), threading.Event()

    def pieces():
        has_come.set()
        goes_on.wait(10)
        yield b"{}"

    server = serve(Answer(pieces=pieces()), json_answer({"id": "a"}))
    waits = []

    async def run():
        async with AsyncToy(api_key="k", base_url=server.url) as client:
            client.sleep = waits.append
            async with anyio.create_task_group() as group:
                group.start_soon(client.things.anything)
                await anyio.to_thread.run_sync(has_come.wait)
                group.cancel_scope.cancel()
            return await client.things.retrieve("a")

    try:
        assert anyio.run(run) == Thing(id="a")
    finally:
        goes_on.set()
    assert len(server.received) == 2
    assert waits == []


def test_rule_35_a_call_that_is_cancelled_while_it_waits_is_not_retried(serve):
    server = serve(Answer(429))

    async def run():
        async with AsyncToy(api_key="k", base_url=server.url) as client:
            with anyio.CancelScope() as scope:

                async def wait(seconds):
                    scope.cancel()
                    await anyio.sleep_forever()

                client.sleep = wait
                await client.things.anything()
            return scope.cancelled_caught

    assert anyio.run(run) is True
    assert len(server.received) == 1
