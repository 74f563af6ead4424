"""Files and forms on their way to the server."""

from __future__ import annotations

import io
import os
import re
import tempfile
import threading
import tracemalloc
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.policy import HTTP
from pathlib import Path
from typing import Any

import anyio
import pytest
from _core.errors import InternalServerError
from _core.multipart import Multipart, multipart
from _core.styles import styled
from _core.unset import omit
from _core.uploads import Content, file_from_path, is_file
from examples import bounded
from hypothesis import given
from hypothesis import strategies as st
from server import Answer, Received
from toy import AsyncToy, Thing, Toy, library, pieces_of

OK = Answer(body=b"{}")
BUSY = Answer(429)


@dataclass(frozen=True)
class Part:
    """A part of a form as it arrived; `kind` is empty where none was said."""

    name: str
    body: bytes
    file: str | None = None
    kind: str = ""


def parts_of(received: Received) -> list[Part]:
    return [part for part, _ in parsed(received.headers["content-type"], received.body)]


def parsed(content_type: str, body: bytes) -> list[tuple[Part, list[tuple[str, str]]]]:
    """The parts by an independent reader of MIME, each with all its headers but the disposition."""
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=HTTP)
    assert not message.defects
    found = []
    for part in message.iter_parts():
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        kind = str(part.get("content-type", ""))
        name = str(part.get_param("name", header="content-disposition"))
        headers = [(key.lower(), str(value)) for key, value in part.items()]
        others = [header for header in headers if header[0] != "content-disposition"]
        found.append((Part(name, data, part.get_filename(), kind), others))
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a note.txt"
    made.write_bytes(b"payload")
    return made


TEXT, OCTETS = "text/plain", "application/octet-stream"

FILES: dict[str, tuple[Any, Part]] = {
    "bytes": (lambda path: b"payload", Part("f", b"payload", "upload", OCTETS)),
    "bytearray": (lambda path: bytearray(b"payload"), Part("f", b"payload", "upload", OCTETS)),
    "memoryview": (lambda path: memoryview(b"payload"), Part("f", b"payload", "upload", OCTETS)),
    "path": (lambda path: path, Part("f", b"payload", "a note.txt", TEXT)),
    "open file": (lambda path: path.open("rb"), Part("f", b"payload", "a note.txt", TEXT)),
    "raw file": (lambda path: path.open("rb", buffering=0), Part("f", b"payload", "a note.txt", TEXT)),
    "file by its number": (lambda path: os.fdopen(os.open(path, os.O_RDONLY), "rb"), Part("f", b"payload", "upload", OCTETS)),
    "buffer": (lambda path: io.BytesIO(b"payload"), Part("f", b"payload", "upload", OCTETS)),
    "name and bytes": (lambda path: ("b.json", b"{}"), Part("f", b"{}", "b.json", "application/json")),
    "name and path": (lambda path: ("b.bin", path), Part("f", b"payload", "b.bin", OCTETS)),
    "name and file": (lambda path: ("b.csv", path.open("rb")), Part("f", b"payload", "b.csv", "text/csv")),
    "no name": (lambda path: (None, path), Part("f", b"payload", "a note.txt", TEXT)),
    "name and type": (lambda path: ("b", b"x", "audio/wav"), Part("f", b"x", "b", "audio/wav")),
    "no type": (lambda path: ("b.txt", b"x", None), Part("f", b"x", "b.txt", TEXT)),
    "empty": (lambda path: ("b.txt", b""), Part("f", b"", "b.txt", TEXT)),
    "all": (lambda path: ("b", b"x", "audio/wav", {"X-Extra": "1"}), Part("f", b"x", "b", "audio/wav")),
    "from a path as text": (lambda path: file_from_path(str(path)), Part("f", b"payload", "a note.txt", TEXT)),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_rule_48_files_come_in_many_forms(serve, caller, path, name):
    make, part = FILES[name]
    server = serve(OK)
    caller.call(caller.client(server.url), lambda c: c.things.upload({"f": make(path), "n": 1}))
    assert parts_of(server.received[0]) == [part, Part("n", b"1")]
    assert int(server.received[0].headers["content-length"]) == len(server.received[0].body)


def test_headers_of_a_part():
    form = multipart(
        {"f": ("b", b"x", "audio/wav", {"X-Extra": "1"}), "g": ("b", b"x", None, {"content-type": "a/b"})}
    )
    (_, first), (_, second) = parsed(form.content_type, b"".join(form))
    assert first == [("content-type", "audio/wav"), ("x-extra", "1")]
    assert second == [("content-type", "a/b")]


@dataclass(frozen=True)
class Folder(os.PathLike[Any]):
    """A path that is made of bytes."""

    name: bytes

    def __fspath__(self) -> bytes:
        return self.name


@pytest.mark.parametrize(
    ("fields", "kinds", "parts"),
    [
        # Text.
        ({"a": "x", "b": 1, "c": True, "d": 1.5, "e": ""}, {}, [("a", "x"), ("b", "1"), ("c", "true"), ("d", "1.5"), ("e", "")]),
        ({"a": "é€", "é": "x"}, {}, [("a", "é€"), ("é", "x")]),
        ({"a": "line\r\nline\n"}, {}, [("a", "line\r\nline\n")]),
        ({"a": date(2026, 1, 31)}, {}, [("a", "2026-01-31")]),
        ({"a": omit, "b": None, "c": 1}, {}, [("c", "1")]),
        ({}, {}, []),
        # Lists repeat their name, which is spelled by the caller.
        ({"a": ["x", "y"]}, {}, [("a", "x"), ("a", "y")]),
        ({"a[]": ["x", "y"]}, {}, [("a[]", "x"), ("a[]", "y")]),
        ({"a": ("x", "y"), "b": (n for n in (1, 2))}, {}, [("a", "x"), ("a", "y"), ("b", "1"), ("b", "2")]),
        ({"a": []}, {}, []),
        ({"a": [None, omit, 1]}, {}, [("a", "1")]),
        # Nested values are bracketed.
        ({"a": {"b": 1, "c": {"d": "e"}}}, {}, [("a[b]", "1"), ("a[c][d]", "e")]),
        ({"a": {"b": [1, 2], "c": None}}, {}, [("a[b][]", "1"), ("a[b][]", "2")]),
        ({"a": [{"b": 1}, {"b": 2}]}, {}, [("a[][b]", "1"), ("a[][b]", "2")]),
        ({"a[]": [{"b": 1}]}, {}, [("a[][b]", "1")]),
        ({"a": [[1, 2], [3]]}, {}, [("a[][]", "1"), ("a[][]", "2"), ("a[][]", "3")]),
        ({"a": Thing(id="x", size=3)}, {}, [("a[id]", "x"), ("a[size]", "3")]),
        ({"a": [Thing(id="x")]}, {}, [("a[][id]", "x")]),
        # Types of their own.
        ({"a": {"b": [1]}}, {"a": "application/json"}, [("a", '{"b":[1]}', "application/json")]),
        ({"a": Thing(id="é")}, {"a": "application/json"}, [("a", '{"id":"é"}', "application/json")]),
        ({"a": [{"b": 1}, {"c": 2}]}, {"a": "application/json"}, [("a", '{"b":1}', "application/json"), ("a", '{"c":2}', "application/json")]),
        ({"a": [[1]]}, {"a": "application/json"}, [("a", "[1]", "application/json")]),
        ({"a": "x"}, {"a": "application/json"}, [("a", '"x"', "application/json")]),
        ({"a": None, "b": omit}, {"a": "application/json", "b": "application/json"}, [("a", "null", "application/json")]),
        ({"a": {"b": 1}}, {"a": "application/ld+json, text/plain"}, [("a", '{"b":1}', "application/ld+json")]),
        ({"a": "x"}, {"a": "text/csv"}, [("a", "x", "text/csv")]),
        ({"a": "x"}, {"a": "text/*"}, [("a", "x")]),
        # Styles.
        ({"a": styled(["x", "y"], style="form", explode=False)}, {}, [("a", "x,y")]),
        ({"a": styled({"x": 1}, style="deepObject", explode=True)}, {}, [("a[x]", "1")]),
    ],
)  # fmt: skip
def test_forms(fields, kinds, parts):
    form = multipart(fields, kinds)
    body = b"".join(form)
    expected = [Part(name, text.encode(), None, *kind) for name, text, *kind in parts]
    if parts:
        assert [part for part, _ in parsed(form.content_type, body)] == expected
    else:
        assert body == f"--{form.boundary}--\r\n".encode()
    assert form.length == len(body)


@pytest.mark.parametrize(
    ("fields", "kinds", "parts"),
    [
        (
            {"a": [b"x", ("b.txt", b"y")]},
            {},
            [Part("a", b"x", "upload", OCTETS), Part("a", b"y", "b.txt", TEXT)],
        ),
        (
            {"a[]": [b"x", b"y"]},
            {},
            [Part("a[]", b"x", "upload", OCTETS), Part("a[]", b"y", "upload", OCTETS)],
        ),
        ({"a": (b"x", b"y")}, {}, [Part("a", b"x", "upload", OCTETS), Part("a", b"y", "upload", OCTETS)]),
        ({"a": {"b": [{"c": ("d.txt", b"x")}]}}, {}, [Part("a[b][][c]", b"x", "d.txt", TEXT)]),
        ({"a": b"x"}, {"a": "image/png, image/jpeg"}, [Part("a", b"x", "upload", "image/png")]),
        ({"a": b"x"}, {"a": "image/*"}, [Part("a", b"x", "upload", OCTETS)]),
        ({"a": b"{}"}, {"a": "application/json"}, [Part("a", b"{}", "upload", "application/json")]),
        ({"a": ("b", b"x", "image/gif")}, {"a": "image/png"}, [Part("a", b"x", "b", "image/gif")]),
    ],
)
def test_files_in_lists_and_objects_and_with_declared_types(serve, caller, fields, kinds, parts):
    server = serve(OK)
    caller.call(caller.client(server.url), lambda c: c.things.upload(fields, kinds))
    assert parts_of(server.received[0]) == parts


def test_a_path_may_be_made_of_bytes(path):
    form = multipart({"f": Folder(os.fsencode(path))})
    ((part, _),) = parsed(form.content_type, b"".join(form))
    assert part == Part("f", b"payload", "a note.txt", TEXT)


def test_a_name_on_disk_may_be_no_utf_8(serve, caller, tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(b"payload")
    server = serve(OK)
    caller.call(caller.client(server.url), lambda c: c.things.upload({"f": path}))
    assert b'filename="caf\xe9.txt"' in server.received[0].body


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (b"x", True),
        (Path("x"), True),
        (io.BytesIO(), True),
        (("a", b"x"), True),
        ((None, b"x"), True),
        ("x", False),
        (("a", "b"), False),
        ((b"a", b"b"), False),
        (("a",), False),
        (("a", ("b", b"x")), False),
        ({"a": b"x"}, False),
        (None, False),
    ],
)
def test_what_is_a_file(value, is_one):
    assert is_file(value) is is_one


# What must not break out.


def test_names_cannot_break_out_of_their_line():
    evil = 'a"\r\nX-Evil: 1\r\n\r\n'
    form = multipart({evil: "x", "f": (evil, b"y")})
    (first, one), (second, two) = parsed(form.content_type, b"".join(form))
    assert (first.body, second.body) == (b"x", b"y")
    assert first.name == second.file == "a%22%0D%0AX-Evil: 1%0D%0A%0D%0A"
    assert (one, two) == ([], [("content-type", OCTETS)])


@pytest.mark.parametrize(
    "file", [("a", b"x", "a/b\r\nX: 1"), ("a", b"x", None, {"X": "1\n2"}), ("a", b"x", None, {"X\r": "1"})]
)
def test_headers_of_a_part_must_not_hold_line_breaks(serve, caller, file):
    server = serve(OK)
    with pytest.raises(ValueError, match="line break"):
        caller.call(caller.client(server.url), lambda c: c.things.upload({"f": file}))
    assert server.received == []


def test_boundaries_are_drawn_by_lot():
    boundaries = {multipart({"a": 1}).boundary for _ in range(100)}
    assert len(boundaries) == 100
    assert all(re.fullmatch("[0-9a-f]{32}", boundary) for boundary in boundaries)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters='\r\n"\0\\%'), min_size=1)


@bounded
@given(fields=st.dictionaries(st.from_regex("[a-z]{1,9}", fullmatch=True), st.binary() | _TEXTS, min_size=1))
def test_a_form_says_what_was_given(fields):
    form = multipart(fields)
    body = b"".join(form)
    found = {part.name: part.body for part, _ in parsed(form.content_type, body)}
    assert found == {
        name: text if isinstance(text, bytes) else text.encode() for name, text in fields.items()
    }
    assert form.length == len(body)


# What cannot be sent.


@pytest.mark.parametrize("make", [lambda path: io.StringIO("x"), lambda path: path.open()])
def test_text_files_are_refused_before_anything_is_sent(serve, caller, path, make):
    server = serve(OK)
    for steps in (lambda c: c.things.upload({"f": make(path)}), lambda c: c.things.put_content(make(path))):
        with pytest.raises(TypeError, match="binary mode"):
            caller.call(caller.client(server.url), steps)
    assert server.received == []


def test_missing_files_are_refused_before_anything_is_sent(serve, caller, tmp_path):
    server = serve(OK)
    for path, error in ((tmp_path / "none", FileNotFoundError), (tmp_path, IsADirectoryError)):
        for steps in (lambda c, p=path: c.things.upload({"f": p}), lambda c, p=path: c.things.put_content(p)):
            with pytest.raises(error):
                caller.call(caller.client(server.url), steps)
    assert server.received == []


@pytest.mark.parametrize("content", [7, 1.5, None, object()])
def test_what_is_no_content_is_refused(serve, caller, content):
    server = serve(OK)
    with pytest.raises(TypeError, match="no content to send"):
        caller.call(caller.client(server.url), lambda c: c.things.put_content(content))
    assert server.received == []


class Odd:
    """A file that gives what it should not."""

    def read(self, _: int) -> Any:
        return "text"


@pytest.mark.parametrize("content", [Odd(), ["text"], {"a": 1}])
def test_content_must_give_bytes(serve, caller, content):
    with pytest.raises(TypeError, match="content must give bytes, not str"):
        caller.call(caller.client(serve(OK).url), lambda c: c.things.put_content(content))


# Again, and in pieces.


class Stubborn(io.BytesIO):
    """A file that cannot be rewound."""

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def seekable(self) -> bool:
        return False


def test_uploads_are_sent_again_from_where_their_files_were(serve, caller, path):
    server = serve(BUSY, OK)
    with path.open("rb") as file:
        file.seek(3)
        fields = {"a": path, "b": file, "c": ("c", io.BytesIO(b"x"))}
        caller.call(caller.client(server.url), lambda c: c.things.upload(fields))
    first, second = server.received
    assert first.body == second.body
    assert [part.body for part in parts_of(second)] == [b"payload", b"load", b"x"]


def test_files_that_python_3_10_cannot_ask_for_their_place_are_rewound_all_the_same(serve, caller):
    server = serve(BUSY, OK)
    with tempfile.SpooledTemporaryFile() as file:
        file.write(b"payload")
        file.seek(0)
        caller.call(caller.client(server.url), lambda c: c.things.put_content(file))
    assert [request.body for request in server.received] == [b"payload", b"payload"]
    assert server.received[0].headers["content-length"] == "7"


@pytest.mark.parametrize("send", ["upload", "content"])
def test_rule_39_uploads_that_cannot_be_rewound_are_not_retried(serve, caller, send):
    server = serve(Answer(500), OK)
    file = Stubborn(b"payload")
    steps = {
        "upload": lambda c: c.things.upload({"f": ("a", file)}),
        "content": lambda c: c.things.put_content(file),
    }
    with pytest.raises(InternalServerError):
        caller.call(caller.client(server.url), steps[send])
    (request,) = server.received
    assert "content-length" not in request.headers
    body = request.body if send == "content" else parts_of(request)[0].body
    assert body == b"payload"


def test_a_pipe_has_no_length_and_is_read_once(serve, caller, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"payload",))
    writer.start()
    server = serve(Answer(500))
    with pytest.raises(InternalServerError):
        caller.call(caller.client(server.url), lambda c: c.things.put_content(pipe))
    writer.join()
    assert [request.body for request in server.received] == [b"payload"]


def test_content_may_be_awaited(serve):
    async def pieces():
        yield b"pay"
        yield bytearray(b"load")

    async def run(url):
        async with AsyncToy(api_key="k", base_url=url) as client:
            await client.things.put_content(pieces())

    server = serve(OK)
    anyio.run(run, server.url)
    assert server.received[0].body == b"payload"
    with pytest.raises(TypeError, match="needs an asynchronous client"):
        Toy(api_key="k", base_url=server.url).things.put_content(pieces())


def test_empty_parts_do_not_end_a_form(serve, caller, path):
    server = serve(OK)
    fields = {"a": "", "b": ("b", b""), "c": path, "d": "x"}
    caller.call(caller.client(server.url), lambda c: c.things.upload(fields))
    assert [part.body for part in parts_of(server.received[0])] == [b"", b"", b"payload", b"x"]


class Sink(library.BaseTransport):
    """Takes bodies piece by piece, and notes their sizes."""

    def __init__(self, seen: list[int]) -> None:
        self.seen = seen

    def handle_request(self, request):
        self.seen.append(sum(len(piece) for piece in request.stream))
        return library.Response(200, json={})


class AsyncSink(library.AsyncBaseTransport):
    """The asynchronous twin of `Sink`."""

    def __init__(self, seen: list[int]) -> None:
        self.seen = seen

    async def handle_async_request(self, request):
        self.seen.append(sum([len(piece) async for piece in request.stream]))
        return library.Response(200, json={})


@pytest.mark.parametrize(
    ("send", "form"),
    [("upload", "path"), ("upload", "file"), ("content", "path"), ("content", "file"), ("content", "pieces")],
)
def test_rule_48_uploads_of_any_size_need_little_memory(caller, tmp_path, send, form):
    size = 64 * 1024 * 1024
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(size)
    seen = []

    sink = (AsyncSink if caller.is_async else Sink)(seen)
    client = caller.client("http://toy.invalid", http_client=caller.http_client(transport=sink))
    with path.open("rb") as file:
        sources = {"path": path, "file": file, "pieces": iter(lambda: file.read(65536), b"")}
        source = sources[form]
        steps = (
            (lambda c: c.things.upload({"f": source}))
            if send == "upload"
            else (lambda c: c.things.put_content(source))
        )
        tracemalloc.start()
        try:
            caller.call(client, steps)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert size <= seen[0] < size + 1000
    assert peak < size / 8


def test_pieces_are_sent_as_they_come(serve, caller):
    server = serve(OK)
    caller.call(caller.client(server.url), lambda c: c.things.put_content(pieces_of(b"payload")))
    assert server.received[0].headers["transfer-encoding"] == "chunked"
    assert server.received[0].body == b"payload"


def test_a_body_says_what_it_is():
    assert Content("é").length == 2
    assert Content(io.BytesIO(b"abc")).length == 3
    assert Content(iter([b"abc"])).length is None
    form = multipart({"a": "x", "f": ("f", Stubborn(b"x"))})
    assert isinstance(form, Multipart)
    assert (form.length, form.rewindable, form.is_in_memory) == (None, False, False)
    assert form.content_type == f"multipart/form-data; boundary={form.boundary}"


@pytest.mark.parametrize("value", ["photo.png", 3, {"a": b"b"}, ["photo.png"], [b"a", "b"]])
def test_a_field_that_takes_a_file_takes_nothing_else(value):
    with pytest.raises(TypeError, match=r"^photo must be bytes, an open file, a `Path` or a tuple, not "):
        multipart({"photo": value}, files=("photo",))


def test_the_path_of_a_file_as_a_text_gets_a_hint():
    with pytest.raises(TypeError, match=r"not str; wrap the path of a file in `Path`$"):
        multipart({"photo": "photo.png"}, files=("photo",))


@pytest.mark.parametrize(
    ("value", "count"), [(b"a", 1), ([b"a", b"b"], 2), ((b for b in (b"a", b"b")), 2), (None, 0), (omit, 0)]
)
def test_a_field_that_takes_files_takes_one_or_several(value, count):
    assert len(multipart({"photo": value}, files=("photo",)).parts) == count
