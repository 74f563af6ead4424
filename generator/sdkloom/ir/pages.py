"""An answer that comes in pages: where its items are, and how the page after it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum as StandardEnum

from sdkloom.ir.base import Name
from sdkloom.ir.types import Type

Path = tuple[str, ...]
"""Names on the wire that lead into an object, from the outside in; () is the object itself."""


@dataclass(frozen=True, slots=True)
class InHeader:
    """What stands in a header of the answer, not in the answer itself."""

    name: str


Spot = Path | InHeader
"""Where a page says something."""


def spot_text(spot: Spot) -> str:
    """A spot as configurations and clients write it: `meta.next`, or `header X-Next`."""
    return f"header {spot.name}" if isinstance(spot, InHeader) else ".".join(spot)


class Carrier(StandardEnum):
    """The part of a request that carries what asks for a page."""

    QUERY = "query"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sent:
    """A query parameter, or the path of a field of the body."""

    carrier: Carrier
    path: Path


class Origin(StandardEnum):
    """Where in a page its cursor is found."""

    ANSWER = "answer"
    LAST_ITEM = "last item"


class Step(StandardEnum):
    """What an offset counts."""

    ITEMS = "items"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Paged:
    """What every kind of pages has.

    `rule` names the rule that says so, and `reason` where the rule comes from. `items` is the path of the
    list in the answer, `item` the type of what it holds; `more` leads to a flag that is false on the last
    page, and `limit` is what asks for a size of pages, None where there is none.
    """

    rule: Name
    reason: str
    items: Path
    item: Type
    more: Path | None
    limit: Sent | None


@dataclass(frozen=True, slots=True)
class CursorPages(Paged):
    """A page gives a value, found at `read`, that asks for the next one; there is none after the last."""

    send: Sent
    read: Spot
    origin: Origin


@dataclass(frozen=True, slots=True)
class OffsetPages(Paged):
    """Pages are asked for by how many items, or pages, come before them.

    `first` is what the first page is asked for by. `total` leads to the number of all items, `last` to the
    number of pages.
    """

    send: Sent
    step: Step
    first: int
    total: Spot | None
    last: Spot | None


@dataclass(frozen=True, slots=True)
class LinkPages(Paged):
    """A page gives the URL of the next one: at `read`, or in its `Link` header where that is None."""

    read: Spot | None


Pagination = CursorPages | OffsetPages | LinkPages
"""How the items of an answer are spread over pages."""
