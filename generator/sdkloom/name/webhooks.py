"""At which resource does a client check and read webhooks?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import EVENTS, Api
from sdkloom.name.call import Call, ResourcePath, read_resource
from sdkloom.name.calls import Calls
from sdkloom.name.matching import key_of
from sdkloom.name.published import Published, dotted

METHODS = (("unwrap",), ("unsafe", "unwrap"), ("verify", "signature"))
"""The words of what can be done with a webhook that was received."""

USUAL: ResourcePath = (("webhooks",),)
"""Where that is found if nothing stands in the way."""


def reserved_calls(published: Published) -> frozenset[str]:
    """The calls that no operation may have, since webhooks are published under them."""
    place = published.webhooks()
    if place is None:
        return frozenset()
    paths = (*(place[:depth] for depth in range(1, len(place) + 1)), *((*place, words) for words in METHODS))
    return frozenset(map(dotted, paths))


def place_webhooks(
    api: Api, calls: Calls, config: Config, report: Report, published: Published
) -> ResourcePath | None:
    """The resource: chosen, published, or the first usual one that no operation stands in the way of.

    None where the API has no webhooks that a client could read.
    """
    if EVENTS not in api.definitions:
        return None
    listed = _listed(calls)
    if config.webhooks.resource is not None:
        place = read_resource(config.webhooks.resource)
        holder = _holder(place, listed)
        if holder is not None:
            hint = (
                f"`{holder[0].dotted}` has the name already; choose another resource, or another name for it"
            )
            report.add("E311", config.source("webhooks", "resource"), f"`{dotted(place)}`", hint=hint)
        return place
    wanted = published.webhooks() or USUAL
    place = next(place for place in _candidates(wanted) if _holder(place, listed) is None)
    if place != wanted:
        _report_moved(api, wanted, place, listed, report)
    return place


def _candidates(wanted: ResourcePath) -> Iterator[ResourcePath]:
    yield wanted
    yield (("webhook", "events"),)
    yield (("received", "webhooks"),)
    yield from ((("webhooks", str(number)),) for number in count(2))


def _listed(calls: Calls) -> list[tuple[Call, str]]:
    """All calls with their operations."""
    found = [(call, id) for id, call in calls.own.items()]
    found += [
        (call, id) for table in (calls.further, calls.former) for id, them in table.items() for call in them
    ]
    return found


def _holder(place: ResourcePath, listed: list[tuple[Call, str]]) -> tuple[Call, str] | None:
    """A call that stands in the way: one of the resource's own, or one that has the name of the resource."""
    above = {place[:depth] for depth in range(1, len(place) + 1)}
    inside = {(*place, words) for words in METHODS}
    for call, id in listed:
        if call.steps in above or inside & {call.steps[:depth] for depth in range(1, len(call.steps) + 1)}:
            return call, id
    return None


def _report_moved(
    api: Api, wanted: ResourcePath, place: ResourcePath, listed: list[tuple[Call, str]], report: Report
) -> None:
    found = _holder(wanted, listed)
    assert found is not None
    call, id = found
    holder = next(operation for operation in api.operations if operation.id == id)
    hint = (
        f"choose where they are under `webhooks:` in the configuration, e.g. `resource: {dotted(place)}`, "
        f"or another name for `{key_of(holder)}`"
    )
    report.add(
        "W312",
        api.definitions[EVENTS].source,
        f"`{dotted(wanted)}`, since `{call.dotted}` is a call of an operation; it is `{dotted(place)}`",
        hint=hint,
        also=(holder.source,),
    )
