"""Example values: plausible, within the limits of the document, and never endless."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.example.fitting import Misfit, fitted
from sdkloom.example.scalars import scalar_value
from sdkloom.example.values import Values
from sdkloom.ir.api import Api
from sdkloom.ir.types import Limits, PrimitiveType, RefType, Scalar
from sdkloom.pipeline import understand

_ID = "#/components/schemas/"


def _api(tmp_path: Any, schemas: dict[str, Any]) -> Api:
    spec = tmp_path / "api.json"
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Example", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    spec.write_text(json.dumps(document), encoding="utf-8")
    understood = understand(Config(spec=spec), Report())
    assert understood is not None
    return understood.api


@given(st.integers(-50, 50), st.integers(0, 50), st.integers(1, 7))
def test_numbers_keep_to_their_bounds(least: int, room: int, step: int) -> None:
    limits = Limits(minimum=least, maximum=least + room)
    value = scalar_value(PrimitiveType(Scalar.INTEGER, limits=limits), "n")
    assert isinstance(value, int)
    assert least <= value <= least + room
    value = scalar_value(PrimitiveType(Scalar.INTEGER, limits=Limits(multiple_of=step)), "n")
    assert isinstance(value, int)
    assert value % step == 0


@given(st.integers(0, 30), st.integers(0, 30))
def test_texts_keep_to_their_lengths(least: int, room: int) -> None:
    limits = Limits(min_length=least, max_length=least + room + 1)
    value = scalar_value(PrimitiveType(Scalar.STRING, limits=limits), "a name of some length")
    assert isinstance(value, str)
    assert least <= len(value) <= least + room + 1


@pytest.mark.parametrize(
    "pattern", [r"^[a-z]+$", r"^\d{4}-\d{2}$", r"^[A-Z]{3}$", r"^AC[0-9a-fA-F]{32}$", r"^#[0-9a-f]{6}$"]
)
def test_patterns_are_met(pattern: str) -> None:
    value = scalar_value(PrimitiveType(Scalar.STRING, limits=Limits(pattern=pattern)), "Name 1")
    assert re.search(pattern, str(value))


def test_a_type_inside_itself_ends(tmp_path: Any) -> None:
    node = {"type": "object", "required": ["next", "all"]}
    node |= {
        "properties": {
            "next": {"$ref": f"{_ID}Node"},
            "all": {"type": "array", "items": {"$ref": f"{_ID}Node"}},
        }
    }
    api = _api(tmp_path, {"Node": node})
    value = Values(api, "sent").of(RefType(f"{_ID}Node"), "node")
    assert isinstance(value, dict)
    assert len(json.dumps(value)) < 2000


def test_each_way_has_the_fields_that_travel(tmp_path: Any) -> None:
    fields = {
        "id": {"type": "string", "readOnly": True},
        "secret": {"type": "string", "writeOnly": True},
        "name": {"type": "string", "examples": ["Ada"]},
    }
    api = _api(tmp_path, {"User": {"type": "object", "properties": fields}})
    node = RefType(f"{_ID}User")
    assert Values(api, "sent").of(node, "user") == {"secret": "secret", "name": "Ada"}
    assert Values(api, "received").of(node, "user") == {"id": "id", "name": "Ada"}


def test_a_variant_carries_its_tag(tmp_path: Any) -> None:
    cat = {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]}
    pet = {
        "oneOf": [{"$ref": f"{_ID}Cat"}],
        "discriminator": {"propertyName": "kind", "mapping": {"tabby": f"{_ID}Cat"}},
    }
    api = _api(tmp_path, {"Cat": cat, "Pet": pet})
    assert Values(api, "sent").of(RefType(f"{_ID}Pet"), "pet") == {"kind": "tabby"}


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        ("2026-01-31T12:00:00.250Z", "date-time", "2026-01-31T12:00:00Z"),
        ("2026-01-31T12:00:00+01:00", "date-time", "2026-01-31T12:00:00+01:00"),
        ("yesterday", "date-time", None),
        ("2026-02-30", "date", None),
        ("6B1F3F4E-5B0C-4D53-9D5C-6B8C4A2F1A10", "uuid", "6b1f3f4e-5b0c-4d53-9d5c-6b8c4a2f1a10"),
        ("1e3", "decimal", None),
        ("aGk=", "byte", "aGk="),
        ("no base64", "byte", None),
    ],
)
def test_examples_are_written_so_that_they_come_back(
    tmp_path: Any, value: str, form: str, expected: str | None
) -> None:
    found = fitted(_api(tmp_path, {}), value, PrimitiveType(Scalar.STRING, form), "sent")
    assert (None if isinstance(found, Misfit) else found) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(1.0, 1), (2.5, 2.5), (7, 7), (1e-7, None), (1 << 53, None), (True, None)]
)
def test_numbers_are_taken_that_all_languages_write_alike(
    tmp_path: Any, value: float, expected: float | None
) -> None:
    found = fitted(_api(tmp_path, {}), value, PrimitiveType(Scalar.NUMBER), "sent")
    assert (None if isinstance(found, Misfit) else found) == expected
    assert type(found) is type(expected) or expected is None


def test_examples_that_contradict_their_schema_are_not_taken(tmp_path: Any) -> None:
    user = {"type": "object", "properties": {"age": {"type": "integer"}}, "required": ["age"]}
    api = _api(tmp_path, {"User": user})
    node = RefType(f"{_ID}User")
    for wrong in ({}, {"age": "7"}, {"age": True}, [], None):
        assert isinstance(fitted(api, wrong, node, "received"), Misfit)


def test_unknown_fields_are_received_but_never_sent(tmp_path: Any) -> None:
    fields = {"id": {"type": "integer", "readOnly": True}, "age": {"type": "integer"}}
    user = {"type": "object", "properties": fields, "required": ["id"]}
    api = _api(tmp_path, {"User": user, "Open": {**user, "additionalProperties": {"type": "array"}}})
    example = {"id": 1, "age": 7, "more": [1]}
    assert fitted(api, example, RefType(f"{_ID}User"), "received") == example
    assert isinstance(fitted(api, example, RefType(f"{_ID}User"), "sent"), Misfit)
    assert fitted(api, {"id": 1, "age": 7}, RefType(f"{_ID}User"), "sent") == {"age": 7}
    assert fitted(api, example, RefType(f"{_ID}Open"), "sent") == {"age": 7, "more": [1]}


def test_a_variant_keeps_its_own_value_where_its_name_is_no_tag(tmp_path: Any) -> None:
    message = {"type": "object", "properties": {"type": {"const": "message"}}, "required": ["type"]}
    item = {"oneOf": [{"$ref": f"{_ID}Message"}], "discriminator": {"propertyName": "type"}}
    api = _api(tmp_path, {"Message": message, "Item": item})
    assert Values(api, "sent").of(RefType(f"{_ID}Item"), "item") == {"type": "message"}
