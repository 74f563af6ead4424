"""Who keeps a call that several operations want, and what are the others called?

The order of a document plays no part, so that it may be shuffled. What a person chose goes first, then the
usual use of an HTTP method, then the more specific path, then the path that sorts first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from sdkloom.diagnostics import Report
from sdkloom.ir.api import Operation
from sdkloom.name.call import Call, as_one_word
from sdkloom.name.matching import key_of
from sdkloom.name.paths import last_part, read_path
from sdkloom.name.verbs import Words, base_verb, is_action, without
from sdkloom.name.words import split_words

_USUAL = {"retrieve": "get", "list": "get", "create": "post", "update": "put patch post", "delete": "delete"}
_METHODS = ("get", "post", "put", "patch", "delete", "head", "options", "query", "trace")


def settle_calls(
    operations: Sequence[Operation],
    wanted: Mapping[str, Sequence[Call]],
    trust: Mapping[str, int],
    report: Report,
    reserved: frozenset[str] = frozenset(),
    held: Mapping[Call, str] = MappingProxyType({}),
) -> dict[str, Call]:
    """One call for each operation, all of them different, and none of those that are `reserved`.

    `wanted` are the calls that fit an operation, best first. `trust` ranks those whose first call was not
    inferred: 2 where a person chose it, 1 where a sample shows it. `held` are second calls that a person
    chose, with their operations.
    """
    ranked = sorted(operations, key=lambda op: (-trust.get(op.id, 0), *_rank(op, wanted[op.id][0])))
    table = _Table(_resources(ranked, wanted), reserved)
    table.hold([(call, one) for call, id in held.items() for one in operations if one.id == id])
    losing = [op for op in ranked if not table.takes(op, wanted[op.id][0], trust.get(op.id, 0))]
    for operation in losing:
        table.find(operation, _alternatives(operation, wanted[operation.id]))
    settled = {operation.id: table.settled[operation.id] for operation in operations}
    for operation in operations:
        first, now = wanted[operation.id][0], settled[operation.id]
        if now.dotted != first.dotted and trust.get(operation.id, 0) < 2:
            _report_clash(operation, first, now, table, report)
    return settled


def _rank(operation: Operation, call: Call) -> tuple[bool, bool, int, int, str, int, str]:
    """A base verb belongs to its own HTTP method, and what lost its scope goes behind what had none.

    Then the more specific path goes first: what is done to an item before what is done to all. A prefix does
    not make a path more specific.
    """
    method = operation.method
    usual = _USUAL.get(call.method[0], method)
    known = _METHODS.index(method) if method in _METHODS else len(_METHODS)
    spelled = last_part(operation.path).lower() in {call.method[0], method}
    return (
        method not in usual or spelled,
        call.unscoped,
        -len(read_path(operation.path).segments),
        operation.path.count("/"),
        operation.path,
        known,
        method,
    )


def _resources(ranked: Sequence[Operation], wanted: Mapping[str, Sequence[Call]]) -> dict[str, Operation]:
    """Every resource that there will be, and who wants it: no method may have the name of one beside it."""
    found: dict[str, Operation] = {}
    for operation in ranked:
        for dotted in _prefixes(wanted[operation.id][0]):
            found.setdefault(dotted, operation)
    return found


def _prefixes(call: Call) -> Iterator[str]:
    for depth in range(1, len(call.steps)):
        yield ".".join("_".join(words) for words in call.resources[:depth])


@dataclass(slots=True)
class _Table:
    """The calls given out so far."""

    resources: dict[str, Operation]
    reserved: frozenset[str]
    held: dict[str, Operation] = field(default_factory=dict)
    taken: dict[str, Operation] = field(default_factory=dict)
    spelled: dict[str, Operation] = field(default_factory=dict)
    settled: dict[str, Call] = field(default_factory=dict)

    def hold(self, calls: Iterable[tuple[Call, Operation]]) -> None:
        """Keep these calls, and the resources that they are found in, from what nobody chose."""
        for call, operation in calls:
            self.held[as_one_word(call.dotted)] = operation
            self.resources = {prefix: operation for prefix in _prefixes(call)} | self.resources

    def takes(self, operation: Operation, call: Call, trust: int) -> bool:
        """Give the operation this call if it is free; what a person chose may have the name of a resource."""
        dotted = call.dotted
        key = as_one_word(dotted)
        if dotted in self.taken or (trust < 2 and (key in self.spelled or dotted in self.resources)):
            return False
        if trust < 2 and (dotted in self.reserved or self.held.get(key, operation) is not operation):
            return False
        further = {prefix: operation for prefix in _prefixes(call) if prefix not in self.resources}
        if further.keys() & self.taken.keys():
            return False
        self.taken[dotted] = self.spelled[key] = operation
        self.settled[operation.id] = call
        self.resources |= further
        return True

    def find(self, operation: Operation, calls: Iterator[Call]) -> None:
        """Give the operation the first call that is free."""
        while not self.takes(operation, next(calls), 0):
            pass


def _alternatives(operation: Operation, calls: Sequence[Call]) -> Iterator[Call]:
    """Further names in words; the last of them hold the whole path, and a number where that is not enough."""
    first = calls[0]
    reason = f"`{first.dotted}` is taken"
    form = read_path(operation.path).form
    if form and form != ("json",):
        yield replace(first, method=(*first.method, *form), reason=reason, second=first.dotted)
    for call in calls[1:]:
        yield replace(call, reason=f"{call.reason}; {reason}", second=first.dotted)
    for method in _longer(operation, first):
        yield replace(first, method=method, reason=reason, second=first.dotted)
    number = 2
    while True:
        yield replace(first, method=(*first.method, str(number)), reason=reason, second=first.dotted)
        number += 1


def _longer(operation: Operation, call: Call) -> Iterator[Words]:
    """The method with more words of the path, or with what it does its work on."""
    method, known = call.method, tuple(word for words in call.steps for word in words)
    path = read_path(operation.path)
    segments = path.segments
    if path.asked and "by" not in method:
        yield (*method, "by", *path.asked)
    wire = operation.path.rsplit("/", 1)[-1]
    last = split_words(wire)
    if "{" not in wire:
        yield last if is_action(last, operation.method) else (*method, *without(last, known))
    items = [segment.words for segment in segments[-2:] if segment.kind == "item"]
    if items and "by" not in method:
        yield (*method, "by", *(without(items[-1], known) or items[-1]))
    if not items:
        yield (*method, *_whom(operation, method))
    if not base_verb(method[0]):
        yield (operation.method, *without(method, (operation.method,)))
    yield (operation.method, *split_words(operation.path))


def _whom(operation: Operation, method: Words) -> Words:
    """What is done without an item is done to all of them, to many, or to something new; a long question is
    sent by POST.
    """
    base = base_verb(method[0])
    if operation.method in {"get", "delete"}:
        return ("all",)
    if operation.method == "post" and base in {"retrieve", "list"}:
        return ("by", "post")
    return ("many",) if operation.path.endswith(method[0]) and base else ("new",)


def _report_clash(operation: Operation, first: Call, now: Call, table: _Table, report: Report) -> None:
    key, what = as_one_word(first.dotted), f"`{first.dotted}`"
    holder = table.spelled.get(key) or table.held.get(key)
    if first.dotted in table.reserved:
        what = f"{what}, which is published for webhooks"
    elif holder is None:
        holder, what = table.resources[first.dotted], f"{what}, one of them for a resource"
    line = f"{key_of(operation)}: {now.dotted}"
    report.add(
        "W301",
        operation.source,
        f"{what}; this one becomes `{now.dotted}`",
        label="named here",
        hint=f"choose its name under `operations:` in the configuration, e.g. `{line}`",
        also=(holder.source,) if holder is not None else (),
    )
