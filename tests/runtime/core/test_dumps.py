"""Models as plain data by the names of their attributes, as programs that know pydantic ask for them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from _core.model import BaseModel
from _core.unset import absent


@dataclass(kw_only=True, slots=True)
class Toe(BaseModel):
    count: int
    from_: str | None = field(default=absent, metadata={"wire": "from"})


@dataclass(kw_only=True, slots=True)
class Paw(BaseModel):
    toes: list[Toe]
    born: datetime
    by_name: dict[str, Toe] = absent
    day: date | None = absent
    side: str | None = absent


DATA = {
    "toes": [{"count": 1, "from": "left"}, {"count": 2, "from": None}],
    "born": "2026-01-31T12:00:00Z",
    "by_name": {"big": {"count": 3}},
    "side": None,
    "more": {"deep": [1]},
}
BORN = datetime(2026, 1, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            {},
            {
                "toes": [{"count": 1, "from_": "left"}, {"count": 2, "from_": None}],
                "born": BORN,
                "by_name": {"big": {"count": 3, "from_": None}},
                "day": None,
                "side": None,
                "more": {"deep": [1]},
            },
        ),
        (
            {"mode": "json", "by_alias": True, "exclude_unset": True},
            DATA,
        ),
        (
            {"exclude_none": True},
            {
                "toes": [{"count": 1, "from_": "left"}, {"count": 2}],
                "born": BORN,
                "by_name": {"big": {"count": 3}},
                "more": {"deep": [1]},
            },
        ),
    ],
)
def test_a_model_is_dumped_as_it_is_asked_for(options: Any, expected: Any) -> None:
    assert Paw.from_dict(DATA).model_dump(**options) == expected


def test_a_dump_is_json_text_as_well() -> None:
    paw = Paw.from_dict(DATA)
    text = paw.model_dump_json(indent=2, exclude_unset=True, by_alias=True)
    assert text == json.dumps(DATA, indent=2, ensure_ascii=False)
    assert json.loads(paw.model_dump_json()) == paw.model_dump(mode="json")
