"""Which names could a definition have, best first, and why?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api, Operation
from sdkloom.ir.types import Definition, Type
from sdkloom.ir.walk import expressions, mentions, received_types
from sdkloom.name.resources import Call
from sdkloom.name.words import join_words, singular_words


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name in words; `text` is the author's own spelling where there is one.

    `place` is the resource path it lives under.
    """

    words: tuple[str, ...]
    text: str
    place: tuple[tuple[str, ...], ...]
    reason: str


def params_name(call: Call) -> Proposal:
    """The name of what a call takes: the last resource in the singular, the method, `params`."""
    return _of_call(call, "params", "what the call takes")


def response_name(call: Call) -> Proposal:
    """The name of what a call answers, where the document does not name it."""
    return _of_call(call, "response", "what the call answers")


def _of_call(call: Call, suffix: str, reason: str) -> Proposal:
    noun = singular_words(call.resources[-1]) if call.resources else ()
    return Proposal(
        join_words(noun, call.method, (suffix,)), "", call.resources[:-1], f"{reason} `{call.dotted}`"
    )


def propose(api: Api, calls: dict[str, Call]) -> dict[str, Proposal]:
    """The best name that the document itself gives each definition."""
    answered = dict(_answers(api))
    found: dict[str, Proposal] = {}
    for id, definition in api.definitions.items():
        operation = answered.get(id)
        if definition.owner is not None:
            found[id] = Proposal(definition.name.words, "", (), f"its place inside {definition.owner}")
        elif operation is not None and _is_nameless(definition):
            found[id] = response_name(calls[operation.id])
        else:
            found[id] = Proposal(
                definition.name.words,
                definition.name.wire,
                (),
                f"the key `{definition.name.wire}` in the document",
            )
    return found


def _is_nameless(definition: Definition) -> bool:
    return "/components/schemas/" not in definition.id or "/properties/" in definition.id


def _answers(api: Api) -> Iterator[tuple[str, Operation]]:
    """Definitions that an operation answers with, each with the first such operation."""
    seen: set[str] = set()
    for operation in api.operations:
        for id in mentions(received_types(operation)):
            if id not in seen:
                seen.add(id)
                yield id, operation


def spread_bodies(api: Api) -> dict[str, str]:
    """Definitions that exist only as the spread body of one operation: definition id to operation id."""
    users: dict[str, list[str]] = {}
    for operation in api.operations:
        if operation.body is not None and operation.body.spread is not None:
            users.setdefault(operation.body.spread, []).append(operation.id)
    elsewhere = set(mentions(_every_mention(api)))
    return {id: ops[0] for id, ops in users.items() if len(ops) == 1 and id not in elsewhere}


def _every_mention(api: Api) -> Iterator[Type]:
    for definition in api.definitions.values():
        yield from expressions(definition)
    for operation in api.operations:
        yield from (parameter.type for parameter in operation.parameters)
        yield from received_types(operation)
        if operation.body is not None and operation.body.spread is None:
            yield operation.body.type
