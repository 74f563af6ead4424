"""What does a page say of a type?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.base import Default, Docs
from sdkloom.ir.types import Alias, Definition, Enum, Field, Model
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier
from sdkloom.name.type_names import TypeName
from sdkloom.targets.base import Code
from sdkloom.targets.docs.places import Places, Spot
from sdkloom.targets.docs.spelling import SPELLING
from sdkloom.targets.docs.types import TypeWriter, limits_of, shown, value_text
from sdkloom.targets.docs.views import AnswerView, DefinitionView, PartView
from sdkloom.targets.wording import whole


@dataclass(frozen=True, slots=True)
class DefinitionWriter:
    """Writes what is said of the types of one API."""

    definitions: Mapping[str, Definition]
    names: Names
    places: Places

    def definition(self, id: str) -> DefinitionView:
        """A type on its page."""
        found, spot, named = self.definitions[id], self.places.types[id], self.names.types[id]
        writer = TypeWriter(self.places, spot.page)
        former = " and ".join(f"`{_placed(*other)}`" for other in named.former)
        extra = found.extra if isinstance(found, Model) else None
        parts = tuple(self._parts(found, writer))
        return DefinitionView(
            anchor=Identifier(spot.anchor),
            name=spot.name,
            has_about=bool(said(found.docs)),
            about=said(found.docs),
            is_deprecated=found.docs.deprecated,
            has_target=isinstance(found, Alias),
            target=writer.write(found.target) if isinstance(found, Alias) else Code(""),
            has_parts=bool(parts),
            lead=_lead(found),
            parts=parts,
            has_extra=extra is not None,
            extra=writer.write(extra) if extra is not None else Code(""),
            former=Code(former),
            has_former=bool(former),
        )

    def inside(self, owner: str) -> Iterator[DefinitionView]:
        """The types that belong to a type or a call, and to those in turn."""
        for id in self.places.inside.get(owner, ()):
            yield self.definition(id)
            yield from self.inside(id)

    def _parts(self, found: Definition, writer: TypeWriter) -> Iterator[PartView]:
        match found:
            case Model(fields=fields):
                for field in fields:
                    yield field_view(field, writer)
            case Enum(members=members):
                for member in members:
                    yield part_view(shown(member.value), Code(""), (), member.docs)
            case Alias():
                return


def _lead(found: Definition) -> Code:
    match found:
        case Enum(open=True):
            return Code("One of these values, or another that a later version of the API adds:")
        case Enum():
            return Code("One of these values:")
    return Code("An object with these fields:")


def _placed(place: Iterable[Iterable[str]], text: str) -> str:
    return ".".join((*(SPELLING.spell("module", words) for words in place), SPELLING.keep("type", text)))


def other_names(named: TypeName) -> tuple[Identifier, ...]:
    """Names that are as good as a type's own."""
    return tuple(Identifier(_placed(*other)) for other in named.others)


def field_view(field: Field, writer: TypeWriter) -> PartView:
    """A field of a model."""
    facts = (
        *(("required",) if field.required else ()),
        *(("only in answers",) if field.read_only else ()),
        *(("only in requests",) if field.write_only else ()),
        *limits_of(field.type),
        *by_default(field.default),
    )
    return part_view(field.name.wire, writer.write(field.type), facts, field.docs)


def by_default(default: Default | None) -> tuple[str, ...]:
    """The default as a fact."""
    return () if default is None else (f"by default {value_text(default.value)}",)


def part_view(name: str, type: Code, facts: tuple[str, ...], docs: Docs) -> PartView:
    """A named part with what is known of it."""
    listed = (*facts, *(("deprecated",) if docs.deprecated else ()))
    facts_code, about = Code(", ".join(listed)), said(docs)
    return PartView(name, bool(type.text), type, bool(listed), facts_code, bool(about), about)


def answer_view(when: str, what: str, docs: Docs) -> AnswerView:
    """A case, what there is then, and what is said of it."""
    about = said(docs)
    return AnswerView(Code(when), bool(what), Code(what), bool(about), about)


def said(docs: Docs) -> str:
    """What the document says: a summary, and the description where that says more."""
    return whole(docs)


def title_of(spot: Spot) -> Code:
    """The resource that the page of a type stands under, as a phrase behind its name, if there is one."""
    folder = spot.page.rsplit("/", 1)[0].removeprefix("types").strip("/").replace("/", ".")
    return Code(f" of `{folder}`" if folder else "")
