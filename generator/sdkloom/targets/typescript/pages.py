"""How are answers that come in pages written in TypeScript?"""

from __future__ import annotations

from typing import assert_never

from sdkloom.ir.api import Api, Operation
from sdkloom.ir.pages import (
    Carrier,
    CursorPages,
    LinkPages,
    OffsetPages,
    Origin,
    Pagination,
    Sent,
    Spot,
    Step,
    spot_text,
)
from sdkloom.ir.paths import item_at
from sdkloom.targets.base import Import
from sdkloom.targets.typescript.types import quote

PAGE_PROMISE = Import("core/pages", "PagePromise")

# The files of the runtime that only packages with pages have.
CORE = frozenset({"pages.ts"})
INTERNAL = frozenset({"page-rules.ts"})


def pages_of(api: Api, operation: Operation) -> Pagination | None:
    """How the answer of an operation comes in pages; None where it comes as a whole."""
    pages, answer = operation.pagination, operation.response.type
    if pages is None or answer is None or operation.variants:
        return None
    return pages if item_at(api.definitions.get, answer, pages.items) is not None else None


def simplest_pages(api: Api) -> Operation | None:
    """The operation in pages that can be shown with the fewest arguments; None where there is none."""
    paged = [operation for operation in api.operations if pages_of(api, operation) is not None]
    return min(paged, key=lambda operation: operation.path.count("{"), default=None)


def rule_code(pages: Pagination) -> str:
    """How the next page is asked for."""
    match pages:
        case CursorPages(items=items, send=send, read=read, origin=origin):
            in_item = f"{spot_text(items)}[-1]." if origin is Origin.LAST_ITEM else ""
            said = {
                "by": quote("cursor"),
                **_items(pages),
                **_sent(send),
                "read": quote(in_item + spot_text(read)),
            }
        case OffsetPages(send=send, step=step, first=first, total=total, last=last):
            counts = {"counts": quote("pages")} if step is Step.PAGES else {}
            start = {"first": str(first)} if first else {}
            said = {"by": quote("offset"), **_items(pages), **_sent(send), **counts, **start}
            said |= {**_read("total", total), **_read("last", last)}
        case LinkPages(read=link):
            said = {"by": quote("link"), **_items(pages), **_read("read", link)}
        case _:
            assert_never(pages)
    said |= _read("more", pages.more)
    return f"{{ {', '.join(f'{key}: {text}' for key, text in said.items())} }}"


def _items(pages: Pagination) -> dict[str, str]:
    return {"items": quote(spot_text(pages.items))}


def _sent(sent: Sent) -> dict[str, str]:
    carrier = {"carrier": quote("body")} if sent.carrier is Carrier.BODY else {}
    return {"send": quote(spot_text(sent.path)), **carrier}


def _read(key: str, spot: Spot | None) -> dict[str, str]:
    return {} if spot is None else {key: quote(spot_text(spot))}
