"""What does configuration leave out, and which parts does it name, before anything else gets a name?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from sdkloom.config import Config, MemberChoice, OperationChoice, PartChoice, TypeChoice
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Omission, Operation, Parameter, Place, RequestBody
from sdkloom.ir.base import Name, Source
from sdkloom.ir.types import (
    AnyType,
    Definition,
    Discriminator,
    Enum,
    Field,
    Member,
    Model,
    RefType,
    UnionType,
)
from sdkloom.name.apart import BODY, Choices, tell_parts_apart
from sdkloom.name.chosen import chosen_calls
from sdkloom.name.matching import (
    Match,
    check_keys,
    did_you_mean,
    key_of,
    match_operations,
    match_types,
    part_choice,
    wire_value,
)
from sdkloom.name.options import settle_options
from sdkloom.name.parts import keep_parts, remember_parts
from sdkloom.name.published import UNPUBLISHED, Published
from sdkloom.name.resources import infer_calls
from sdkloom.name.samples import sampled_calls
from sdkloom.name.second_parts import drop_taken_parts
from sdkloom.name.variables import check_variables
from sdkloom.name.words import split_words

T = TypeVar("T")

LEFT_OUT = AnyType("The configuration leaves out what stands here.")


def choose(api: Api, config: Config, report: Report, published: Published = UNPUBLISHED) -> Api:
    """The API without what is skipped, and with the names of parameters, fields and members.

    What is published keeps its name, unless another is chosen.
    """
    check_keys(api, config, report)
    api = keep_parts(api, published)
    chooser = _Chooser(config, report)
    chosen = match_operations(api, config)
    skipped = {id for id, match in chosen.items() if match.choice.skip}
    if config.unlisted == "skip":
        skipped |= {operation.id for operation in api.operations if operation.id not in chosen}
    types = match_types(api, config)
    api = _without_operations(api, chooser.skipped_with_resources(api, skipped), report)
    api = _without_types(api, frozenset(id for id, match in types.items() if match.choice.skip), report)
    operations = tuple(
        chooser.operation(api, op, chosen[op.id]) if op.id in chosen else op for op in api.operations
    )
    definitions = {
        id: chooser.definition(found, types[id]) if id in types else found
        for id, found in api.definitions.items()
    }
    api = replace(api, operations=operations, definitions=definitions)
    api = tell_parts_apart(api, published, Choices(chosen, types), config, report)
    api = drop_taken_parts(remember_parts(api, published), Choices(chosen, types), config, report)
    api = settle_options(api, config, report, published)
    check_variables(api, config, report)
    return api


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Applies what was chosen, and reports what cannot be."""

    config: Config
    report: Report

    def skipped_with_resources(self, api: Api, skipped: Iterable[str]) -> frozenset[str]:
        """The operations to leave out: by their own keys, and by the resource that they would be found in."""
        wanted = {key for key, choice in self.config.resources.items() if choice.skip}
        if not wanted:
            return frozenset(skipped)
        places = {id: _prefixes(dotted) for id, dotted in unmoved_calls(api, self.config).items()}
        known = {prefix for prefixes in places.values() for prefix in prefixes}
        for key in sorted(wanted - known):
            hint = did_you_mean(key, sorted(known))
            self.config.report_missing(self.report, ("resources", key), f"resource `{key}`", hint)
        return frozenset(skipped) | {id for id, prefixes in places.items() if wanted & set(prefixes)}

    def operation(self, api: Api, operation: Operation, match: Match[OperationChoice]) -> Operation:
        choices = match.choice.parameters
        body = operation.body
        model = api.definitions.get(body.spread) if body is not None and body.spread is not None else None
        inside = model.fields if isinstance(model, Model) else ()
        listed = [(one.place.value, one.name.wire) for one in operation.parameters]
        listed += [(BODY, part.name.wire) for part in inside]
        known = {wire for _, wire in listed} | {f"{place} {wire}" for place, wire in listed}
        self._check(("operations", match.key, "parameters"), choices, known, "parameter")
        return replace(
            operation,
            parameters=tuple(self._parameters(operation, match.key, choices)),
            body=self._body(body, inside, match),
        )

    def _parameters(
        self, operation: Operation, key: str, choices: Mapping[str, PartChoice]
    ) -> Iterator[Parameter]:
        for parameter in operation.parameters:
            choice = part_choice(choices, parameter.place.value, parameter.name.wire)
            needed = parameter.required or parameter.place is Place.PATH
            if choice is not None and choice.skip and needed:
                what = f"the parameter `{parameter.name.wire}`, which every call must give"
                self._refuse(("operations", key, "parameters", parameter.name.wire), what)
            elif choice is None or not choice.skip:
                yield replace(parameter, name=_renamed(parameter.name, choice))

    def _body(
        self, body: RequestBody | None, inside: Iterable[Field], match: Match[OperationChoice]
    ) -> RequestBody | None:
        """A field of a body has a name of its own as an argument; the model may be used elsewhere."""
        names, key, choices = [], match.key, match.choice.parameters
        if match.choice.body and body is not None and body.spread is None:
            return replace(body, called=Name("", split_words(match.choice.body)))
        if match.choice.body:
            detail = f"body of `{key}` that is one argument"
            hint = "its fields are arguments, which `parameters` names" if body is not None else "it has none"
            self.config.report_missing(self.report, ("operations", key, "body"), detail, hint)
        for part in inside:
            choice = part_choice(choices, BODY, part.name.wire)
            if choice is not None and choice.skip:
                what = f"`{part.name.wire}`, a field of a type; leave it out under `types`"
                self._refuse(("operations", key, "parameters", part.name.wire), what)
            elif choice is not None:
                names.append(_renamed(part.name, choice))
        return replace(body, names=tuple(names)) if body is not None else None

    def definition(self, definition: Definition, match: Match[TypeChoice]) -> Definition:
        choice, at = match.choice, ("types", match.key)
        inside = definition.fields if isinstance(definition, Model) else ()
        members = definition.members if isinstance(definition, Enum) else ()
        self._check((*at, "fields"), choice.fields, {part.name.wire for part in inside}, "field")
        self._check((*at, "members"), choice.members, {wire_value(one.value) for one in members}, "member")
        match definition:
            case Model():
                return replace(definition, fields=tuple(_fields(definition, choice.fields)))
            case Enum():
                return replace(definition, members=tuple(_members(definition, choice.members)))
        return definition

    def _check(self, at: tuple[str, ...], keys: Iterable[str], known: set[str], what: str) -> None:
        for key in keys:
            if key not in known:
                hint = did_you_mean(key, sorted(known))
                self.config.report_missing(self.report, (*at, key), f"{what} `{key}` of `{at[1]}`", hint)

    def _refuse(self, at: tuple[str, ...], what: str) -> None:
        self.report.add("E305", self.config.source(*at), what)


def unmoved_calls(api: Api, config: Config) -> dict[str, str]:
    """The call of every operation before resources are moved: chosen, shown in a sample, or inferred."""
    wanted = {id: list(calls) for id, calls in infer_calls(api).items()}
    found = {id: calls[0].dotted for id, calls in wanted.items()}
    found |= {id: call.dotted for id, call in sampled_calls(api).items()}
    found |= {id: call.dotted for id, call in chosen_calls(api, wanted).items()}
    chosen = match_operations(api, config).items()
    return found | {id: match.choice.call[0] for id, match in chosen if match.choice.call}


def _prefixes(dotted: str) -> tuple[str, ...]:
    """The resources that a call is found in, from the root."""
    steps = dotted.split(".")
    return tuple(".".join(steps[:depth]) for depth in range(1, len(steps)))


def _renamed(name: Name, choice: PartChoice | MemberChoice | None) -> Name:
    if choice is None:
        return name
    former = tuple(split_words(alias) for alias in getattr(choice, "aliases", ()))
    words = split_words(choice.name) if choice.name else name.words
    return replace(name, words=words, former=(*name.former, *former))


def _fields(model: Model, choices: Mapping[str, PartChoice]) -> Iterator[Field]:
    for part in model.fields:
        choice = choices.get(part.name.wire)
        if choice is None or not choice.skip:
            yield replace(part, name=_renamed(part.name, choice))


def _members(enum: Enum, choices: Mapping[str, MemberChoice]) -> Iterator[Member]:
    for member in enum.members:
        choice = choices.get(wire_value(member.value))
        if choice is None or not choice.skip:
            yield replace(member, name=_renamed(member.name, choice))


def _without_operations(api: Api, skipped: frozenset[str], report: Report) -> Api:
    for operation in api.operations:
        if operation.id in skipped:
            report.add("N306", operation.source, f"the operation `{key_of(operation)}`")
    gone = tuple(Omission(op.source.pointer, "N306") for op in api.operations if op.id in skipped)
    return replace(
        api,
        operations=tuple(operation for operation in api.operations if operation.id not in skipped),
        webhooks=tuple(hook for hook in api.webhooks if hook.owner not in skipped),
        omissions=(*api.omissions, *gone),
    )


def _without_types(api: Api, skipped: frozenset[str], report: Report) -> Api:
    """Wherever a skipped type is mentioned, anything may stand; what lives inside it goes with it."""
    if not skipped:
        return api
    for id in skipped:
        report.add("N306", Source(api.source.file, id), f"the type `{api.definitions[id].name.wire or id}`")
    gone = skipped | {id for id, found in api.definitions.items() if found.owner in skipped}

    def change(node: object) -> object:
        match node:
            case RefType(id) if id in gone:
                return LEFT_OUT
            case RequestBody(spread=str() as id) if id in gone:
                return replace(node, spread=None)
            case UnionType(variants, Discriminator(property, mapping)):
                kept = tuple((value, id) for value, id in mapping if id not in gone)
                return UnionType(variants, Discriminator(property, kept) if kept else None)
        return node

    kept = {id: found for id, found in api.definitions.items() if id not in gone}
    omissions = (*api.omissions, *(Omission(id, "N306") for id in sorted(skipped)))
    return _rewritten(replace(api, definitions=kept, omissions=omissions), change)


def _rewritten(node: T, change: Callable[[object], object]) -> T:
    """A tree of dataclasses with `change` applied to every node, innermost first."""
    return _rewrite(node, change)  # type: ignore[return-value]


def _rewrite(node: object, change: Callable[[object], object]) -> object:
    if isinstance(node, tuple):
        return tuple(_rewrite(part, change) for part in node)
    if isinstance(node, dict):
        return {key: _rewrite(part, change) for key, part in node.items()}
    if not is_dataclass(node) or isinstance(node, type | Name | Source):
        return node
    given: dict[str, Any] = {part.name: getattr(node, part.name) for part in fields(node)}
    changed = {key: _rewrite(part, change) for key, part in given.items()}
    different = {key: part for key, part in changed.items() if part is not given[key]}
    return change(replace(node, **different) if different else node)
