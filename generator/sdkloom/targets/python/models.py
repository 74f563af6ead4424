"""Which type modules does an API have, and what stands in each?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sdkloom.ir.api import Api
from sdkloom.ir.types import Alias, Definition, Enum, Field, LiteralType, Model, NullableType, Type
from sdkloom.ir.walk import cycles, mentions
from sdkloom.name.spell import Identifier, Scope
from sdkloom.targets.base import Code, Import, collect_needs
from sdkloom.targets.python.docs import described_values, field_text, plain, spaced
from sdkloom.targets.python.imports import import_block
from sdkloom.targets.python.pages import METHODS, page_class
from sdkloom.targets.python.params import TYPED_DICT, ParamsBuilder
from sdkloom.targets.python.spelled import Home, PageHome, PublicName, Spelled
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.types import Form, TypeWriter, quote, value_code
from sdkloom.targets.python.views import (
    DefinitionView,
    FieldView,
    FormerFieldView,
    KeyView,
    TypeModuleView,
)

Module = tuple[Identifier, ...]

_MODEL = Import("._core.model", "BaseModel")
_ABSENT = Code("absent", frozenset({Import("._core.unset", "absent")}))


@dataclass(frozen=True, slots=True)
class TypesPlan:
    """The type modules by their dotted place, every public name, and those that are deprecated.

    `handed_on` are names that a folder gives in place of a module.
    """

    modules: dict[Module, TypeModuleView]
    exports: tuple[PublicName, ...]
    former: tuple[PublicName, ...]
    handed_on: tuple[PublicName, ...]


def plan_types(api: Api, spelled: Spelled, params: ParamsBuilder) -> TypesPlan:
    """Build every type module; imports that would form a cycle are left to type checkers."""
    builder = _Builder(api, spelled, params)
    first = builder.build({})
    graph = {module: _imported(view) & first.keys() for module, view in first.items()}
    circles = cycles(
        {".".join(module): [".".join(part) for part in targets] for module, targets in graph.items()}
    )
    rings = {
        module: frozenset(
            tuple(Identifier(part) for part in name.split(".")) for name in circles[".".join(module)]
        )
        for module in first
        if len(circles[".".join(module)]) > 1 or module in builder.recursive
    }
    modules = builder.build(rings) if rings else first
    homes = (*spelled.received.items(), *spelled.sent.items())
    exports = [
        (home.module[:-1], home.name, home)
        for id, home in homes
        if home.module in modules and api.definitions[id].owner is None
    ]
    exports += [(home.module[:-1], home.name, home) for home in spelled.params.values()]
    for page in spelled.pages.values():
        exports += [(home.module[:-1], home.name, home) for home in (page.plain, page.awaited)]
    exports += list(spelled.others)
    former = tuple(name for name in spelled.former if name[2].module in modules)
    return TypesPlan(modules, tuple(dict.fromkeys(exports)), former, spelled.handed_on)


def _imported(view: TypeModuleView) -> set[Module]:
    needs = collect_needs(view.definitions)
    return {
        tuple(Identifier(p) for p in need.module[1:].split("."))
        for need in needs
        if need.module.startswith(".types.")
    }


@dataclass(slots=True)
class _Builder:
    api: Api
    spelled: Spelled
    params: ParamsBuilder
    recursive: set[Module] = field(default_factory=set)
    own: dict[Module, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for home in (*self.spelled.received.values(), *self.spelled.sent.values()):
            self.own.setdefault(home.module, set()).add(home.name)

    def build(self, rings: dict[Module, frozenset[Module]]) -> dict[Module, TypeModuleView]:
        parts: dict[Module, list[DefinitionView]] = {}
        for definition in self._ordered():
            for form, homes in self._forms():
                home = homes.get(definition.id)
                if home is not None and home not in self.spelled.params.values():
                    writer = self._writer(home.module, form, rings)
                    parts.setdefault(home.module, []).append(self._define(definition, home, writer))
        for operation in self.api.operations:
            home = self.spelled.params.get(operation.id)
            if home is not None:
                writer = self._writer(home.module, "sent", rings)
                own = [*self.params.define(operation, home, writer)]
                parts[home.module] = own + parts.get(home.module, [])
        for page in dict.fromkeys(self.spelled.pages.values()):
            parts[page.plain.module] += self._pages(page, rings)
        return {module: self._module(module, tuple(views)) for module, views in parts.items()}

    def _pages(self, page: PageHome, rings: dict[Module, frozenset[Module]]) -> Iterator[DefinitionView]:
        answer = self.spelled.received[page.answer]
        writer = replace(self._writer(answer.module, "received", rings), alias=True)
        yield page_class(page, answer.name, writer)
        yield page_class(page, answer.name, replace(writer, is_async=True))

    def _forms(self) -> Iterator[tuple[Form, Mapping[str, Home]]]:
        yield "received", self.spelled.received
        yield "sent", self.spelled.sent

    def _writer(self, module: Module, form: Form, rings: dict[Module, frozenset[Module]]) -> TypeWriter:
        taken = frozenset(self.own.get(module, ()))
        ring = rings.get(module, frozenset())
        return TypeWriter(self.api, self.spelled, module, form, taken=taken, cycle=ring)

    def _ordered(self) -> Iterator[Definition]:
        """An alias is evaluated when its module is imported, so what it mentions inside the module stands
        first.
        """
        for definition in self.api.definitions.values():
            if definition.owner is None and not isinstance(definition, Alias):
                yield definition
        for definition in self.api.definitions.values():
            if definition.owner is not None:
                yield definition
        for definition in self.api.definitions.values():
            if definition.owner is None and isinstance(definition, Alias):
                yield definition

    def _module(self, module: Module, views: tuple[DefinitionView, ...]) -> TypeModuleView:
        main = next((view.name for view in views if _is_main(view.name, module)), views[0].name)
        return TypeModuleView(f"The type `{main}`.", import_block(collect_needs(views), module), views)

    def _define(self, definition: Definition, home: Home, writer: TypeWriter) -> DefinitionView:
        text = plain(definition.docs, "", 4)
        match definition:
            case Model():
                fields = [
                    part for part in definition.fields if not (writer.form == "sent" and part.read_only)
                ]
                if writer.form == "received":
                    paged = any(page.answer == definition.id for page in self.spelled.pages.values())
                    return self._dataclass(home.name, text, fields, writer, METHODS if paged else ())
                return self.typed_dict(home.name, text, TYPED_DICT, fields, writer)
            case Enum(members=members, open=open):
                found: Type = LiteralType(tuple(member.value for member in members), open)
                return self._alias(home, described_values(text, members, 4), found, writer)
            case Alias(target=target):
                return self._alias(home, text, target, writer)

    def _alias(self, home: Home, text: str, target: Type, writer: TypeWriter) -> DefinitionView:
        code = replace(writer, alias=True).write(target)
        if Import("." + ".".join(home.module), home.name) in code.needs or self._mentions_itself(
            home, target
        ):
            self.recursive.add(home.module)
        code = code.around("", "", Import("typing", "TypeAlias"))
        return DefinitionView(home.name, text, bool(text), is_alias=True, target=code)

    def _mentions_itself(self, home: Home, target: Type) -> bool:
        return any(
            homes.get(id) == home
            for id in mentions((target,))
            for homes in (self.spelled.received, self.spelled.sent)
        )

    def _dataclass(
        self,
        name: Identifier,
        text: str,
        fields: list[Field],
        writer: TypeWriter,
        reserved: tuple[str, ...],
    ) -> DefinitionView:
        scope = Scope()
        scope.reserve(*reserved)
        names = [scope.give(SPELLING.spell("member", part.name.words)) for part in fields]
        writer = replace(writer, shadowed=frozenset(names))
        views = tuple(
            self._attribute(part, spelled, writer) for part, spelled in zip(fields, names, strict=True)
        )
        base = Code("BaseModel", frozenset({_MODEL, Import("dataclasses", "dataclass")}))
        return DefinitionView(
            name,
            text,
            bool(text),
            is_model=True,
            is_empty=not views and not text,
            base=base,
            fields=spaced(views),
            former=tuple(self._former(list(zip(fields, names, strict=True)), scope, writer)),
        )

    def _former(
        self, named: list[tuple[Field, Identifier]], scope: Scope, writer: TypeWriter
    ) -> Iterator[FormerFieldView]:
        """Properties under former names; one that another field has is gone."""
        for part, now in named:
            for words in part.name.former:
                old = SPELLING.spell("member", words)
                if scope.fold(old) not in scope.taken:
                    annotation = writer.write(part.type if part.required else _or_none(part.type))
                    mark = writer.imported("._core.deprecation", "deprecated")
                    message = f"`{old}` is deprecated: use `{now}` instead"
                    property = writer.builtin("property")
                    yield FormerFieldView(scope.give(old), now, annotation, property, mark, message)

    def _attribute(self, part: Field, name: Identifier, writer: TypeWriter) -> FieldView:
        constant = isinstance(part.type, LiteralType) and len(part.type.values) == 1 and part.required
        annotation = writer.write(part.type if part.required else _or_none(part.type))
        default = Code("")
        if constant and isinstance(part.type, LiteralType):
            default = value_code(part.type.values[0])
        elif not part.required:
            default = _ABSENT
        if name != part.name.wire:
            given = default.around("default=", ", ") if default.text else default
            metadata = Code(f'metadata={{"wire": {quote(part.name.wire)}}}')
            hidden = "field" in writer.shadowed
            needs = given.needs | {Import("dataclasses", "" if hidden else "field")}
            default = Code(f"{'dataclasses.' if hidden else ''}field({given.text}{metadata.text})", needs)
        docs = field_text(part.docs, 4)
        return FieldView(
            name, annotation, default.around(" = ") if default.text else default, docs, bool(docs)
        )

    def typed_dict(
        self, name: Identifier, text: str, base: Code, fields: list[Field], writer: TypeWriter
    ) -> DefinitionView:
        """A TypedDict whose keys are the names on the wire.

        Keys that are no identifiers come from a base made for them.
        """
        odd = [part for part in fields if not _is_key(part.name.wire)]
        writer = replace(writer, shadowed=frozenset(part.name.wire for part in fields))
        views = tuple(self._key(part, writer) for part in fields if part not in odd)
        evaluated = replace(writer, alias=True, cycle=frozenset())
        odd_keys = tuple(KeyView(part.name.wire, self._odd(part, evaluated)) for part in odd)
        odd_name = Identifier(f"_{name}Keys")
        if odd_keys:
            base = Code(odd_name, base.needs)
        return DefinitionView(
            name,
            text,
            bool(text),
            is_typed_dict=True,
            is_empty=not views and not text,
            base=base,
            fields=spaced(views),
            has_odd_keys=bool(odd_keys),
            odd_keys=odd_keys,
            odd_name=odd_name,
        )

    def _key(self, part: Field, writer: TypeWriter) -> FieldView:
        annotation = writer.write(part.type)
        if part.required:
            annotation = annotation.around(
                "Required[", "]", Import("typing_extensions", "Required", typing_only=True)
            )
        docs = field_text(part.docs, 4)
        return FieldView(Identifier(part.name.wire), annotation, Code(""), docs, bool(docs))

    def _odd(self, part: Field, writer: TypeWriter) -> Code:
        """The value of a functional TypedDict is evaluated at import, so its type is quoted as a whole."""
        code = replace(writer, alias=False).write(part.type)
        if part.required:
            code = code.around("Required[", "]", Import("typing_extensions", "Required", typing_only=True))
        return Code(quote(code.text), code.needs)


def _travels(part: Field, form: Form) -> bool:
    return not (part.read_only if form == "sent" else part.write_only)


def _or_none(node: Type) -> Type:
    return node if isinstance(node, NullableType) else NullableType(node)


def _is_key(wire: str) -> bool:
    return (
        wire.isidentifier()
        and SPELLING.spell("module", (wire,)) == wire
        and not wire.startswith("__")
        and wire.isascii()
    )


def _is_main(name: str, module: Module) -> bool:
    return name.lower() == module[-1].replace("_", "")
