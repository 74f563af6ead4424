"""How is each definition written as an interface or a type?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sdkloom.ir.api import Api
from sdkloom.ir.types import Alias, AnyType, Definition, Enum, Field, LiteralType, Model
from sdkloom.targets.base import Code
from sdkloom.targets.typescript.arguments import Argument, Arguments
from sdkloom.targets.typescript.docs import described, field_text
from sdkloom.targets.typescript.spelled import Home, Placed, Spelled
from sdkloom.targets.typescript.types import TypeWriter, property_name
from sdkloom.targets.typescript.views import DefinitionView, FieldView


@dataclass(frozen=True, slots=True)
class DefinitionWriter:
    """Writes the types of one file."""

    api: Api
    spelled: Spelled
    writer: TypeWriter

    def define(self, placed: Placed) -> DefinitionView:
        """The definition of what stands in a file, with its namespace."""
        definition = self.api.definitions[placed.id]
        writer = replace(self.writer, form=placed.form)
        view = self._definition(definition, placed.home, writer, 0)
        return self._with_inner(view, definition.id, placed.home, writer)

    def params(self, placed: Placed, arguments: Arguments, call: str, spread: str | None) -> DefinitionView:
        """The interface of what a call takes."""
        writer = replace(self.writer, form="sent")
        fields = tuple(self._argument(argument, writer) for argument in arguments.listed)
        docs = f"What `{call}` takes."
        view = DefinitionView(placed.home.name, docs, True, is_interface=True, fields=fields)
        return view if spread is None else self._with_inner(view, spread, placed.home, writer)

    def _with_inner(self, view: DefinitionView, owner: str, home: Home, writer: TypeWriter) -> DefinitionView:
        inner = tuple(self._inner(owner, home, replace(writer, within=home)))
        return replace(view, inner=inner, has_inner=bool(inner))

    def _inner(self, owner: str, home: Home, writer: TypeWriter) -> Iterator[DefinitionView]:
        homes = self.spelled.sent if writer.form == "sent" else self.spelled.received
        for id, definition in self.api.definitions.items():
            place = homes.get(id) if definition.owner == owner else None
            if place is not None and place.owner == home.name:
                yield self._definition(definition, place, writer, 1)

    def _definition(
        self, definition: Definition, home: Home, writer: TypeWriter, depth: int
    ) -> DefinitionView:
        docs = described(definition.docs, "", depth)
        view = DefinitionView(home.name, docs, bool(docs))
        match definition:
            case Model(fields=fields, extra=extra):
                shown = [part for part in fields if _travels(part, writer.form)]
                listed = tuple(self._field(part, writer, depth + 1) for part in shown)
                if extra is not None:
                    value = writer.write(
                        extra if not listed else AnyType("Properties have types of their own.")
                    )
                    listed += (FieldView(Code("[key: string]"), value, "", False),)
                return replace(view, is_interface=True, fields=listed)
            case Enum(members=members, open=open):
                values = tuple(member.value for member in members)
                return replace(view, target=writer.write(LiteralType(values, open)))
            case Alias(target=target):
                return replace(view, target=writer.write(target))

    def _field(self, part: Field, writer: TypeWriter, depth: int) -> FieldView:
        name = property_name(part.name.wire) + ("" if part.required else "?")
        docs = field_text(part.docs, depth)
        return FieldView(Code(name), writer.write(part.type), docs, bool(docs))

    def _argument(self, argument: Argument, writer: TypeWriter) -> FieldView:
        name = property_name(argument.key) + ("" if argument.value.required else "?")
        docs = field_text(argument.value.docs, 1)
        return FieldView(Code(name), writer.write(argument.value.type), docs, bool(docs))


def _travels(part: Field, form: str) -> bool:
    return not (part.read_only if form == "sent" else part.write_only)


def line_count(views: Iterable[DefinitionView]) -> int:
    """About how many lines the definitions take."""
    count = 0
    for view in views:
        count += 4 + view.docs.count("\n") + line_count(view.inner)
        count += sum(3 + part.docs.count("\n") if part.has_docs else 1 for part in view.fields)
    return count
