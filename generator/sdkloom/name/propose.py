"""Which names could a definition have, best first, and why?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.api import EVENTS, Api, Operation
from sdkloom.ir.types import Definition, Type
from sdkloom.ir.walk import expressions, mentions, received_types
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.pointers import Origin, read_pointer
from sdkloom.name.variants import name_variants
from sdkloom.name.verbs import Words
from sdkloom.name.words import join_words, singular_words, split_words

LONGEST = 55
"""How many characters a type name may have, so that a suffix still fits into 60."""

_PHRASES = {
    "201": "created", "202": "accepted", "206": "partial", "400": "bad request", "401": "unauthorized",
    "402": "payment required", "403": "forbidden", "404": "not found", "405": "method not allowed",
    "409": "conflict", "410": "gone", "412": "precondition failed", "413": "too large", "415": "unsupported",
    "422": "unprocessable", "423": "locked", "429": "too many requests", "500": "server",
    "503": "unavailable",
}  # fmt: skip
_OTHER_ENDS = {"params": "arguments", "response": "result", "body": "input", "error": "failure"}
_SAYS_ERROR = frozenset("error errors exception problem fault failure response".split())


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name in words; `text` is the author's own spelling where there is one.

    `place` is the resource path it lives under.
    """

    words: Words
    text: str
    place: ResourcePath
    reason: str


def params_names(call: Call) -> Iterator[Proposal]:
    """Names for what a call takes: its resource in the singular, its method, `params`; then longer ones."""
    for words in _of_call(call, ("params",)):
        yield Proposal(_shorten(words), "", call.resources[:-1], f"what the call takes `{call.dotted}`")


def _of_call(call: Call, suffix: Words) -> Iterator[Words]:
    """The words of a call, with its last resource, then with all; then with another word at the end."""
    noun = singular_words(call.resources[-1]) if call.resources else ()
    yield join_words(noun, call.method, suffix)
    yield join_words(*call.resources[-1:], call.method, suffix)
    yield join_words(*call.resources, call.method, suffix)
    other = _OTHER_ENDS.get(suffix[-1], "value") if suffix else "value"
    yield join_words(noun, call.method, (*suffix[:-1], other))


def propose(api: Api, calls: Mapping[str, Call]) -> dict[str, tuple[Proposal, ...]]:
    """The names that the document itself gives each definition."""
    operations = {operation.source.pointer: operation for operation in api.operations}
    answering = dict(_answering(api))
    variants = name_variants(api)
    found = {}
    for id, definition in api.definitions.items():
        words = variants[id] if definition.name.words else ((),)
        if definition.owner is not None:
            names = _inline_names(api, definition, words)
        else:
            origin = read_pointer(id, operations, answering)
            names = _top_names(definition, words[0], origin, calls)
        found[id] = (*_chosen_names(definition), *names)
    return found


def _chosen_names(definition: Definition) -> Iterator[Proposal]:
    """What the author of the document calls it."""
    chosen = definition.name.chosen
    if chosen is not None:
        yield Proposal(split_words(chosen.text), chosen.text, (), f"`{chosen.keyword}` in the document")


def _inline_names(api: Api, definition: Definition, found: tuple[Words, ...]) -> Iterator[Proposal]:
    """The place within the owner, written short; then without merging what overlaps."""
    reason, words = f"its place inside {definition.owner}", found[0]
    owner = api.definitions.get(definition.owner or "")
    above = owner.name.words if owner is not None else ()
    if not words:
        one = singular_words(above)
        yield Proposal(
            one if one != above else ("item",) if _is_item(definition) else ("value",), "", (), reason
        )
    for named in found:
        yield Proposal(_shorten(named or ("value",)), "", (), reason)
    properties = re.findall(r"/properties/([^/]+)", definition.id.removeprefix(definition.owner or ""))
    spelled = tuple(word for name in properties for word in split_words(name.replace("~1", "/")))
    if spelled:
        yield Proposal((*spelled, *words[-1:]) if words[-1:] != spelled[-1:] else spelled, "", (), reason)
    yield Proposal(_shorten((*above, *words)), "", (), reason)
    yield Proposal((*above, *words), "", (), reason)


def _is_item(definition: Definition) -> bool:
    return definition.id.endswith(("/items", "/additionalProperties"))


def _top_names(
    definition: Definition, words: Words, origin: Origin, calls: Mapping[str, Call]
) -> Iterator[Proposal]:
    match origin.kind:
        case "component":
            yield from _keyed(definition)
        case "shared":
            key = (
                origin.key
                if origin.place != "responses" or origin.key[-1] in _SAYS_ERROR
                else (*origin.key, "body")
            )
            reason = f"the key `{origin.wire}` in the document"
            yield Proposal(_shorten(join_words(key, words, origin.tail)), "", (), reason)
            if origin.operation:
                base = next(_of_call(calls[origin.operation], ()))
                yield Proposal(_shorten(join_words(base, key, words)), "", (), reason)
        case "operation":
            call = calls[origin.operation]
            for base in _of_call(call, _suffix(origin)):
                reason = f"its place in the {origin.place} of the call `{call.dotted}`"
                yield Proposal(
                    _shorten(join_words(base, words, origin.tail)), "", call.resources[:-1], reason
                )
        case "elsewhere":
            wire = definition.name.wire
            text = wire if split_words(wire) == words else ""
            yield Proposal(words or ("value",), text, (), "its place in the document")
            if definition.id == EVENTS:
                yield Proposal(("received", "webhook", "event"), "", (), "what webhooks carry")


def _keyed(definition: Definition) -> Iterator[Proposal]:
    """The component's key. One that is too long loses words: at its front, or behind its first ones."""
    words, reason = definition.name.words, f"the key `{definition.name.wire}` in the document"
    if len("".join(words)) <= LONGEST:
        yield Proposal(words, definition.name.wire, (), reason)
        return
    for kept in range(4):
        yield Proposal(_shorten(words, kept), "", (), f"{reason}, shortened")
    yield Proposal(_last_of(words), "", (), f"{reason}, shortened")
    yield Proposal(words, definition.name.wire, (), reason)


def _shorten(words: Words, kept: int = 0) -> Words:
    """At most LONGEST characters: what is said twice goes first, then what follows the `kept` first words."""
    if len("".join(words)) <= LONGEST:
        return words
    once = tuple(word for place, word in enumerate(words) if word not in words[place + 1 :])
    while len("".join(once)) > LONGEST and len(once) > kept + 1:
        once = (*once[:kept], *once[kept + 1 :])
    return once


def _last_of(words: Words) -> Words:
    """The last words, at most LONGEST characters of them."""
    first = next((place for place in range(len(words)) if len("".join(words[place:])) <= LONGEST), 0)
    return words[first:]


def _suffix(origin: Origin) -> Words:
    """What is sent, what is answered, and what is said of a failure."""
    if origin.place == "parameters":
        return ()
    if origin.place == "request":
        return ("body",)
    phrase = tuple(_PHRASES.get(origin.status, origin.status.lower().replace("default", "")).split())
    if origin.status.startswith("2"):
        return ("response",) if origin.is_first else (*phrase, "response")
    return (*phrase, "error") if origin.status else ("response",)


def spread_bodies(api: Api) -> dict[str, str]:
    """Definitions that exist only as the spread body of one operation: definition id to operation id."""
    users: dict[str, list[str]] = {}
    for operation in api.operations:
        if operation.body is not None and operation.body.spread is not None:
            users.setdefault(operation.body.spread, []).append(operation.id)
    elsewhere = set(mentions(_every_mention(api)))
    return {id: ops[0] for id, ops in users.items() if len(ops) == 1 and id not in elsewhere}


def _answering(api: Api) -> Iterator[tuple[str, Operation]]:
    """Definitions that an operation answers with, each with the first such operation by its path."""
    seen: set[str] = set()
    for operation in sorted(api.operations, key=lambda op: (op.path, op.method)):
        for id in mentions(received_types(operation)):
            if id not in seen:
                seen.add(id)
                yield id, operation


def _every_mention(api: Api) -> Iterator[Type]:
    for definition in api.definitions.values():
        yield from expressions(definition)
    for operation in api.operations:
        yield from (parameter.type for parameter in operation.parameters)
        yield from received_types(operation)
        if operation.body is not None and operation.body.spread is None:
            yield operation.body.type
