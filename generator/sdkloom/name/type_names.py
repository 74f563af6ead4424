"""Which name does every type have in the end?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config, PlacedName
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.distinct import Candidate, Clash, folded, tell_apart
from sdkloom.name.kept import former_names, free, names_beside, names_inside
from sdkloom.name.listed import steady_ids
from sdkloom.name.lost import report_pages, report_sent_forms, report_types
from sdkloom.name.matching import match_operations, match_types, report_twice
from sdkloom.name.pages import PageKey, name_pages, names_of_twins, paged_answers, published_pages
from sdkloom.name.propose import Proposal, params_names, propose
from sdkloom.name.published import REASON, Published
from sdkloom.name.second_types import drop_taken_types, second_names
from sdkloom.name.sent import name_sent_forms
from sdkloom.name.spell import pascal
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
class TypeNames:
    """A name for each definition, for what each call takes, for what is sent of a definition, and for the
    classes of pages.
    """

    types: Mapping[str, TypeName]
    params: Mapping[str, TypeName]
    sent: Mapping[str, TypeName]
    pages: Mapping[PageKey, TypeName]


def settle_types(
    api: Api,
    calls: Mapping[str, Call],
    spread: Mapping[str, str],
    config: Config,
    published: Published,
    report: Report,
) -> TypeNames:
    """Settle the names of types; what lives on as arguments, as `spread` says, stands in nobody's way."""
    return _Settler(api, calls, spread, config, published, report).settle()


class _Settler:
    """What is chosen, what is published, and what the document says."""

    def __init__(
        self,
        api: Api,
        calls: Mapping[str, Call],
        spread: Mapping[str, str],
        config: Config,
        published: Published,
        report: Report,
    ) -> None:
        self.api, self.calls, self.spread, self.published, self.report = api, calls, spread, published, report
        self.config = config
        self.matched, self.operations = match_types(api, config), match_operations(api, config)
        self.chosen = _chosen_types(api, config, report)
        self._check_arguments()
        self.proposed = propose(api, calls)
        self.answers, self.order = paged_answers(api), steady_ids(api)

    def settle(self) -> TypeNames:
        settled, clashes = self._settle_top()
        within, further = self._settle_inside(settled)
        settled |= within
        report_types(self.api, (*clashes, *further), settled, self.spread, self.answers, self.report)
        types = {id: self.chosen.get(id) or _as_name(settled[id]) for id in self.api.definitions}
        sent = self._name_sent(types, settled)
        pages = self._name_pages(types, settled, sent)
        params = {op.id: _as_name(settled[f"params {op.id}"]) for op in self.api.operations}
        found = TypeNames(
            {id: self._with_former(id, named) for id, named in types.items()},
            {id: _with(named, self.published.former_params(id)) for id, named in params.items()},
            {id: _with(_as_name(name), self.published.former_sent(id)) for id, name in sent.items()},
            {key: _with(_as_name(name), self.published.former_page(*key)) for key, name in pages.items()},
        )
        return drop_taken_types(self.api, found, self.spread, self.config, self.report)

    def _check_arguments(self) -> None:
        """The configuration gives no name to what two calls take, nor to that and to a type."""
        held: dict[PlacedText, tuple[str, str]] = {}
        for id, named in self.chosen.items():
            if self.api.definitions[id].owner is None:
                held[named.place, named.text] = ("types", self.matched[id].key)
        for id, match in self.operations.items():
            given, line = match.choice.arguments, ("operations", match.key, "arguments")
            if id not in self.calls or not given or not self.config.is_own(*line):
                continue
            earlier = held.setdefault((self.calls[id].resources[:-1], given), ("operations", match.key))
            if earlier != ("operations", match.key):
                hint = f"`{earlier[1]}` has it already; give one of them another name"
                source = self.config.source(*earlier)
                also = (source,) if source is not None else ()
                self.report.add("E307", self.config.source(*line), f"`{given}`", hint=hint, also=also)

    def _settle_top(self) -> tuple[dict[str, Proposal], tuple[Clash, ...]]:
        definitions = [one for one in self.api.definitions.values() if one.owner is None]
        top = [
            self._candidate(one.id, f"spread {one.id}" if one.id in self.spread else "")
            for one in definitions
        ]
        top += [self._params(operation) for operation in self.api.operations]
        pages = published_pages(self.answers, self.published)
        top += [one for one in pages if self.answers[one.id][0] not in self._chosen_pages()]
        kept = former_names(self.api, self.published, (*self.chosen, *self.published.renamed))
        kept |= dict(names_inside(self.api, self.published))
        kept |= dict(names_of_twins(self.answers, self.published))
        kept |= second_names((id, named.others) for id, named in self.chosen.items())
        return tell_apart(top, free(kept, (one.proposals[0] for one in top if one.trust > 1)))

    def _settle_inside(
        self, settled: Mapping[str, Proposal]
    ) -> tuple[dict[str, Proposal], tuple[Clash, ...]]:
        definitions = [one for one in self.api.definitions.values() if one.owner is not None]
        taken = dict(names_beside(settled))
        for id, (model, _) in self.answers.items():
            if id in settled:
                taken[(model, ()), folded(settled[id])] = id
        return tell_apart([self._candidate(one.id, one.owner or "") for one in definitions], taken)

    def _candidate(self, id: str, owner: str) -> Candidate:
        fixed = self.chosen.get(id)
        known = self.published.type(id) if id not in self.published.renamed else None
        named, trust = self.proposed[id], 1 if _is_component(id) else 0
        if fixed is not None:
            named, trust = (Proposal(fixed.words, fixed.text, fixed.place, fixed.reason), *named), 4
        elif known is not None:
            place, words, text = known
            named, trust = (Proposal(words, text, place, REASON), *named), 3
        return Candidate(id, owner, trust, named, self.order[id])

    def _params(self, operation: Operation) -> Candidate:
        """What a call takes: under the name that is given or the published one while the call has its own."""
        call, match = self.calls[operation.id], self.operations.get(operation.id)
        given = match.choice.arguments if match is not None else ""
        known, proposals = self.published.params(operation.id), tuple(params_names(call))
        kept, id = self.published.call(operation.id), f"params {operation.id}"
        order = (len(id), id, "", "")
        if given:
            reason = "configuration: its `arguments`"
            own = Proposal(split_words(given), given, call.resources[:-1], reason)
            return Candidate(id, "", 4, (own, *proposals), order)
        if known is None or kept is None or kept.dotted != call.dotted:
            return Candidate(id, "", 0, proposals, order)
        first = Proposal(known[1], "", known[0], REASON)
        return Candidate(id, "", 2, (first, *proposals), order)

    def _name_sent(
        self, types: Mapping[str, TypeName], settled: Mapping[str, Proposal]
    ) -> dict[str, Proposal]:
        wanted = {id: match.choice.sent for id, match in self.matched.items() if match.choice.sent}
        forms, lost = name_sent_forms(
            self.api, types, settled, self.spread, wanted, self.published, self.order
        )
        report_sent_forms(self.api, lost, forms, self.answers, self.report)
        return forms

    def _chosen_pages(self) -> dict[str, str]:
        return {id: match.choice.page for id, match in self.matched.items() if match.choice.page}

    def _name_pages(
        self, types: Mapping[str, TypeName], settled: Mapping[str, Proposal], sent: Mapping[str, Proposal]
    ) -> dict[PageKey, Proposal]:
        """Classes of pages stand beside all types, and in one place with what is inside of their answers."""
        taken = {(("", name.place), folded(name)): id for id, name in sent.items()}
        for id, name in settled.items():
            definition = self.api.definitions.get(id)
            owner = definition.owner if definition is not None else None
            place = types[owner].place if owner is not None else name.place
            if owner is None or any(model == owner for model, _ in self.answers.values()):
                taken[("", place), folded(name)] = id
        pages, lost = name_pages(self.answers, settled, types, self._chosen_pages(), taken)
        report_pages(self.api, lost, pages, self.answers, self.report)
        return pages

    def _with_former(self, id: str, named: TypeName) -> TypeName:
        match = self.matched.get(id)
        aliases = map(_placed, match.choice.aliases) if match is not None else ()
        inline = self.api.definitions[id].owner is not None
        return named if inline else _with(named, (*self.published.former_types(id), *aliases))


def _with(named: TypeName, former: Iterable[PlacedText]) -> TypeName:
    """The name with its former ones, but for those that it has now."""
    now = ((named.place, named.text or pascal(named.words)), *named.others)
    return replace(named, former=tuple(name for name in dict.fromkeys(former) if name not in now))


def _is_component(id: str) -> bool:
    return id.startswith("#/components/schemas/") and id.count("/") == 3


def _chosen_types(api: Api, config: Config, report: Report) -> dict[str, TypeName]:
    """What the configuration calls types."""
    found: dict[str, TypeName] = {}
    keys: dict[PlacedText, str] = {}
    matched = match_types(api, config)
    own = {_placed(match.choice.name[0]) for match in matched.values() if match.choice.name}
    for id, match in matched.items():
        names = tuple(map(_placed, match.choice.name))
        others = tuple(name for name in names[1:] if name not in own and name not in keys)
        for name in names:
            if name in keys:
                what = ".".join((*("_".join(words) for words in name[0]), name[1]))
                report_twice("E307", "types", (keys[name], match.key), what, config, report)
            keys.setdefault(name, match.key)
        if names:
            place, text = names[0]
            reason = f"configuration: types.{match.key}"
            found[id] = TypeName(split_words(text), text, place, reason, others)
    return found


def _placed(name: PlacedName) -> PlacedText:
    return tuple(split_words(part) for part in name.place), name.name


def _as_name(proposal: Proposal) -> TypeName:
    return TypeName(proposal.words, proposal.text, proposal.place, proposal.reason)
