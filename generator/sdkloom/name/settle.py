"""Which name does everything have in the end?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation, Resource
from sdkloom.ir.base import Name
from sdkloom.ir.types import Definition
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.chosen import chosen_calls
from sdkloom.name.clashes import settle_calls
from sdkloom.name.distinct import Candidate, tell_apart
from sdkloom.name.propose import Proposal, params_names, propose, spread_bodies
from sdkloom.name.resources import infer_calls
from sdkloom.name.samples import sampled_calls
from sdkloom.name.words import split_words


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

    Clashes are settled by a rule that the order of the document plays no part in, and reported.
    """
    calls = _settled_calls(api, config, report)
    spread = spread_bodies(api)
    chosen = {id: name for id, found in api.definitions.items() if (name := _chosen_type(found, config))}
    _report_unknown_types(api, config, report)
    types, params = _settled_types(api, calls, chosen, spread)
    return Names(calls, types, params, spread, _tree(api, calls))


def _settled_types(
    api: Api, calls: Mapping[str, Call], chosen: Mapping[str, TypeName], spread: Mapping[str, str]
) -> tuple[dict[str, TypeName], dict[str, TypeName]]:
    """Names of definitions, and of what calls take; what lives on as arguments stands in nobody's way."""
    proposals = propose(api, calls)
    top: list[Candidate] = []
    inside: list[Candidate] = []
    for id, definition in api.definitions.items():
        fixed = chosen.get(id)
        named = (Proposal(fixed.words, fixed.text, fixed.place, fixed.reason),) if fixed else proposals[id]
        trust = 3 if fixed else 1 if _is_component(id) else 0
        owner = definition.owner or (f"spread {id}" if id in spread else "")
        (inside if definition.owner else top).append(Candidate(id, owner, trust, named))
    top += [Candidate(f"params {op.id}", "", 0, tuple(params_names(calls[op.id]))) for op in api.operations]
    settled = tell_apart(top, {})
    settled |= tell_apart(inside, settled)
    types = {id: chosen.get(id) or _as_name(settled[id]) for id in api.definitions}
    return types, {op.id: _as_name(settled[f"params {op.id}"]) for op in api.operations}


def _is_component(id: str) -> bool:
    return id.startswith("#/components/schemas/") and id.count("/") == 3


def _settled_calls(api: Api, config: Config, report: Report) -> dict[str, Call]:
    """Configuration, then what the document says by extensions, then its own samples, then inference."""
    wanted = {id: list(calls) for id, calls in infer_calls(api).items()}
    trust: dict[str, int] = {}
    for rank, found in (
        (1, sampled_calls(api)),
        (1, chosen_calls(api, wanted)),
        (2, _configured_calls(api, config, report)),
    ):
        for id, call in found.items():
            second = next((other for other in wanted[id] if other.dotted != call.dotted), None)
            said = f"{second.dotted}, because {second.reason}" if second is not None else ""
            wanted[id].insert(0, replace(call, second=said))
            trust[id] = rank
    return settle_calls(api.operations, wanted, trust, report)


def _configured_calls(api: Api, config: Config, report: Report) -> dict[str, Call]:
    """What the configuration calls operations."""
    calls: dict[str, Call] = {}
    keys: dict[str, str] = {}
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
        if dotted in keys:
            source = config.source("operations", keys[dotted])
            report.add(
                "E302",
                config.source("operations", key),
                f"`{dotted}`",
                hint=f"`{keys[dotted]}` has it already; give one of them another name",
                also=(source,) if source is not None else (),
            )
        keys[dotted] = key
        *resources, method = (split_words(part) for part in dotted.split("."))
        calls[operation.id] = Call(tuple(resources), method, f"configuration: operations.{key}")
    return calls


def _keys(operation: Operation) -> Iterator[str]:
    if operation.name.wire:
        yield operation.name.wire
    yield f"{operation.method.upper()} {operation.path}"


def _chosen_type(definition: Definition, config: Config) -> TypeName | None:
    chosen = config.types.get(definition.name.wire) if definition.owner is None else None
    chosen = chosen or config.types.get(definition.id)
    if chosen is None:
        return None
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
