"""Does a rule for pages fit an operation, and if not, what is missing?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdkloom.config_pages import PageRule
from sdkloom.ir.api import Encoding, Operation, Parameter, Place
from sdkloom.ir.base import Name, Source
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
from sdkloom.ir.paths import Look, field_at, item_at, model_at, unwrapped
from sdkloom.ir.types import AnyType, Field, LiteralType, PrimitiveType, Scalar, Type, UnionType
from sdkloom.name.words import split_words


@dataclass(frozen=True, slots=True)
class Misfit:
    """What a rule names and an operation does not have, and where it should be."""

    detail: str
    at: Source


class _Missing(Exception):
    def __init__(self, detail: str, at: Source) -> None:
        super().__init__(detail)
        self.misfit = Misfit(detail, at)


@dataclass(frozen=True, slots=True)
class Fitter:
    """Holds rules against one operation; `look` finds definitions."""

    look: Look
    operation: Operation

    def fit(self, rule: PageRule, name: str, reason: str) -> Pagination | Misfit:
        """How the operation pages by this rule, or the first part that is missing."""
        try:
            return self._pages(rule, Name(name, split_words(name)), reason)
        except _Missing as missing:
            return missing.misfit

    def _pages(self, rule: PageRule, name: Name, reason: str) -> Pagination:
        answer = self._answer()
        items = _path(rule.items)
        item = item_at(self.look, answer, items)
        if item is None:
            what = f"`{rule.items}` of the answer" if items else "the answer"
            raise _Missing(f"{what} is no list", self._place(answer, items))
        more = self._read(rule.more, (Scalar.BOOLEAN,))
        limit = self._sent(rule.limit, self.operation.source) if rule.limit else None
        match rule.style:
            case "cursor":
                send = self._sent(rule.send, self.operation.source)
                read, origin = self._cursor(rule, items, item)
                return CursorPages(name, reason, items, item, more, limit, send, read, origin)
            case "offset" | "page":
                send = self._sent(rule.send, self.operation.source)
                total, last = (self._spot(path, _NUMBERS) for path in (rule.total, rule.last))
                step = Step.ITEMS if rule.style == "offset" else Step.PAGES
                first = self._first(rule, send)
                return OffsetPages(name, reason, items, item, more, limit, send, step, first, total, last)
            case "link" | "next_url":
                if self.operation.method != "get":
                    raise _Missing("only a GET can follow links", self.operation.source)
                return LinkPages(name, reason, items, item, more, limit, self._spot(rule.read, _TEXTS))

    def _answer(self) -> Type:
        response = self.operation.response
        if response.type is None or response.streaming is not None:
            raise _Missing("the answer holds no list", self.operation.source)
        if self.operation.variants:
            raise _Missing("what is answered depends on an argument", self.operation.source)
        return response.type

    def _cursor(self, rule: PageRule, items: Path, item: Type) -> tuple[Spot, Origin]:
        before, inside, after = rule.read.partition("[-1].")
        if not inside:
            return self._spot(rule.read, _TEXTS) or (), Origin.ANSWER
        path = _path(after)
        if _path(before) != items:
            detail = f"`{rule.read}` leads into another list than `{rule.items}`"
            raise _Missing(detail, self.operation.source)
        field = field_at(self.look, item, path)
        if field is None or not _is_scalar(self.look, field.type, _TEXTS):
            what = "has no" if field is None else "has no single value at"
            raise _Missing(f"an item of the answer {what} `{after}`", self._place(item, path))
        return path, Origin.LAST_ITEM

    def _spot(self, said: str, scalars: Sequence[Scalar]) -> Spot | None:
        """A path into the answer, or a header, which documents need not tell of."""
        place, space, name = said.partition(" ")
        return InHeader(name) if place == "header" and space else self._read(said, scalars)

    def _read(self, dotted: str, scalars: Sequence[Scalar]) -> Path | None:
        if not dotted:
            return None
        answer, path = self._answer(), _path(dotted)
        field = field_at(self.look, answer, path)
        if field is None:
            raise _Missing(f"the answer has no `{dotted}`", self._place(answer, path))
        if not _is_scalar(self.look, field.type, scalars):
            words = " or ".join(scalar.value for scalar in scalars)
            raise _Missing(f"`{dotted}` of the answer is no {words}", field.source)
        return path

    def _sent(self, name: str, at: Source) -> Sent:
        parameter = self._parameter(name)
        if parameter is not None:
            if not _is_scalar(self.look, parameter.type, _TEXTS):
                raise _Missing(f"the parameter `{name}` is no single value", parameter.source)
            return Sent(Carrier.QUERY, (name,))
        field = self._body_field(_path(name))
        if field is None:
            raise _Missing(f"there is no query parameter or field of the body `{name}`", at)
        if not _is_scalar(self.look, field.type, _TEXTS):
            raise _Missing(f"`{name}` of the body is no single value", field.source)
        return Sent(Carrier.BODY, _path(name))

    def _parameter(self, name: str) -> Parameter | None:
        query = (part for part in self.operation.parameters if part.place is Place.QUERY)
        return next((part for part in query if part.name.wire == name and not part.media_type), None)

    def _body_field(self, path: Path) -> Field | None:
        body = self.operation.body
        if body is None or body.spread is None or body.encoding not in {Encoding.JSON, Encoding.FORM}:
            return None
        return field_at(self.look, body.type, path)

    def _first(self, rule: PageRule, send: Sent) -> int:
        if rule.first is not None:
            return rule.first
        part = self._parameter(send.path[0]) if send.carrier is Carrier.QUERY else self._body_field(send.path)
        default = part.default.value if part is not None and part.default is not None else None
        usual = 0 if rule.style == "offset" else 1
        return default if isinstance(default, int) and not isinstance(default, bool) else usual

    def _place(self, node: Type, path: Path) -> Source:
        """The innermost model on the way, in which something is missing."""
        for depth in range(len(path) - 1, -1, -1):
            field = field_at(self.look, node, path[:depth])
            model = model_at(self.look, node if field is None else field.type)
            if model is not None and (field is not None or depth == 0):
                return model.source
        return self.operation.source


_TEXTS = (Scalar.STRING, Scalar.INTEGER, Scalar.NUMBER)
_NUMBERS = (Scalar.INTEGER, Scalar.NUMBER)


def _path(dotted: str) -> Path:
    return tuple(dotted.split(".")) if dotted else ()


def _is_scalar(look: Look, node: Type, scalars: Sequence[Scalar]) -> bool:
    """Is the value one of these scalars, or not known to be anything else?"""
    match unwrapped(look, node):
        case PrimitiveType(scalar, _):
            return scalar in scalars
        case UnionType(variants, _):
            return all(_is_scalar(look, variant, (*scalars, Scalar.NULL)) for variant in variants)
        case LiteralType(values, _):
            return all(isinstance(value, str | int) for value in values)
        case AnyType():
            return True
    return False
