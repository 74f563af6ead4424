"""What are the things that a document only numbers, choices and parameters, whatever their order?

A pointer such as `#/components/schemas/Pet/oneOf/1` changes its meaning when a choice is put before this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sdkloom.ir.api import Api
from sdkloom.ir.types import Model
from sdkloom.name.fingerprints import fingerprint, shape_of
from sdkloom.name.lock import Lock

_NUMBERED = re.compile(r"(?P<list>.*?/(?:oneOf|anyOf|allOf|parameters))/(?P<number>\d+)(?=/|$)")


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered thing: what it is, and the names of its fields on the wire."""

    shape: str
    wires: frozenset[str]


def items_of(api: Api) -> dict[str, Item]:
    """Every numbered thing with definitions inside, by its pointer."""
    inside: dict[str, list[str]] = {}
    for id in api.definitions:
        for pointer in _steps(id):
            inside.setdefault(pointer, []).append(id)
    parameters = {
        one.source.pointer: f"{one.place.value} {one.name.wire}"
        for operation in api.operations
        for one in operation.parameters
    }
    return {pointer: _item(api, pointer, ids, parameters) for pointer, ids in inside.items()}


def _item(api: Api, pointer: str, ids: list[str], parameters: Mapping[str, str]) -> Item:
    """A parameter is what it is called; a choice is what it holds."""
    own = [id for id in ids if not any(id.startswith(f"{other}/") for other in ids)]
    wires = frozenset(wire for id in own for wire in _wires(api, id))
    if pointer in parameters:
        return Item(fingerprint(parameters[pointer]), wires)
    shapes = sorted((id[len(pointer) :], repr(shape_of(api, api.definitions[id], id))) for id in own)
    return Item(fingerprint(shapes), wires)


def _wires(api: Api, id: str) -> Iterator[str]:
    found = api.definitions[id]
    return (one.name.wire for one in found.fields) if isinstance(found, Model) else iter(())


def _steps(id: str) -> Iterator[str]:
    """The pointers of all numbered things on the way to a definition, from the outside in."""
    return (id[: match.end()] for match in _NUMBERED.finditer(id))


def steady_ids(api: Api) -> dict[str, tuple[int, str, str, str]]:
    """What definitions are sorted by: their pointers, in which what is numbered stands by what it is."""
    items = items_of(api)

    def steady(id: str) -> str:
        text, end = "", 0
        for match in _NUMBERED.finditer(id):
            item = items[id[: match.end()]]
            text += f"{match['list']}/{'+'.join(sorted(item.wires))} {item.shape}"
            end = match.end()
        return text + id[end:]

    found = {id: steady(id) for id in api.definitions}
    return {id: (len(key), key, api.definitions[id].docs.body, id) for id, key in found.items()}


@dataclass(frozen=True)
class Recogniser:
    """Finds the pointers under which a lock knows numbered things."""

    lock: Lock
    now: Mapping[str, Item]
    _pairs: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    def known_as(self, id: str, moved: str) -> str:
        """The pointer of a definition in the lock, "" where it is new; `moved` is its pointer as far as its
        owner is another in the lock.
        """
        now, then, end = "", "", 0
        for match in _NUMBERED.finditer(moved):
            then += match["list"]
            now = id[: len(id) - len(moved) + match.end("list")]
            number = self._paired(now, then).get(match["number"], "")
            if not number:
                return ""
            then, end = f"{then}/{number}", match.end()
        return then + moved[end:]

    def _paired(self, now: str, then: str) -> Mapping[str, str]:
        if (now, then) not in self._pairs:
            self._pairs[now, then] = _pair(_listed(self.now, now), _listed(self._known, then))
        return self._pairs[now, then]

    @cached_property
    def _known(self) -> Mapping[str, Item]:
        """What the lock says of numbered things."""
        wires: dict[str, set[str]] = {}
        for id, wire in self.lock.keys("field"):
            if _NUMBERED.search(id):
                wires.setdefault(id, set()).add(wire)
        pointers = {
            pointer
            for kind in ("type", "field")
            for key in self.lock.keys(kind)
            for pointer in _steps(key[0])
        }
        return {
            pointer: Item(
                (self.lock.said("item", pointer) or ("",))[0],
                frozenset(wire for id, found in wires.items() if id == pointer for wire in found),
            )
            for pointer in pointers
        }


def _listed(items: Mapping[str, Item], pointer: str) -> dict[str, Item]:
    """The items of one list, by their numbers."""
    inside = (key for key in items if key.rpartition("/")[0] == pointer)
    return {key.rpartition("/")[2]: items[key] for key in sorted(inside, key=lambda key: (len(key), key))}


def _pair(now: Mapping[str, Item], then: Mapping[str, Item]) -> dict[str, str]:
    """Who is who: equal shapes first, then those that share the most; a new one is nobody."""
    found: dict[str, str] = {}
    likely = sorted(
        (
            (-_likeness(item, known), number != old, int(number), int(old), number, old)
            for number, item in now.items()
            for old, known in then.items()
        )
    )
    for score, other, _, _, number, old in likely:
        alike = score < 0 or not (other or now[number].wires or then[old].wires)
        if alike and number not in found and old not in found.values():
            found[number] = old
    return found


def _likeness(item: Item, known: Item) -> float:
    if item.shape == known.shape:
        return 2
    every = item.wires | known.wires
    return len(item.wires & known.wires) / len(every) if every else 0
