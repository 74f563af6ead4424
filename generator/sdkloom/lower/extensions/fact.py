"""What is one thing that extensions can say, by which names, and where may they stand?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from sdkloom.ir.base import Json

T = TypeVar("T")

_METHODS = "get|put|post|delete|options|head|patch|trace|query"


class Place(Enum):
    """The kinds of object that extensions stand in."""

    ROOT = "root"
    OPERATION = "operation"
    PARAMETER = "parameter"
    SCHEMA = "schema"
    PROPERTY = "property"
    MEDIA = "media"
    SECURITY_SCHEME = "security scheme"
    ELSEWHERE = "elsewhere"


# What the end of a pointer says of the object there; the first that fits counts.
_PLACES = (
    (Place.ROOT, re.compile(r"#")),
    (Place.PROPERTY, re.compile(r".*/properties/[^/]+")),
    (Place.OPERATION, re.compile(rf"#/(?:paths|webhooks)/[^/]+/(?i:{_METHODS})")),
    (Place.OPERATION, re.compile(r".*/additionalOperations/[^/]+")),
    (Place.PARAMETER, re.compile(r".*/parameters/[^/]+")),
    (Place.MEDIA, re.compile(r".*/(?:content|mediaTypes)/[^/]+")),
    (Place.SECURITY_SCHEME, re.compile(r".*/(?:securitySchemes|securityDefinitions)/[^/]+")),
    (Place.SCHEMA, re.compile(r".*/(?:schema|itemSchema|items|additionalProperties|not|if|then|else)")),
    (Place.SCHEMA, re.compile(r".*/(?:schemas|\$defs|definitions|allOf|oneOf|anyOf|prefixItems)/[^/]+")),
)


def place_of(pointer: str) -> Place:
    """The kind of object that stands at a pointer."""
    return next((place for place, pattern in _PLACES if pattern.fullmatch(pointer)), Place.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A name of an extension, and how its value is read.

    `read` answers None where the value says nothing, or has a form that is not known.
    """

    keyword: str
    read: Callable[[Json], T | None]


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """What an extension says, and which one."""

    value: T
    keyword: str


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One thing that extensions can say of the objects at some places; the first row that says it counts."""

    places: frozenset[Place]
    rows: tuple[Row[T], ...]

    @property
    def keywords(self) -> frozenset[str]:
        """The names under which it is said."""
        return frozenset(row.keyword for row in self.rows)

    def said(self, node: Json) -> Said[T] | None:
        """What a node says, with the name of the extension."""
        if not isinstance(node, Mapping):
            return None
        for row in self.rows:
            value = row.read(node[row.keyword]) if row.keyword in node else None
            if value is not None:
                return Said(value, row.keyword)
        return None

    def of(self, node: Json) -> T | None:
        """What a node says."""
        said = self.said(node)
        return said.value if said is not None else None

    def honours(self, keyword: str, value: Json, place: Place) -> bool:
        """Does this extension say something here that is understood?"""
        return place in self.places and any(
            row.keyword == keyword and row.read(value) is not None for row in self.rows
        )


def fact(places: tuple[Place, ...], *rows: tuple[str, Callable[[Json], T | None]]) -> Fact[T]:
    """A fact from the names of its extensions, each with how it is read."""
    return Fact(frozenset(places), tuple(Row(keyword, read) for keyword, read in rows))
