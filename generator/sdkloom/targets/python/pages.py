"""How are answers that come in pages written in Python?"""

from __future__ import annotations

from dataclasses import dataclass
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
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.python.spelled import PageHome, Spelled
from sdkloom.targets.python.types import TypeWriter, quote
from sdkloom.targets.python.views import DefinitionView, FieldView

# What pages have of their own: a field of the answer must not be called that.
METHODS = ("has_next_page", "get_next_page", "iter_pages", "page_items")

_CLASS_VARIABLE = Code("ClassVar[str]", frozenset({Import("typing", "ClassVar")}))


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes what one operation answers, sync or async; `home` is None where a page is a plain list."""

    home: PageHome | None
    pages: Pagination

    def page(self, writer: TypeWriter) -> Code:
        """The class of a page."""
        if self.home is not None:
            return writer.class_of(self.home.awaited if writer.is_async else self.home.plain)
        name = "AsyncListPageOf" if writer.is_async else "ListPageOf"
        return join_code(
            "", (writer.imported("._core.pages", name), writer.write(self.pages.item).around("[", "]"))
        )

    def returned(self, writer: TypeWriter) -> Code:
        """What the call returns: an asynchronous one can be awaited as well as iterated over."""
        if not writer.is_async:
            return self.page(writer)
        inside = join_code(", ", (writer.write(self.pages.item), self.page(writer)))
        return join_code("", (pager(writer), inside.around("[", "]")))

    def rule(self, writer: TypeWriter) -> Code:
        """How the next page is asked for."""
        match self.pages:
            case CursorPages(items=items, send=send, read=read, origin=origin):
                in_item = f"{spot_text(items)}[-1]." if origin is Origin.LAST_ITEM else ""
                name, said = "ByCursor", {**_sent(send), "read": quote(in_item + spot_text(read))}
            case OffsetPages(send=send, step=step, first=first, total=total, last=last):
                counts = {"counts": quote("pages")} if step is Step.PAGES else {}
                start = {"first": str(first)} if first else {}
                name = "ByOffset"
                said = {**_sent(send), **counts, **start, **_read("total", total), **_read("last", last)}
            case LinkPages(read=link):
                name, said = "ByLink", _read("read", link)
            case _:
                assert_never(self.pages)
        said |= _read("more", self.pages.more)
        inside = ", ".join(f"{key}={text}" for key, text in said.items())
        return join_code("", (writer.imported("._core.page_rules", name), Code(f"({inside})")))


def page_writer(api: Api, spelled: Spelled, operation: Operation) -> PageWriter | None:
    """How the answer of an operation is written; None where it does not come in pages."""
    pages, home, answer = operation.pagination, spelled.pages.get(operation.id), operation.response.type
    if pages is None or answer is None or operation.variants:
        return None
    is_list = not pages.items and item_at(api.definitions.get, answer, ()) is not None
    return PageWriter(home, pages) if home is not None or is_list else None


def simplest_pages(api: Api, spelled: Spelled) -> Operation | None:
    """The operation in pages that can be shown with the fewest arguments; None where there is none."""
    paged = [operation for operation in api.operations if page_writer(api, spelled, operation) is not None]
    return min(paged, key=lambda operation: operation.path.count("{"), default=None)


def pager(writer: TypeWriter) -> Code:
    """What an asynchronous call in pages returns."""
    return writer.imported("._core.pages", "AsyncPager")


def _sent(sent: Sent) -> dict[str, str]:
    carrier = {"carrier": quote("body")} if sent.carrier is Carrier.BODY else {}
    return {"send": quote(spot_text(sent.path)), **carrier}


def _read(key: str, spot: Spot | None) -> dict[str, str]:
    return {} if spot is None else {key: quote(spot_text(spot))}


def page_class(home: PageHome, answer: Identifier, writer: TypeWriter) -> DefinitionView:
    """The class of a page: the answer itself, which also leads to the answers after it."""
    name, base = (home.awaited.name, "AsyncPageOf") if writer.is_async else (home.plain.name, "PageOf")
    how = "`async for`" if writer.is_async else "iterating"
    item = writer.write(home.item).around(f"{base}[", "]", Import("._core.pages", base))
    items = FieldView(
        Identifier("_items"), _CLASS_VARIABLE, Code(f" = {quote(spot_text(home.items))}"), "", False
    )
    return DefinitionView(
        name,
        f"A page of `{answer}`: {how} gives the items of this page and of all after it.",
        True,
        is_model=True,
        base=join_code(", ", (Code(answer, frozenset({Import("dataclasses", "dataclass")})), item)),
        fields=(items,),
    )
