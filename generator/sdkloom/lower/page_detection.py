"""Where does a schema prove that an answer comes in pages?

Only what leaves no doubt counts: a parameter that asks for a page, exactly one list in the answer, and a
field that says what the next page is asked for by. A wrong guess would be worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from sdkloom.config_pages import PageRule
from sdkloom.ir.api import Encoding, Operation, Place
from sdkloom.ir.base import Default, Docs
from sdkloom.ir.paths import Look, item_at, model_at, unwrapped
from sdkloom.ir.types import NullableType, PrimitiveType, Scalar, Type, UnionType
from sdkloom.name.words import split_words

# Names without regard to case and separators: `pageToken` and `page-token` are `page_token` here.
_CURSORS = frozenset(
    "cursor page_cursor start_cursor next_cursor page_token next_token next_page_token page_marker "
    "continuation_token continue starting_after after marker pagination_token offset page start_from".split()
)
_OFFSETS = frozenset({"offset", "skip"})
_PAGES = frozenset({"page", "page_number", "page_num", "page_no", "page_index", "current_page"})
_LIMITS = frozenset(
    {"limit", "page_size", "per_page", "size", "page_limit", "max_results", "count", "results_per_page"}
)
_MORE = frozenset({"has_more", "has_next", "has_next_page", "more", "has_more_items", "more_available"})
_TOTALS = frozenset({"total", "total_count", "total_items", "total_results", "total_size", "total_entries"})
_LASTS = frozenset({"total_pages", "page_count", "last_page", "num_pages", "pages_count", "total_page_count"})
_URLS = frozenset(
    {"next_url", "next_uri", "next_link", "next_page_url", "next_page_uri", "next_page_link", "next_href"}
)
_NEXT_CURSORS = frozenset(
    "next_cursor next_page_cursor next_page_token next_token next_continuation_token next_marker "
    "next_page_marker end_cursor next_start_cursor next_starting_after next_after next_offset".split()
)
_SAYS_URL = re.compile(r"\b(URL|URI|link)\b", re.IGNORECASE)
_SAYS_ID = re.compile(r"\b(ID|identifier)\b", re.IGNORECASE)
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """A value of the request or the answer: its path, the words of each step, and what is said of it."""

    path: str
    words: tuple[str, ...]
    type: Type
    required: bool
    docs: Docs
    default: Default | None

    @property
    def name(self) -> str:
        return self.words[-1]


def detect_pages(look: Look, operation: Operation) -> Iterator[PageRule]:
    """The rules that the schemas of an operation prove, the surest first."""
    answer = operation.response.type
    if answer is None or operation.variants or operation.method not in {"get", "post"}:
        return
    yield from _Detection(look, operation, answer).rules()


def only_list(look: Look, operation: Operation) -> str | None:
    """Where the one list of an answer is: "" where it is the answer, None where there is none or a choice."""
    answer = operation.response.type
    if answer is None or item_at(look, answer, ()) is not None:
        return None if answer is None else ""
    model = model_at(look, answer)
    names = [part.name.wire for part in model.fields] if model is not None else []
    return _only(name for name in names if item_at(look, answer, (name,)) is not None)


@dataclass(frozen=True, slots=True)
class _Detection:
    look: Look
    operation: Operation
    answer: Type

    def rules(self) -> Iterator[PageRule]:
        items = only_list(self.look, self.operation)
        if items is None:
            return
        sent = tuple(self._sent())
        read = tuple(self._answered(self.answer)) if items else ()
        limit = _only(part.path for part in sent if part.name in _LIMITS and self._is(part, _NUMBER)) or ""
        more = (
            _only(part.path for part in read if part.name in _MORE and self._is(part, {Scalar.BOOLEAN})) or ""
        )
        yield from self._cursors(items, sent, read, PageRule(items=items, more=more, limit=limit))
        if self.operation.method != "get":
            return
        yield from self._links(items, sent, read, limit)
        yield from self._counted(sent, read, PageRule(items=items, more=more, limit=limit))

    def _cursors(
        self, items: str, sent: tuple[_Part, ...], read: tuple[_Part, ...], rule: PageRule
    ) -> Iterator[PageRule]:
        # Where a page can be asked for by its number as well, a cursor may have to be switched on first.
        if any(part.name in _OFFSETS | _PAGES and self._is(part, _NUMBER) for part in sent):
            return
        asking = [part for part in sent if part.name in _CURSORS and self._is(part, _CURSOR)]
        for part in asking:
            if len([other for other in asking if other.name == part.name]) > 1:
                continue
            found = [other for other in read if self._is(other, _CURSOR) and _leads_on(other, part)]
            if len(found) == 1:
                yield replace(rule, style="cursor", send=part.path, read=found[0].path)
            elif not found and rule.more and _SAYS_ID.search(_said(part)):
                yield from self._last_ids(items, part, read, rule)

    def _last_ids(
        self, items: str, part: _Part, read: tuple[_Part, ...], rule: PageRule
    ) -> Iterator[PageRule]:
        """The id of the last item asks for the next page: it stands in the answer, or in the item."""
        if part.name not in {"after", "starting_after"}:
            return
        last = _only(other.path for other in read if other.name == "last_id" and self._is(other, _CURSOR))
        item = item_at(self.look, self.answer, (items,))
        model = model_at(self.look, item) if item is not None else None
        ids = [field for field in model.fields if field.name.wire == "id"] if model is not None else []
        if last is not None:
            yield replace(rule, style="cursor", send=part.path, read=last)
        elif ids and ids[0].required and ids[0].type == PrimitiveType(Scalar.STRING):
            yield replace(rule, style="cursor", send=part.path, read=f"{items}[-1].id")

    def _links(
        self, items: str, sent: tuple[_Part, ...], read: tuple[_Part, ...], limit: str
    ) -> Iterator[PageRule]:
        urls = [part for part in read if _is_next_url(part) and self._is(part, {Scalar.STRING})]
        if len(urls) == 1:
            yield PageRule(style="next_url", items=items, read=urls[0].path, limit=limit)
        asking = _CURSORS | _OFFSETS | _PAGES | _LIMITS
        has_link = any(header.name.wire.lower() == "link" for header in self.operation.response.headers)
        if has_link and any(part.name in asking for part in sent):
            yield PageRule(style="link", items=items, limit=limit)

    def _counted(
        self, sent: tuple[_Part, ...], read: tuple[_Part, ...], rule: PageRule
    ) -> Iterator[PageRule]:
        def one(names: frozenset[str], parts: tuple[_Part, ...]) -> str:
            return _only(part.path for part in parts if part.name in names and self._is(part, _NUMBER)) or ""

        offset, page = one(_OFFSETS, sent), one(_PAGES, sent)
        total, last = one(_TOTALS, read), one(_LASTS, read)
        if offset and not page and (total or rule.more):
            yield replace(rule, style="offset", send=offset, total=total)
        # Without a default, the first page may be the one with the number 0 as well as that with 1.
        is_numbered = any(part.path == page and part.default is not None for part in sent)
        if is_numbered and not offset and (last or rule.more or (total and rule.limit)):
            yield replace(rule, style="page", send=page, total=total, last=last)

    def _sent(self) -> Iterator[_Part]:
        """What a caller may send and may leave out."""
        if self.operation.method == "get":
            for part in self.operation.parameters:
                if part.place is Place.QUERY and not part.required:
                    yield _Part(
                        part.name.wire, (_plain(part.name.wire),), part.type, False, part.docs, part.default
                    )
        body = self.operation.body
        if body is not None and body.spread is not None and body.encoding is Encoding.JSON:
            yield from (part for part in self._answered(body.type, 2) if not part.required)

    def _answered(self, node: Type, depth: int = _DEPTH, above: tuple[str, ...] = ()) -> Iterator[_Part]:
        """The values inside an object, and inside objects that it holds."""
        model = model_at(self.look, node)
        for field in model.fields if model is not None else ():
            path = (*above, field.name.wire)
            words = tuple(map(_plain, path))
            yield _Part(".".join(path), words, field.type, field.required, field.docs, field.default)
            if depth > 1:
                yield from self._answered(field.type, depth - 1, path)

    def _is(self, part: _Part, scalars: Set[Scalar]) -> bool:
        return _is_scalar(self.look, part.type, scalars)


_NUMBER = frozenset({Scalar.INTEGER})
_CURSOR = frozenset({Scalar.STRING})


def _is_scalar(look: Look, node: Type, scalars: Set[Scalar]) -> bool:
    match unwrapped(look, node):
        case PrimitiveType(scalar, _):
            return scalar in scalars
        case UnionType(variants, _):
            return all(_is_scalar(look, variant, scalars) for variant in variants)
    return False


def _leads_on(read: _Part, sent: _Part) -> bool:
    """Does a field of the answer hold what this parameter asks for the next page by?"""
    if read.name in _NEXT_CURSORS or read.name == f"next_{sent.name}":
        return True
    around = read.words[:-1]
    if read.name == sent.name and {"next", "next_page", "cursors"} & set(around):
        return True
    return around in {("metadata",), ("meta",)} and read.name == sent.name == "continue"


def _is_next_url(part: _Part) -> bool:
    if part.name in _URLS:
        return True
    is_next = part.name == "next" or part.words[-2:] == ("next", "href")
    form = part.type.inner if isinstance(part.type, NullableType) else part.type
    says_url = isinstance(form, PrimitiveType) and form.format in {"uri", "url", "uri-reference"}
    return is_next and (says_url or bool(_SAYS_URL.search(_said(part))))


def _said(part: _Part) -> str:
    return f"{part.docs.summary} {part.docs.body}"


def _plain(wire: str) -> str:
    return "_".join(split_words(wire))


def _only(found: Iterable[str]) -> str | None:
    """The one value that there is, if there is just one."""
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
