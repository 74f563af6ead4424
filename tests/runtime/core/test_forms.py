"""A form that is given as a whole may be a mapping or a model."""

from __future__ import annotations

from dataclasses import dataclass, field

from _core.forms import fields_of
from _core.model import BaseModel
from _core.request import Call
from _core.unset import omit
from toy import Toy


@dataclass(kw_only=True, slots=True)
class Drink(BaseModel):
    name: str
    size: int | None = field(default=None, metadata={"wire": "cup-size"})


def test_the_fields_of_a_mapping_are_its_own() -> None:
    form = {"name": "tea", "file": b"x"}
    assert fields_of(form) is form


def test_a_form_that_is_omitted_is_not_sent() -> None:
    for name in ("form", "multipart"):
        call = Call(
            Toy(api_key="k", base_url="http://toy.invalid"), "POST", "/", str, {name: fields_of(omit)}
        )
        assert call.body() == (None, "")


def test_the_fields_of_a_model_go_by_their_names_on_the_wire() -> None:
    drink = Drink.from_dict({"name": "tea", "cup-size": 2, "new": [1]})
    assert fields_of(drink) == {"name": "tea", "cup-size": 2, "new": [1]}
