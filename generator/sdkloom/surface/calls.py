"""What has changed of a call: its arguments, what it gives, and how that arrives?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sdkloom.ir.base import Source
from sdkloom.ir.dump import type_text
from sdkloom.surface.changes import (
    RECEIVED,
    SENT,
    Change,
    addition,
    breaking,
    judge_type,
    other,
)
from sdkloom.surface.model import Answer, Argument, Pages, PublicCall
from sdkloom.surface.relate import Types


def compare_call(old: PublicCall, new: PublicCall, before: Types, now: Types) -> Iterator[Change]:
    """The changes of a call, under the name that users know; its description where nothing else has."""
    found = tuple(_compare_promise(old, new, before, now))
    yield from found
    if not found and old.docs != new.docs:
        yield other(old.name, "its description has changed", "code is written as before", new.source)


def _compare_promise(old: PublicCall, new: PublicCall, before: Types, now: Types) -> Iterator[Change]:
    name, at = old.name, new.source
    yield from _compare_arguments(old, new, before, now)
    if old.params and old.params != new.params and new.params and old.params in new.former_params:
        what = f"the type of what `{new.name}` takes is called `{new.params}` now"
        yield addition(old.params, what, "the former name is kept, and deprecated", at)
    elif old.params and old.params != new.params:
        is_now = f"is called `{new.params}` now" if new.params else "is gone"
        what = f"the type of what `{new.name}` takes {is_now}"
        yield breaking(old.params, what, "code that names the type fails", at)
    if old.operation != new.operation:
        what = f"it sends `{new.operation}`, and sent `{old.operation}`"
        yield other(name, what, "the call is written as before", at)
    if old.pages is None and new.pages is None:
        yield from _compare_answer(name, old.answer, new.answer, before, now, at)
    else:
        yield from _compare_pages(name, old.pages, new.pages, before, now, at)
    yield from _compare_variants(old, new, before, now)
    if new.deprecated and not old.deprecated:
        yield addition(name, "it is deprecated", "it still works, and should be left in time", at)
    if old.deprecated and not new.deprecated:
        yield other(name, "it is no longer deprecated", "it is used as before", at)


def _compare_arguments(old: PublicCall, new: PublicCall, before: Types, now: Types) -> Iterator[Change]:
    former = {name: argument for argument in new.arguments.values() for name in argument.former}
    known = set()
    for name, argument in old.arguments.items():
        subject = f"{old.name}({name})"
        there = new.arguments.get(name) or former.get(name)
        if there is None:
            yield breaking(subject, "this argument is gone", "calls that give it fail", new.source)
            continue
        known.add(there.name)
        if there.name != name:
            why = "the former name is still taken, and deprecated"
            yield addition(subject, f"it is called `{there.name}` now", why, there.source)
        yield from _compare_argument(subject, argument, there, before, now)
    for name, argument in new.arguments.items():
        subject = f"{old.name}({name})"
        if name in known or name in old.arguments:
            continue
        if argument.required:
            what = "this argument is new, and has to be given"
            yield breaking(subject, what, "calls without it fail", argument.source)
        else:
            what = "this argument is new, and may be left out"
            yield addition(subject, what, "calls without it are as before", argument.source)


def _compare_argument(
    subject: str, old: Argument, new: Argument, before: Types, now: Types
) -> Iterator[Change]:
    at = new.source
    if new.required and not old.required:
        yield breaking(subject, "it has to be given", "calls without it fail", at)
    if old.required and not new.required:
        yield addition(subject, "it may be left out", "calls that give it are as before", at)
    judged = judge_type(old.type, before, new.type, now, SENT)
    if judged is not None:
        weight, what, why = judged
        yield Change(weight, subject, what, why, at)
    if old.position and old.position != new.position:
        what = f"it is number {new.position} in the path" if new.position else "it is no part of the path"
        yield breaking(
            subject, f"{what}, and was number {old.position}", "calls that give it by position differ", at
        )
    elif old.place != new.place or old.wire != new.wire:
        what = f"it travels in the {new.place} as `{new.wire}`"
        yield other(subject, what, "the call is written as before", at)
    if old.default != new.default:
        what = f"its default is {_default(new)}, and was {_default(old)}"
        yield other(subject, what, "the service decides for calls without it", at)
    if new.deprecated and not old.deprecated:
        yield addition(subject, "it is deprecated", "it still works, and should be left in time", at)
    for name in old.former:
        if name not in new.former and name != new.name:
            yield breaking(subject, f"its former name `{name}` is gone", "calls that use it fail", at)


def _default(argument: Argument) -> str:
    return json.dumps(argument.default.value) if argument.default is not None else "not said"


def _compare_answer(
    name: str, old: Answer, new: Answer, before: Types, now: Types, at: Source | None
) -> Iterator[Change]:
    if bool(old.stream) != bool(new.stream):
        what = "it answers event by event" if new.stream else "it answers as a whole"
        yield breaking(name, what, "what it returned is used in another way", at)
        return
    if old.stream != new.stream:
        what = f"its events are divided as {new.stream}, and were as {old.stream}"
        yield other(name, what, "they are read as before", at)
    match old.type, new.type:
        case None, None:
            return
        case None, added if added is not None:
            yield addition(name, f"it answers `{type_text(added)}`", "it answered nothing", at)
        case gone, None if gone is not None:
            what = f"it answers nothing, and answered `{type_text(gone)}`"
            yield breaking(name, what, "code that uses the answer fails", at)
        case was, is_now if was is not None and is_now is not None:
            judged = judge_type(was, before, is_now, now, RECEIVED)
            if judged is not None:
                weight, what, why = judged
                yield Change(weight, f"{name} (answer)", what, why, at)


def _compare_pages(
    name: str, old: Pages | None, new: Pages | None, before: Types, now: Types, at: Source | None
) -> Iterator[Change]:
    if old is None or new is None:
        what = "its answer comes in pages" if new is not None else "its answer comes in no pages"
        yield breaking(name, what, "what it returned is used in another way", at)
        return
    if old.kind != new.kind:
        what = f"its pages go by {new.kind}, and went by {old.kind}"
        yield breaking(name, what, "their class is another one", at)
    elif old.name != new.name:
        what = f"its pages are called `{new.name}`, and were `{old.name}`"
        yield breaking(name, what, "code that names their class fails", at)
    judged = judge_type(old.item, before, new.item, now, RECEIVED)
    if judged is not None:
        weight, what, why = judged
        yield Change(weight, f"{name} (item)", what, why, at)


def _compare_variants(old: PublicCall, new: PublicCall, before: Types, now: Types) -> Iterator[Change]:
    was = {(variant.switch, json.dumps(variant.value)): variant.answer for variant in old.variants}
    is_now = {(variant.switch, json.dumps(variant.value)): variant.answer for variant in new.variants}
    for (switch, value), answer in was.items():
        subject = f"{old.name}({switch}={value})"
        if (switch, value) in is_now:
            there = is_now[switch, value]
            yield from _compare_answer(subject, answer, there, before, now, new.source)
        else:
            yield breaking(subject, "it has no answer of its own", "code that uses it fails", new.source)
    for switch, value in is_now:
        if (switch, value) not in was:
            subject = f"{old.name}({switch}={value})"
            yield addition(subject, "it gives another answer", "calls without it are as before", new.source)
