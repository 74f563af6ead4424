"""Which name does everything have in the end?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation, Resource
from sdkloom.ir.base import Name
from sdkloom.ir.types import Definition
from sdkloom.name.propose import Proposal, params_name, propose, spread_bodies
from sdkloom.name.resources import Call, infer_calls
from sdkloom.name.words import split_words

ResourcePath = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TypeName:
    """The name of a definition in neutral form.

    `text` is a spelling that a person chose, kept where a language can.
    """

    words: tuple[str, ...]
    text: str
    place: ResourcePath
    reason: str
    aliases: tuple[tuple[ResourcePath, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The table: a call for each operation, a name for each definition and for what each call takes, and
    the resource tree.

    `spread` maps definitions that live on only as the arguments of one operation to that operation.
    """

    calls: Mapping[str, Call]
    types: Mapping[str, TypeName]
    params: Mapping[str, TypeName]
    spread: Mapping[str, str]
    root: Resource


def settle(api: Api, config: Config, report: Report) -> Names:
    """Settle every name: configuration first, then the document.

    Clashes are settled in document order and reported.
    """
    calls = _unique_calls(api, _configured_calls(api, config, report), report)
    spread = spread_bodies(api)
    proposals = propose(api, calls)
    types = {id: _type_name(api.definitions[id], proposal, config) for id, proposal in proposals.items()}
    _report_unknown_types(api, config, report)
    params = {op.id: _as_name(params_name(calls[op.id])) for op in api.operations}
    return Names(calls, types, params, spread, _tree(api, calls))


def _configured_calls(api: Api, config: Config, report: Report) -> dict[str, Call]:
    calls = dict(infer_calls(api.operations))
    by_key = {key: operation for operation in api.operations for key in _keys(operation)}
    for key, dotted in config.operations.items():
        operation = by_key.get(key)
        if operation is None:
            report.add(
                "E303",
                config.source("operations", key),
                f"operation `{key}`",
                hint=_did_you_mean(key, by_key),
            )
            continue
        *resources, method = (split_words(part) for part in dotted.split("."))
        inferred = calls[operation.id]
        calls[operation.id] = Call(
            tuple(resources), method, f"configuration: operations.{key}", inferred.dotted
        )
    return calls


def _keys(operation: Operation) -> Iterator[str]:
    if operation.name.wire:
        yield operation.name.wire
    yield f"{operation.method.upper()} {operation.path}"


def _unique_calls(api: Api, calls: dict[str, Call], report: Report) -> dict[str, Call]:
    """Two operations that want one call: the later is named by its operation id, else by its path."""
    taken: dict[str, Operation] = {}
    settled: dict[str, Call] = {}
    for operation in api.operations:
        call = calls[operation.id]
        for other in _alternatives(operation, call):
            if other.dotted not in taken:
                break
        if other is not call:
            first = taken[call.dotted]
            report.add(
                "W301",
                operation.source,
                f"`{call.dotted}`; this one becomes `{other.dotted}`",
                label="named here",
                hint="choose its name under `operations:` in the configuration, "
                f"e.g. `{operation.name.wire or operation.id}: {other.dotted}`",
                also=(first.source,),
            )
        taken[other.dotted] = operation
        settled[operation.id] = other
    return settled


def _alternatives(operation: Operation, call: Call) -> Iterator[Call]:
    yield call
    reason = f"`{call.dotted}` is taken by an earlier operation"
    resource_words = {word for words in call.resources for word in words}
    own = (
        tuple(word for word in operation.name.words if word not in resource_words)
        if operation.name.wire
        else ()
    )
    last = split_words(operation.path.rsplit("/", 1)[-1])
    for method in (
        own,
        (*call.method, *last),
        operation.name.words,
        (operation.method, *split_words(operation.path)),
    ):
        if method:
            yield replace(call, method=method, reason=reason, second=call.dotted)
    number = 2
    while True:
        yield replace(call, method=(*call.method, str(number)), reason=reason, second=call.dotted)
        number += 1


def _type_name(definition: Definition, proposal: Proposal, config: Config) -> TypeName:
    chosen = config.types.get(definition.name.wire) if definition.owner is None else None
    chosen = chosen or config.types.get(definition.id)
    if chosen is None:
        return _as_name(proposal)
    first, *others = ((tuple(split_words(part) for part in name.place), name.name) for name in chosen.names)
    place, text = first
    return TypeName(
        split_words(text), text, place, f"configuration: types.{definition.name.wire}", tuple(others)
    )


def _as_name(proposal: Proposal) -> TypeName:
    return TypeName(proposal.words, proposal.text, proposal.place, proposal.reason)


def _report_unknown_types(api: Api, config: Config, report: Report) -> None:
    known = {key for id, definition in api.definitions.items() for key in (id, definition.name.wire)}
    for key in config.types:
        if key not in known:
            report.add("E303", config.source("types", key), f"type `{key}`", hint=_did_you_mean(key, known))


def _did_you_mean(key: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key, list(known), n=1)
    return f"did you mean `{close[0]}`?" if close else ""


def _tree(api: Api, calls: Mapping[str, Call]) -> Resource:
    listed: dict[ResourcePath, list[str]] = {}
    below: dict[ResourcePath, dict[ResourcePath, None]] = {}
    for operation in api.operations:
        path = calls[operation.id].resources
        listed.setdefault(path, []).append(operation.id)
        for depth in range(len(path)):
            below.setdefault(path[:depth], {})[path[: depth + 1]] = None

    def grow(path: ResourcePath) -> Resource:
        name = Name("_".join(path[-1]) if path else "", path[-1] if path else ("client",))
        children = tuple(grow(child) for child in sorted(below.get(path, ())))
        return Resource(name, tuple(listed.get(path, ())), children)

    return grow(())
