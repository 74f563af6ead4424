"""Which names are kept for what is there already, before types get theirs?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sdkloom.ir.api import Api
from sdkloom.name.call import ResourcePath
from sdkloom.name.distinct import Key, Taken, folded
from sdkloom.name.propose import Proposal
from sdkloom.name.published import REASON, Published
from sdkloom.name.words import split_words


def former_names(api: Api, published: Published, changed: Iterable[str]) -> dict[Key, str]:
    """The names that types had: nothing new takes them, as long as nothing published or chosen has.

    `changed` are definitions whose published name is a former one from now on.
    """
    tops = [id for id, definition in api.definitions.items() if definition.owner is None]
    gone, now = set(changed), {id: published.type(id) for id in tops}
    listed = {id: published.former_types(id) for id in tops}
    listed |= {id: names[1:] for id, names in listed.items() if now[id] is not None and id not in gone}
    found = {
        _key(Proposal(split_words(text), text, place, REASON)): id
        for id, names in listed.items()
        for place, text in names
    }
    for id, known in now.items():
        if known is not None and id not in gone:
            found.pop(_key(Proposal(known[1], known[2], known[0], REASON)), None)
    return found


def names_inside(api: Api, published: Published) -> Iterator[tuple[Key, str]]:
    """What is inside of a published type: nothing new below a resource of the name of that type takes its
    name, since languages may give one place to both.
    """
    for id, definition in api.definitions.items():
        owner, own = published.type(definition.owner or ""), published.type(id)
        if definition.owner is not None and owner is not None and own is not None:
            place = (*owner[0], owner[1])
            yield _key(Proposal(own[1], own[2], place, REASON)), id


def names_beside(tops: Mapping[str, Proposal]) -> Iterator[tuple[Key, str]]:
    """For what is inside of a type: the name of that type, and those below a resource of its name."""
    below: dict[ResourcePath, list[str]] = {}
    for id, name in tops.items():
        below.setdefault(name.place, []).append(id)
    for owner, name in tops.items():
        yield ((owner, ()), folded(name)), owner
        for id in below.get((*name.place, name.words), ()):
            yield ((owner, ()), folded(tops[id])), id


def _key(name: Proposal) -> Key:
    return ("", name.place), folded(name)


def free(taken: Taken, names: Iterable[Proposal]) -> dict[Key, str]:
    """What is taken, without these names: they are chosen."""
    chosen = {_key(name) for name in names}
    return {key: id for key, id in taken.items() if key not in chosen}
