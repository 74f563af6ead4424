"""Which calls does an operation have besides its own, and which of them does something else have already?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.ir.base import Source
from sdkloom.name.call import Call, as_one_word, read_call, read_resource
from sdkloom.name.keys import operation_line
from sdkloom.name.matching import key_of, match_operations


@dataclass(frozen=True, slots=True)
class Second:
    """A call of an operation besides its own, and the line of the configuration that says so, if one does."""

    operation: str
    call: Call
    source: Source | None = None


class SecondCalls:
    """Gives second calls out, but for those that something else has, and reports these."""

    def __init__(self, api: Api, own: Mapping[str, Call], report: Report) -> None:
        self._api, self._own, self._report = api, own, report
        self._operations = {operation.id: operation for operation in api.operations}
        self._taken: dict[str, str] = {}
        self._resources: dict[str, str] = {}
        for id, call in own.items():
            self._take(id, call)

    def keep(self, listed: Iterable[Second], code: str) -> dict[str, tuple[Call, ...]]:
        """The calls that can be kept, by operation; those that cannot are reported under the code."""
        found: dict[str, list[Call]] = {}
        for second in listed:
            id, call = second.operation, second.call
            if self._taken.get(as_one_word(call.dotted)) == id:
                continue
            holder = self._holder(call)
            if holder is None:
                self._take(id, call)
                found.setdefault(id, []).append(call)
            else:
                self._report_taken(second, *holder, code)
        return {id: tuple(calls) for id, calls in found.items()}

    def _take(self, id: str, call: Call) -> None:
        self._taken.setdefault(as_one_word(call.dotted), id)
        for prefix in _prefixes(call):
            self._resources.setdefault(prefix, id)

    def _holder(self, call: Call) -> tuple[str, str] | None:
        """Who has the call, or what stands in its way, and what that is."""
        key = as_one_word(call.dotted)
        if key in self._taken:
            return self._taken[key], "has it now"
        if key in self._resources:
            return self._resources[key], f"is found in the resource `{call.dotted}`"
        for prefix in _prefixes(call):
            if prefix in self._taken:
                return self._taken[prefix], f"is the method `{prefix}`, which no resource can be as well"
        return None

    def _report_taken(self, second: Second, id: str, what: str, code: str) -> None:
        operation, holder, dotted = (
            self._operations[second.operation],
            self._operations[id],
            second.call.dotted,
        )
        hint = f"`{key_of(holder)}` {what}; drop this name"
        if id != second.operation and self._own[id].dotted == dotted:
            line = operation_line(self._api, holder, f"{dotted}_{holder.method}")
            hint = f"{hint}, or give that one another under `operations:`, e.g. `{line}`"
        self._report.add(
            code,
            second.source or operation.source,
            f"`{dotted}` of `{key_of(operation)}`",
            hint=hint,
            also=(holder.source,) if second.source is not None or holder is not operation else (),
        )


def _prefixes(call: Call) -> Iterator[str]:
    for depth in range(1, len(call.steps)):
        yield as_one_word(".".join("_".join(words) for words in call.steps[:depth]))


def further_calls(api: Api, others: Mapping[str, tuple[Call, ...]], config: Config) -> Iterator[Second]:
    """The calls that are as good as an operation's own."""
    matched = match_operations(api, config)
    for id, calls in others.items():
        source = config.source("operations", matched[id].key, "call")
        yield from (Second(id, call, source) for call in calls)


def aliases_of_operations(api: Api, config: Config) -> Iterator[Second]:
    """The former calls that the configuration lists for operations."""
    for id, match in match_operations(api, config).items():
        source = config.source("operations", match.key, "aliases")
        for dotted in match.choice.aliases:
            reason = f"a former name: operations.{match.key}.aliases"
            yield Second(id, replace(read_call(dotted), reason=reason), source)


def aliases_of_resources(own: Mapping[str, Call], config: Config) -> Iterator[Second]:
    """Everything below a resource is found below its former names as well."""
    for key, choice in config.resources.items():
        place = read_resource(choice.call or key)
        source = config.source("resources", key, "aliases")
        for alias in choice.aliases:
            former = read_resource(alias)
            reason = f"a former name: resources.{key}.aliases"
            for id, call in own.items():
                if call.resources[: len(place)] == place:
                    moved = Call((*former, *call.resources[len(place) :]), call.method, reason)
                    yield Second(id, moved, source)
