"""Models, unions and rich values: from JSON and back, whatever the server sends."""

from __future__ import annotations

import copy
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, make_dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from threading import Barrier
from types import ModuleType
from typing import Annotated, Any, Literal, TypeAlias, Union
from uuid import UUID

import pytest
from _core.codec import Discriminator, decode, encode
from _core.errors import APIResponseValidationError
from _core.model import BaseModel, Unknown
from _core.unset import absent, omit
from examples import bounded
from hypothesis import given
from hypothesis import strategies as st
from server import Answer, json_answer
from toy import Thing

# Models as the generator writes them.


@dataclass(kw_only=True, slots=True)
class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = absent


@dataclass(kw_only=True, slots=True)
class Dog(BaseModel):
    kind: Literal["dog", "wolf"]
    name: str | None = absent


@dataclass(kw_only=True, slots=True)
class Cage(BaseModel):
    size: float


Animal: TypeAlias = Annotated[Cat | Dog, Discriminator("kind")]
Tree: TypeAlias = int | list["Tree"] | dict[str, "Tree"] | Cat


@dataclass(kw_only=True, slots=True)
class Owner(BaseModel):
    id: str
    age: int | None = absent
    from_: str = field(default=absent, metadata={"wire": "from"})
    kind: Literal["adult", "child"] | str = absent
    pet: Animal | None = absent
    pets: list[Animal] = absent
    by_name: dict[str, Animal] = absent
    friend: Owner | None = absent
    tree: Tree = absent


@dataclass(kw_only=True, slots=True)
class Rich(BaseModel):
    at: datetime = absent
    day: date = absent
    key: UUID = absent
    price: Decimal = absent
    data: bytes = absent
    length: timedelta = absent
    ratio: float = absent
    days: list[date | None] = absent
    either: date | UUID | int = absent


@dataclass(kw_only=True, slots=True)
class Senior(Owner):
    since: date
    age: int


class Name(str):
    """Text with a type of its own."""


class Level(IntEnum):
    HIGH = 3


class Color(Enum):
    BLUE = "blue"


# Models.


@pytest.mark.parametrize(
    ("data", "is_set", "age"),
    [
        ({"id": "a"}, {"id"}, None),
        ({"id": "a", "age": None}, {"id", "age"}, None),
        ({"id": "a", "age": 3}, {"id", "age"}, 3),
        ({}, set(), None),
    ],
)
def test_rule_15_null_and_absent_are_told_apart(data, is_set, age):
    owner = Owner.from_dict(data)
    assert owner.age == age
    assert owner.model_fields_set == is_set
    assert owner.to_dict() == data
    assert json.loads(owner.to_json()) == data


def test_rule_15_the_same_for_models_that_a_program_makes():
    assert Owner(id="a").to_dict() == {"id": "a"}
    assert Owner(id="a").age is None
    assert Owner(id="a", age=None).to_dict() == {"id": "a", "age": None}
    assert Owner(id="a", age=omit) == Owner(id="a") != Owner(id="a", age=None)
    owner = Owner(id="a", age=3, from_="b")
    owner.age = omit
    del owner.from_
    assert owner == Owner(id="a")
    assert owner.model_fields_set == {"id"}


def test_rule_14_unknown_fields_are_kept():
    data = {"id": "a", "new": {"deep": [1, None]}, "friend": {"id": "b", "newer": True}, "from_": 1, "x-y": 2}
    owner: Any = Owner.from_dict(data)
    assert owner.new == {"deep": [1, None]}
    assert owner.friend.newer is True
    assert owner.model_extra == {"new": {"deep": [1, None]}, "from_": 1, "x-y": 2}
    assert owner.from_ is None
    assert "new" not in owner.model_fields_set
    assert owner.to_dict() == data
    with pytest.raises(AttributeError, match="'Owner' has no field 'nwe'"):
        _ = owner.nwe
    assert not hasattr(owner, "__html__")


def test_names_on_the_wire():
    assert Owner.from_dict({"from": "x"}).from_ == "x"
    assert Owner(id="a", from_="x").to_dict() == {"id": "a", "from": "x"}


def test_fields_of_a_base_class():
    senior = Senior.from_dict({"id": "a", "age": 70, "since": "2026-01-31", "pet": {"kind": "cat"}})
    assert senior == Senior(id="a", age=70, since=date(2026, 1, 31), pet=Cat(kind="cat"))


def test_rule_13_unknown_enum_values_survive():
    for data in ({"id": "a", "kind": "robot"}, {"id": "a", "pet": {"kind": "dog", "name": 7}}):
        assert Owner.from_dict(data).to_dict() == data
    assert Owner.from_dict({"kind": "robot"}).kind == "robot"


def test_rule_16_a_dict_is_taken_where_a_model_is():
    given = {"kind": "cat", "lives": omit}
    owner = Owner(id="a", pet=given, friend={"id": "b"})
    assert owner.to_dict() == {"id": "a", "pet": {"kind": "cat"}, "friend": {"id": "b"}}


@pytest.mark.parametrize(
    "data",
    [
        {"id": 7, "age": "three", "pets": {"0": 1}, "by_name": [1], "friend": "Bo", "pet": 3.5},
        {"id": None, "age": {}, "pets": [1, None, "x"], "by_name": {"a": None, "b": 1}, "friend": []},
    ],
)
def test_what_does_not_fit_stays_as_it_came(data):
    owner = Owner.from_dict(data)
    assert {name: getattr(owner, name) for name in data} == data
    assert owner.to_dict() == data


def test_models_inside_models():
    owner = Owner.from_dict(
        {
            "pet": {"kind": "wolf"},
            "pets": [{"kind": "cat"}, None, {"kind": "fish"}],
            "by_name": {"Tom": {"kind": "cat", "lives": 9}},
            "friend": {"friend": {"pet": {"kind": "dog"}}},
        }
    )
    assert owner.pet == Dog(kind="wolf")
    assert owner.pets == [Cat(kind="cat"), None, Unknown.from_dict({"kind": "fish"})]
    assert owner.by_name == {"Tom": Cat(kind="cat", lives=9)}
    assert owner.friend.friend.pet == Dog(kind="dog")


def test_equality():
    owner = Owner.from_dict({"id": "a", "new": 1})
    assert owner == Owner.from_dict({"new": 1, "id": "a"})
    assert owner != Owner.from_dict({"id": "a"})
    assert owner != Owner.from_dict({"id": "a", "new": 2})
    assert Owner(id="a") != Thing(id="a")
    assert owner != {"id": "a", "new": 1}


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, *(lambda v, p=p: pickle.loads(pickle.dumps(v, p)) for p in range(2, 6))],
    ids=["copy", "deepcopy", *(f"pickle {protocol}" for protocol in range(2, 6))],
)
@pytest.mark.parametrize(
    "model",
    [
        Owner.from_dict({"id": "a", "age": None, "new": [1], "pets": [{"kind": "cat"}, {"kind": "fish"}]}),
        Unknown.from_dict({"kind": "fish"}),
        Rich.from_dict({"at": "2026-01-31T10:00:00Z", "price": "1.10"}),
    ],
)
def test_copies_are_equal_and_apart(again, model):
    other = again(model)
    assert other == model
    assert type(other) is type(model)
    assert other.to_dict() == model.to_dict()
    assert other.model_fields_set == model.model_fields_set
    assert other.model_extra is not model.model_extra


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_rule_51_the_request_id_is_on_successes_and_their_copies(serve, caller, again):
    server = serve(json_answer({"id": "a"}, x_request_id="r-1"))
    thing = caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    assert thing._request_id == again(thing)._request_id == "r-1"
    assert thing == Thing(id="a")
    assert Thing(id="a")._request_id is None


def test_rule_17_repr_names_the_type_and_its_fields():
    owner = Owner.from_dict(
        {"id": "a", "age": None, "pets": [{"kind": "cat"}], "by_name": {"T": None}, "new": 1}
    )
    text = "Owner(id='a', age=None, pets=[Cat(kind='cat')], by_name={'T': None}, new=1)"
    assert repr(owner) == str(owner) == text
    assert repr(Unknown.from_dict({"kind": "fish"})) == "Unknown(kind='fish')"


def test_rule_17_repr_is_cut():
    huge = Owner.from_dict({"id": "x" * 5000})
    many = Owner.from_dict({"id": "a", "new": list(range(1_000_000))})
    itself = Owner(id="a")
    itself.friend = itself
    for model in (huge, many, itself, Owner(id="a", friend=many)):
        assert len(repr(model)) == 1024
        assert repr(model).startswith("Owner(id=")
        assert repr(model).endswith("...)")
    exact = Owner(id="x" * (1024 - len("Owner(id='')")))
    assert len(repr(exact)) == 1024
    assert repr(exact).endswith("x')")


def test_json_text():
    owner = Owner(id="ä", age=None)
    assert owner.to_json() == '{"id": "ä", "age": null}'
    assert owner.to_json(indent=1) == '{\n "id": "ä",\n "age": null\n}'


# Unions.


@pytest.mark.parametrize(
    ("to", "data", "value"),
    [
        # By a discriminator.
        (Animal, {"kind": "cat"}, Cat(kind="cat")),
        (Animal, {"kind": "wolf"}, Dog(kind="wolf")),
        (Animal, {"kind": "fish", "fins": 2}, Unknown.from_dict({"kind": "fish", "fins": 2})),
        (Animal, {"kind": ["cat"]}, Unknown.from_dict({"kind": ["cat"]})),
        (Animal, {"lives": 3}, Unknown.from_dict({"lives": 3})),
        (Animal, "cat", "cat"),
        (Animal, None, None),
        (Annotated[Cat | Cage, Discriminator("t", {"c": "Cat", "g": "Cage"})], {"t": "g"}, Cage.from_dict({"t": "g"})),
        (Annotated[Cat | Cage, Discriminator("t", {"c": "Cat", "x": "Gone"})], {"t": "x"}, Unknown.from_dict({"t": "x"})),
        (Annotated[Cat | Cage, Discriminator("t", {"true": "Cage"})], {"t": True}, Cage.from_dict({"t": True})),
        (Annotated[Cat | Cage, Discriminator("t", {"1": "Cage"})], {"t": 1}, Cage.from_dict({"t": 1})),
        (Annotated[Cat, Discriminator("kind")], {"kind": "fish"}, Unknown.from_dict({"kind": "fish"})),
        # A union in a union.
        (Union[Animal, Cage], {"kind": "cat"}, Cat(kind="cat")),
        (Union[Animal, Cage], {"size": 2}, Cage(size=2.0)),
        (Union[Animal, Cage], {"kind": "fish"}, Unknown.from_dict({"kind": "fish"})),
        (Union[Animal, str, None], {"kind": "dog"}, Dog(kind="dog")),
        (list[Animal], [{"kind": "dog"}], [Dog(kind="dog")]),
        # By constants and fields.
        (Cat | Dog, {"kind": "dog"}, Dog(kind="dog")),
        (Cat | Dog, {"kind": "fish"}, Unknown.from_dict({"kind": "fish"})),
        (Cat | Cage, {"size": 1}, Cage(size=1.0)),
        (Cat | Cage, {"other": 1}, Unknown.from_dict({"other": 1})),
        (Owner | Thing, {"id": "a", "age": 3}, Owner(id="a", age=3)),
        (Owner | Thing, {"id": "a", "size": 3}, Thing(id="a", size=3)),
        (Thing | Owner, {"id": "a"}, Thing(id="a")),
        (Thing | None, {"size": 3}, Thing.from_dict({"size": 3})),
        (Thing | str, {"size": 3}, Thing.from_dict({"size": 3})),
        # By kinds.
        (Thing | str, "a", "a"),
        (Thing | list[Thing], [{"id": "a"}], [Thing(id="a")]),
        (list[str] | list[Thing], [{"id": "a"}, "b"], [Thing(id="a"), "b"]),
        (dict[str, Thing] | str, {"a": {"id": "b"}}, {"a": Thing(id="b")}),
        (dict[str, int] | dict[str, Thing], {"a": {"id": "b"}, "c": 1}, {"a": Thing(id="b"), "c": 1}),
        (Cat | dict[str, Thing], {"kind": "cat"}, Cat(kind="cat")),
        (Cat | Cage | dict[str, Thing], {"a": {"id": "b"}}, {"a": Thing(id="b")}),
        (Cat | Cage | dict, {"a": 1}, {"a": 1}),
        (Union[Cat, Cage, Any], {"a": 1}, {"a": 1}),
        (float | str, 1, 1.0),
        (int | float, 1, 1),
        (float | str, True, True),
        (date | str, "2026-01-31", "2026-01-31"),
        (date | Literal["never"], "2026-01-31", "2026-01-31"),
        (date | None, "2026-01-31", date(2026, 1, 31)),
        (date | datetime, "2026-01-31", date(2026, 1, 31)),
        (datetime | date, "2026-01-31T10:00:00", datetime(2026, 1, 31, 10)),
        (UUID | date | int, "2026-01-31", date(2026, 1, 31)),
        (UUID | date | int, "soon", "soon"),
        (int | str, 3, 3),
        # A type inside itself, whose name is known where it is used.
        (Owner, {"id": "a", "tree": [1, {"a": [{"kind": "cat"}]}]}, Owner(id="a", tree=[1, {"a": [Cat(kind="cat")]}])),
        # Types that say nothing.
        (object, {"a": 1}, {"a": 1}),
        (Any, [1], [1]),
        (list, [1], [1]),
        (dict[str, Any], {"a": {}}, {"a": {}}),
        (list[int], "no list", "no list"),
        (dict[str, Thing], ["no object"], ["no object"]),
        (Annotated[list[Thing], "a remark"], [{"id": "a"}], [Thing(id="a")]),
    ],
)  # fmt: skip
def test_unions(to, data, value):
    found = decode(to, data)
    assert found == value
    assert type(found) is type(value)
    assert encode(found) == data


@dataclass(kw_only=True, slots=True)
class Text(BaseModel):
    id: str
    content: str


@dataclass(kw_only=True, slots=True)
class Parts(BaseModel):
    id: str
    content: list[Thing]
    at: date | None
    mark: Literal["x"] | int = absent
    anything: Any = absent


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"id": "a", "content": "b", "at": None}, Text),
        ({"id": "a", "content": [{"id": "b"}], "at": None}, Parts),
        ({"id": "a", "content": [{"id": "b"}], "at": "2026-01-31", "mark": 3, "anything": {}}, Parts),
    ],
)
def test_variants_with_the_same_names_are_told_apart_by_their_kinds(data, kind):
    assert type(decode(Text | Parts, data)) is kind
    assert type(decode(Parts | Text, data)) is kind


def test_rule_14_unknown_variants_are_kept():
    data = {"kind": "fish", "fins": [1, {"a": None}]}
    (pet,) = Owner.from_dict({"id": "a", "pets": [data]}).pets
    assert isinstance(pet, Unknown)
    assert (pet.kind, pet.fins) == ("fish", [1, {"a": None}])
    assert pet.model_extra == pet.to_dict() == data
    assert pet.model_fields_set == frozenset()


# Rich values.


def at(*numbers: int, hours: float = 0) -> datetime:
    return datetime(*numbers, tzinfo=timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    ("to", "text", "value", "again"),
    [
        (datetime, "2026-01-31T10:20:30Z", at(2026, 1, 31, 10, 20, 30), "2026-01-31T10:20:30Z"),
        (datetime, "2026-01-31t10:20:30z", at(2026, 1, 31, 10, 20, 30), "2026-01-31T10:20:30Z"),
        (datetime, "2026-01-31 10:20:30+00:00", at(2026, 1, 31, 10, 20, 30), "2026-01-31T10:20:30Z"),
        (datetime, "2026-01-31T10:20:30+05:30", at(2026, 1, 31, 10, 20, 30, hours=5.5), "2026-01-31T10:20:30+05:30"),
        (datetime, "2026-01-31T10:20:30-0800", at(2026, 1, 31, 10, 20, 30, hours=-8), "2026-01-31T10:20:30-08:00"),
        (datetime, "2026-01-31T10:20:30+02", at(2026, 1, 31, 10, 20, 30, hours=2), "2026-01-31T10:20:30+02:00"),
        (datetime, "2026-01-31T10:20:30.5Z", at(2026, 1, 31, 10, 20, 30, 500_000), "2026-01-31T10:20:30.500000Z"),
        (datetime, "2026-01-31T10:20:30.123456789Z", at(2026, 1, 31, 10, 20, 30, 123_456), "2026-01-31T10:20:30.123456Z"),
        (datetime, "2026-01-31T10:20:30", datetime(2026, 1, 31, 10, 20, 30), "2026-01-31T10:20:30"),
        (date, "2026-01-31", date(2026, 1, 31), "2026-01-31"),
        (UUID, "0190A3C2-7B1E-7F00-8000-0123456789ab", UUID(int=0x190A3C27B1E7F0080000123456789AB), "0190a3c2-7b1e-7f00-8000-0123456789ab"),
        (Decimal, "1.10", Decimal("1.10"), "1.10"),
        (Decimal, "-.5", Decimal("-0.5"), "-0.5"),
        (Decimal, "1e400", Decimal("1e400"), "1E+400"),
        (bytes, "aGk=", b"hi", "aGk="),
        (bytes, "-_8=", b"\xfb\xff", "+/8="),
        (bytes, "", b"", ""),
        (timedelta, "PT1H30M", timedelta(hours=1, minutes=30), "PT5400S"),
        (timedelta, "P1DT2.5S", timedelta(days=1, seconds=2.5), "P1DT2.5S"),
        (timedelta, "P2W", timedelta(weeks=2), "P14D"),
        (timedelta, "-PT0,000001S", timedelta(microseconds=-1), "-PT0.000001S"),
        (timedelta, "PT0S", timedelta(), "PT0S"),
        (timedelta, "P0D", timedelta(), "PT0S"),
        (timedelta, "P1D", timedelta(days=1), "P1D"),
        (float, 1, 1.0, 1.0),
        (float, 2**53, 2.0**53, 2.0**53),
    ],
)  # fmt: skip
def test_rich_values(to, text, value, again):
    found = decode(to, text)
    assert found == value
    assert type(found) is type(value)
    assert encode(found) == again
    assert decode(to, again) == found


@pytest.mark.parametrize(
    ("to", "data"),
    [
        *((datetime, data) for data in (
            "", "soon", "2026-01-31", "2026-13-31T10:20:30Z", "2026-01-31T10:20:60Z", "20260131T102030Z",
            "2026-W05-6T10:20:30Z", "2026-01-31T10:20Z", "2026-01-31T10:20:30+25:00", "٢٠٢٦-01-31T10:20:30Z",
            " 2026-01-31T10:20:30Z", "0000-01-01T00:00:00Z", 1_769_854_830, 1.5, True, [], {}, None,
        )),
        *((date, data) for data in ("", "2026-02-30", "20260131", "2026-W05-6", "2026-01-31T00:00:00Z", 20260131)),
        *((UUID, data) for data in (
            "", "x", "0190a3c27b1e7f0080000123456789ab", "{0190a3c2-7b1e-7f00-8000-0123456789ab}",
            "urn:uuid:0190a3c2-7b1e-7f00-8000-0123456789ab", "0190a3c2-7b1e-7f00-8000-0123456789a_", 7,
        )),
        *((Decimal, data) for data in (
            "", "x", "NaN", "sNaN", "Infinity", " 1", "1_000", "1,5", "٣", "1e99999999999999999999", 1, 1.5, True,
        )),
        *((bytes, data) for data in ("aGk", "a", "not base64!", "é", "aGk=\n", 7, [1])),
        *((timedelta, data) for data in (
            "", "P", "PT", "P1DT", "P1Y", "P1M", "1h", "PT1.5H", "P-1D", "PT1S2", "P1D2W", "p1d", 3600,
            "P999999999999D", f"PT{'9' * 5000}S",
        )),
        *((float, data) for data in ("1.5", 2**53 + 1, 10**400, True, None, [])),
        *((int, data) for data in ("1", 1.5)),
    ],
)  # fmt: skip
def test_what_is_no_such_value_stays_as_it_came(to, data):
    found = decode(to, data)
    assert found == data
    assert type(found) is type(data)
    assert encode(found) == data


def test_rich_values_in_models():
    data = {"days": ["2026-01-31", None, "soon"], "either": "2026-01-31", "ratio": 1, "data": "aGk="}
    rich = Rich.from_dict(data)
    assert rich.days == [date(2026, 1, 31), None, "soon"]
    assert rich.either == date(2026, 1, 31)
    assert rich.ratio == 1.0
    assert rich.data == b"hi"
    assert rich.to_dict() == data


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Color.BLUE, "blue"),
        (Level.HIGH, 3),
        (Name("n"), "n"),
        ({Color.BLUE: Color.BLUE}, {"blue": "blue"}),
        ({1: True, None: 2, UUID(int=0): 3}, {"1": True, "None": 2, str(UUID(int=0)): 3}),
        ((1, 2), [1, 2]),
        ({3}, [3]),
        ((n for n in "ab"), ["a", "b"]),
        ({"a": omit, "b": [omit, 1]}, {"b": [1]}),
        (time(10, 20), "10:20:00"),
        (bytearray(b"hi"), "aGk="),
        (memoryview(b"hi"), "aGk="),
        ([Owner(id="a", pets=[Cat(kind="cat")])], [{"id": "a", "pets": [{"kind": "cat"}]}]),
    ],
)
def test_what_programs_send(value, plain):
    assert encode(value) == plain
    json.dumps(encode(value))


@pytest.mark.parametrize("value", [object(), 1j, print, [object()], {"a": object()}])
def test_what_json_has_no_form_for_is_a_type_error(value):
    with pytest.raises(TypeError, match="cannot be written as JSON"):
        encode(value)


# Whatever comes.

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
    | st.sampled_from(["cat", "dog", "fish", "2026-01-31", "2026-01-31T10:00:00Z", "1.5", "aGk=", "PT1S", str(UUID(int=0))]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "a"]), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip
_NAMES = ["id", "age", "from", "kind", "pet", "pets", "by_name", "friend", "tree", "lives", "name", "new"]
_OBJECTS = st.dictionaries(st.sampled_from(_NAMES), _JSON, max_size=6)


@bounded
@given(data=_OBJECTS)
def test_any_object_decodes_and_encodes_to_what_came(data):
    owner = Owner.from_dict(data)
    assert owner.to_dict() == data
    assert Owner.from_dict(owner.to_dict()) == owner
    assert Owner.from_dict(json.loads(owner.to_json())) == owner
    assert pickle.loads(pickle.dumps(owner)) == copy.deepcopy(owner) == owner
    assert len(repr(owner)) <= 1024


@bounded
@given(
    data=st.dictionaries(
        st.sampled_from(["at", "day", "key", "price", "data", "length", "ratio", "days", "either"]), _JSON
    )
)
def test_any_object_of_rich_values_decodes_and_encodes(data):
    rich = Rich.from_dict(data)
    assert Rich.from_dict(rich.to_dict()) == rich
    assert Rich.from_dict(json.loads(rich.to_json())) == rich


_TREES = st.deferred(
    lambda: st.integers()
    | _CATS
    | st.lists(_TREES, max_size=2)
    | st.dictionaries(st.text(max_size=3), _TREES, max_size=2)
)
_CATS = st.builds(Cat, kind=st.just("cat"), lives=st.integers() | st.just(absent))
_DOGS = st.builds(Dog, kind=st.sampled_from(["dog", "wolf"]), name=st.none() | st.text() | st.just(absent))
_ANIMALS = _CATS | _DOGS
_OWNERS = st.deferred(
    lambda: st.builds(
        Owner,
        id=st.text(),
        age=st.none() | st.integers() | st.just(absent),
        from_=st.text() | st.just(absent),
        kind=st.text() | st.just(absent),
        pet=st.none() | _ANIMALS | st.just(absent),
        pets=st.lists(_ANIMALS, max_size=2) | st.just(absent),
        by_name=st.dictionaries(st.text(), _ANIMALS, max_size=2) | st.just(absent),
        friend=st.none() | _OWNERS | st.just(absent),
        tree=_CATS | st.integers() | st.just(absent),
    )
)
_RICHES = st.builds(
    Rich,
    at=st.datetimes(timezones=st.sampled_from([timezone(timedelta()), timezone(timedelta(hours=-3.5))]))
    | st.just(absent),
    day=st.dates() | st.just(absent),
    key=st.uuids() | st.just(absent),
    price=st.decimals(allow_nan=False, allow_infinity=False) | st.just(absent),
    data=st.binary() | st.just(absent),
    length=st.timedeltas() | st.just(absent),
    ratio=st.floats(allow_nan=False, allow_infinity=False) | st.just(absent),
    days=st.lists(st.none() | st.dates()) | st.just(absent),
    either=st.dates() | st.uuids() | st.integers() | st.just(absent),
)


@bounded
@given(model=_OWNERS | _RICHES)
def test_an_instance_encodes_and_decodes_to_its_equal(model):
    again = type(model).from_dict(json.loads(model.to_json()))
    assert again == model
    assert again.model_fields_set == model.model_fields_set
    assert again.to_dict() == model.to_dict()


# The whole.


def test_nesting_without_end_is_no_crash(serve, caller):
    depth = 20_000
    data: Any = {"id": "deep"}
    for _ in range(depth):
        data = {"friend": data}
    assert type(decode(list[Owner], [data])) is list
    server = serve(Answer(body=b'{"friend":' * depth + b"{}" + b"}" * depth))
    with pytest.raises(APIResponseValidationError):
        caller.call(caller.client(server.url), lambda c: c.get("/x", cast_to=Owner))


FRESH = """
from __future__ import annotations
from dataclasses import dataclass
from typing import Annotated, Literal, Union
from _core.codec import Discriminator
from _core.model import BaseModel

@dataclass(kw_only=True, slots=True)
class Leaf(BaseModel):
    kind: Literal["leaf"]

@dataclass(kw_only=True, slots=True)
class Node(BaseModel):
    kind: Literal["node"]
    parts: list[Part]
    deep: Deep

Part = Annotated[Union[Leaf, Node], Discriminator("kind")]
Deep = Union[int, Leaf, list["Deep"], dict[str, "Deep"]]
"""


@pytest.mark.parametrize("attempt", range(10))
def test_rule_52_threads_may_decode_a_class_for_the_first_time_together(monkeypatch, attempt):
    module = ModuleType(f"fresh_{attempt}")  # whose classes nobody has decoded yet
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(FRESH, vars(module))
    interval = sys.getswitchinterval()
    count = 16
    barrier = Barrier(count)
    data = {"kind": "node", "parts": [{"kind": "leaf"}], "deep": [1, {"a": [{"kind": "leaf"}]}]}

    def run(_: int) -> Any:
        barrier.wait()
        return module.Node.from_dict(data)

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(count) as pool:
            found = list(pool.map(run, range(count)))
    finally:
        sys.setswitchinterval(interval)
    leaf = module.Leaf(kind="leaf")
    assert all(node == module.Node(kind="node", parts=[leaf], deep=[1, {"a": [leaf]}]) for node in found)


# How objects are decoded: by code that is written for their class.


def test_names_on_the_wire_never_become_code():
    hostile = '"]; raise SystemExit  #\n import os'
    cls = make_dataclass(
        "Hostile",
        [
            ("plain", str, field(metadata={"wire": hostile})),
            ("other", Any, field(default=absent, metadata={"wire": "]"})),
        ],
        bases=(BaseModel,),
        kw_only=True,
        slots=True,
    )
    model = decode(cls, {hostile: "a", "]": 1, "'": 2})
    assert (model.plain, model.other, model.model_extra) == ("a", 1, {"'": 2})
    assert model.to_dict() == {hostile: "a", "]": 1, "'": 2}


def test_a_class_is_compiled_once_at_its_first_object():
    program = (
        "import sys\n"
        "from toy import Thing\n"
        "from _core.codec import decode\n"
        "ran = []\n"
        "sys.addaudithook(lambda event, args: event == 'exec' and ran.append(args[0].co_filename))\n"
        "for _ in range(1000):\n"
        "    decode(list[Thing], [{'id': 'a'}, {'id': 'b', 'size': 1, 'more': 2}])\n"
        "print(*[name for name in ran if 'decoder' in name], sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.splitlines() == ["<decoder of Thing>"]


@dataclass(kw_only=True, slots=True)
class Base(BaseModel):
    name: str | None = absent
    type: Literal["base"] | None = absent


@dataclass(kw_only=True, slots=True)
class Tuned(BaseModel):
    name: str | None = absent
    type: Literal["tuned"] | None = absent


def test_a_tag_that_need_not_be_there_tells_variants_apart():
    either = Annotated[Base | Tuned, Discriminator("type")]
    assert decode(either, {"type": "tuned"}) == Tuned(type="tuned")
    assert decode(either, {"type": "base", "name": "a"}) == Base(type="base", name="a")
    assert isinstance(decode(either, {"type": "new"}), Unknown)
    assert decode(Base | Tuned, {"type": "tuned"}) == Tuned(type="tuned")
    assert isinstance(decode(Base | Tuned, {"type": None, "name": "a"}), Base)
