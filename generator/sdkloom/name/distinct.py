"""Which type keeps a name that several want, and what are the others called?

Two types clash only where they live side by side: below one resource, or inside one owner. The order of the
document plays no part: chosen names go first, then those that the document gives, then the shorter pointer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from sdkloom.name.call import ResourcePath
from sdkloom.name.propose import Proposal
from sdkloom.name.spell import as_identifier, type_text

Scope = tuple[str, ResourcePath]
Key = tuple[Scope, str]
"""A name, folded, and where it stands."""
Taken = Mapping[Key, str]
"""Names that have been given, and to whom."""
Order = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A type that wants a name.

    `owner` is the definition it lives in; `trust` says how firm its first name is. Of two that are as firm
    the one with the lower `order` goes first.
    """

    id: str
    owner: str
    trust: int
    proposals: Sequence[Proposal]
    order: Order = (0, "", "", "")


@dataclass(frozen=True, slots=True)
class Clash:
    """Who lost a name, to whom, and whether only a number was left."""

    loser: str
    holder: str
    name: Proposal
    is_numbered: bool


def tell_apart(
    candidates: Sequence[Candidate], given: Taken
) -> tuple[dict[str, Proposal], tuple[Clash, ...]]:
    """For every candidate the first of its proposals that is free, and who had another first.

    A number stands where none is free: two keys of the document that differ in their spelling alone. What is
    `given` to others already is not free.
    """
    taken = dict(given)
    clashes: list[Clash] = []
    contested = _contested(candidates)
    settled: dict[str, Proposal] = {}
    for candidate in sorted(candidates, key=lambda one: (-one.trust, one.order, len(one.id), one.id)):
        free = (
            proposal
            for proposal in candidate.proposals
            if taken.get(_key(candidate, proposal), candidate.id) == candidate.id
            and not _gives_way(candidate, proposal, contested)
        )
        first, chosen = candidate.proposals[0], next(free, None)
        holder, is_numbered = taken.get(_key(candidate, first), ""), chosen is None
        if chosen is None:
            chosen = next(name for name in _numbered(first) if _key(candidate, name) not in taken)
        if holder or is_numbered:
            clashes.append(Clash(candidate.id, holder, first, is_numbered))
        taken[_key(candidate, chosen)] = candidate.id
        settled[candidate.id] = chosen
    return settled, tuple(clashes)


def _numbered(proposal: Proposal) -> Iterator[Proposal]:
    for number in count(2):
        words = (*proposal.words[:-1], f"{proposal.words[-1]}{number}")
        yield replace(proposal, words=words, text=f"{proposal.text}{number}" if proposal.text else "")


def folded(proposal: Proposal) -> str:
    """A name as languages will write it, but for its casing."""
    return fold_text(type_text(proposal.words, proposal.text))


def fold_text(text: str) -> str:
    """The name of a type as languages will write it, but for its casing."""
    return as_identifier("type", text).replace("_", "").casefold()


def _key(candidate: Candidate, proposal: Proposal) -> Key:
    return (candidate.owner, proposal.place), folded(proposal)


def _contested(candidates: Sequence[Candidate]) -> set[Key]:
    """Shortened names that several long ones would share: none of them takes such a name."""
    seen: dict[Key, set[str]] = {}
    for candidate in candidates:
        if len(candidate.proposals) > 1 and candidate.trust == 1:
            for proposal in candidate.proposals:
                seen.setdefault(_key(candidate, proposal), set()).add(candidate.id)
    return {key for key, ids in seen.items() if len(ids) > 1}


def _gives_way(candidate: Candidate, proposal: Proposal, contested: set[Key]) -> bool:
    last = candidate.proposals[-1]
    return candidate.trust == 1 and proposal is not last and _key(candidate, proposal) in contested
