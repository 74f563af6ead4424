"""Clients that are strict: the first place where an answer differs from its type is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from _core.codec import Discriminator, decode
from _core.errors import APIResponseValidationError
from _core.model import BaseModel
from _core.unset import absent
from _core.validation import first_mismatch
from server import event_stream, json_answer
from toy import Thing


@dataclass(kw_only=True, slots=True)
class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = absent


@dataclass(kw_only=True, slots=True)
class Dog(BaseModel):
    kind: Literal["dog"]
    owner: Thing | None


@dataclass(kw_only=True, slots=True)
class House(BaseModel):
    pets: list[Annotated[Cat | Dog, Discriminator("kind")]]
    built: date | None = absent
    rooms: dict[str, float] = absent
    label: Literal["a", "b"] | str = absent
    notes: Any = absent
    flag: bool = absent


FINE = {"pets": [{"kind": "cat", "lives": 9}, {"kind": "dog", "owner": None}], "more": 1}


@pytest.mark.parametrize(
    "data",
    [
        FINE,
        {"pets": []},
        {**FINE, "built": "2026-01-31", "rooms": {"hall": 1, "attic": 2.5}, "label": "z", "flag": True},
        {**FINE, "built": None, "notes": None},
        {"pets": [{"kind": "dog", "owner": {"id": "a"}}], "notes": [1]},
    ],
)
def test_what_is_as_it_should_be(data):
    assert first_mismatch(House, decode(House, data)) is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "pets: it is missing"),
        ({"pets": None}, "pets: a list was expected, but it is null"),
        ({"pets": {}}, "pets: a list was expected, but it is an object"),
        (
            {"pets": [{"kind": "cat", "lives": "9"}]},
            "pets[0].lives: an integer was expected, but it is the text '9'",
        ),
        ({"pets": [{"kind": "dog"}]}, "pets[0].owner: it is missing"),
        ({"pets": [{"kind": "dog", "owner": {}}]}, "pets[0].owner.id: it is missing"),
        (
            {"pets": [{"kind": "dog", "owner": {"id": 1}}]},
            "pets[0].owner.id: text was expected, but it is an integer",
        ),
        (
            {"pets": [{"kind": "emu"}]},
            "pets[0]: a Cat or a Dog was expected, but it is an object of another form",
        ),
        ({**FINE, "built": "soon"}, "built: a date was expected, but it is the text 'soon'"),
        ({**FINE, "rooms": {"hall": True}}, "rooms['hall']: a number was expected, but it is a boolean"),
        ({**FINE, "flag": 1}, "flag: a boolean was expected, but it is an integer"),
        ({**FINE, "flag": None}, "flag: a boolean was expected, but it is null"),
        ([], "the answer: a House was expected, but it is a list"),
    ],
)
def test_the_first_mismatch_is_told_with_its_place(data, said):
    assert first_mismatch(House, decode(House, data)) == said


@pytest.mark.parametrize(
    ("to", "data", "said"),
    [
        (Literal["a", "b"], "c", "the answer: 'a' or 'b' was expected, but it is the text 'c'"),
        (Literal[1], True, "the answer: 1 was expected, but it is a boolean"),
        (list[int] | None, None, None),
        (list[int] | dict[str, int], {"a": "b"}, "['a']: an integer was expected, but it is the text 'b'"),
        (list[int] | list[bool], ["a"], "[0]: an integer was expected, but it is the text 'a'"),
        (object, None, None),
        (int | object, "text", None),
        (Literal["a", None], None, None),
        (Literal["a"], None, "the answer: 'a' was expected, but it is null"),
        (Any, {}, None),
    ],
)
def test_types_that_are_no_models(to, data, said):
    assert first_mismatch(to, decode(to, data)) == said


def test_only_a_strict_client_is_strict(serve, caller):
    server = serve(json_answer({"id": 1}))
    assert caller.call(caller.client(server.url), lambda c: c.things.retrieve("a")).id == 1
    with pytest.raises(APIResponseValidationError, match=r"^id: text was expected") as caught:
        caller.call(caller.client(server.url, strict_validation=True), lambda c: c.things.retrieve("a"))
    assert caught.value.body == {"id": 1}
    assert caught.value.status_code == 200
    client = caller.client(server.url).with_options(strict_validation=True)
    with pytest.raises(APIResponseValidationError):
        caller.call(client, lambda c: c.things.everything())


def test_a_strict_client_reads_streams_strictly(serve, caller):
    server = serve(event_stream(b'data: {"id": "a"}\n\n', b'data: {"id": 2}\n\n', b"data: [DONE]\n\n"))
    seen = []

    def steps(client):
        stream = yield client.things.watch()
        while True:
            seen.append((yield caller.next(stream)))

    with pytest.raises(APIResponseValidationError, match=r"^id: text"):
        caller.call(caller.client(server.url, strict_validation=True), steps)
    assert seen == [Thing(id="a")]


def test_a_strict_client_takes_answers_that_promise_nothing(serve, caller):
    server = serve(json_answer({"id": 1}))
    client = caller.client(server.url, strict_validation=True)
    assert caller.call(client, lambda c: c.things.anything()) == {"id": 1}
