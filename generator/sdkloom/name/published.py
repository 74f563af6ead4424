"""What does the lock know of the things that an API has now, and what will it say of them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdkloom.ir.api import EVENTS, Api, Operation
from sdkloom.ir.base import Name
from sdkloom.ir.pages import Path
from sdkloom.ir.types import Definition, Enum, Model
from sdkloom.ir.walk import expressions, mentions, received_types, sent_types
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.fingerprints import fingerprint, shape_of
from sdkloom.name.listed import Recogniser, items_of
from sdkloom.name.lock import Fact, Lock, write_facts
from sdkloom.name.matching import wire_value
from sdkloom.name.schemes import option_parts, served_schemes
from sdkloom.name.spell import pascal
from sdkloom.name.verbs import Words

if TYPE_CHECKING:
    from sdkloom.name.settle import Names
    from sdkloom.name.type_names import PlacedText, TypeName

REASON = "the lock: it is published under this name"
SHARED = "."
"""The home of what no resource has to itself."""


@dataclass(frozen=True, slots=True)
class Published:
    """A lock as it applies to an API: under which key it knows each operation and each definition.

    An operation is known by its method and path, or by its id where those have changed. A definition is known
    by its pointer, or by its shape and its uses where its key has changed. `renamed` are those whose name in
    the document has changed: they go by a new name, and keep the old one as a former name.
    """

    lock: Lock = field(default_factory=Lock)
    operations: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    renamed: frozenset[str] = frozenset()

    def call(self, id: str) -> Call | None:
        """The published call of an operation."""
        said = self.lock.said("call", self.operations.get(id, ""))
        return read_call(said[0]) if said is not None else None

    def former_calls(self, id: str) -> tuple[Call, ...]:
        """The former calls of an operation."""
        return tuple(map(read_call, self.lock.formerly("call", self.operations.get(id, ""))))

    def type(self, id: str) -> tuple[ResourcePath, Words, str] | None:
        """The published name of a definition: its place, its words, and its spelling where it has one."""
        said = self.lock.said("type", self.types.get(id, ""))
        return (*_read_place(said[0]), said[1]) if said is not None else None

    def sent(self, id: str) -> tuple[ResourcePath, Words, str] | None:
        """The published name of what is sent of a definition."""
        said = self.lock.said("sent", self.types.get(id, ""))
        return (*_read_place(said[0]), said[1]) if said is not None else None

    def page(self, id: str, items: Path) -> tuple[ResourcePath, Words, str] | None:
        """The published name of the class of an answer in pages."""
        said = self.lock.said("page", self.types.get(id, ""), page_list(items))
        return (*_read_place(said[0]), said[1]) if said is not None else None

    def former_types(self, id: str) -> tuple[PlacedText, ...]:
        """The names that a definition had: the published one, and former ones."""
        return self._former(self.type(id), "type", self.types.get(id, ""))

    def former_sent(self, id: str) -> tuple[PlacedText, ...]:
        """The names that what is sent of a definition had."""
        return self._former(self.sent(id), "sent", self.types.get(id, ""))

    def former_page(self, id: str, items: Path) -> tuple[PlacedText, ...]:
        """The names that the class of an answer in pages had."""
        return self._former(self.page(id, items), "page", self.types.get(id, ""), page_list(items))

    def former_params(self, id: str) -> tuple[PlacedText, ...]:
        """The names that what a call takes had."""
        known = self.params(id)
        return self._former(
            (*known, "") if known is not None else None, "params", self.operations.get(id, "")
        )

    def _former(
        self, known: tuple[ResourcePath, Words, str] | None, kind: str, *key: str
    ) -> tuple[PlacedText, ...]:
        split = (dotted.rpartition(".") for dotted in self.lock.formerly(kind, *key))
        listed = tuple((_read_path(place), text) for place, _, text in split)
        return listed if known is None else ((known[0], known[2] or pascal(known[1])), *listed)

    def params(self, id: str) -> tuple[ResourcePath, Words] | None:
        """The published name of what a call takes."""
        said = self.lock.said("params", self.operations.get(id, ""))
        return _read_place(said[0]) if said is not None else None

    def home(self, id: str) -> ResourcePath | None:
        """The resource that a definition is published beside; () where it is shared."""
        said = self.lock.said("home", self.types.get(id, ""))
        return _read_path(said[0]) if said is not None else None

    def is_held(self, path: ResourcePath) -> bool:
        """Had no type the last name of this resource when it was published?"""
        return self.lock.said("held", dotted(path)) is not None

    def is_read(self, id: str) -> bool:
        """Could users read a definition when it was published, though no call answered it?"""
        return self.lock.said("read", self.types.get(id, "")) is not None

    def within(self, id: str) -> str:
        """The operation whose arguments the types inside of a definition are published with, "" if none."""
        said = self.lock.said("within", self.types.get(id, ""))
        same = (known for known, key in self.operations.items() if said == (key,))
        return next(same, "") if said is not None else ""

    def webhooks(self) -> ResourcePath | None:
        """The published resource at which webhooks are unwrapped."""
        said = self.lock.said("webhooks", EVENTS)
        return _read_path(said[0]) if said is not None else None

    def part(self, name: Name, kind: str, owner: str, *key: str) -> Name:
        """A field, parameter or member under its published name, and with its former ones."""
        known = self.operations if kind == "parameter" else self.types
        said = self.lock.said(kind, known.get(owner, ""), *key)
        former = self.lock.formerly(kind, known.get(owner, ""), *key)
        words = tuple(said[0].split("_")) if said is not None else name.words
        return Name(name.wire, words, name.chosen, tuple(tuple(old.split("_")) for old in former))


UNPUBLISHED = Published()
"""Nothing is published yet."""


def read_call(dotted: str) -> Call:
    """A call as a lock writes it."""
    *resources, method = (tuple(part.split("_")) for part in dotted.split("."))
    return Call(tuple(resources), method, REASON)


def _read_path(dotted: str) -> ResourcePath:
    return tuple(tuple(part.split("_")) for part in dotted.split(".") if part)


def _read_place(dotted: str) -> tuple[ResourcePath, Words]:
    *place, words = _read_path(dotted)
    return tuple(place), words


def dotted(path: ResourcePath) -> str:
    """Words of steps as they are written down: `chat.chat_completion`."""
    return ".".join("_".join(words) for words in path)


def find_published(api: Api, lock: Lock) -> Published:
    """What the lock knows of this API."""
    operations = dict(_known_operations(api, lock))
    by_key = {key: lock.said("call", key) for key in operations.values()}
    renamed = {
        operation.id
        for operation in api.operations
        if (said := by_key.get(operations.get(operation.id, ""))) and said[1] != operation.name.wire
    }
    moved = _moved_types(api, lock)
    listed = Recogniser(lock, items_of(api))
    types = {}
    for id, definition in api.definitions.items():
        owner = definition.owner or id
        types[id] = listed.known_as(id, f"{moved.get(owner, owner)}{id.removeprefix(owner)}")
    return Published(lock, operations, types, frozenset(renamed | moved.keys()))


def page_list(items: Path) -> str:
    """What a lock calls the list in an answer: its path."""
    return ".".join(items) or SHARED


def operation_key(operation: Operation) -> str:
    """What a lock calls an operation: its method and path."""
    return f"{operation.method.upper()} {operation.path}"


def _known_operations(api: Api, lock: Lock) -> Iterator[tuple[str, str]]:
    present = {operation_key(operation) for operation in api.operations}
    gone: dict[str, list[str]] = {}
    for (key,) in lock.keys("call"):
        said = lock.said("call", key)
        if key not in present and said is not None and said[1]:
            gone.setdefault(said[1], []).append(key)
    wires = Counter(operation.name.wire for operation in api.operations)
    for operation in api.operations:
        key, wire = operation_key(operation), operation.name.wire
        if lock.said("call", key) is not None:
            yield operation.id, key
        elif len(gone.get(wire, ())) == 1 and wires[wire] == 1:
            yield operation.id, gone[wire][0]


def _moved_types(api: Api, lock: Lock) -> dict[str, str]:
    """Schemas whose key has changed: of their shape and uses, only this one came and only that one went."""
    gone: dict[str, list[str]] = {}
    for (id,) in lock.keys("shape"):
        if id not in api.definitions:
            gone.setdefault(str((lock.said("shape", id) or ("",))[0]), []).append(id)
    if not gone:
        return {}
    came: dict[str, list[str]] = {}
    for id, shape in shapes(api).items():
        if lock.said("type", id) is None:
            came.setdefault(shape, []).append(id)
    return {
        ids[0]: gone[shape][0]
        for shape, ids in came.items()
        if len(ids) == 1 and len(gone.get(shape, ())) == 1
    }


def shapes(api: Api) -> dict[str, str]:
    """A fingerprint of every schema under `components`: of what it is, and of where it is used."""
    uses: dict[str, set[str]] = {}
    for operation in api.operations:
        for way, nodes in (("sent", sent_types(api, operation)), ("received", received_types(operation))):
            for id in mentions(nodes):
                uses.setdefault(id, set()).add(f"{way} {operation_key(operation)}")
    for id, definition in api.definitions.items():
        for mentioned in mentions(expressions(definition)):
            if (definition.owner or id) != mentioned:
                uses.setdefault(mentioned, set()).add(id)
    return {
        id: fingerprint((shape_of(api, definition, id), sorted(uses.get(id, ()))))
        for id, definition in api.definitions.items()
        if definition.owner is None and id == f"#/components/schemas/{id.rpartition('/')[2]}"
    }


def published_text(api: Api, names: Names) -> str:
    """The lock of an API with these names."""
    return write_facts((*_facts(api, names), *_former_facts(api, names)))


def released_text(api: Api, names: Names) -> str:
    """The lock of an API that drops its former names with the release that comes."""
    return write_facts(_facts(api, names))


def _facts(api: Api, names: Names) -> Iterator[Fact]:
    for operation in api.operations:
        key, params = operation_key(operation), names.params[operation.id]
        yield "call", key, names.calls[operation.id].dotted, operation.name.wire
        yield from (("other-call", key, call.dotted) for call in names.further.get(operation.id, ()))
        yield "params", key, dotted((*params.place, params.words))
        for parameter in operation.parameters:
            wire = parameter.name.wire
            yield "parameter", key, parameter.place.value, wire, "_".join(parameter.name.words)
        for name in operation.body.names if operation.body is not None else ():
            yield "parameter", key, "body", name.wire, "_".join(name.words)
    for id, definition in api.definitions.items():
        named = names.types[id]
        if id not in names.spread:
            yield "type", id, dotted((*named.place, named.words)), _spelling(named)
            yield from (("other-type", id, _placed(name)) for name in named.others)
        if id in names.sent:
            form = names.sent[id]
            yield "sent", id, dotted((*form.place, form.words)), _spelling(form)
        for kind, wire, name in _parts(definition):
            yield kind, id, wire, "_".join(name.words)
    for (id, items), page in names.pages.items():
        yield "page", id, page_list(items), dotted((*page.place, page.words)), _spelling(page)
    yield from (("home", id, dotted(path) or SHARED) for id, path in names.homes.items())
    yield from (("held", dotted(path)) for path in names.held)
    yield from (("read", id) for id in names.read)
    keys = {operation.id: operation_key(operation) for operation in api.operations}
    yield from (("within", id, keys[operation]) for id, operation in names.within.items())
    yield from (("shape", id, shape) for id, shape in shapes(api).items())
    yield from (("item", pointer, item.shape) for pointer, item in items_of(api).items())
    for scheme in served_schemes(api):
        for part, words in zip(option_parts(scheme), (*scheme.options, *scheme.fetching), strict=True):
            yield "option", scheme.name.wire, part, "_".join(words)
    if names.webhooks is not None:
        yield "webhooks", EVENTS, dotted(names.webhooks)


def _placed(name: tuple[ResourcePath, str]) -> str:
    place, text = name
    return ".".join((*("_".join(words) for words in place), text))


def _spelling(named: TypeName) -> str:
    """The author's own spelling where it is not the usual one."""
    return named.text if named.text != pascal(named.words) else ""


def _parts(definition: Definition) -> Iterator[tuple[str, str, Name]]:
    match definition:
        case Model(fields=parts):
            yield from (("field", part.name.wire, part.name) for part in parts)
        case Enum(members=members):
            yield from (("member", wire_value(member.value), member.name) for member in members)


def _former_facts(api: Api, names: Names) -> Iterator[Fact]:
    for operation in api.operations:
        key = operation_key(operation)
        for call in names.former.get(operation.id, ()):
            yield "former-call", key, call.dotted
        for parameter in operation.parameters:
            for words in parameter.name.former:
                yield "former-parameter", key, parameter.place.value, parameter.name.wire, "_".join(words)
        for name in operation.body.names if operation.body is not None else ():
            for words in name.former:
                yield "former-parameter", key, "body", name.wire, "_".join(words)
        yield from (("former-params", key, _placed(name)) for name in names.params[operation.id].former)
    for id, form in names.sent.items():
        yield from (("former-sent", id, _placed(name)) for name in form.former)
    for (id, items), page in names.pages.items():
        yield from (("former-page", id, page_list(items), _placed(name)) for name in page.former)
    for id, definition in api.definitions.items():
        yield from (("former-type", id, _placed(name)) for name in names.types[id].former)
        for kind, wire, name in _parts(definition):
            for words in name.former:
                yield f"former-{kind}", id, wire, "_".join(words)
