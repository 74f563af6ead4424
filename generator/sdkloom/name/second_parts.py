"""Which former name of a field or of an argument does something beside it have now?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config, PartChoice
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation, RequestBody
from sdkloom.ir.base import Name, Source
from sdkloom.ir.types import Definition, Model
from sdkloom.name.apart import BODY, Choices, spread_model
from sdkloom.name.matching import part_choice
from sdkloom.name.spell import as_identifier, snake
from sdkloom.name.verbs import Words

Key = tuple[str, str]
"""The place of a part in a request, "" for a field of a type, and its name on the wire."""


def drop_taken_parts(api: Api, choices: Choices, config: Config, report: Report) -> Api:
    """The API without former names that something else has, which are reported."""
    dropper = _Dropper(choices, config, report)
    api = replace(api, definitions={id: dropper.fields(one) for id, one in api.definitions.items()})
    return replace(api, operations=tuple(dropper.arguments(api, one) for one in api.operations))


@dataclass(frozen=True, slots=True)
class _Part:
    key: Key
    name: Name
    source: Source
    line: Source | None = None


@dataclass(frozen=True, slots=True)
class _Dropper:
    choices: Choices
    config: Config
    report: Report

    def fields(self, definition: Definition) -> Definition:
        """The definition whose fields have no former name of another one."""
        if not isinstance(definition, Model) or not any(part.name.former for part in definition.fields):
            return definition
        match = self.choices.types.get(definition.id)
        chosen: Mapping[str, PartChoice] = match.choice.fields if match is not None else {}
        at = ("types", match.key, "fields") if match is not None else ()
        parts = [
            _Part(("", one.name.wire), one.name, one.source, self._line(at, chosen, "", one.name.wire))
            for one in definition.fields
        ]
        kept = self._kept(parts, f"of `{definition.name.wire or definition.id}`")
        fields = (replace(one, name=kept["", one.name.wire]) for one in definition.fields)
        return replace(definition, fields=tuple(fields))

    def arguments(self, api: Api, operation: Operation) -> Operation:
        """The operation whose arguments have no former name of another one."""
        parts = list(self._arguments(api, operation))
        if not any(part.name.former for part in parts):
            return operation
        kept = self._kept(parts, f"of `{operation.name.wire or operation.id}`")
        parameters = tuple(
            replace(one, name=kept[one.place.value, one.name.wire]) for one in operation.parameters
        )
        body, model = operation.body, spread_model(api, operation)
        if body is not None and model is not None:
            body = _with_names(body, model, kept)
        elif body is not None and body.called is not None:
            body = replace(body, called=kept[BODY, body.called.wire])
        return replace(operation, parameters=parameters, body=body)

    def _arguments(self, api: Api, operation: Operation) -> Iterator[_Part]:
        match = self.choices.operations.get(operation.id)
        chosen: Mapping[str, PartChoice] = match.choice.parameters if match is not None else {}
        at = ("operations", match.key, "parameters") if match is not None else ()

        def part(place: str, name: Name, source: Source) -> _Part:
            return _Part((place, name.wire), name, source, self._line(at, chosen, place, name.wire))

        for one in operation.parameters:
            yield part(one.place.value, one.name, one.source)
        body, model = operation.body, spread_model(api, operation)
        if body is not None and model is not None:
            names = {name.wire: name for name in body.names}
            for field in model.fields:
                if not field.read_only:
                    yield part(BODY, names.get(field.name.wire, field.name), field.source)
        elif body is not None and body.called is not None:
            yield part(BODY, body.called, body.source)

    def _line(
        self, at: tuple[str, ...], chosen: Mapping[str, PartChoice], place: str, wire: str
    ) -> Source | None:
        """The line of the configuration that gives a part its former names."""
        if part_choice(chosen, place, wire) is None:
            return None
        return self.config.source(*at, f"{place} {wire}" if f"{place} {wire}" in chosen else wire, "aliases")

    def _kept(self, parts: Iterable[_Part], of: str) -> dict[Key, Name]:
        """The name of each part with the former ones that it can have."""
        listed = list(parts)
        taken: dict[str, _Part] = {}
        for part in listed:
            taken.setdefault(_written(part.name.words), part)
        found: dict[Key, Name] = {}
        for part in listed:
            former = []
            for words in part.name.former:
                holder = taken.setdefault(_written(words), part)
                if holder is part:
                    former.append(words)
                else:
                    self._report(part, words, holder, of)
            found[part.key] = replace(part.name, former=tuple(former))
        return found

    def _report(self, part: _Part, words: Words, holder: _Part, of: str) -> None:
        self.report.add(
            "W308",
            part.line or part.source,
            f"`{snake(words)}` of `{part.key[1] or snake(part.name.words)}` {of}",
            hint=f"`{holder.key[1] or snake(holder.name.words)}` has it; drop it, or give that another name",
            also=(holder.source,),
        )


def _with_names(body: RequestBody, model: Model, kept: Mapping[Key, Name]) -> RequestBody:
    """The body with names of its own for the fields whose former names differ from those of their type."""
    known = {name.wire: name for name in body.names}
    for field in model.fields:
        name = kept.get((BODY, field.name.wire))
        if name is not None and name != known.get(field.name.wire, field.name):
            known[field.name.wire] = name
    return replace(body, names=tuple(known.values()))


def _written(words: Words) -> str:
    return as_identifier("member", snake(words))
