"""Which field keeps a name that several of a type want, and which argument one that several of a call want?

What a person chose goes first, then what is published, then what is spelled as it will be in code. The order
of the document plays no part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from sdkloom.config import Config, OperationChoice, PartChoice, TypeChoice
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation, Place
from sdkloom.ir.base import Name, Source
from sdkloom.ir.types import Definition, Model
from sdkloom.name.keys import operation_line, quoted, type_line
from sdkloom.name.matching import Match, part_choice
from sdkloom.name.published import Published
from sdkloom.name.spell import as_identifier, snake
from sdkloom.name.verbs import Words
from sdkloom.name.words import split_words

BODY = "body"
"""The place of what is a field of the body."""

_PLACES = (Place.PATH.value, BODY, *(place.value for place in Place if place is not Place.PATH))


@dataclass(frozen=True, slots=True)
class Choices:
    """What the configuration says of operations and of types, by their ids."""

    operations: Mapping[str, Match[OperationChoice]]
    types: Mapping[str, Match[TypeChoice]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A field or an argument with the place that it travels in; `is_free` where it can have another name."""

    name: Name
    place: str
    source: Source
    choice: PartChoice | None = None
    is_published: bool = False
    is_free: bool = True

    @property
    def is_chosen(self) -> bool:
        return self.choice is not None and bool(self.choice.name)

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, int, bool, str]:
        place = _PLACES.index(self.place) if self.place in _PLACES else -1
        spelled = "_".join(self.name.words) == self.name.wire
        author = self.name.chosen is not None
        return (
            not self.is_chosen, not self.is_published, self.is_free, not author, place, not spelled,
            self.name.wire,
        )  # fmt: skip


def tell_parts_apart(api: Api, published: Published, choices: Choices, config: Config, report: Report) -> Api:
    """The API with a name of its own for every field of a type, and for every argument of a call."""
    teller = _Teller(published, choices, config, report)
    told = replace(api, definitions={id: teller.fields(one) for id, one in api.definitions.items()})
    return replace(told, operations=tuple(teller.arguments(told, one) for one in told.operations))


@dataclass(frozen=True, slots=True)
class _Teller:
    published: Published
    choices: Choices
    config: Config
    report: Report

    def fields(self, definition: Definition) -> Definition:
        if not isinstance(definition, Model) or _differ([field.name for field in definition.fields]):
            return definition
        match = self.choices.types.get(definition.id)
        chosen: Mapping[str, PartChoice] = match.choice.fields if match is not None else {}
        parts = [
            _Part(f.name, "", f.source, chosen.get(f.name.wire), self._has(definition.id, f.name))
            for f in definition.fields
        ]
        clashes = _settled(parts)
        for part, holder, words in clashes.lost:
            at = ("types", match.key, "fields") if match is not None else ()
            line = type_line(definition, f"{{fields: {{{_pair(part.name.wire, words)}}}}}")
            self._report("W313", part, holder, words, f"`types:` in the configuration, e.g. `{line}`", at)
        fields = (
            replace(field, name=replace(field.name, words=words))
            for field, words in zip(definition.fields, clashes.words, strict=True)
        )
        return replace(definition, fields=tuple(fields))

    def arguments(self, api: Api, operation: Operation) -> Operation:
        parts = list(self._arguments(api, operation))
        if _differ([part.name for part in parts]):
            return operation
        match = self.choices.operations.get(operation.id)
        clashes = _settled(parts)
        for part, holder, words in clashes.lost:
            at = ("operations", match.key, "parameters") if match is not None else ()
            wires = [one.name.wire for one in parts if one.is_free]
            wire = part.name.wire if wires.count(part.name.wire) == 1 else f"{part.place} {part.name.wire}"
            line = operation_line(api, operation, f"{{parameters: {{{_pair(wire, words)}}}}}")
            self._report(
                "W314", part, holder, words, f"`operations:` in the configuration, e.g. `{line}`", at
            )
        named = {
            (part.place, part.name.wire): words for part, words in zip(parts, clashes.words, strict=True)
        }
        return _renamed(api, operation, named)

    def _arguments(self, api: Api, operation: Operation) -> Iterator[_Part]:
        match = self.choices.operations.get(operation.id)
        chosen: Mapping[str, PartChoice] = match.choice.parameters if match is not None else {}
        lock, key = self.published.lock, self.published.operations.get(operation.id, "")
        for one in operation.parameters:
            place, wire = one.place.value, one.name.wire
            kept = lock.said("parameter", key, place, wire) == ("_".join(one.name.words),)
            yield _Part(one.name, place, one.source, part_choice(chosen, place, wire), kept)
        body = operation.body
        names = {name.wire: name for name in body.names} if body is not None else {}
        model = spread_model(api, operation)
        for field in model.fields if model is not None else ():
            name = names.get(field.name.wire, field.name)
            kept = lock.said("call", key) is not None and self._has(model.id if model else "", field.name)
            kept = kept or lock.said("parameter", key, BODY, name.wire) == ("_".join(name.words),)
            choice = part_choice(chosen, BODY, name.wire)
            if not field.read_only:
                yield _Part(name, BODY, field.source, choice, kept)
        for switch in sorted({variant.switch for variant in operation.variants if variant.negotiated}):
            yield _Part(Name(switch, split_words(switch)), "", operation.source, is_free=False)
        if body is not None and model is None:
            yield _Part(body.called or Name("", (BODY,)), "", body.source, is_free=False)

    def _has(self, id: str, name: Name) -> bool:
        said = self.published.lock.said("field", self.published.types.get(id, ""), name.wire)
        return said == ("_".join(name.words),)

    def _report(
        self, code: str, part: _Part, holder: _Part, words: Words, hint: str, at: tuple[str, ...]
    ) -> None:
        """An error where the configuration gives both their name; else a warning."""
        name = "_".join(part.name.words)
        if part.is_chosen and holder.is_chosen and at:
            hint = f"`{holder.name.wire}` has it already; give one of them another name"
            self.report.add(
                "E315", self.config.source(*at), f"`{name}`", hint=hint, also=(part.source, holder.source)
            )
            return
        self.report.add(
            code,
            part.source,
            f"`{name}`; this one becomes `{'_'.join(words)}`",
            label="named here",
            hint=f"choose its name under {hint}",
            also=(holder.source,),
        )


def _differ(names: Sequence[Name]) -> bool:
    return len({_written(name.words) for name in names}) == len(names)


def _written(words: Words) -> str:
    """What languages make of words: no name begins with a digit."""
    return as_identifier("member", snake(words))


def _pair(wire: str, words: Words) -> str:
    return f"{quoted(wire)}: {'_'.join(words)}"


def spread_model(api: Api, operation: Operation) -> Model | None:
    """The model whose fields are the arguments of a call."""
    body = operation.body
    model = api.definitions.get(body.spread) if body is not None and body.spread is not None else None
    return model if isinstance(model, Model) else None


@dataclass(frozen=True, slots=True)
class _Settled:
    """The words of each part, and who lost its own to whom."""

    words: list[Words]
    lost: list[tuple[_Part, _Part, Words]]


def _settled(parts: Sequence[_Part]) -> _Settled:
    """First everyone who comes first for its own words, then the others."""
    taken: dict[str, _Part] = {}
    words_of: dict[int, Words] = {}
    order = sorted(parts, key=lambda part: part.rank)
    losing = [part for part in order if taken.setdefault(_written(part.name.words), part) is not part]
    lost = []
    for part in losing:
        words = next(one for one in _alternatives(part) if not part.is_free or _written(one) not in taken)
        if part.is_free:
            lost.append((part, taken[_written(part.name.words)], words))
            taken[_written(words)] = part
            words_of[id(part)] = words
    return _Settled([words_of.get(id(part), part.name.words) for part in parts], lost)


def _alternatives(part: _Part) -> Iterator[Words]:
    words = part.name.words
    if part.place and words[0] != part.place:
        words = (part.place, *words)
        yield words
    yield from ((*words, str(number)) for number in count(2))


def _renamed(api: Api, operation: Operation, named: Mapping[tuple[str, str], Words]) -> Operation:
    """The operation with these words for its arguments; those of fields are its own."""
    parameters = tuple(
        replace(one, name=replace(one.name, words=named[one.place.value, one.name.wire]))
        for one in operation.parameters
    )
    body, model = operation.body, spread_model(api, operation)
    if body is not None and model is not None:
        known = {name.wire: name for name in body.names}
        for field in model.fields:
            name = known.get(field.name.wire, field.name)
            words = named.get((BODY, name.wire), name.words)
            if words != name.words:
                known[name.wire] = replace(name, words=words)
        body = replace(body, names=tuple(known.values()))
    return replace(operation, parameters=parameters, body=body)
