"""Which names did the author of a document choose for its users?"""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.api import ChosenCall
from sdkloom.ir.base import Chosen, Json, Name
from sdkloom.lower.extensions import Place, place_of
from sdkloom.lower.extensions.table import (
    ENUM_NAME,
    GROUP,
    INLINE_TYPE_NAME,
    METHOD,
    PARAMETER_NAME,
    PROPERTY_NAME,
    TYPE_NAME,
)
from sdkloom.name.words import split_words


def chosen_type(node: Json, pointer: str) -> Chosen | None:
    """What the type that this schema defines is called; beside a property, most names mean the property."""
    names = INLINE_TYPE_NAME if place_of(pointer) is Place.PROPERTY else TYPE_NAME
    said = names.said(node) or ENUM_NAME.said(node)
    return Chosen(said.value, said.keyword) if said is not None else None


def property_name(wire: str, node: Json) -> Name:
    """The name of a property."""
    return Name(wire, split_words(PROPERTY_NAME.of(node) or wire))


def parameter_name(wire: str, node: Json, schema: Json) -> Name:
    """The name of a parameter."""
    return Name(wire, split_words(PARAMETER_NAME.of(node) or PARAMETER_NAME.of(schema) or wire))


def chosen_call(operation: Mapping[str, Json]) -> ChosenCall | None:
    """Where an operation is found, and what it is called there."""
    group, method = GROUP.said(operation), METHOD.said(operation)
    if group is None and method is None:
        return None
    keywords = tuple(said.keyword for said in (group, method) if said is not None)
    return ChosenCall(group.value if group else None, method.value if method else "", keywords)
