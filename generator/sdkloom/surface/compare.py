"""What has changed between two surfaces?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.ir.types import Type
from sdkloom.surface.calls import compare_call
from sdkloom.surface.changes import Change, Weight, addition, breaking, other
from sdkloom.surface.client import compare_client, compare_webhooks
from sdkloom.surface.expressions import rename
from sdkloom.surface.model import (
    Answer,
    Argument,
    Meaning,
    OtherAnswer,
    PublicCall,
    PublicType,
    Record,
    Shape,
    Surface,
)
from sdkloom.surface.types import compare_type


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Every change, the gravest first, then by what has changed."""
    types = _Index(new.types)
    seen = _renamed(old, types)
    found = [
        *_compare_named(old.calls, new.calls, "call"),
        *_compare_named(
            _without(old.types, _only_params(old, new)), _without(new.types, _only_params(new, old)), "type"
        ),
        *compare_client(seen.client, new.client, seen.types, new.types, new.source),
        *compare_webhooks(seen.webhooks, new.webhooks, seen.types, new.types, new.source),
    ]
    calls = _Index(new.calls)
    for name, call in seen.calls.items():
        there = calls.find(name) or calls.same_operation(call)
        if isinstance(there, PublicCall):
            found += compare_call(call, there, seen.types, new.types)
    for kind in old.types.values():
        there = types.find(kind.name)
        if isinstance(there, PublicType):
            found += compare_type(kind.name, seen.types[there.name], there, seen.types, new.types)
    order = list(Weight)
    return tuple(sorted(dict.fromkeys(found), key=lambda c: (order.index(c.weight), c.subject, c.what)))


def _only_params(here: Surface, there: Surface) -> frozenset[str]:
    """Names for what calls take that are only here."""
    known = _Index(there.calls)
    gone = (call.params for call in here.calls.values() if known.find(call.name) is None)
    return frozenset(filter(None, gone))


def _without(types: Mapping[str, PublicType], owners: frozenset[str]) -> Mapping[str, PublicType]:
    """The types but for those inside what such a call takes: all there is to say is said of the call."""
    return {name: kind for name, kind in types.items() if name.rpartition(".")[0] not in owners}


_Named = PublicCall | PublicType


class _Index:
    """Things by all their names: their own, those that are as good, and former ones."""

    def __init__(self, things: Mapping[str, _Named]) -> None:
        self.own = things
        self.others = {name: thing for thing in things.values() for name in thing.others}
        self.former = {name: thing for thing in things.values() for name in thing.former}

    def find(self, name: str) -> _Named | None:
        """What goes by this name, its best or not; what is inside a type is found through that."""
        found = self.own.get(name) or self.others.get(name) or self.former.get(name)
        owner, dot, inner = name.rpartition(".")
        above = self.find(owner) if found is None and dot else None
        return self.own.get(f"{above.name}.{inner}") if isinstance(above, PublicType) else found

    def same_operation(self, call: PublicCall) -> PublicCall | None:
        """The call that sends the same request."""
        listed = (thing for thing in self.own.values() if isinstance(thing, PublicCall))
        return next((thing for thing in listed if thing.operation == call.operation), None)


def _compare_named(old: Mapping[str, _Named], new: Mapping[str, _Named], kind: str) -> Iterator[Change]:
    """Names that are gone, that are deprecated now, and that are new."""
    before, now = _Index(old), _Index(new)
    for thing in old.values():
        for name in (thing.name, *thing.others, *thing.former):
            yield from _compare_name(name, thing, before, now, kind)
    for thing in new.values():
        if before.find(thing.name) is None and not _is_inside(thing.name, now, before):
            known = any(before.find(name) for name in (*thing.others, *thing.former))
            moved = isinstance(thing, PublicCall) and _is_gone(before.same_operation(thing), now)
            if not known and not moved:
                yield addition(thing.name, f"this {kind} is new", "nothing used it", thing.source)
        for name in thing.others:
            if before.find(name) is None:
                yield addition(name, f"it is another name of `{thing.name}`", "nothing used it", thing.source)


def _compare_name(name: str, thing: _Named, before: _Index, now: _Index, kind: str) -> Iterator[Change]:
    found = now.find(name)
    if found is None:
        moved = now.same_operation(thing) if isinstance(thing, PublicCall) else None
        if name == thing.name and _is_inside(name, before, now):
            return
        if moved is not None:
            what, at = f"it is called `{moved.name}` now", moved.source
            yield breaking(name, what, "the former name is not kept", at)
        else:
            yield breaking(name, f"this {kind} is gone", "code that uses it fails", thing.source)
    elif name in now.former and name not in before.former:
        what = f"it is called `{found.name}` now"
        yield addition(name, what, "the former name is kept, and deprecated", found.source)
    elif name not in now.former and name in before.former:
        yield other(name, "it is no longer a former name", "it is used as before", found.source)


def _is_gone(call: PublicCall | None, now: _Index) -> bool:
    return call is not None and now.find(call.name) is None


def _is_inside(name: str, here: _Index, there: _Index) -> bool:
    """Is it inside a type that is only here, so that nothing needs to be said of it?"""
    owner = name.rpartition(".")[0]
    return isinstance(here.own.get(owner), PublicType) and there.find(owner) is None


@dataclass(frozen=True, slots=True)
class _Renaming:
    """Former names of types become those that they have now."""

    types: _Index

    def name(self, name: str) -> str:
        found = self.types.find(name)
        return found.name if found is not None else name

    def type(self, node: Type) -> Type:
        return rename(node, self.name)

    def type_if_any(self, node: Type | None) -> Type | None:
        return self.type(node) if node is not None else None

    def answer(self, answer: Answer) -> Answer:
        return replace(answer, type=self.type_if_any(answer.type))

    def argument(self, argument: Argument) -> Argument:
        return replace(argument, type=self.type(argument.type))

    def variant(self, variant: OtherAnswer) -> OtherAnswer:
        return replace(variant, answer=self.answer(variant.answer))

    def call(self, call: PublicCall) -> PublicCall:
        pages = call.pages
        return replace(
            call,
            arguments={name: self.argument(argument) for name, argument in call.arguments.items()},
            answer=self.answer(call.answer),
            variants=tuple(map(self.variant, call.variants)),
            pages=replace(pages, item=self.type(pages.item)) if pages is not None else None,
        )

    def shape(self, shape: Shape) -> Shape:
        match shape:
            case Record(fields, extra):
                renamed = {wire: replace(part, type=self.type(part.type)) for wire, part in fields.items()}
                return Record(renamed, self.type_if_any(extra))
            case Meaning(target):
                return Meaning(self.type(target))
        return shape


def _renamed(old: Surface, types: _Index) -> Surface:
    """The old surface in the names that types have now; each type is found under its new name."""
    names = _Renaming(types)
    return replace(
        old,
        calls={name: names.call(call) for name, call in old.calls.items()},
        types={
            names.name(name): replace(kind, shape=names.shape(kind.shape)) for name, kind in old.types.items()
        },
        client=replace(old.client, error=names.type_if_any(old.client.error)),
        webhooks=replace(
            old.webhooks, events={name: names.type(kind) for name, kind in old.webhooks.events.items()}
        ),
    )
