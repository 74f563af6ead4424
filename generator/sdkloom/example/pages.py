"""Which answer leads to another page, and what has the call for that page to send?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from sdkloom.example.calls import Calls
from sdkloom.example.parts import Answer, Arguments, Request, Value
from sdkloom.example.requests import RequestWriter
from sdkloom.example.values import Values
from sdkloom.ir.api import Operation, Place
from sdkloom.ir.base import Json
from sdkloom.ir.pages import (
    Carrier,
    CursorPages,
    InHeader,
    LinkPages,
    OffsetPages,
    Origin,
    Pagination,
    Path,
    Sent,
    Spot,
    Step,
)
from sdkloom.ir.paths import field_at
from sdkloom.ir.types import Type

_NEXT = (("page", "2"),)
# Relative to the page that gives it, so that it holds wherever the service is found.
_LINK = "?page=2"
# In a header.
_CURSOR = "2"


@dataclass(frozen=True, slots=True)
class PagedCall:
    """A call whose answer is not the last page: with its items, and what asks for the page after it."""

    arguments: Arguments
    answer: Answer
    items: tuple[Json, ...]
    following: Request


def paged_call(calls: Calls, operation: Operation) -> PagedCall | None:
    """A plain call with a page after its own; None where what asks for pages is no scalar."""
    pages, plain = operation.pagination, calls.plain(operation, "required")
    if pages is None or plain.answer.json is None or plain.answer.type is None:
        return None
    page = _Page(calls, plain.answer.type, pages)
    value = page.with_items(plain.answer.json[0])
    items = _at(value, pages.items)
    if not isinstance(items, list):
        return None
    value = _placed(value, pages.more, True) if pages.more is not None else value
    match pages:
        case LinkPages(read=read):
            given = read if read is not None else InHeader("Link")
            url = _LINK if read is not None else f'<{_LINK}>; rel="next"'
            answer = _said(_answered(plain.answer, value), given, url)
            return PagedCall(plain.arguments, answer, tuple(items), replace(plain.request, query=_NEXT))
        case CursorPages(send=send):
            answer, cursor = page.with_cursor(_answered(plain.answer, value), value, pages)
        case OffsetPages(send=send):
            number = _sent(plain.arguments, send)
            cursor = page.following(pages.first if number is None else number, pages, len(items))
            answer = page.with_bounds(_answered(plain.answer, value), pages, cursor, len(items))
    if isinstance(cursor, list | Mapping | None) or cursor == _sent(plain.arguments, send):
        return None
    arguments = _asking(plain.arguments, send, cursor)
    request = RequestWriter(calls.api, calls.arrays).request(operation, arguments)
    return PagedCall(plain.arguments, answer, tuple(items), request)


@dataclass(frozen=True, slots=True)
class _Page:
    """Makes an answer of a type a page that is not the last."""

    calls: Calls
    type: Type
    pages: Pagination

    @property
    def _values(self) -> Values:
        return Values(self.calls.api, "received")

    def with_items(self, value: Json) -> Json:
        """The answer with some items: with two, what counts items is told from what counts pages."""
        found = _at(value, self.pages.items)
        items = list(found) if isinstance(found, list) else []
        made = items or [self._values.of(self.pages.item, "item")]
        return _placed(value, self.pages.items, made if len(made) > 1 else made * 2)

    def with_cursor(self, answer: Answer, value: Json, pages: CursorPages) -> tuple[Answer, Json]:
        """The answer, which is this value, with what asks for the next page, and that itself."""
        if isinstance(pages.read, InHeader):
            return _said(answer, pages.read, _CURSOR), _CURSOR
        holder = self.pages.item if pages.origin is Origin.LAST_ITEM else self.type
        field = field_at(self.calls.api.definitions.get, holder, pages.read)
        cursor = self._values.of(field.type, "next") if field is not None else None
        if pages.origin is Origin.ANSWER:
            return _answered(answer, _placed(value, pages.read, cursor)), cursor
        items = list(cast("list[Json]", _at(value, pages.items)))
        known = _at(items[-1], pages.read)
        if known is None or known == "":
            items[-1] = _placed(items[-1], pages.read, cursor)
            return _answered(answer, _placed(value, pages.items, items)), cursor
        return answer, known

    def following(self, number: Json, pages: OffsetPages, count: int) -> Json:
        """What asks for the next page where this number asked for the one before."""
        if not isinstance(number, int) or isinstance(number, bool):
            return None
        return number + (1 if pages.step is Step.PAGES else count)

    def with_bounds(self, answer: Answer, pages: OffsetPages, following: Json, count: int) -> Answer:
        """The answer with numbers of items and pages that leave room for another page."""
        reached = following - pages.first if isinstance(following, int) else 0
        if pages.total is not None:
            total = 2 * (count if pages.step is Step.PAGES else reached)
            answer = _said(answer, pages.total, total)
        return answer if pages.last is None else _said(answer, pages.last, reached + 1)


def _said(answer: Answer, spot: Spot, value: str | int) -> Answer:
    """The answer that says this in a field of it, or in a header."""
    if isinstance(spot, InHeader):
        return replace(answer, headers=(*answer.headers, (spot.name, str(value))))
    assert answer.json is not None, "only JSON comes in pages"
    return _answered(answer, _placed(answer.json[0], spot, value))


def _answered(answer: Answer, value: Json) -> Answer:
    return replace(answer, json=(value,))


def _sent(arguments: Arguments, send: Sent) -> Json:
    """What a call asks by; None where it does not."""
    if send.carrier is Carrier.QUERY:
        return arguments.parameters.get((Place.QUERY, send.path[0]))
    body = arguments.whole[0] if arguments.whole is not None else arguments.fields
    return _at(cast(Json, body), send.path)


def _asking(arguments: Arguments, send: Sent, cursor: Json) -> Arguments:
    """The arguments of the same call for the page that this value asks for."""
    if send.carrier is Carrier.QUERY:
        return replace(arguments, parameters={**arguments.parameters, (Place.QUERY, send.path[0]): cursor})
    if arguments.whole is not None:
        return replace(arguments, whole=(_placed(cast(Json, arguments.whole[0]), send.path, cursor),))
    fields = _placed(cast(Json, arguments.fields or {}), send.path, cursor)
    return replace(arguments, fields=cast("Mapping[str, Value]", fields))


def _at(value: Json, path: Path) -> Json:
    """What stands at a path; None where nothing does."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _placed(value: Json, path: Path, part: Json) -> Json:
    """The value with another part at a path."""
    if not path:
        return part
    held = value if isinstance(value, Mapping) else {}
    return {**held, path[0]: _placed(held.get(path[0]), path[1:], part)}
