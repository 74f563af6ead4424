"""Which second name of a type does something else have already?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation
from sdkloom.ir.base import Source
from sdkloom.ir.types import Definition
from sdkloom.name.call import ResourcePath
from sdkloom.name.distinct import Key, folded
from sdkloom.name.keys import operation_line, type_line
from sdkloom.name.matching import key_of, match_types
from sdkloom.name.propose import Proposal
from sdkloom.name.spell import type_text
from sdkloom.name.words import split_words

if TYPE_CHECKING:
    from sdkloom.name.type_names import TypeName, TypeNames

K = TypeVar("K")
_Placed = tuple[ResourcePath, str]


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who has a name, where the document says so, and a line of the configuration that gives it another.

    `good` and `former` are the lines that say its second names.
    """

    what: str
    source: Source
    line: str = ""
    good: Source | None = None
    former: Source | None = None


def drop_taken_types(
    api: Api, names: TypeNames, spread: Mapping[str, str], config: Config, report: Report
) -> TypeNames:
    """The names without second ones that something else has in the same place, which are reported.

    What lives on as arguments, as `spread` says, has no name that anybody sees.
    """
    dropper, matched = _Dropper(report), match_types(api, config)
    keys = {id: match.key for id, match in matched.items()}
    types = {
        id: _type(one, names.types[id], keys.get(id), config)
        for id, one in api.definitions.items()
        if one.owner is None and id not in spread
    }
    params = {op.id: _params(api, op, names.params[op.id]) for op in api.operations if takes_anything(op)}
    sent = {id: _of(api.definitions[id], "what is sent of") for id in names.sent}
    pages = {key: _of(api.definitions[key[0]], "the pages of") for key in names.pages}
    alone = {id for id, named in names.sent.items() if _own(named) == _own(names.types[id])}
    dropper.take(types, names.types)
    dropper.take(params, names.params)
    dropper.take({id: one for id, one in sent.items() if id not in alone}, names.sent)
    dropper.take(pages, names.pages)
    return replace(
        names,
        types=dropper.keep(types, names.types),
        params=dropper.keep(params, names.params),
        sent=dropper.keep(
            {id: types.get(id, one) if id in alone else one for id, one in sent.items()}, names.sent
        ),
        pages=dropper.keep(pages, names.pages),
    )


def second_names(listed: Iterable[tuple[str, Iterable[_Placed]]]) -> dict[Key, str]:
    """Names that a person chose for types besides their own: nothing takes them that nobody chose."""
    return {(("", place), _key(place, text)[1]): id for id, names in listed for place, text in names}


def takes_anything(operation: Operation) -> bool:
    """Does a call take anything, so that there can be a type of all that it takes?"""
    return bool(operation.parameters) or operation.body is not None


def _type(definition: Definition, named: TypeName, key: str | None, config: Config) -> _Holder:
    line = type_line(definition, _numbered(named))
    holder = replace(_of(definition, ""), line=line)
    if key is None:
        return holder
    return replace(
        holder, good=config.source("types", key, "name"), former=config.source("types", key, "aliases")
    )


def _of(definition: Definition, what: str) -> _Holder:
    return _Holder(f"{what} `{definition.name.wire or definition.id}`".strip(), definition.source)


def _params(api: Api, operation: Operation, named: TypeName) -> _Holder:
    line = operation_line(api, operation, f"{{arguments: {_numbered(named)}}}")
    return _Holder(f"what `{key_of(operation)}` takes", operation.source, line)


def _numbered(named: TypeName) -> str:
    return ".".join((*("_".join(words) for words in named.place), f"{type_text(named.words, named.text)}2"))


def _own(named: TypeName) -> _Placed:
    return _key(named.place, type_text(named.words, named.text))


def _key(place: ResourcePath, text: str) -> _Placed:
    return place, folded(Proposal(split_words(text), text, place, ""))


@dataclass(slots=True)
class _Dropper:
    report: Report
    taken: dict[_Placed, _Holder] = field(default_factory=dict)
    second: dict[_Placed, _Holder] = field(default_factory=dict)

    def take(self, holders: Mapping[K, _Holder], names: Mapping[K, TypeName]) -> None:
        """Everything has its own name before anything has a second one."""
        for key, holder in holders.items():
            self.taken.setdefault(_own(names[key]), holder)

    def keep(self, holders: Mapping[K, _Holder], names: Mapping[K, TypeName]) -> dict[K, TypeName]:
        """The names with the second ones that they can have: good ones first."""
        found = dict(names)
        for key, holder in holders.items():
            others = tuple(self._free(names[key].others, holder, "W317", holder.good))
            found[key] = replace(names[key], others=others)
        for key, holder in holders.items():
            former = tuple(self._free(names[key].former, holder, "W308", holder.former))
            found[key] = replace(found[key], former=former)
        return found

    def _free(
        self, listed: tuple[_Placed, ...], mine: _Holder, code: str, line: Source | None
    ) -> Iterator[_Placed]:
        for place, text in listed:
            key = _key(place, text)
            holder = self.taken.get(key) or self.second.setdefault(key, mine)
            if holder is mine:
                yield place, text
                continue
            other = holder.line if key in self.taken else ""
            name = ".".join((*("_".join(words) for words in place), text))
            hint = f"{holder.what} has it; drop this name"
            self.report.add(
                code,
                line or mine.source,
                f"`{name}` of {mine.what}",
                hint=f"{hint}, or give that one another, e.g. `{other}`" if other else hint,
                also=(holder.source,),
            )
