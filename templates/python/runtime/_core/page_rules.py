"""How is the page after an answer asked for: by a cursor, by what came before it, or by its URL?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from .codec import encode
from .errors import APIResponseValidationError
from .kinds import is_class, is_list, is_object
from .pages import AsyncListPageOf, ListPageOf, Page, lead, value_at
from .request import parsed
from .unset import is_unset, omit

if TYPE_CHECKING:
    from .request import Call, Parts


@dataclass(frozen=True)
class Progress:
    """How far a series of pages has come.

    `before` counts the items of earlier pages, None where it is not known. `mark` is one of the things that
    asked for a page, a later one whenever `limit`, which doubles, is reached: if it comes again, the pages
    go in a circle (Brent's algorithm).
    """

    before: int | None = None
    mark: object = None
    steps: int = 0
    limit: int = 1

    def moved(self, step: Step) -> Progress:
        """The progress of the page that this step leads to."""
        if self.steps + 1 < self.limit:
            return replace(self, before=step.before, steps=self.steps + 1)
        return Progress(step.before, step.asked_by, 0, self.limit * 2)


@dataclass(frozen=True)
class Step:
    """The call for the next page, what it asks by, and how many items come before that page."""

    call: Call
    asked_by: object
    before: int | None = None


@dataclass(frozen=True)
class Answered:
    """A page's way to the next one: by its rule, from the call and the response that gave the page."""

    rule: PageRule
    call: Call
    raw: Any

    def said(self, page: object, where: str) -> Any:
        """What stands at a path of the page, or in a `header X-Next`; None where nothing does."""
        place, space, name = where.partition(" ")
        if space and place == "header":
            return self.raw.headers.get(name)
        return value_at(page, where.split(".")) if where else None

    def next_call(self, page: Any) -> Call | None:
        """The call for the next page; None after the last.

        Raises APIResponseValidationError where it would lead in a circle, or to another origin.
        """
        step = self.rule.step(page, self)
        if step is None:
            return None
        if step.asked_by in (self.rule.progress.mark, self.rule.asked_by(self.call)):
            message = "the pages go in a circle: the next one was asked for before"
            raise APIResponseValidationError(message, response=self.raw, body=self.raw.json())
        rule = replace(self.rule, progress=self.rule.progress.moved(step))
        parts = cast("Parts", {**step.call.parts, "pages": rule})
        return replace(step.call, parts=parts, mode="parsed")


@dataclass(frozen=True, kw_only=True)
class PageRule:
    """How pages follow each other.

    Paths are dotted names on the wire. `more` leads to a flag that is false on the last page.
    """

    more: str = ""
    progress: Progress = Progress()

    def answer(self, call: Call, raw: Any) -> Any:
        """The result of a call: a page that knows the way to the next one. Nothing is one without items."""
        origin = get_origin(call.to)
        if is_class(origin) and issubclass(origin, (ListPageOf, AsyncListPageOf)):
            listed = GenericAlias(list, get_args(call.to))
            items = call.checked(listed, parsed(listed, raw, nothing=[]), raw)
            if not is_list(items):
                message = f"a list was expected, but the server sent {type(items).__name__}"
                raise APIResponseValidationError(message, response=raw, body=items)
            page: Any = cast("Any", origin)(items)
        else:
            page = call.checked(call.to, parsed(call.to, raw, nothing={}), raw)
        lead(page, Answered(self, call, raw))
        return page

    def step(self, page: Page[Any], answered: Answered) -> Step | None:
        """The step to the next page; None after the last."""
        raise NotImplementedError

    def asked_by(self, call: Call) -> object:
        """What this call asked by; None where nothing of that kind was sent."""
        raise NotImplementedError

    def is_last(self, page: object) -> bool:
        """Does the flag say that there is no page after this one?"""
        flag = value_at(page, self.more.split(".")) if self.more else None
        return flag is not None and not flag


@dataclass(frozen=True, kw_only=True)
class BySent(PageRule):
    """Pages that are asked for by a value: the query parameter, or the field of the body, `send`."""

    send: str
    carrier: Literal["query", "body"] = "query"

    def asked_by(self, call: Call) -> object:
        own, further = self._places(call)
        value = value_at(further, self._path)
        return value_at(own, self._path) if value is None else value

    def asking(self, call: Call, value: object) -> Call:
        """The same call, but for the page that this value asks for."""
        own, further = self._places(call)
        parts: dict[str, Any] = {**call.parts}
        parts.pop("idempotency_key", None)  # it stands for another request
        parts[self._own(call)] = _with(own, self._path, value)
        parts[f"extra_{self.carrier}"] = {k: v for k, v in further.items() if k != self.send}
        return replace(call, parts=cast("Parts", parts))

    @property
    def _path(self) -> list[str]:
        return [self.send] if self.carrier == "query" else self.send.split(".")

    def _places(self, call: Call) -> tuple[Any, Mapping[str, object]]:
        parts: Mapping[str, Any] = call.parts
        return parts.get(self._own(call), {}), parts.get(f"extra_{self.carrier}") or {}

    def _own(self, call: Call) -> str:
        if self.carrier == "query":
            return "query"
        return "form" if "form" in call.parts else "json"


@dataclass(frozen=True, kw_only=True)
class ByCursor(BySent):
    """A page holds, at `read`, what asks for the next one.

    `data[-1].id` is a field of its last item, and `header X-Next` stands in a header.
    """

    read: str

    def step(self, page: Page[Any], answered: Answered) -> Step | None:
        _, in_item, path = self.read.rpartition("[-1].")
        items = page.page_items() if in_item else [page]
        cursor = answered.said(items[-1], path) if items else None
        if cursor is None or cursor == "" or self.is_last(page):
            return None
        return Step(self.asking(answered.call, cursor), cursor)


@dataclass(frozen=True, kw_only=True)
class ByOffset(BySent):
    """Pages that are asked for by how many items, or pages, come before them; `first` asks for the first one.

    `total` leads to the number of all items, `last` to that of pages; without them an empty page is the end.
    """

    counts: Literal["items", "pages"] = "items"
    first: int = 0
    total: str = ""
    last: str = ""

    def step(self, page: Page[Any], answered: Answered) -> Step | None:
        items = page.page_items()
        if not items or self.is_last(page):
            return None
        sent = self.asked_by(answered.call)
        number = self.first if sent is None or is_unset(sent) else int(cast("Any", sent))
        following = number + (len(items) if self.counts == "items" else 1)
        before = self._before(number)
        total = _number(answered.said(page, self.total))
        last = _number(answered.said(page, self.last))
        passed = None if before is None else before + len(items)
        if isinstance(total, int) and passed is not None and passed >= total:
            return None
        if isinstance(last, int) and following >= self.first + last:
            return None
        # A number always moves. Where nothing bounds it, a server that ignores it is known by its answers.
        is_bounded = isinstance(total, int) or isinstance(last, int)
        asked_by = following if is_bounded else items
        return Step(self.asking(answered.call, following), asked_by, passed)

    def _before(self, number: int) -> int | None:
        """How many items come before the page that is asked for by this number."""
        if self.counts == "items":
            return number - self.first
        return 0 if number == self.first else self.progress.before


@dataclass(frozen=True, kw_only=True)
class ByLink(PageRule):
    """A page gives the URL of the next one: at `read`, or else in its `Link` header (RFC 8288)."""

    read: str = ""

    def step(self, page: Page[Any], answered: Answered) -> Step | None:
        raw, parts = answered.raw, dict[str, Any](answered.call.parts)
        links = raw.links.get("next", {})
        given = answered.said(page, self.read) if self.read else links.get("url")
        if not isinstance(given, str) or not given or self.is_last(page):
            return None
        url = urldefrag(urljoin(str(raw.request.url), given)).url
        asked = (raw.history[0] if raw.history else raw).request.url
        if _origin(url) != _origin(str(asked)):
            message = f"the next page is at another origin, {urlsplit(url).netloc!r}"
            raise APIResponseValidationError(message, response=raw, body=raw.json())
        for name in ("path", "query", "idempotency_key"):
            parts.pop(name, None)
        # What the URL has already must not be added to it again.
        has = [name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True)]
        parts["extra_query"] = {**(parts.get("extra_query") or {}), **dict.fromkeys(has, omit)}
        return Step(replace(answered.call, url=url, parts=cast("Parts", parts)), url)

    def asked_by(self, call: Call) -> object:
        return call.url


def _number(value: object) -> object:
    """A number as it stands in a header."""
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual


def _with(value: Any, path: list[str], new: object) -> dict[str, Any]:
    """The object with one value changed, somewhere inside it."""
    plain = {} if is_unset(value) else value if is_object(value) else encode(value)
    name, *inside = path
    held = plain if is_object(plain) else {}
    return {**held, name: _with(held.get(name, {}), inside, new) if inside else new}
