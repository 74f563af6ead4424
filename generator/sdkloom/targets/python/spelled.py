"""Which Python name, module and form does everything of one API have?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sdkloom.ir.api import Api, Operation
from sdkloom.ir.pages import Path
from sdkloom.ir.paths import model_at
from sdkloom.ir.types import Definition, Enum, Model, Type
from sdkloom.ir.walk import Reach, reach
from sdkloom.name.call import ResourcePath
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier, Scope, pascal, type_text
from sdkloom.name.type_names import PlacedText, TypeName
from sdkloom.name.words import join_words
from sdkloom.targets.python.spelling import CLIENT, SPELLING


@dataclass(frozen=True, slots=True)
class Home:
    """A name and the module it lives in, as dotted parts below the package.

    `("types", "chat", "chat_completion")`.
    """

    name: Identifier
    module: tuple[Identifier, ...]


@dataclass(frozen=True, slots=True)
class PageHome:
    """The two classes, sync and async, of an answer that comes in pages.

    `answer` is the id of its model, `items` the path of its list and `item` the type of what that holds.
    """

    answer: str
    items: Path
    item: Type
    plain: Home
    awaited: Home


PublicName = tuple[tuple[Identifier, ...], Identifier, Home]
"""A place below `types`, a name there, and the home it stands for."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """The Python names of one API.

    `received` are the forms that a client reads (dataclasses), `sent` those that it writes (TypedDicts); a
    definition may have both. `params` holds, for each operation, what its call takes. `others` are further
    public names: a place below `types`, the name there, and the home it stands for; `former` are such names
    that are deprecated. `imported` holds the names under which types with namesakes are imported. `pages`
    holds the classes of pages by the operations that answer them. `handed_on` are further names of what
    stands in a module that has given way to a folder.
    """

    received: Mapping[str, Home]
    sent: Mapping[str, Home]
    params: Mapping[str, Home]
    others: tuple[PublicName, ...]
    former: tuple[PublicName, ...]
    reach: Reach
    imported: Mapping[Home, str]
    pages: Mapping[str, PageHome]
    handed_on: tuple[PublicName, ...]


def spell_names(api: Api, names: Names) -> Spelled:
    """Give every definition its Python names; a name that is taken in its module or folder gets a number."""
    found = reach(api)
    table = _Table(names)
    top = [definition for definition in api.definitions.values() if definition.owner is None]
    for definition in top:
        if definition.id not in names.spread and has_received_form(definition, found, names):
            table.received[definition.id] = table.place(names.types[definition.id])
    for definition in top:
        if definition.id not in names.spread and has_sent_form(definition, found, names):
            table.sent[definition.id] = table.place(names.sent[definition.id])
    params = {op.id: table.place(names.params[op.id]) for op in api.operations if takes_arguments(op)}
    for id, operation in names.spread.items():
        if operation in params:
            table.sent[id] = params[operation]
    arguments = {id: params[operation] for id, operation in names.within.items() if operation in params}
    table.place_inline(api, found, arguments)
    pages = dict(table.place_pages(api))
    homes = (*table.received.values(), *table.sent.values(), *params.values())
    homes += tuple(home for page in pages.values() for home in (page.plain, page.awaited))
    return Spelled(
        table.received,
        table.sent,
        params,
        tuple(table.others()),
        tuple(table.former(params, dict.fromkeys(pages.values()))),
        found,
        import_names(dict.fromkeys(homes)),
        pages,
        tuple(table.handed_on(homes)),
    )


def import_names(homes: Iterable[Home]) -> dict[Home, str]:
    """The name by which each type is imported that has a namesake in another module.

    The one whose module is named after it keeps its name. The others are called after where they stand as
    well: after the resource where that tells them apart, else after the module.
    """
    namesakes: dict[Identifier, dict[Home, None]] = {}
    for home in homes:
        namesakes.setdefault(home.name, {})[home] = None
    found: dict[Home, str] = {}
    scope = Scope()
    scope.reserve(*namesakes)
    for name, listed in namesakes.items():
        ranked = sorted(listed, key=lambda home: (not _is_named_after(home), len(home.module), home.module))
        for home in ranked[1:]:
            *place, owner = (pascal(part.split("_")) for part in home.module[1:])
            wanted = [
                Identifier(f"{''.join(front)}{name}") for front in (place[-1:], [owner], [*place, owner])
            ]
            free = (one for one in wanted if one != name and one not in scope.taken)
            found[home] = scope.give(next(free, wanted[-1]), separator="")
    return found


def _is_named_after(home: Home) -> bool:
    return home.module[-1].replace("_", "") == home.name.lower()


def takes_arguments(operation: Operation) -> bool:
    """Does the call take anything besides what its path needs?"""
    return operation.body is not None or any(
        parameter.place.value != "path" for parameter in operation.parameters
    )


def has_received_form(definition: Definition, found: Reach, names: Names) -> bool:
    """What is received, and what nothing mentions, is read; an enum has one form for both ways."""
    if definition.id in found.received or isinstance(definition, Enum):
        return True
    return definition.id not in found.sent or (definition.owner or definition.id) in names.read


def has_sent_form(definition: Definition, found: Reach, _: Names) -> bool:
    """What is sent is written as a TypedDict; an enum needs no second form."""
    return definition.id in found.sent and not isinstance(definition, Enum)


class _Table:
    """Names given out so far, module by module."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.received: dict[str, Home] = {}
        self.sent: dict[str, Home] = {}
        self._modules: dict[tuple[Identifier, ...], Scope] = {}
        self._public: dict[tuple[Identifier, ...], Scope] = {}
        self._inline: dict[tuple[Identifier, ...], Scope] = {}
        self._folders: set[tuple[Identifier, ...]] = set()
        self._displaced: dict[tuple[Identifier, ...], tuple[Identifier, ...]] = {}
        self._reserve_folders()

    def _reserve_folders(self) -> None:
        table: list[Mapping[Any, TypeName]] = [self.names.types, self.names.params, self.names.sent]
        places = [named.place for names in table for named in names.values()]
        table.append(self.names.pages)
        places += [
            place
            for names in table
            for named in names.values()
            for place, _ in (*named.others, *named.former)
        ]
        for place in places:
            folder = _folder(place)
            for depth in range(1, len(folder)):
                self._folders.add(folder[: depth + 1])
                self._modules_in(folder[:depth]).reserve(folder[depth])
                self._public_in(folder[:depth]).reserve(folder[depth])

    def _modules_in(self, folder: tuple[Identifier, ...]) -> Scope:
        return self._modules.setdefault(folder, Scope(fold=str.casefold))

    def _public_in(self, folder: tuple[Identifier, ...]) -> Scope:
        return self._public.setdefault(folder, Scope())

    def place(self, named: TypeName) -> Home:
        """A top-level name, unique in its folder, in a module of its own."""
        folder = _folder(named.place)
        spelled = type_identifier(named)
        name = self._public_in(folder).give(spelled, separator="")
        module = SPELLING.spell("module", named.words)
        inside = (*folder, module)
        if inside in self._folders:
            module = Identifier(f"_{module}")
        home = Home(name, (*folder, self._modules_in(folder).give(module)))
        if inside in self._folders:
            self._displaced[home.module] = inside
        self._inline.setdefault(home.module, Scope()).reserve(name)
        return home

    def place_inline(self, api: Api, found: Reach, arguments: Mapping[str, Home]) -> None:
        """Inline definitions live in the module of their owner, under their short name; what is sent of those
        in `arguments` lives there.

        Where both forms come to stand in one module, the one that is sent says so.
        """
        for definition in api.definitions.values():
            if definition.owner is None or not isinstance(definition, Model):
                continue
            for form, wanted in ((self.received, has_received_form), (self.sent, has_sent_form)):
                home = arguments.get(definition.owner) if form is self.sent else None
                home = home or self._owner_home(form, definition.owner)
                if wanted(definition, found, self.names) and home is not None:
                    scope = self._inline[home.module]
                    named = self.names.types[definition.id]
                    read = self.received.get(definition.id) if form is self.sent else None
                    if read is not None and read.module == home.module:
                        text = f"{named.text}Param" if named.text else ""
                        named = replace(named, words=join_words(named.words, ("param",)), text=text)
                    spelled = type_identifier(named)
                    form[definition.id] = Home(scope.give(spelled, separator=""), home.module)

    def _owner_home(self, form: dict[str, Home], owner: str) -> Home | None:
        return form.get(owner) or self.received.get(owner) or self.sent.get(owner)

    def place_pages(self, api: Api) -> Iterator[tuple[str, PageHome]]:
        """The classes of pages live beside the answers that they are, in one pair for each way of paging."""
        known: dict[tuple[str, Path, Type], PageHome] = {}
        for operation in api.operations:
            pages, answer = operation.pagination, operation.response.type
            model = (
                model_at(api.definitions.get, answer) if pages is not None and answer is not None else None
            )
            home = self.received.get(model.id) if model is not None else None
            if pages is None or model is None or home is None:
                continue
            key = (model.id, pages.items, pages.item)
            if key not in known:
                plain = self._page_name(home, self.names.pages[model.id, pages.items])
                awaited = self._public_in(home.module[:-1]).give(Identifier(f"Async{plain}"), separator="")
                known[key] = PageHome(*key, Home(plain, home.module), Home(awaited, home.module))
            yield operation.id, known[key]

    def _page_name(self, home: Home, named: TypeName) -> Identifier:
        scope = self._inline.setdefault(home.module, Scope())
        name = self._public_in(home.module[:-1]).give(type_identifier(named), separator="")
        scope.reserve(name, f"Async{name}")
        return name

    def handed_on(self, homes: Iterable[Home]) -> Iterator[PublicName]:
        """What stands in a module that gave way to a folder of its name is found in that folder."""
        for home in dict.fromkeys(homes):
            folder = self._displaced.get(home.module)
            if folder is not None and home.name not in self._public_in(folder).taken:
                yield folder, self._public_in(folder).give(home.name), home

    def others(self) -> Iterator[PublicName]:
        """Further public names that are as good."""
        for id, named in self.names.types.items():
            home = self.received.get(id) or self.sent.get(id)
            yield from self._give(home, named.others)

    def former(self, params: Mapping[str, Home], pages: Iterable[PageHome]) -> Iterator[PublicName]:
        """Further public names that are deprecated; one that something else has is gone."""
        table, sent = self.names.types, self.names.sent
        homes = [(table[id], self.received.get(id) or self.sent.get(id)) for id in table]
        homes += [(sent[id], self.sent.get(id)) for id in sent]
        homes += [(self.names.params[id], home) for id, home in params.items()]
        for named, home in homes:
            free = [(place, text) for place, text in named.former if self._is_free(place, text)]
            yield from self._give(home, free)
        for page in pages:
            for place, text in self.names.pages[page.answer, page.items].former:
                for home, name in ((page.plain, text), (page.awaited, f"Async{text}")):
                    yield from self._give(home, [(place, name)] if self._is_free(place, name) else [])

    def _is_free(self, place: ResourcePath, text: str) -> bool:
        scope = self._public_in(_folder(place))
        return scope.fold(SPELLING.keep("type", text)) not in scope.taken

    def _give(self, home: Home | None, listed: Iterable[PlacedText]) -> Iterator[PublicName]:
        for place, text in listed if home is not None else ():
            folder = _folder(place)
            assert home is not None
            yield folder, self._public_in(folder).give(SPELLING.keep("type", text), separator=""), home


def type_identifier(named: TypeName) -> Identifier:
    """The class name: the author's own spelling where it is one already, else made of the words."""
    return SPELLING.keep("type", type_text(named.words, named.text))


def _folder(place: ResourcePath) -> tuple[Identifier, ...]:
    return (Identifier("types"), *(SPELLING.spell("module", words) for words in place))


def resource_class(path: ResourcePath) -> Identifier:
    """The class of a resource: the words of its last segment."""
    return SPELLING.spell("type", path[-1])


def resource_module(path: ResourcePath, is_package: bool) -> tuple[Identifier, ...]:
    """Where a resource lives below the package; one with children is a package."""
    parts = (Identifier("resources"), *(SPELLING.spell("module", words) for words in path))
    return (*parts, Identifier("__init__")) if is_package else parts


def resource_attribute(path: ResourcePath) -> Identifier:
    """The attribute by which a resource is reached; at the root, the client's own names are taken."""
    name = SPELLING.spell("function", path[-1])
    return Identifier(f"{name}_") if len(path) == 1 and name in CLIENT else name
