"""Which calls does every operation have: its own, others that are as good, and those it was known by?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, FormerResource, OtherCall, Resource
from sdkloom.ir.base import Name
from sdkloom.name.call import Call, ResourcePath, read_call, read_resource
from sdkloom.name.chosen import chosen_calls
from sdkloom.name.clashes import settle_calls
from sdkloom.name.matching import did_you_mean, match_operations, report_twice
from sdkloom.name.published import Published
from sdkloom.name.resources import infer_calls
from sdkloom.name.samples import sampled_calls
from sdkloom.name.second_calls import (
    Second,
    SecondCalls,
    aliases_of_operations,
    aliases_of_resources,
    further_calls,
)

_CHOSEN, _PUBLISHED, _SAID = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Calls:
    """For each operation its own call, further ones that are as good, and former ones; all different."""

    own: Mapping[str, Call]
    further: Mapping[str, tuple[Call, ...]]
    former: Mapping[str, tuple[Call, ...]]


def settle_all_calls(
    api: Api, config: Config, report: Report, published: Published, reserved: frozenset[str] = frozenset()
) -> Calls:
    """Configuration, then what is published, then the document: its extensions, its samples, inference.

    What is `reserved` only the configuration can give to an operation.
    """
    wanted = {id: list(calls) for id, calls in infer_calls(api).items()}
    trust: dict[str, int] = {}
    _put_first(wanted, trust, sampled_calls(api), _SAID)
    _put_first(wanted, trust, chosen_calls(api, wanted), _SAID)
    unmoved = [calls[0] for calls in wanted.values()]
    moves = _moves(config)
    for id, calls in wanted.items():
        wanted[id] = [_moved(call, moves) for call in calls]
    known = {op.id: call for op in api.operations if (call := published.call(op.id)) is not None}
    kept = {id: _moved(call, moves) for id, call in known.items() if id not in published.renamed}
    _put_first(wanted, trust, kept, _PUBLISHED)
    chosen, others = _chosen_calls(api, config, report)
    _put_first(wanted, trust, chosen, _CHOSEN)
    held = {call: id for id, calls in others.items() for call in calls}
    own = settle_calls(api.operations, wanted, trust, report, reserved, held)
    _check_resources((*unmoved, *own.values()), config, report)
    seconds = SecondCalls(api, own, report)
    further = seconds.keep(further_calls(api, others, config), "W317")
    listed = [Second(id, call) for id, call in known.items()]
    listed += [Second(op.id, call) for op in api.operations for call in published.former_calls(op.id)]
    listed += [*aliases_of_operations(api, config), *aliases_of_resources(own, config)]
    return Calls(own, further, seconds.keep(listed, "W308"))


def _put_first(
    wanted: Mapping[str, list[Call]], trust: dict[str, int], found: Mapping[str, Call], rank: int
) -> None:
    for id, call in found.items():
        second = next((other for other in wanted[id] if other.dotted != call.dotted), None)
        said = f"{second.dotted}, because {second.reason}" if second is not None else ""
        wanted[id].insert(0, replace(call, second=said))
        trust[id] = rank


def _chosen_calls(
    api: Api, config: Config, report: Report
) -> tuple[dict[str, Call], dict[str, tuple[Call, ...]]]:
    """What the configuration calls operations: the first call of each, and its others."""
    first: dict[str, Call] = {}
    others: dict[str, tuple[Call, ...]] = {}
    keys: dict[str, str] = {}
    matched = match_operations(api, config)
    own = {match.choice.call[0] for match in matched.values() if match.choice.call}
    for id, match in matched.items():
        listed = [one for one in match.choice.call[1:] if one not in own and one not in keys]
        reason = f"configuration: operations.{match.key}"
        for dotted in match.choice.call:
            if dotted in keys:
                report_twice("E302", "operations", (keys[dotted], match.key), dotted, config, report)
            keys.setdefault(dotted, match.key)
        calls = tuple(replace(read_call(dotted), reason=reason) for dotted in match.choice.call[:1])
        if calls:
            first[id] = calls[0]
            others[id] = tuple(replace(read_call(dotted), reason=reason) for dotted in listed)
    return first, {id: calls for id, calls in others.items() if calls}


def _moves(config: Config) -> dict[ResourcePath, tuple[ResourcePath, str]]:
    """Where each renamed resource goes, and the key that says so."""
    return {
        read_resource(key): (read_resource(choice.call), key)
        for key, choice in config.resources.items()
        if choice.call
    }


def _moved(call: Call, moves: Mapping[ResourcePath, tuple[ResourcePath, str]]) -> Call:
    """The call below the new name of its resource; the most specific rule counts."""
    for depth in range(len(call.resources), 0, -1):
        found = moves.get(call.resources[:depth])
        if found is not None:
            place, key = found
            reason = f"{call.reason}; configuration: resources.{key}"
            return replace(call, resources=(*place, *call.resources[depth:]), reason=reason)
    return call


def _check_resources(calls: Iterable[Call], config: Config, report: Report) -> None:
    """Every resource that is configured must be one that there would be without its configuration."""
    known = {call.resources[:depth] for call in calls for depth in range(1, len(call.resources) + 1)}
    listed = sorted(map(_dotted, known))
    for key, choice in config.resources.items():
        if not choice.skip and read_resource(key) not in known:
            hint = did_you_mean(key, listed)
            config.report_missing(report, ("resources", key), f"resource `{key}`", hint)


def _dotted(path: ResourcePath) -> str:
    return ".".join("_".join(words) for words in path)


def grow_tree(api: Api, calls: Calls, webhooks: ResourcePath | None = None) -> Resource:
    """The resources that the calls are found in, as a tree; a resource that has merely moved is a leaf.

    `webhooks` is where webhooks are unwrapped.
    """
    return _Tree(api, calls, webhooks).grow(())


class _Tree:
    """What stands at every path."""

    def __init__(self, api: Api, calls: Calls, webhooks: ResourcePath | None) -> None:
        self.webhooks = webhooks
        self.listed: dict[ResourcePath, list[str]] = {}
        self.others: dict[ResourcePath, list[OtherCall]] = {}
        self.below: dict[ResourcePath, set[ResourcePath]] = {}
        self.moved: dict[ResourcePath, ResourcePath] = {}
        for operation in api.operations:
            call = calls.own[operation.id]
            self._open(call.resources)
            self.listed.setdefault(call.resources, []).append(operation.id)
            for other in calls.further.get(operation.id, ()):
                self._open(other.resources)
                self._add(operation.id, other, former=False)
        if webhooks is not None:
            self._open(webhooks)
        live = set(self.below)
        former = [(id, call) for id, listed in calls.former.items() for call in listed]
        self._find_moved([(calls.own[id], call) for id, call in former], live)
        for id, call in former:
            if not any(call.resources[:depth] in self.moved for depth in range(1, len(call.resources) + 1)):
                self._open(call.resources)
                self._add(id, call, former=True)

    def _open(self, path: ResourcePath) -> None:
        for depth in range(len(path) + 1):
            self.below.setdefault(path[:depth], set())
            if depth:
                self.below[path[: depth - 1]].add(path[:depth])

    def _add(self, id: str, call: Call, *, former: bool) -> None:
        self.others.setdefault(call.resources, []).append(OtherCall(id, call.method, former))

    def _find_moved(self, pairs: list[tuple[Call, Call]], live: set[ResourcePath]) -> None:
        """A path at which nothing but former calls are, all of which are found below one other path now."""
        places: dict[ResourcePath, set[ResourcePath | None]] = {}
        for own, former in pairs:
            for depth in range(1, len(former.resources) + 1):
                path, rest = former.resources[:depth], former.steps[depth:]
                place = own.steps[: -len(rest)] if own.steps[-len(rest) :] == rest else None
                places.setdefault(path, set()).add(place)
        for path, found in places.items():
            place = next(iter(found))
            if path not in live and len(found) == 1 and place in live and place:
                self.moved[path] = place

    def grow(self, path: ResourcePath) -> Resource:
        name = Name("_".join(path[-1]) if path else "", path[-1] if path else ("client",))
        children = tuple(self.grow(child) for child in sorted(self.below.get(path, ())))
        former = tuple(
            FormerResource(moved[-1], place)
            for moved, place in sorted(self.moved.items())
            if moved[:-1] == path
        )
        listed = tuple(self.listed.get(path, ()))
        others = tuple(self.others.get(path, ()))
        return Resource(name, listed, children, others, former, unwraps=path == self.webhooks)
