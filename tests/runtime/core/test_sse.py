"""Bytes to events, by the rules of the WHATWG, in whatever pieces they arrive."""

from __future__ import annotations

from itertools import pairwise

import pytest
from _core.sse import Decoder, JSONLinesDecoder, ServerSentEvent, SSEDecoder
from examples import bounded
from hypothesis import given
from hypothesis import strategies as st

E = ServerSentEvent


def decoded(decoder: Decoder, pieces: list[bytes]) -> list[ServerSentEvent]:
    found = [event for piece in pieces for event in decoder.feed(piece)]
    return found + decoder.end()[0]


def cuts(body: bytes) -> list[list[bytes]]:
    """The body at once, byte by byte, and in two pieces in every way."""
    halves = [[body[:at], body[at:]] for at in range(len(body) + 1)]
    return [[body], [body[at : at + 1] for at in range(len(body))], *halves]


@pytest.mark.parametrize(
    ("body", "events"),
    [
        # How lines and events end.
        (b"data: a\n\n", [E(data="a")]),
        (b"data: a\r\r", [E(data="a")]),
        (b"data: a\r\n\r\n", [E(data="a")]),
        (b"data: a\n\r\n", [E(data="a")]),
        (b"data: a\r\n\n", [E(data="a")]),
        (b"data: a\r\n\r", [E(data="a")]),
        (b"data: a\r\n\r\ndata: b\r\n\r\n", [E(data="a"), E(data="b")]),
        (b"data: a\r\rdata: b\n\n", [E(data="a"), E(data="b")]),
        (b"\n\n\ndata: a\n\n\n\n", [E(data="a")]),
        (b"data: a\x0bb\x0cc\x1cd\xc2\x85e\xe2\x80\xa8f\n\n", [E(data="a\x0bb\x0cc\x1cd\x85e\u2028f")]),
        # Data.
        (b"data:a\n\n", [E(data="a")]),
        (b"data:  a \n\n", [E(data=" a ")]),
        (b"data: a: b\n\n", [E(data="a: b")]),
        (b"data: a\ndata: b\n\n", [E(data="a\nb")]),
        (b"data: a\rdata: b\r\r", [E(data="a\nb")]),
        (b"event: x\r\ndata: a\r\ndata: b\r\n\r\n", [E("x", "a\nb")]),
        (b"data: a\ndata\ndata: b\n\n", [E(data="a\n\nb")]),
        (b"data\n\n", [E(data="")]),
        (b"data:\ndata:\n\n", [E(data="\n")]),
        (b"DATA: a\n\n", []),
        (b" data: a\n\n", []),
        # Other fields.
        (b"event: x\ndata: a\n\ndata: b\n\n", [E("x", "a"), E("", "b")]),
        (b"event: x\n\ndata: a\n\n", [E(data="a")]),
        (b"event: x\nevent: y\ndata: a\n\n", [E("y", "a")]),
        (b"id: 1\ndata: a\n\ndata: b\n\n", [E("", "a", "1"), E("", "b", "1")]),
        (b"id: 1\ndata: a\n\nid\ndata: b\n\n", [E("", "a", "1"), E("", "b", "")]),
        (b"id: 1\ndata: a\n\nid: 2\x003\ndata: b\n\n", [E("", "a", "1"), E("", "b", "1")]),
        (b"id: 1\n\ndata: a\n\n", [E("", "a", "1")]),
        (b"retry: 30\ndata: a\n\n", [E(data="a", retry=30)]),
        (b"retry: 3s\ndata: a\n\n", [E(data="a")]),
        (b"retry: -3\ndata: a\n\n", [E(data="a")]),
        (b"retry: \xc2\xb2\ndata: a\n\n", [E(data="a")]),
        (b"retry: " + b"9" * 5000 + b"\ndata: a\n\n", [E(data="a")]),
        (b"other: 1\nother\ndata: a\n\n", [E(data="a")]),
        # Comments.
        (b": hello\n\n", []),
        (b":\n:\ndata: a\n: b\n\n", [E(data="a")]),
        # Characters.
        (b"\xef\xbb\xbfdata: a\n\n", [E(data="a")]),
        (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n", []),
        (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", [E(data="a")]),
        ("data: äöü €\U0001f600\n\n".encode(), [E(data="äöü €\U0001f600")]),
        (b"data: a\xffb\n\n", [E(data="a\ufffdb")]),
        # The end.
        (b"", []),
        (b"data: a\n\ndata: b\n", [E(data="a")]),
        (b"data: a\n\ndata: b", [E(data="a")]),
        (b"data: a", []),
    ],
)
def test_rule_40_events_in_any_pieces(body, events):
    for pieces in cuts(body) if len(body) < 200 else [[body]]:
        assert decoded(SSEDecoder(), pieces) == events


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        (b"data: a\n\n", None),
        (b"data: a\n\ndata: b\ndata: c\n", "b\nc"),
        (b"data: a\n\ndata: b", "b"),
        (b"data: a\n\nevent: x\nid: 3\n", None),
        (b"data: a\n\n: still here", None),
        (b"data: \xc3", "\ufffd"),
    ],
)
def test_rule_41_an_event_that_the_end_cuts_off_is_told_apart(body, cut):
    decoder = SSEDecoder()
    decoder.feed(body)
    assert decoder.end() == ([], cut)


def test_a_line_end_is_no_reason_to_wait():
    decoder = SSEDecoder()
    assert decoder.feed(b"data: a\r\r") == [E(data="a")]
    assert decoder.feed(b"\ndata: b\r\n\r") == [E(data="b")]
    assert decoder.feed(b"\n") == []


def test_ten_megabytes_in_one_event_and_small_pieces():
    # If each piece cost as much as all before it, this would take hours.
    size, step = 10_000_000, 200
    line = b"data: " + b"x" * size + b"\n\n"
    (event,) = decoded(SSEDecoder(), [line[at : at + step] for at in range(0, len(line), step)])
    assert len(event.data) == size


def test_ten_megabytes_in_many_lines():
    count = 200_000
    body = b"data: " + b"x" * 49 + b"\n"
    (event,) = decoded(SSEDecoder(), [*[body * 10] * (count // 10), b"\n"])
    assert len(event.data) == 50 * count - 1


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (b'{"a":1}\n{"a":2}\n', ['{"a":1}', '{"a":2}']),
        (b'{"a":1}\r\n{"a":2}', ['{"a":1}', '{"a":2}']),
        (b'\n \n{"a":1}\n\n', ['{"a":1}']),
        (b'\x1e{"a":1}\n\x1e{"a":2}\n', ['{"a":1}', '{"a":2}']),
        (b'\xef\xbb\xbf{"a":1}\n', ['{"a":1}']),
        ('{"a":"€"}'.encode(), ['{"a":"€"}']),
        (b"", []),
    ],
)
def test_json_lines_in_any_pieces(body, texts):
    for pieces in cuts(body):
        assert decoded(JSONLinesDecoder(), pieces) == [E(data=text) for text in texts]


_FIELDS = st.sampled_from(["data", "event", "id", "retry", "", "other", "dat"])
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=8)
_LINES = st.one_of(
    st.just(""),
    st.builds("{}:{}".format, _FIELDS, _TEXTS),
    st.builds("{}: {}".format, _FIELDS, _TEXTS),
    _TEXTS,
)
_BODIES = st.lists(st.tuples(_LINES, st.sampled_from(["\n", "\r", "\r\n"])), max_size=12).map(
    lambda lines: "".join(line + end for line, end in lines).encode()
)


@bounded
@given(body=_BODIES, places=st.lists(st.integers(0, 200), max_size=6))
def test_where_a_body_is_cut_makes_no_difference(body, places):
    edges = [0, *sorted(min(place, len(body)) for place in places), len(body)]
    pieces = [body[start:end] for start, end in pairwise(edges)]
    assert decoded(SSEDecoder(), pieces) == decoded(SSEDecoder(), [body])
    assert decoded(JSONLinesDecoder(), pieces) == decoded(JSONLinesDecoder(), [body])
