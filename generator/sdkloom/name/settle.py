"""Which name does everything have in the end?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config, PlacedName
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Resource
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.calls import grow_tree, settle_all_calls
from sdkloom.name.distinct import Candidate, tell_apart
from sdkloom.name.matching import match_types
from sdkloom.name.propose import Proposal, params_names, propose, spread_bodies
from sdkloom.name.words import split_words

PlacedText = tuple[ResourcePath, str]
"""The words of the resource that a type lives under, and its name as a person wrote it."""


@dataclass(frozen=True, slots=True)
class TypeName:
    """The name of a definition in neutral form.

    `text` is a spelling that a person chose, kept where a language can. `others` are as good as the name;
    `former` are kept for those who know them, and deprecated.
    """

    words: tuple[str, ...]
    text: str
    place: ResourcePath
    reason: str
    others: tuple[PlacedText, ...] = ()
    former: tuple[PlacedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The table: a call for each operation, a name for each definition and for what each call takes, and
    the resource tree.

    `further` are other calls of an operation that are as good, `former` those that are kept for those who
    know them, and deprecated. `spread` maps definitions that live on only as the arguments of one operation
    to that operation.
    """

    calls: Mapping[str, Call]
    further: Mapping[str, tuple[Call, ...]]
    former: Mapping[str, tuple[Call, ...]]
    types: Mapping[str, TypeName]
    params: Mapping[str, TypeName]
    spread: Mapping[str, str]
    root: Resource


def settle(api: Api, config: Config, report: Report) -> Names:
    """Settle every name: configuration first, then the document.

    Clashes are settled by a rule that the order of the document plays no part in, and reported.
    """
    calls = settle_all_calls(api, config, report)
    spread = spread_bodies(api)
    types, params = _settled_types(api, calls.own, _chosen_types(api, config, report), spread)
    types |= {
        id: replace(types[id], former=tuple(map(_placed, match.choice.aliases)))
        for id, match in match_types(api, config).items()
        if match.choice.aliases
    }
    return Names(calls.own, calls.further, calls.former, types, params, spread, grow_tree(api, calls))


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


def _chosen_types(api: Api, config: Config, report: Report) -> dict[str, TypeName]:
    """What the configuration calls types."""
    found: dict[str, TypeName] = {}
    keys: dict[PlacedText, str] = {}
    for id, match in match_types(api, config).items():
        names = tuple(map(_placed, match.choice.name))
        for name in names:
            if name in keys:
                _report_twice(name, keys[name], match.key, config, report)
            keys.setdefault(name, match.key)
        if names:
            place, text = names[0]
            reason = f"configuration: types.{match.key}"
            found[id] = TypeName(split_words(text), text, place, reason, names[1:])
    return found


def _placed(name: PlacedName) -> PlacedText:
    return tuple(split_words(part) for part in name.place), name.name


def _report_twice(name: PlacedText, earlier: str, key: str, config: Config, report: Report) -> None:
    source = config.source("types", earlier)
    report.add(
        "E307",
        config.source("types", key),
        f"`{'.'.join((*('_'.join(words) for words in name[0]), name[1]))}`",
        hint=f"`{earlier}` has it already; give one of them another name",
        also=(source,) if source is not None else (),
    )


def _as_name(proposal: Proposal) -> TypeName:
    return TypeName(proposal.words, proposal.text, proposal.place, proposal.reason)
