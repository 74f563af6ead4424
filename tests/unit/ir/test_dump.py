"""Dumps: the IR as stable text and as JSON."""

from __future__ import annotations

import json

import pytest

from sdkloom.ir.api import Api
from sdkloom.ir.base import Default, Docs, Name, Source
from sdkloom.ir.dump import dump_any, dump_json, dump_text, type_text
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Definition,
    Discriminator,
    Enum,
    Field,
    Flow,
    ListType,
    LiteralType,
    MapType,
    Member,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)

_STRING = PrimitiveType(Scalar.STRING)
_ID = "#/components/schemas/"
_AT = Source("api.yaml", "#")


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (PrimitiveType(Scalar.INTEGER, "int64"), "integer(int64)"),
        (LiteralType(("a", None, 1), open=True), '"a" | null | 1 | ...'),
        (ListType(_STRING), "list[string]"),
        (ListType(_STRING, (PrimitiveType(Scalar.NUMBER),)), "list[number, string]"),
        (MapType(NullableType(_STRING)), "map[string | null]"),
        (UnionType((RefType(f"{_ID}A"), _STRING), Discriminator("kind")), "(A | string) by kind"),
        (BinaryType(Flow.UPLOAD), "binary upload"),
        (AnyType("nothing is said"), "any"),
    ],
)
def test_types(node: Type, text: str) -> None:
    assert type_text(node) == text


def _api() -> Api:
    fields = (
        Field(Name("kind", ("kind",)), _STRING, True, None, Docs(), _AT),
        Field(Name("n", ("n",)), AnyType("nothing is said"), False, Default(None), Docs(), _AT),
    )
    definitions: tuple[Definition, ...] = (
        Model(f"{_ID}Cat", Name("Cat", ("cat",)), None, fields, _STRING, Docs(), _AT),
        Enum(
            f"{_ID}Size",
            Name("Size", ("size",)),
            f"{_ID}Cat",
            (Member(Name("s", ("s",)), "s", Docs()),),
            True,
            Docs(),
            _AT,
        ),
        Alias(f"{_ID}Cats", Name("Cats", ("cats",)), None, ListType(RefType(f"{_ID}Cat")), Docs(), _AT),
    )
    return Api("T", "1", Docs(), (), (), {item.id: item for item in definitions}, (), (), None, _AT)


def test_text() -> None:
    assert dump_text(_api()) == (
        'model cat\n  kind: string\n  n?: any = null\n  *: string\nenum size in Cat: "s", ...\nalias cats: list[Cat]\n'
    )
    assert dump_text(_api(), only="Cats") == "alias cats: list[Cat]\n"


def test_json_says_everything() -> None:
    data = json.loads(dump_json(_api()))
    model = data["definitions"][0]
    assert model["kind"] == "Model"
    assert model["fields"][1]["default"] == {"kind": "Default", "value": None}
    assert model["fields"][0]["default"] is None
    assert data["operations"] == []


def test_what_may_be_anything() -> None:
    assert dump_any(_api()) == f"{_ID}Cat: nothing is said\n"
