"""What has changed of a type, where its values are sent, received, or both?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import assert_never

from sdkloom.ir.dump import type_text
from sdkloom.surface.changes import RECEIVED, Change, Uses, addition, breaking, judge_type, other
from sdkloom.surface.model import Meaning, PublicField, PublicType, Record, Shape, Values
from sdkloom.surface.relate import Types


def compare_type(name: str, old: PublicType, new: PublicType, before: Types, now: Types) -> Iterator[Change]:
    """The changes of a type, under the name that users know.

    What counts is how they use it: the ways in which its values travelled before and still do. Its
    description counts where nothing else has changed.
    """
    found = tuple(_compare_promise(name, old, new, before, now))
    yield from found
    if not found and old.docs != new.docs:
        yield other(name, "its description has changed", "code is written as before", new.source)


def _compare_promise(
    name: str, old: PublicType, new: PublicType, before: Types, now: Types
) -> Iterator[Change]:
    if (old.sent or old.received) and not (new.sent or new.received):
        yield other(name, "no call uses it any more", "what used it is said of the calls", new.source)
        return
    uses = Uses(old.sent and new.sent, old.received and new.received)
    if uses == Uses(sent=False, received=False):
        uses = Uses(old.sent, old.received) if old.sent or old.received else RECEIVED
    yield from _compare_shapes(name, old, new, uses, before, now)
    if old.sent_name and new.sent_name and old.sent_name != new.sent_name:
        what = f"what is sent of it is called `{new.sent_name}`, and was `{old.sent_name}`"
        if old.sent_name in new.former_sent:
            yield addition(name, what, "the former name is kept, and deprecated", new.source)
        else:
            yield breaking(name, what, "code that names the type fails", new.source)
    if new.deprecated and not old.deprecated:
        yield addition(name, "it is deprecated", "it still works, and should be left in time", new.source)
    if old.deprecated and not new.deprecated:
        yield other(name, "it is no longer deprecated", "it is used as before", new.source)


def _compare_shapes(
    name: str, old: PublicType, new: PublicType, uses: Uses, before: Types, now: Types
) -> Iterator[Change]:
    match old.shape, new.shape:
        case Record() as was, Record() as is_now:
            yield from _compare_fields(name, was, is_now, new, uses, before, now)
            yield from _compare_extra(name, was, is_now, new, uses, before, now)
        case Values() as was, Values() as is_now:
            yield from _compare_values(name, was, is_now, new, uses)
        case Meaning(was), Meaning(is_now):
            judged = judge_type(was, before, is_now, now, uses)
            if judged is not None:
                weight, what, why = judged
                yield Change(weight, name, what, why, new.source)
        case was, is_now:
            what = f"it is {_kind(is_now)}, and was {_kind(was)}"
            yield breaking(name, what, "code that uses it is written for the former kind", new.source)


def _kind(shape: Shape) -> str:
    match shape:
        case Record():
            return "an object"
        case Values():
            return "a set of values"
        case Meaning(target):
            return f"`{type_text(target)}`"
        case _:
            assert_never(shape)


def _compare_fields(
    name: str, old: Record, new: Record, kind: PublicType, uses: Uses, before: Types, now: Types
) -> Iterator[Change]:
    for wire, part in old.fields.items():
        there = new.fields.get(wire)
        if there is None:
            why = "code that gives it fails" if uses == Uses(True, False) else "code that reads it fails"
            yield breaking(f"{name}.{part.name}", "this field is gone", why, kind.source)
        else:
            yield from _compare_field(f"{name}.{part.name}", part, there, uses, before, now)
    for wire, part in new.fields.items():
        if wire in old.fields:
            continue
        if part.required and uses.sent and part.only != "received":
            what = "this field is new, and has to be given"
            yield breaking(f"{name}.{part.name}", what, "requests without it are refused", part.source)
        else:
            yield addition(f"{name}.{part.name}", "this field is new", "nothing used it", part.source)


def _compare_field(
    subject: str, old: PublicField, new: PublicField, uses: Uses, before: Types, now: Types
) -> Iterator[Change]:
    at = new.source
    is_sent, is_received = uses.sent and old.only != "received", uses.received and old.only != "sent"
    if is_sent and new.only == "received":
        yield breaking(subject, "it is only read", "code that gives it fails", at)
    elif is_received and new.only == "sent":
        yield breaking(subject, "it is only sent", "code that reads it fails", at)
    elif old.only != new.only:
        yield addition(subject, "it is both sent and received", "nothing used it that way", at)
    yield from _compare_presence(subject, old, new, Uses(is_sent, is_received))
    judged = judge_type(old.type, before, new.type, now, Uses(is_sent, is_received))
    if judged is not None:
        weight, what, why = judged
        yield Change(weight, subject, what, why, at)
    if old.name != new.name and old.name in new.former:
        yield addition(
            subject, f"it is called `{new.name}` now", "the former name is kept, and deprecated", at
        )
    elif old.name != new.name:
        yield breaking(subject, f"it is called `{new.name}` now", "the former name is not kept", at)
    for former in old.former:
        if former not in new.former and former != new.name:
            yield breaking(subject, f"its former name `{former}` is gone", "code that uses it fails", at)
    if old.default != new.default:
        yield other(subject, "its default is another one", "code is written as before", at)
    if new.deprecated and not old.deprecated:
        yield addition(subject, "it is deprecated", "it still works, and should be left in time", at)


def _compare_presence(subject: str, old: PublicField, new: PublicField, uses: Uses) -> Iterator[Change]:
    if new.required and not old.required:
        if uses.sent:
            yield breaking(subject, "it has to be given", "requests without it are refused", new.source)
        else:
            yield addition(subject, "it is always there", "it could be absent", new.source)
    if old.required and not new.required:
        if uses.received:
            yield breaking(subject, "it may be absent", "code that relies on it may now fail", new.source)
        else:
            yield addition(subject, "it may be left out", "code that gives it is as before", new.source)


def _compare_extra(
    name: str, old: Record, new: Record, kind: PublicType, uses: Uses, before: Types, now: Types
) -> Iterator[Change]:
    subject = f"{name} (further fields)"
    if old.extra is not None and new.extra is None:
        yield breaking(subject, "there are none", "code that uses them fails", kind.source)
    elif old.extra is None and new.extra is not None:
        what = f"there may be some, `{type_text(new.extra)}`"
        yield addition(subject, what, "nothing used them", kind.source)
    elif old.extra is not None and new.extra is not None:
        judged = judge_type(old.extra, before, new.extra, now, uses)
        if judged is not None:
            weight, what, why = judged
            yield Change(weight, subject, what, why, kind.source)


def _compare_values(name: str, old: Values, new: Values, kind: PublicType, uses: Uses) -> Iterator[Change]:
    before = {json.dumps(value) for value in old.values}
    now = {json.dumps(value) for value in new.values}
    for value in sorted(before - now):
        if uses.sent:
            yield breaking(
                name, f"the value {value} is gone", "a request with it may be refused", kind.source
            )
        else:
            yield other(name, f"the value {value} is gone", "code that looks for it still runs", kind.source)
    for value in sorted(now - before):
        if uses.received and not old.open:
            why = "code that knows all values does not know it"
            yield breaking(name, f"the value {value} is new", why, kind.source)
        else:
            why = "others were to be expected" if uses.received else "nothing used it"
            yield addition(name, f"the value {value} is new", why, kind.source)
    if old.open and not new.open and uses.sent:
        yield breaking(name, "no other values belong to it", "other values are no longer taken", kind.source)
    if new.open and not old.open and uses.received:
        yield breaking(
            name, "other values may belong to it", "code that knows all values meets others", kind.source
        )
