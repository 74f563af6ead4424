"""Which name, file and form does everything of one API have?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sdkloom.ir.api import EVENTS, Api
from sdkloom.ir.types import BinaryType, Definition, Flow, Model, Type
from sdkloom.ir.walk import answered_types, children, expressions, mentions, reach, sent_types
from sdkloom.name.call import ResourcePath
from sdkloom.name.lost import SpelledClash
from sdkloom.name.published import REASON
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier, Scope, type_text
from sdkloom.name.type_names import TypeName
from sdkloom.name.words import join_words
from sdkloom.targets.typescript.arguments import Arguments
from sdkloom.targets.typescript.spelling import CLIENT, EXPORTED, SPELLING

Module = tuple[Identifier, ...]

Form = Literal["received", "sent", "params"]

SHARED: Module = (Identifier("resources"), Identifier("shared"))
"""The file of what no resource has to itself: failures, callbacks, and what nothing mentions."""


@dataclass(frozen=True, slots=True)
class Home:
    """A name, the file it lives in below `src`, and the namespace around it, if there is one."""

    name: Identifier
    module: Module
    owner: Identifier | None = None

    @property
    def path(self) -> str:
        """The name as it is written in its own file."""
        return f"{self.owner}.{self.name}" if self.owner else str(self.name)


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands in a file of types: a definition in one of its forms, or what a call takes."""

    id: str
    home: Home
    form: Form


@dataclass(frozen=True, slots=True)
class Spelled:
    """The names of one API.

    `received` are the forms that a client reads, `sent` those that it writes; most definitions have one form
    for both. `params` holds, for each operation, what its call takes. `others` are names that are as good,
    `former` those that are deprecated. `inside` are the names in the namespace of a home. `files` lists what
    stands in each file, in the order of its use. `classes` are names of resources that no type takes.
    `clashes` are those of names that differ elsewhere.
    """

    received: Mapping[str, Home]
    sent: Mapping[str, Home]
    params: Mapping[str, Home]
    others: tuple[tuple[Identifier, Home], ...]
    former: tuple[tuple[Identifier, Home], ...]
    inside: Mapping[Home, frozenset[str]]
    files: Mapping[Module, tuple[Placed, ...]]
    all_names: frozenset[str]
    classes: frozenset[str]
    clashes: tuple[SpelledClash, ...]


def spell_names(api: Api, names: Names, arguments: Mapping[str, Arguments], client: Identifier) -> Spelled:
    """Give every definition its names and its file."""
    table = _Table(api, names, client)
    order = list(_order_of_use(api, names, arguments))
    ranked = sorted(order, key=lambda used: table.rank(used[0], used[1]))
    chosen = [used for used in ranked if table.is_chosen(used[0])]
    for id, form, module in chosen:
        table.place(id, form, module)
    table.hold()
    for id, form, module in ranked[len(chosen) :]:
        table.place(id, form, module)
    table.place_inline()
    files: dict[Module, list[Placed]] = {}
    for id, form, module in order:
        files.setdefault(module, []).append(Placed(id, table.home(id, form), form))
    found = {module: tuple(listed) for module, listed in files.items()}
    inside = {owner: frozenset(scope.taken) for owner, scope in table.namespaces.items()}
    others = tuple(table.others())
    former = tuple(table.former())
    taken = frozenset(table.scope.taken)
    return Spelled(
        table.received, table.sent, table.params, others, former, inside, found, taken,
        frozenset(table.classes), tuple(table.clashes),
    )  # fmt: skip


Used = tuple[str, Form, Module]


def _order_of_use(api: Api, names: Names, arguments: Mapping[str, Arguments]) -> Iterator[Used]:
    """Every top-level definition in the file of the resource it belongs to, in the order in which calls use
    them: what a call takes, then what it answers. What belongs to no resource is shared.
    """
    forms = Forms(api)
    seen: set[tuple[str, Form]] = set()

    def fresh(roots: Iterable[str], form: Form) -> Iterator[Used]:
        for id in _reached(api, roots):
            wanted = forms.form(id, form)
            if api.definitions[id].owner is None and id not in names.spread and (id, wanted) not in seen:
                seen.add((id, wanted))
                yield id, wanted, _file(names.homes[id])

    for operation in api.operations:
        if arguments[operation.id].has_params:
            yield operation.id, "params", _file(names.calls[operation.id].resources)
        yield from fresh(mentions(sent_types(api, operation)), "sent")
        yield from fresh(mentions(answered_types(operation)), "received")
    yield from fresh((EVENTS,), "received")
    yield from fresh((id for id in api.definitions if id not in forms.only_sent), "received")
    yield from fresh(forms.sent, "sent")


def _file(path: ResourcePath) -> Module:
    return resource_module(path) if path else SHARED


def _reached(api: Api, roots: Iterable[str]) -> Iterator[str]:
    """The definitions that these mention, and what they mention in turn: near ones first."""
    waiting = list(dict.fromkeys(roots))
    seen = set(waiting)
    for id in waiting:
        if id in api.definitions:
            yield id
            found = [other for other in mentions(expressions(api.definitions[id])) if other not in seen]
            seen.update(found)
            waiting += dict.fromkeys(found)


class Forms:
    """Which definitions look different when they are sent?"""

    def __init__(self, api: Api) -> None:
        found = reach(api)
        self.sent = [id for id in api.definitions if id in found.sent]
        self.only_sent = found.sent - found.received
        differing = {id for id, definition in api.definitions.items() if _differs(definition)}
        users: dict[str, set[str]] = {}
        for id, definition in api.definitions.items():
            for other in mentions(expressions(definition)):
                users.setdefault(other, set()).add(id)
        waiting = list(differing)
        while waiting:
            for user in users.get(waiting.pop(), set()) - differing:
                differing.add(user)
                waiting.append(user)
        self._two = differing & found.sent & found.received

    def form(self, id: str, wanted: Form) -> Form:
        """The form that stands for a definition where another one is wanted: most have one for both ways."""
        if id in self._two:
            return wanted
        return "sent" if id in self.only_sent else "received"


def _differs(definition: Definition) -> bool:
    if isinstance(definition, Model) and any(part.read_only or part.write_only for part in definition.fields):
        return True
    return any(_uploads(node) for node in expressions(definition))


def _uploads(node: Type) -> bool:
    return node == BinaryType(Flow.UPLOAD) or any(_uploads(child) for child in children(node))


class _Table:
    """Names given out so far; those of the top level differ in the whole API."""

    def __init__(self, api: Api, names: Names, client: Identifier) -> None:
        self.api, self.names = api, names
        self.received: dict[str, Home] = {}
        self.sent: dict[str, Home] = {}
        self.params: dict[str, Home] = {}
        self.scope = Scope()
        self.scope.reserve(*EXPORTED, client, f"{client}Error")
        self.namespaces: dict[Home, Scope] = {}
        self.holders: dict[str, str] = {}
        self.clashes: list[SpelledClash] = []
        self.classes: set[str] = set()

    def named(self, id: str) -> TypeName:
        return self.names.types.get(id) or self.names.params[id]

    def home(self, id: str, form: Form) -> Home:
        return {"params": self.params, "sent": self.sent, "received": self.received}[form][id]

    def is_chosen(self, id: str) -> bool:
        return self.named(id).reason.startswith("configuration")

    def hold(self) -> None:
        """Keep the names of resources from types that come later."""
        for path in sorted(self.names.held):
            name = SPELLING.spell("type", path[-1])
            if name in self.classes or name not in self.scope.taken:
                self.scope.reserve(name)
                self.classes.add(name)

    def rank(self, id: str, form: Form) -> tuple[int, int, str, str]:
        """Who keeps a name that several want: what is chosen goes first, then what is published."""
        named = self.named(id)
        trust = 0 if self.is_chosen(id) else 1 if named.reason == REASON else 2
        return trust, len(named.place), form, id

    def place(self, id: str, form: Form, module: Module) -> None:
        """A top-level name: its own, or where that is taken, one with its place before it."""
        is_second = form == "sent" and id in self.received
        named = self.names.sent[id] if is_second else self.named(id)
        name = type_identifier(named)
        wanted = name
        if name in self.scope.taken:
            name = SPELLING.spell("type", join_words(*named.place, named.words))
        if name in self.scope.taken:
            name = Identifier(f"{wanted}Data")
        home = Home(self.scope.give(name, separator=""), module)
        if home.name != wanted:
            holder = self.holders.get(wanted, "")
            self.clashes.append(SpelledClash(id, holder, wanted, home.name, is_second))
        self.holders[home.name] = id
        {"params": self.params, "sent": self.sent, "received": self.received}[form][id] = home

    def place_inline(self) -> None:
        """Inline definitions live in the namespace of their owner, under their short name."""
        for definition in self.api.definitions.values():
            if definition.owner is None:
                continue
            for form, homes in (("received", self.received), ("sent", self.sent)):
                owner = self._owner(definition.owner, form)
                if owner is not None:
                    scope = self.namespaces.setdefault(owner, Scope())
                    spelled = type_identifier(self.names.types[definition.id])
                    homes[definition.id] = Home(scope.give(spelled, separator=""), owner.module, owner.name)

    def _owner(self, owner: str, form: str) -> Home | None:
        if form == "sent" and self.names.within.get(owner) in self.params:
            return self.params[self.names.within[owner]]
        return (self.sent if form == "sent" else self.received).get(owner)

    def others(self) -> Iterator[tuple[Identifier, Home]]:
        """Further public names that are as good."""
        for id, named in self.names.types.items():
            home = self.received.get(id) or self.sent.get(id)
            if home is not None and home.owner is None:
                for _, text in named.others:
                    yield self.scope.give(SPELLING.keep("type", text), separator=""), home

    def former(self) -> Iterator[tuple[Identifier, Home]]:
        """Further public names that are deprecated; one that something else has is gone."""
        homes = [
            (named, self.received.get(id) or self.sent.get(id)) for id, named in self.names.types.items()
        ]
        homes += [(named, self.sent.get(id)) for id, named in self.names.sent.items() if id in self.received]
        homes += [(self.names.params[id], home) for id, home in self.params.items()]
        for named, home in homes:
            if home is not None and home.owner is None:
                listed = (SPELLING.keep("type", text) for _, text in named.former)
                yield from ((self.scope.give(name), home) for name in listed if name not in self.scope.taken)


def type_identifier(named: TypeName) -> Identifier:
    """The name of a type: the author's own spelling where it is one already, else made of the words."""
    return SPELLING.keep("type", type_text(named.words, named.text))


def _file_name(words: Iterable[str]) -> Identifier:
    return Identifier(SPELLING.spell("module", words).replace("_", "-"))


def resource_module(path: ResourcePath) -> Module:
    """The file of a resource; those below it are in a folder of its name beside it."""
    return (Identifier("resources"), *(_file_name(words) for words in path))


def resource_attribute(path: ResourcePath) -> Identifier:
    """The property by which a resource is reached; at the root, the client's own names are taken."""
    name = SPELLING.spell("member", path[-1])
    return Identifier(f"{name}_") if len(path) == 1 and name in CLIENT else name


def resource_class(path: ResourcePath, spelled: Spelled) -> Identifier:
    """The class of a resource: the words of its last segment, and more where a type has that name."""
    name = SPELLING.spell("type", path[-1])
    is_taken = name in spelled.all_names and name not in spelled.classes
    return Identifier(f"{name}Resource") if is_taken else name
