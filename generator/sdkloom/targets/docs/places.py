"""Where does everything stand: which page has a call or a type, and which anchor on it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, relpath

from sdkloom.ir.api import Api
from sdkloom.ir.types import Definition
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier, Scope
from sdkloom.name.type_names import TypeName
from sdkloom.targets.base import Code
from sdkloom.targets.docs.spelling import SPELLING

Page = str
"""The path of a page below the folder of the reference, made of spelled names."""

OVERVIEW: Page = "README.md"
_CLIENT: Page = "resources/client.md"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be linked to: a page, an anchor ("" for its top), and the name that it goes by."""

    page: Page
    anchor: str
    name: Identifier


@dataclass(frozen=True, slots=True)
class Places:
    """The spots of all calls, by operation, and of all types, by definition.

    `inside` lists the types that belong to a definition or to a call, in document order.
    """

    calls: Mapping[str, Spot]
    types: Mapping[str, Spot]
    inside: Mapping[str, tuple[str, ...]]


def link(page: Page, spot: Spot) -> Code:
    """A link from a page to a spot, which has its name as text."""
    return Code(f"[{spot.name}]({target(page, spot)})")


def target(page: Page, spot: Spot) -> str:
    """The address of a spot, relative to a page."""
    path = "" if spot.page == page else relpath(spot.page, dirname(page) or ".")
    return f"{path}#{spot.anchor}" if spot.anchor else path or spot.page.rsplit("/", 1)[-1]


def resource_page(path: ResourcePath) -> Page:
    """The page of a resource; the calls of the client itself have one too."""
    return f"resources/{'/'.join(SPELLING.spell('module', words) for words in path)}.md" if path else _CLIENT


def settle_places(api: Api, names: Names) -> Places:
    """Give every call and every type its page and anchor."""
    inside: dict[str, list[str]] = {}
    for id, definition in api.definitions.items():
        if definition.owner is not None:
            inside.setdefault(names.spread.get(definition.owner, definition.owner), []).append(id)
    calls = dict(_calls(api, names))
    table = _Table(names, inside)
    for id, definition in api.definitions.items():
        if definition.owner is None and id not in names.spread:
            table.place(definition)
    for id, spot in calls.items():
        scope = table.scope_of(spot.page)
        table.place_inside(id, spot, scope)
    return Places(calls, table.types, {id: tuple(listed) for id, listed in inside.items()})


def spell_call(call: Call) -> Identifier:
    """A call as a reader sees it: `chat.completions.create`."""
    return Identifier(".".join(SPELLING.spell("function", words) for words in call.steps))


def _calls(api: Api, names: Names) -> Iterator[tuple[str, Spot]]:
    scopes: dict[Page, Scope] = {}
    for operation in api.operations:
        call = names.calls[operation.id]
        page = resource_page(call.resources)
        anchor = scopes.setdefault(page, Scope()).give(SPELLING.spell("function", call.method))
        yield operation.id, Spot(page, anchor, spell_call(call))


@dataclass(slots=True)
class _Table:
    names: Names
    inside: Mapping[str, list[str]]
    types: dict[str, Spot] = field(default_factory=dict)
    files: dict[str, Scope] = field(default_factory=dict)
    anchors: dict[Page, Scope] = field(default_factory=dict)

    def scope_of(self, page: Page) -> Scope:
        """The anchors of a page."""
        return self.anchors.setdefault(page, Scope())

    def place(self, definition: Definition) -> None:
        """A page for a type of its own, and anchors on it for those that belong to it."""
        named = self.names.types[definition.id]
        folder = "/".join(("types", *(SPELLING.spell("module", words) for words in named.place)))
        name = spell_type(named)
        scope = self.files.setdefault(folder, Scope(str.lower))
        page = f"{folder}/{scope.give(SPELLING.keep('module', name))}.md"
        self.types[definition.id] = Spot(page, "", name)
        self.place_inside(definition.id, Spot(page, "", name), self.scope_of(page))

    def place_inside(self, owner: str, spot: Spot, scope: Scope) -> None:
        """Anchors for what belongs to an owner, and for what belongs to that in turn."""
        for id in self.inside.get(owner, ()):
            name = spell_type(self.names.types[id])
            anchor = scope.give(Identifier(f"{spot.anchor}-{name}" if spot.anchor else name), "-")
            self.types[id] = Spot(spot.page, anchor, name)
            self.place_inside(id, self.types[id], scope)


def spell_type(named: TypeName) -> Identifier:
    """The name of a type as a reader sees it."""
    keeps = named.text[:1].isupper() and named.text.isidentifier()
    return SPELLING.keep("type", named.text) if keeps else SPELLING.spell("type", named.words)
