"""Streams over HTTP: what arrives, how they end, and how they fail."""

from __future__ import annotations

import gc
import json
import threading
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union

import anyio
import pytest
from _core.codec import Discriminator
from _core.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    BadRequestError,
    InternalServerError,
    RateLimitError,
    SDKError,
)
from _core.events import EventRule
from _core.model import BaseModel, Unknown
from _core.streaming import Framing, StreamError
from _core.unset import absent
from server import Answer, event_stream, json_answer
from toy import FRAMING, AsyncToy, CapacityError, Failure, Thing, Toy, library

PLAIN = Framing()
LINES = Framing(kind="jsonl")
TWO = (b'data: {"id": "a"}\n\n', b'data: {"id": "b"}\n\n')
DONE = b"data: [DONE]\n\n"


def sse(*values: object) -> bytes:
    return b"".join(b"data: " + json.dumps(value).encode() + b"\n\n" for value in values)


def items_of(caller: Any, url: str, to: Any = Thing, framing: Framing = FRAMING) -> list[Any]:
    def steps(client):
        stream = yield client.things.follow(to, framing)
        return (yield caller.listed(stream))

    found: list[Any] = caller.call(caller.client(url), steps)
    return found


# What arrives.


@pytest.mark.parametrize(
    "pieces",
    [
        (*TWO, DONE),
        (b"".join((*TWO, DONE)),),
        tuple(bytes([byte]) for byte in b"".join((*TWO, DONE))),
        (*TWO, b": still here\n\n", DONE),
        (b"\xef\xbb\xbf" + TWO[0], TWO[1].replace(b"\n", b"\r\n"), DONE),
        (*TWO, DONE, b'data: {"id": "too late"}\n\n'),
        (*TWO, DONE + b'data: {"id": "too late"}\n\n'),
        (*TWO, b"data: [DONE]\n"),
        (*TWO, b"data: [DONE]"),
    ],
)
def test_items_are_models(serve, caller, pieces):
    server = serve(event_stream(*pieces))
    assert items_of(caller, server.url) == [Thing(id="a"), Thing(id="b")]


def test_a_character_may_be_split(serve, caller):
    event = 'data: {"id": "€"}\n\n'.encode()
    at = event.index("€".encode()) + 1
    server = serve(event_stream(event[:at], event[at:], DONE))
    assert items_of(caller, server.url) == [Thing(id="€")]


def test_text_among_objects_is_text(serve, caller):
    server = serve(event_stream(TWO[0], b"data: [bye]\n\n"))
    found = items_of(caller, server.url, Union[Thing, Literal["[bye]"]], PLAIN)
    assert found == [Thing(id="a"), "[bye]"]


def test_what_has_no_stated_type_may_be_text(serve, caller):
    server = serve(event_stream(b'data: {"a": 1}\n\n', b"data: b\n\n"))
    assert items_of(caller, server.url, object, PLAIN) == [{"a": 1}, "b"]


def test_json_lines(serve, caller):
    server = serve(Answer(content_type="application/jsonl", pieces=(b'{"id": "a"}\n{"id"', b': "b"}')))
    assert items_of(caller, server.url, framing=LINES) == [Thing(id="a"), Thing(id="b")]
    assert server.received[0].headers["accept"] == "application/jsonl"


def test_rule_41_the_sentinel_is_declared_and_not_assumed(serve, caller):
    server = serve(event_stream(b'data: "[DONE]"\n\n', b"data: END\n\n"))
    assert items_of(caller, server.url, object, Framing(sentinel="END")) == ["[DONE]"]


def test_text_needs_no_json(serve, caller):
    server = serve(event_stream(b"data: one\n\n", b'data: {"error": 1}\n\n', DONE))
    assert items_of(caller, server.url, str) == ["one", '{"error": 1}']


def test_an_empty_stream(serve, caller):
    server = serve(event_stream(DONE), event_stream(b": nothing\n\n"))
    assert items_of(caller, server.url) == []
    assert items_of(caller, server.url, framing=PLAIN) == []


def test_reading_to_the_end(serve, caller):
    server = serve(event_stream(*TWO, DONE))

    def steps(client):
        stream = yield client.things.watch()
        yield stream.until_done()
        assert stream.response.is_closed
        return (yield caller.listed(stream))

    assert caller.call(caller.client(server.url), steps) == []


# Named events.


@dataclass(kw_only=True, slots=True)
class Started(BaseModel):
    type: Literal["started"]
    id: str


@dataclass(kw_only=True, slots=True)
class Moved(BaseModel):
    type: Literal["moved"]
    by: int


@dataclass(kw_only=True, slots=True)
class ThingEvent(BaseModel):
    event: Literal["thing"]
    data: Thing


@dataclass(kw_only=True, slots=True)
class NoteEvent(BaseModel):
    event: Literal["note"]
    data: str


TAGGED = Annotated[Union[Started, Moved], Discriminator("type")]


@pytest.mark.parametrize(
    ("to", "body", "items"),
    [
        (TAGGED, b'data: {"type": "moved", "by": 2}\n\n', [Moved(type="moved", by=2)]),
        (TAGGED, b'event: moved\ndata: {"type": "moved", "by": 2}\n\n', [Moved(type="moved", by=2)]),
        (TAGGED, b'event: moved\ndata: {"by": 2}\n\n', [Moved(type="moved", by=2)]),
        (TAGGED, b'event: e\ndata: {"type": "moved", "by": 2}\n\n', [Moved(type="moved", by=2)]),
        (TAGGED, b'event: new\ndata: {"x": 1}\n\n', [Unknown.from_dict({"type": "new", "x": 1})]),
        (Thing, b'event: thing\ndata: {"id": "a"}\n\n', [Thing(id="a")]),
        (
            ThingEvent | NoteEvent,
            b'event: thing\ndata: {"id": "a"}\n\n',
            [ThingEvent(event="thing", data=Thing(id="a"))],
        ),
        (
            ThingEvent | NoteEvent,
            b"event: note\ndata: so it is\n\n",
            [NoteEvent(event="note", data="so it is")],
        ),
        (
            ThingEvent | NoteEvent,
            b'data: {"event": "note", "data": "x"}\n\n',
            [NoteEvent(event="note", data="x")],
        ),
    ],
)
def test_named_events(serve, caller, to, body, items):
    server = serve(event_stream(body))
    assert items_of(caller, server.url, to, PLAIN) == items


# How it ends.


@pytest.mark.parametrize("how", ["end", "close", "with", "failure"])
def test_rule_42_the_connection_is_given_back(serve, caller, how):
    server = serve(event_stream(*TWO, b"data: [DONE]\n\n" if how != "failure" else b"data: {\n\n"))

    def steps(client):
        stream = yield client.things.watch()
        assert not stream.response.is_closed
        assert (yield caller.next(stream)) == Thing(id="a")
        if how == "end":
            yield caller.listed(stream)
        elif how == "close":
            yield stream.close()
        elif how == "with":
            yield left(stream)
        else:
            with pytest.raises(StreamError):
                yield caller.listed(stream)
        assert stream.response.is_closed
        assert (yield caller.listed(stream)) == []

    def left(stream):
        if caller.is_async:
            return left_async(stream)
        with stream as same:
            assert same is stream
        return None

    async def left_async(stream):
        async with stream as same:
            assert same is stream

    caller.call(caller.client(server.url), steps)


def test_rule_42_a_loop_over_a_stream_that_nobody_holds_closes_it(serve):
    server = serve(event_stream(*TWO, DONE))
    limits = library.Limits(max_connections=1)
    responses = []
    hooks = {"response": [responses.append]}
    with library.Client(limits=limits, event_hooks=hooks) as http_client:
        client = Toy(api_key="k", base_url=server.url, http_client=http_client)
        for thing in client.things.watch():
            assert thing.id == "a"
            break
        client.things.watch()  # never read
        gc.collect()
        assert [response.is_closed for response in responses] == [True, True]
        assert list(client.things.watch()) == [Thing(id="a"), Thing(id="b")]


def test_a_loop_that_was_left_can_be_taken_up_again(serve, caller):
    server = serve(event_stream(*TWO, DONE))

    def steps(client):
        stream = yield client.things.watch()
        first = yield caller.next(stream)
        return [first, *(yield caller.listed(stream))]

    assert caller.call(caller.client(server.url), steps) == [Thing(id="a"), Thing(id="b")]


def test_what_had_come_before_a_stream_was_closed_is_not_given_after(serve, caller):
    server = serve(event_stream(b"".join(TWO), DONE))

    def steps(client):
        stream = yield client.things.watch()
        first = yield caller.next(stream)
        yield stream.close()
        return [first, *(yield caller.listed(stream))]

    assert caller.call(caller.client(server.url), steps) == [Thing(id="a")]


def test_rule_35_a_cancelled_stream_gives_its_connection_back(serve):
    goes_on = threading.Event()

    def pieces():
        yield TWO[0]
        goes_on.wait(10)

    server = serve(event_stream(), Answer(content_type="text/event-stream", pieces=pieces()))
    seen = []

    async def run():
        async with AsyncToy(api_key="k", base_url=server.url) as client:
            await client.things.anything()
            stream = await client.things.watch()
            with anyio.CancelScope() as scope:
                async for thing in stream:
                    seen.append(thing)
                    scope.cancel()
            return stream.response.is_closed, scope.cancelled_caught

    try:
        assert anyio.run(run) == (True, True)
    finally:
        goes_on.set()
    assert seen == [Thing(id="a")]
    assert len(server.received) == 2


@pytest.mark.parametrize(
    ("answer", "framing", "error"),
    [
        (event_stream(*TWO), FRAMING, StreamError),
        (event_stream(*TWO, is_bare=True), FRAMING, StreamError),
        (event_stream(*TWO, b"data: [DON"), FRAMING, StreamError),
        (event_stream(*TWO, b'data: {"id"'), PLAIN, StreamError),
        (event_stream(*TWO, b'data: {"id": "c"}\n'), PLAIN, StreamError),
        (event_stream(*TWO, breaks_off=True), FRAMING, APIConnectionError),
        (event_stream(*TWO, breaks_off=True), PLAIN, APIConnectionError),
        (
            Answer(content_type="application/jsonl", pieces=(b'{"id": "a"}\n{"id": "b"}\n{"i',)),
            LINES,
            StreamError,
        ),
    ],
)
def test_rule_41_a_premature_end_is_visible(serve, caller, answer, framing, error):
    server = serve(answer)
    seen = []

    def steps(client):
        stream = yield client.things.follow(Thing, framing)
        with pytest.raises(error):
            while True:
                seen.append((yield caller.next(stream)))
        assert stream.response.is_closed

    caller.call(caller.client(server.url), steps)
    assert seen == [Thing(id="a"), Thing(id="b")]
    assert len(server.received) == 1


def test_rule_36_a_reset_in_the_middle_is_an_error_and_no_replay(serve, caller):
    has_arrived = threading.Event()

    def pieces():
        yield TWO[0]
        has_arrived.wait(10)

    server = serve(Answer(content_type="text/event-stream", pieces=pieces(), resets=True))

    def steps(client):
        stream = yield client.things.watch()
        assert (yield caller.next(stream)) == Thing(id="a")
        has_arrived.set()
        with pytest.raises(APIConnectionError) as caught:
            yield caller.next(stream)
        assert caught.value.__cause__ is not None
        assert stream.response.is_closed

    caller.call(caller.client(server.url), steps)
    assert len(server.received) == 1
    assert caller.waits == []


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"<html>\n<p>All is well.</p>\n\n</html>", content_type="text/html"),
        json_answer({"id": "a"}),
        json_answer({"error": {"message": "no"}}),
    ],
)
def test_what_is_no_stream_is_an_error_and_not_an_empty_one(serve, caller, answer):
    server = serve(answer)
    with pytest.raises(StreamError) as caught:
        items_of(caller, server.url, framing=PLAIN)
    assert caught.value.response.status_code == 200


@pytest.mark.parametrize("body", [b"data: {not json\n\n", b"data: " + b"[" * 100_000 + b"\n\n"])
def test_what_is_no_json_is_an_error_with_what_came(serve, caller, body):
    server = serve(event_stream(body))
    with pytest.raises(StreamError) as caught:
        items_of(caller, server.url)
    assert caught.value.body == body[6:-2].decode()
    assert caught.value.__cause__ is not None


# Failures that the server reports.

WITHIN = Framing(error_field="x.error")


@pytest.mark.parametrize(
    ("framing", "event", "error", "message"),
    [
        # An event of that name.
        (
            PLAIN,
            b'event: error\ndata: {"error": {"message": "slow", "status_code": 429}}\n\n',
            RateLimitError,
            "429: slow",
        ),
        (
            PLAIN,
            b'event: error\ndata: {"message": "slow", "status_code": 429}\n\n',
            RateLimitError,
            "429: slow",
        ),
        (
            PLAIN,
            b'event: error\ndata: {"message": "full", "status_code": 498}\n\n',
            CapacityError,
            "498: full",
        ),
        (PLAIN, b'event: error\ndata: {"message": "bad", "code": 400}\n\n', BadRequestError, "400: bad"),
        (
            PLAIN,
            b'event: error\ndata: {"message": "odd", "status_code": 418}\n\n',
            APIStatusError,
            "418: odd",
        ),
        (PLAIN, b'event: error\ndata: {"type": "error", "message": "no"}\n\n', StreamError, "no"),
        (PLAIN, b'event: error\ndata: {"message": "no", "status_code": 200}\n\n', StreamError, "no"),
        (PLAIN, b'event: error\ndata: {"message": "no", "code": "busy"}\n\n', StreamError, "no"),
        (PLAIN, b"event: error\ndata: it broke\n\n", StreamError, "it broke"),
        (PLAIN, b"event: error\ndata: {}\n\n", StreamError, "the server reported a failure"),
        (PLAIN, b"event: error\ndata\n\n", StreamError, "the server reported a failure"),
        # In the place of an event.
        (PLAIN, sse({"error": {"message": "slow", "status_code": 429}}), RateLimitError, "429: slow"),
        (PLAIN, sse({"error": {"message": "slow"}, "status_code": 503}), InternalServerError, "503: slow"),
        (PLAIN, sse({"error": {"message": "no"}, "trace": 7}), StreamError, "no"),
        (PLAIN, sse({"error": "no"}), StreamError, "no"),
        # Within an event.
        (WITHIN, sse({"id": "c", "x": {"error": "no"}}), StreamError, "no"),
        (
            WITHIN,
            sse({"id": "c", "x": {"error": {"message": "slow", "status_code": 429}}}),
            RateLimitError,
            "429: slow",
        ),
        (WITHIN, sse({"error": "no"}), StreamError, "no"),
    ],
)
def test_rule_25_errors_in_a_stream_raise_the_usual_classes(serve, caller, framing, event, error, message):
    server = serve(event_stream(*TWO, event, sse({"id": "too late"})))
    seen = []

    def steps(client):
        stream = yield client.things.follow(Thing, framing)
        with pytest.raises(SDKError) as caught:
            while True:
                seen.append((yield caller.next(stream)))
        assert stream.response.is_closed
        assert (yield caller.listed(stream)) == []
        return caught.value

    found = caller.call(caller.client(server.url), steps)
    assert type(found) is error
    assert isinstance(found, APIError)
    assert str(found) == message
    assert seen == [Thing(id="a"), Thing(id="b")]
    assert len(server.received) == 1


def test_rule_23_an_error_within_an_event_keeps_the_event(serve, caller):
    server = serve(event_stream(sse({"id": "c", "x": {"error": {"message": "slow", "status_code": 429}}})))
    with pytest.raises(RateLimitError) as caught:
        items_of(caller, server.url, framing=WITHIN)
    error = caught.value
    said = {"message": "slow", "status_code": 429}
    assert error.status_code == 429
    assert error.response.status_code == 200
    assert error.body == {"id": "c", "x": {"error": said}, "error": said}
    assert isinstance(error.error, Failure)
    assert error.error.error == said


@dataclass(kw_only=True, slots=True)
class Row(BaseModel):
    id: str
    error: str | None = absent


@pytest.mark.parametrize(
    ("to", "framing", "value"),
    [
        (Row, PLAIN, {"id": "a", "error": "its own"}),
        (Row, PLAIN, {"id": "a", "error": None}),
        (Thing, PLAIN, {"id": "a", "error": "one field more"}),
        (Thing, PLAIN, {"error": None}),
        (Thing, WITHIN, {"id": "a", "x": {"error": None}}),
        (Thing, WITHIN, {"id": "a", "x": "none"}),
        (Thing, WITHIN, {"id": "a"}),
        (object, PLAIN, {"error": "no", "type": "news"}),
        (object, PLAIN, {"error": None}),
        (object, PLAIN, ["error"]),
        (object, PLAIN, "error"),
    ],
)
def test_what_looks_like_an_error_and_is_none(serve, caller, to, framing, value):
    server = serve(event_stream(sse(value)))
    (item,) = items_of(caller, server.url, to, framing)
    assert (item.to_dict() if isinstance(item, BaseModel) else item) == value


def test_a_stream_can_be_had_with_its_response(serve, caller):
    server = serve(
        Answer(content_type="text/event-stream", pieces=(*TWO, DONE), headers={"x-request-id": "r-1"})
    )

    def steps(client):
        answer = yield client.things.with_raw_response.watch()
        stream = answer.parse()
        if caller.is_async:
            stream = yield stream
        return answer.request_id, (yield caller.listed(stream))

    assert caller.call(caller.client(server.url), steps) == ("r-1", [Thing(id="a"), Thing(id="b")])


RULES = Framing(
    rules=(
        EventRule("ignore", names=("ping", "pong")),
        EventRule("end", prefix="finished"),
        EventRule("fail", names=("failure",)),
        EventRule("give", names=("error",)),
    )
)


def test_rules_say_what_becomes_of_events(serve, caller):
    pieces = (
        b"event: ping\ndata: now\n\n",
        sse({"a": 1}),
        b'event: error\ndata: {"a": 2}\n\n',
        b"data: finished, 2\n\n",
    )
    server = serve(event_stream(*pieces, sse({"a": 3})))
    assert items_of(caller, server.url, object, RULES) == [{"a": 1}, {"a": 2}]


def test_rules_make_errors_of_events(serve, caller):
    server = serve(
        event_stream(sse({"a": 1}), b'event: failure\ndata: {"message": "full", "status": 507}\n\n')
    )
    with pytest.raises(APIStatusError, match="full"):
        items_of(caller, server.url, object, RULES)


def test_a_stream_that_a_rule_ends_must_be_ended(serve, caller):
    server = serve(event_stream(sse({"a": 1})))
    with pytest.raises(StreamError, match="ended before it was complete"):
        items_of(caller, server.url, object, RULES)
