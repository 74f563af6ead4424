"""What is the form called that is sent of a type, where a language has one form for each way?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sdkloom.ir.api import Api
from sdkloom.ir.types import Enum
from sdkloom.ir.walk import reach
from sdkloom.name.distinct import Candidate, Clash, Order, tell_apart
from sdkloom.name.propose import Proposal
from sdkloom.name.published import REASON, Published
from sdkloom.name.words import split_words

if TYPE_CHECKING:
    from sdkloom.name.type_names import TypeName

TAKEN = "taken "
"""Stands before the id of what has a name already."""

_PARAMS = frozenset({"param", "params"})


def name_sent_forms(
    api: Api,
    types: Mapping[str, TypeName],
    taken: Mapping[str, Proposal],
    spread: Mapping[str, str],
    chosen: Mapping[str, str],
    published: Published,
    order: Mapping[str, Order],
) -> tuple[dict[str, Proposal], tuple[Clash, ...]]:
    """A name for the sent form of every definition that has one, beside all names that are `taken`.

    `chosen` are those of the configuration. Otherwise it is the name of the type with `param` behind it. A
    type that is sent alone keeps its own name where a person chose it, or where it says `param` already.
    """
    found = reach(api)
    forms: dict[str, Proposal] = {}
    candidates = [Candidate(f"{TAKEN}{id}", "", 9, (proposal,)) for id, proposal in taken.items()]
    for id, definition in api.definitions.items():
        if definition.owner or id in spread or id not in found.sent or isinstance(definition, Enum):
            continue
        named = types[id]
        if id in chosen:
            reason = "configuration: its `sent`"
            own = Proposal(split_words(chosen[id]), chosen[id], named.place, reason)
            candidates.append(Candidate(id, "", 8, (own, *_proposals(named)), order[id]))
        elif id not in found.received and (named.reason.startswith("configuration") or _says_param(named)):
            forms[id] = Proposal(named.words, named.text, named.place, named.reason)
        else:
            known = published.sent(id) if id not in published.renamed else None
            first = () if known is None else (Proposal(known[1], known[2], known[0], REASON),)
            trust = 0 if known is None else 2
            candidates.append(Candidate(id, "", trust, (*first, *_proposals(named)), order[id]))
    settled, clashes = tell_apart(candidates, {})
    named_forms = {id: proposal for id, proposal in settled.items() if id in types}
    return forms | named_forms, tuple(one for one in clashes if one.loser in types)


def _says_param(named: TypeName) -> bool:
    return named.words[-1] in _PARAMS


def _proposals(named: TypeName) -> Iterator[Proposal]:
    for suffix in ("input", "argument") if _says_param(named) else ("param", "input"):
        text = f"{named.text}{suffix.capitalize()}" if named.text else ""
        yield Proposal((*named.words, suffix), text, named.place, "what is sent of it")
