"""What a contradiction in the IR is: each of them is found, and none where there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sdkloom.ir.api import Api, Operation, Parameter, Place, Response
from sdkloom.ir.base import Docs, Name, Source
from sdkloom.ir.check import BrokenInvariant, check_api
from sdkloom.ir.pages import (
    Carrier,
    CursorPages,
    LinkPages,
    OffsetPages,
    Origin,
    Pagination,
    Sent,
    Step,
)
from sdkloom.ir.types import Field, ListType, Model, PrimitiveType, RefType, Scalar, Type

_TEXT = PrimitiveType(Scalar.STRING)
_AT = Source("api.yaml", "#")


def _name(wire: str) -> Name:
    return Name(wire, (wire,))


def _model(id: str, /, **fields: Type) -> Model:
    listed = tuple(Field(_name(key), found, True, None, Docs(), _AT) for key, found in fields.items())
    return Model(id, _name(id), None, listed, None, Docs(), _AT)


_ITEM = _model("item", id=_TEXT)
_LIST = _model("list", data=ListType(RefType("item")), next=_TEXT, more=PrimitiveType(Scalar.BOOLEAN))


def _api(pages: Pagination | None = None, **changed: Any) -> Api:
    cursor = Parameter(_name("cursor"), Place.QUERY, _TEXT, False, "form", True, None, Docs(), _AT)
    response = Response(("200",), "application/json", RefType("list"), Docs())
    operation = Operation(
        id="get /items",
        name=_name("list"),
        method="get",
        path="/items",
        tags=(),
        parameters=(cursor,),
        body=None,
        response=response,
        variants=(),
        errors=(),
        security=None,
        servers=(),
        docs=Docs(),
        source=_AT,
        pagination=pages,
    )
    api = Api("Toy", "1", Docs(), (), (operation,), {"item": _ITEM, "list": _LIST}, (), (), None, _AT)
    return replace(api, **changed)


_BASE: dict[str, Any] = {
    "rule": _name("rule"),
    "reason": "",
    "items": ("data",),
    "item": RefType("item"),
    "more": None,
    "limit": None,
}
_SENT = Sent(Carrier.QUERY, ("cursor",))
_CURSOR = CursorPages(**_BASE, send=_SENT, read=("next",), origin=Origin.ANSWER)
_OFFSET = OffsetPages(**_BASE, send=_SENT, step=Step.ITEMS, first=0, total=None, last=None)
_LINK = LinkPages(**_BASE, read=None)


@pytest.mark.parametrize(
    "pages",
    [
        None,
        _CURSOR,
        replace(_CURSOR, more=("more",)),
        replace(_CURSOR, read=("id",), origin=Origin.LAST_ITEM),
        _OFFSET,
        _LINK,
        replace(_LINK, read=("next",)),
    ],
)
def test_what_fits_is_no_contradiction(pages: Pagination | None) -> None:
    check_api(_api(pages))


@pytest.mark.parametrize(
    ("pages", "problem"),
    [
        (replace(_LINK, items=("next",)), "has no list"),
        (replace(_LINK, items=()), "has no list"),
        (replace(_LINK, read=("other",)), "answers nothing at"),
        (replace(_LINK, more=("data", "id")), "answers nothing at"),
        (replace(_OFFSET, total=("total",)), "answers nothing at"),
        (replace(_OFFSET, last=("last",)), "answers nothing at"),
        (replace(_CURSOR, read=("id",)), "answers nothing at"),
        (replace(_CURSOR, origin=Origin.LAST_ITEM), "has items without"),
        (replace(_CURSOR, send=Sent(Carrier.QUERY, ("page",))), "cannot send"),
        (replace(_CURSOR, send=Sent(Carrier.BODY, ("cursor",))), "cannot send"),
        (replace(_OFFSET, limit=Sent(Carrier.QUERY, ("limit",))), "cannot send"),
    ],
)
def test_pages_that_no_answer_has_are_a_contradiction(pages: Pagination, problem: str) -> None:
    with pytest.raises(BrokenInvariant, match=problem):
        check_api(_api(pages))


def test_every_contradiction_is_named() -> None:
    unowned = replace(_ITEM, owner="nobody", name=Name("item", ()))
    missing = replace(_model("list", data=ListType(RefType("gone"))), id="other")
    with pytest.raises(BrokenInvariant) as raised:
        check_api(_api(definitions={"item": unowned, "list": missing}))
    assert len(str(raised.value).splitlines()) == 4
