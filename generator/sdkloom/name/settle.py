"""Which name does everything have in the end?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sdkloom.config import Config, PlacedName
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation, Resource
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.calls import grow_tree, settle_all_calls
from sdkloom.name.distinct import Candidate, tell_apart
from sdkloom.name.homes import find_homes, find_read, find_within
from sdkloom.name.listed import steady_ids
from sdkloom.name.lost import report_sent_forms, report_types
from sdkloom.name.matching import match_operations, match_types
from sdkloom.name.propose import Proposal, params_names, propose, spread_bodies
from sdkloom.name.published import REASON, UNPUBLISHED, Published
from sdkloom.name.sent import name_sent_forms
from sdkloom.name.spell import pascal
from sdkloom.name.webhooks import place_webhooks, reserved_calls
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

    `sent` names the form that is sent of what is received as well, for languages that have a form each way.
    `further` are other calls of an operation that are as good, `former` those that are kept for those who
    know them, and deprecated. `spread` maps definitions that live on only as the arguments of one operation
    to that operation. `webhooks` is the resource that checks and reads webhooks, if there is one.

    `homes` says of every definition that is not inline beside which resource it stands, () where none has it
    to itself. `read` are those that users can read though no call answers them. `within` maps those whose
    inline types stand with what an operation takes to that operation.
    """

    calls: Mapping[str, Call]
    further: Mapping[str, tuple[Call, ...]]
    former: Mapping[str, tuple[Call, ...]]
    types: Mapping[str, TypeName]
    params: Mapping[str, TypeName]
    sent: Mapping[str, TypeName]
    spread: Mapping[str, str]
    root: Resource
    webhooks: ResourcePath | None = None
    homes: Mapping[str, ResourcePath] = field(default_factory=dict)
    read: frozenset[str] = frozenset()
    within: Mapping[str, str] = field(default_factory=dict)


def settle(api: Api, config: Config, report: Report, published: Published = UNPUBLISHED) -> Names:
    """Settle every name: configuration first, then what is published, then the document.

    Clashes are settled by a rule that the order of the document plays no part in, and reported.
    """
    calls = settle_all_calls(api, config, report, published, reserved_calls(published))
    webhooks = place_webhooks(api, calls, config, report, published)
    spread = {id: of for id, of in spread_bodies(api).items() if published.type(id) is None}
    chosen = _chosen_types(api, config, report)
    types, params, sent = _settled_types(api, calls.own, chosen, spread, config, published, report)
    aliases = {id: match.choice.aliases for id, match in match_types(api, config).items()}
    for id, named in types.items():
        former = (*_published_names(id, published), *map(_placed, aliases.get(id, ())))
        if former and api.definitions[id].owner is None:
            types[id] = replace(named, former=_without_namesakes(named, former))
    root = grow_tree(api, calls, webhooks)
    homes = find_homes(api, calls.own, root, webhooks, published)
    read, within = find_read(api, spread, published), find_within(api, spread, published)
    return Names(
        calls.own,
        calls.further,
        calls.former,
        types,
        params,
        sent,
        spread,
        root,
        webhooks,
        homes,
        read,
        within,
    )


def _settled_types(
    api: Api,
    calls: Mapping[str, Call],
    chosen: Mapping[str, TypeName],
    spread: Mapping[str, str],
    config: Config,
    published: Published,
    report: Report,
) -> tuple[dict[str, TypeName], dict[str, TypeName], dict[str, TypeName]]:
    """Names of definitions, of what calls take, and of what is sent; what lives on as arguments stands in
    nobody's way.
    """
    proposals, order = propose(api, calls), steady_ids(api)
    top: list[Candidate] = []
    inside: list[Candidate] = []
    for id, definition in api.definitions.items():
        fixed = chosen.get(id)
        known = published.type(id) if id not in published.renamed else None
        named, trust = proposals[id], 1 if _is_component(id) else 0
        if fixed is not None:
            named, trust = (Proposal(fixed.words, fixed.text, fixed.place, fixed.reason), *named), 4
        elif known is not None:
            place, words, text = known
            named, trust = (Proposal(words, text, place, REASON), *named), 3
        owner = definition.owner or (f"spread {id}" if id in spread else "")
        (inside if definition.owner else top).append(Candidate(id, owner, trust, named, order[id]))
    given = {id: match.choice.arguments for id, match in match_operations(api, config).items()}
    top += [_params(op, calls[op.id], given.get(op.id, ""), published) for op in api.operations]
    settled, clashes = tell_apart(top, {})
    within, further = tell_apart(inside, settled)
    settled |= within
    report_types(api, (*clashes, *further), settled, spread, report)
    types = {id: chosen.get(id) or _as_name(settled[id]) for id in api.definitions}
    params = {op.id: _as_name(settled[f"params {op.id}"]) for op in api.operations}
    wanted = {id: m.choice.sent for id, m in match_types(api, config).items() if m.choice.sent}
    forms, lost = name_sent_forms(api, types, settled, spread, wanted, published, order)
    report_sent_forms(api, lost, forms, report)
    return types, params, {id: _as_name(found) for id, found in forms.items()}


def _params(operation: Operation, call: Call, given: str, published: Published) -> Candidate:
    """What a call takes: under the name that was given, or its published one while the call has its own."""
    known, proposals = published.params(operation.id), tuple(params_names(call))
    id = f"params {operation.id}"
    order = (len(id), id, "", "")
    kept = published.call(operation.id)
    if given:
        reason = "configuration: its `arguments`"
        own = Proposal(split_words(given), given, call.resources[:-1], reason)
        return Candidate(id, "", 4, (own, *proposals), order)
    if known is None or kept is None or kept.dotted != call.dotted:
        return Candidate(id, "", 0, proposals, order)
    place, words = known
    first = Proposal(words, "", place, REASON)
    return Candidate(id, "", 2, (first, *proposals), order)


def _published_names(id: str, published: Published) -> tuple[PlacedText, ...]:
    """The name that the lock knows a definition by, and its former ones."""
    known = published.type(id)
    if known is None:
        return ()
    place, words, text = known
    return ((place, text or pascal(words)), *published.former_types(id))


def _without_namesakes(named: TypeName, former: tuple[PlacedText, ...]) -> tuple[PlacedText, ...]:
    now = ((named.place, named.text or pascal(named.words)), *named.others)
    return tuple(name for name in dict.fromkeys(former) if name not in now)


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
