"""Which property of a rule for pages plays which part, where the rule marks it and where it does not?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.base import Json

_MARK = "x-stainless-pagination-property"

# By what a property without a mark is known: the words of its name, and its type. Words are written together.
_NAMES = {
    "limit": ("limit pagesize perpage size count maxresults first top pagelimit", "integer"),
    "more": ("hasmore hasnext hasnextpage more", "boolean"),
    "next_cursor_param": (
        "cursor after next nextcursor pagetoken nexttoken startingafter startafter marker continuation token",
        "string",
    ),
    "next_cursor_field": (
        "nextcursor next nextpagetoken nexttoken cursor after endcursor nextpage lastid nextid marker token",
        "string",
    ),
    "next_cursor_id_param": ("after startingafter afterid cursor sinceid", "string"),
    "cursor_item_id": ("id", "string"),
    "cursor_url_field": ("next nexturl nextpageurl nextlink nextpage", "string"),
    "offset_count_param": ("offset skip start from startindex", "integer"),
    "page_number_param": ("page pagenumber pageno pageindex p", "integer"),
}


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a request or a response: its dotted path, its purpose and its schema.

    `data[].id` is one of an item.
    """

    path: str
    purpose: str
    schema: Mapping[str, Json]
    header: str = ""

    @property
    def word(self) -> str:
        """Its name, whatever its spelling."""
        return re.sub(r"[^a-z0-9]", "", self.path.rpartition(".")[2].lower())

    def is_of(self, kind: str) -> bool:
        """Has it this type, perhaps among others?"""
        said = self.schema.get("type")
        return kind in said if isinstance(said, list) else said == kind


def properties(node: Json, path: str) -> Iterator[Property]:
    """All properties below a map of them, outer ones first."""
    for key, schema in node.items() if isinstance(node, Mapping) else ():
        if not isinstance(schema, Mapping):
            continue
        place = f"{path}.{key}" if path else str(key)
        marked = schema.get(_MARK)
        mark: Mapping[str, Json] = marked if isinstance(marked, Mapping) else {}
        purpose = (
            "is_top_level_array" if mark.get("is_top_level_array") is True else str(mark.get("purpose") or "")
        )
        yield Property(place, purpose, schema, str(mark.get("from_header") or ""))
        inside = "" if purpose == "is_top_level_array" else place
        yield from properties(schema.get("properties"), inside)
        items = schema.get("items")
        if isinstance(items, Mapping):
            yield from properties(items.get("properties"), f"{inside}[]")


def items_of(response: list[Property]) -> Property | None:
    """What holds the items: by its purpose, or the only list."""
    said = with_purpose(response, "items")
    lists = [found for found in response if found.is_of("array") and "[]" not in found.path]
    top = next((found for found in response if found.purpose == "is_top_level_array"), None)
    if top is not None:
        return Property("", "items", {})
    return said or (lists[0] if len(lists) == 1 else None)


def with_purpose(found: list[Property], purpose: str) -> Property | None:
    """The property that is marked so."""
    return next((one for one in found if one.purpose == purpose), None)


def named(found: list[Property], part: str) -> Property | None:
    """A property that has a usual name and type for a part, and no mark; of several the most usual."""
    words, kind = _NAMES[part]
    free = {one.word: one for one in reversed(found) if not one.purpose and one.is_of(kind)}
    return next((free[word] for word in words.split() if word in free), None)


def find(found: list[Property], part: str) -> Property | None:
    """What plays a part without a mark: a property of a usual name, or the only one that could."""
    _, kind = _NAMES[part]
    sizes = _NAMES["limit"][0].split()
    left = [one for one in found if one.is_of(kind) and not one.purpose and one.word not in sizes]
    if part != "cursor_item_id":
        left = [one for one in left if "[]" not in one.path]
    return named(left, part) or (left[0] if len(left) == 1 else None)
