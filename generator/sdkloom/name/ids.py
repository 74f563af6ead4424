"""What does an operation id say: a resource and a method, or a verb and what it is about?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sdkloom.ir.api import Operation
from sdkloom.name.paths import read_path
from sdkloom.name.verbs import Words, base_verb, is_verb, without
from sdkloom.name.words import singular, split_words

_HTTP = frozenset("get put post delete options head patch trace query".split())
# Where in a program the operation is written: `UsersController_findAll`.
_PLACES_IN_CODE = frozenset(
    "controller ctrl routes router handler endpoint endpoints viewset views api".split()
)
_CLASSES = frozenset({"controller", "ctrl", "router", "handler", "viewset"})
_FILLERS = frozenset("a an the".split())
_JOINTS = frozenset("for of by from in to on at with and as via".split())
_VERSION = re.compile(r"v\d+\w*")
# What a framework makes of the method and of overloads: `listUsersUsingGET_1`.
_SPRING = re.compile(r"Using(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)(_\d+)?$")
# A group and what is done there, each in capitals: `VirtualMachines_ListByLocation`.
_GROUPED = re.compile(r"(?!(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)_)[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*")


@dataclass(frozen=True, slots=True)
class Habits:
    """What all operation ids of a document have in common.

    `common` is the part in front that says nothing, since each of them begins with it; `grouped` tells that
    each of them marks off its resource by an underscore.
    """

    common: str = ""
    grouped: bool = False


def find_habits(operations: Iterable[Operation]) -> Habits:
    """`storage.buckets.list` and `storage.objects.get` speak of `buckets` and `objects`."""
    wires = [operation.name.wire for operation in operations if operation.name.wire]
    fronts = {wire.split(".")[0] for wire in wires}
    shared = len(wires) > 1 and len(fronts) == 1 and all(wire.count(".") > 1 for wire in wires)
    return Habits(
        f"{fronts.pop()}." if shared else "", len(wires) > 1 and all(map(_GROUPED.fullmatch, wires))
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What an id says: its verb ("" where it has none) and the words around it.

    `resources` is set where the author marked them off (`repos/list-for-org`, `orders.create`).
    """

    verb: Words
    about: Words
    resources: tuple[Words, ...] = ()

    @property
    def words(self) -> Words:
        """All that is said, as a method."""
        return (*self.verb, *self.about)


def read_id(operation: Operation, habits: Habits) -> Said | None:
    """The author's words; None where there is no id, or where it only repeats the path."""
    wire = _without_path(operation).removeprefix(habits.common)
    if not wire:
        return None
    if habits.grouped:
        group, _, own = wire.partition("_")
        return _read_marked((split_words(group),), split_words(own))
    parts = [part for part in re.split(r"[/.:]", wire) if part and not _VERSION.fullmatch(part)]
    named = [split_words(part) for part in parts]
    if not named or _repeats_path(operation, tuple(word for part in named for word in part)):
        return None
    *resources, method = named
    if resources and resources[0][0] not in _HTTP and "{" not in wire:
        return _read_marked(tuple(resources), method)
    return _read_phrase(tuple(word for part in named for word in part if word not in _FILLERS))


def _read_marked(resources: tuple[Words, ...], method: Words) -> Said:
    """The author's own words; `aliases.get.alias` has its verb before the end."""
    resources = tuple(words[:-1] if words[-1] in _CLASSES and words[1:] else words for words in resources)
    if len(resources) > 1 and resources[-1] in {(verb,) for verb in (*_HTTP, "list", "create", "update")}:
        known = tuple(word for words in resources for word in words)
        *above, verb = resources
        return Said((), (*verb, *without(method, known)), tuple(above))
    return Said((), method, resources)


def _without_path(operation: Operation) -> str:
    """The id without the path and the method that frameworks append to it."""
    wire = _SPRING.sub("", operation.name.wire)
    for tail in (re.sub(r"\W", "_", operation.path), re.sub(r"\W+", "_", operation.path.rstrip("/"))):
        whole = f"{tail}_{operation.method}"
        if wire.endswith(whole) and len(wire) > len(whole):
            return wire[: -len(whole)].rstrip("_")
    return wire


def _repeats_path(operation: Operation, words: Words) -> bool:
    """An id that was made of the method and the path says nothing that they do not."""
    if words[0] != operation.method:
        return False
    named = {singular(word) for words in read_path(operation.path).things for word in words}
    said = {singular(word) for word in words[1:]}
    known = {singular(word) for word in split_words(operation.path)} | {"id", "by", "with"}
    return named <= said <= known


def _read_phrase(words: Words) -> Said | None:
    """The verb stands first (`list users`, `bulk set commands`), else last (`container list`)."""
    after = max((place for place, word in enumerate(words) if word in _PLACES_IN_CODE), default=-1)
    words = words[after + 1 :] or words
    if not words:
        return None
    if words[0] in {"bulk", "batch", "multi"} and len(words) > 1 and is_verb(words[1]):
        return Said(words[:2], words[2:])
    if is_verb(words[0]):
        return Said(words[:1], words[1:])
    if is_verb(words[-1]):
        return Said(words[-1:], words[:-1])
    return Said((), words)


def own_words(said: Said, known: Words) -> Words:
    """The phrase as a method of what is known: `find pets by status` of `pets` is `find by status`."""
    verb = said.verb
    if len(verb) == 1 and verb[0] in _HTTP | {"fetch", "read"}:
        verb = (base_verb(verb[0]) or verb[0],)
    rest = list(said.about if "and" in said.about else without(said.about, known))
    while rest and rest[-1] in _JOINTS:
        rest.pop()
    if not verb:
        while rest and rest[0] in _JOINTS:
            rest.pop(0)
    return (*verb, *rest)


def told_verb(said: Said | None, expected: str) -> Words:
    """The verb of the id where it says something else than the expected base verb; else nothing."""
    if said is None or not said.verb or said.resources:
        return ()
    base = base_verb(said.verb[0]) if len(said.verb) == 1 else ""
    if base and base == expected:
        return ()
    return (base,) if said.verb[0] in _HTTP and base else said.verb
