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

Scope = tuple[str, ResourcePath]
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
    candidates: Sequence[Candidate], owners: Mapping[str, Proposal]
) -> tuple[dict[str, Proposal], tuple[Clash, ...]]:
    """For every candidate the first of its proposals that is free, and who had another first.

    A number stands where none is free: two keys of the document that differ in their spelling alone. `owners`
    are names given already, which nothing inside may repeat.
    """
    taken: dict[tuple[Scope, str], str] = {((id, ()), spelled(name)): id for id, name in owners.items()}
    clashes: list[Clash] = []
    contested = _contested(candidates)
    settled: dict[str, Proposal] = {}
    for candidate in sorted(candidates, key=lambda one: (-one.trust, one.order, len(one.id), one.id)):
        free = (
            proposal
            for proposal in candidate.proposals
            if _key(candidate, proposal) not in taken and not _gives_way(candidate, proposal, contested)
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


def spelled(proposal: Proposal) -> str:
    """A name as languages will write it, but for its casing."""
    text = proposal.text or "".join(proposal.words)
    return "".join(character for character in text if character.isalnum()).casefold()


def _key(candidate: Candidate, proposal: Proposal) -> tuple[Scope, str]:
    return (candidate.owner, proposal.place), spelled(proposal)


def _contested(candidates: Sequence[Candidate]) -> set[tuple[Scope, str]]:
    """Shortened names that several long ones would share: none of them takes such a name."""
    seen: dict[tuple[Scope, str], set[str]] = {}
    for candidate in candidates:
        if len(candidate.proposals) > 1 and candidate.trust == 1:
            for proposal in candidate.proposals:
                seen.setdefault(_key(candidate, proposal), set()).add(candidate.id)
    return {key for key, ids in seen.items() if len(ids) > 1}


def _gives_way(candidate: Candidate, proposal: Proposal, contested: set[tuple[Scope, str]]) -> bool:
    last = candidate.proposals[-1]
    return candidate.trust == 1 and proposal is not last and _key(candidate, proposal) in contested
