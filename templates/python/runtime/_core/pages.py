"""Pages: answers that hold some of the items there are, and lead to the others."""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, cast

from .annotations import wire_names
from .errors import SDKError
from .kinds import is_list, is_object
from .model import BaseModel, extra_fields

if TYPE_CHECKING:
    from typing_extensions import Self

T = TypeVar("T")
P = TypeVar("P", bound="AsyncPageOf[Any]")


class Way(Protocol):
    """How a page that a call answered leads to the next one."""

    def next_call(self, page: object) -> Any:
        """The call for the next page; None after the last.

        Raises APIResponseValidationError where it would lead in a circle, or to another origin.
        """
        ...


class Page(Generic[T]):
    """What pages of both clients have. A page that no call answered is the last one."""

    _items: ClassVar[str] = ""
    _way: Way | None = None

    def page_items(self) -> list[T]:
        """The items of this page alone."""
        own: Any = self
        found = own[:] if is_list(own) else value_at(own, self._items.split("."))
        return cast("list[T]", found if is_list(found) else [])

    def has_next_page(self) -> bool:
        """Is there a page after this one?"""
        return self._way is not None and self._way.next_call(self) is not None

    def _next_call(self) -> Any:
        call = self._way.next_call(self) if self._way is not None else None
        if call is None:
            raise SDKError("this page is the last one; has_next_page() says so")
        return call


class PageOf(Page[T]):
    """An answer with items, which leads to the answers after it.

    Iterating over it gives its items and then those of the pages after it, each fetched when its first item
    is wanted.
    """

    def __iter__(self) -> Iterator[T]:
        for page in self.iter_pages():
            yield from page.page_items()

    def get_next_page(self) -> Self:
        """The page after this one. Raises SDKError after the last."""
        call = self._next_call()
        return cast("Self", call.client.execute(call))

    def iter_pages(self) -> Iterator[Self]:
        """This page and all after it, each fetched when it is wanted."""
        page = self
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            yield page


class AsyncPageOf(Page[T]):
    """The asynchronous twin of `PageOf`: iterate over it with `async for`."""

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.iter_pages():
            for item in page.page_items():
                yield item

    async def get_next_page(self) -> Self:
        """The page after this one. Raises SDKError after the last."""
        call = self._next_call()
        return cast("Self", await call.client.execute(call))

    async def iter_pages(self) -> AsyncIterator[Self]:
        """This page and all after it, each fetched when it is wanted."""
        page = self
        yield page
        while page.has_next_page():
            page = await page.get_next_page()
            yield page


class ListPageOf(PageOf[T], list[T]):
    """A page that is a list: what is counted and indexed is this page, while iterating goes on after it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.page_items(),)  # the way to the next page is no data


class AsyncListPageOf(AsyncPageOf[T], list[T]):
    """The asynchronous twin of `ListPageOf`."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.page_items(),)


class AsyncPager(Coroutine[Any, Any, P], Generic[T, P]):
    """A call whose answer comes in pages: await it for the first page, or iterate over all items."""

    def __init__(self, call: Coroutine[Any, Any, P]) -> None:
        self._call = call

    def __await__(self) -> Generator[Any, Any, P]:
        return self._call.__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._call:
            yield item

    async def iter_pages(self) -> AsyncIterator[P]:
        """All pages, each fetched when it is wanted."""
        async for page in (await self._call).iter_pages():
            yield page

    # What tasks need: a call without pages is a coroutine too.

    def send(self, value: Any) -> Any:
        """Go on; see `collections.abc.Coroutine`."""
        return self._call.send(value)

    def throw(self, *failure: Any) -> Any:
        """Go on with an exception; see `collections.abc.Coroutine`."""
        return self._call.throw(*failure)

    def close(self) -> None:
        """Give the call up."""
        self._call.close()


def lead(answer: object, way: Way) -> None:
    """Tell an answer, if it is a page, how it leads to the next one."""
    if isinstance(answer, Page):
        answer._way = way  # pyright: ignore[reportPrivateUsage]


def value_at(value: object, path: Iterable[str]) -> Any:
    """What stands at a path of names on the wire; None where nothing does."""
    for name in path:
        if isinstance(value, BaseModel):
            fields = {wire: field for field, wire in wire_names(type(value)).items()}
            value = (
                getattr(value, fields[name]) if name in fields else extra_fields(value).get(name)
            )
        else:
            value = value.get(name) if is_object(value) else None
    return value
