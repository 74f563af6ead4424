"""Which variant of a union is a value?"""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from .annotations import Scope, evaluate, hints_of, wire_names
from .codec import Decoder, Discriminator, decoder
from .kinds import is_class
from .model import BaseModel, Unknown
from .times import SCALARS, read_float
from .unset import Omit

_ANYTHING = (Any, object)


def members(to: Any, scope: Scope) -> list[tuple[Any, Discriminator | None]]:
    """The variants of a union, those of unions inside it included, without null.

    Each comes with the discriminator of the innermost union that has one. A type that is no union is its
    own only variant.
    """
    return list(_members(to, None, scope))


def _members(
    to: Any, mark: Discriminator | None, scope: Scope
) -> Iterator[tuple[Any, Discriminator | None]]:
    to = evaluate(to, scope)
    origin = get_origin(to)
    if origin is Annotated:
        inner, *marks = get_args(to)
        mark = next((own for own in marks if isinstance(own, Discriminator)), mark)
        yield from _members(inner, mark, scope)
    elif origin is Union or origin is types.UnionType:
        for argument in get_args(to):
            yield from _members(argument, mark, scope)
    elif to is not types.NoneType:
        yield to, mark


def is_model(to: Any) -> bool:
    """Is the type a class of models?"""
    return is_class(to) and issubclass(to, BaseModel)


def union_decoder(to: Any, scope: Scope) -> Decoder | None:
    """The function that sorts a value to its variant: by its JSON kind, and objects by what they hold."""
    found = members(to, scope)
    if len(found) == 1 and found[0][1] is None:
        return decoder(found[0][0], scope)
    others = [variant for variant, _ in found if not is_model(variant)]
    decoders: dict[Any, Decoder | None] = {
        dict: _object_decoder(found, others, scope),
        list: _items_decoder(list, others, scope),
        str: _text_decoder(others),
        int: read_float if float in others and int not in others else None,
    }

    def convert(data: Any) -> Any:
        part = decoders.get(data.__class__)
        return data if part is None else part(data)

    return convert if any(decoders.values()) else None


def _items_decoder(kind: Any, others: list[Any], scope: Scope) -> Decoder | None:
    """The lists, or maps, among the variants as one, whose items may be those of any."""
    items = [get_args(variant)[-1] for variant in others if get_origin(variant) is kind]
    if not items:
        return None
    item: Any = Union[tuple(items)]  # noqa: UP007
    return decoder(types.GenericAlias(kind, (item,) if kind is list else (str, item)), scope)


def _text_decoder(others: list[Any]) -> Decoder | None:
    """Text stays text wherever the union allows any; else it is read as the first type that it fits."""
    if any(v is str or v in _ANYTHING or get_origin(v) is Literal for v in others):
        return None
    readers = [read for scalar, read in SCALARS.items() if scalar in others and scalar is not float]
    if not readers:
        return None

    def convert(data: Any) -> Any:
        for read in readers:
            found = read(data)
            if found is not data:
                return found
        return data

    return convert


def _object_decoder(
    found: list[tuple[Any, Discriminator | None]], others: list[Any], scope: Scope
) -> Decoder | None:
    from_map = _items_decoder(dict, others, scope)
    groups: dict[Discriminator | None, list[type[BaseModel]]] = {}
    for variant, mark in found:
        if is_model(variant):
            groups.setdefault(mark, []).append(variant)
    if not groups:
        return from_map
    is_map = any(get_origin(variant) is dict or variant in (dict, *_ANYTHING) for variant in others)
    otherwise = from_map if is_map else decoder(Unknown, scope)
    choice = _Choice(groups, is_free=not is_map and sum(map(len, groups.values())) == 1)

    made: dict[type[BaseModel] | None, Decoder | None] = {None: otherwise}

    def convert(data: Any) -> Any:
        chosen = choice.of(data)
        if chosen not in made:
            made[chosen] = decoder(chosen, scope)
        part = made[chosen]
        return data if part is None else part(data)

    return convert


@dataclass(frozen=True)
class _Choice:
    """A choice among classes, in groups that each have a discriminator, and one that has none.

    It is free where there is one class, and nothing else that an object could be.
    """

    groups: dict[Discriminator | None, list[type[BaseModel]]]
    is_free: bool

    # Made for the first object, since annotations may lead back to the union.
    @cached_property
    def _tags(self) -> dict[Discriminator, dict[str, type[BaseModel]]]:
        return {mark: _tags(mark, self.groups[mark]) for mark in self.groups if mark is not None}

    def of(self, data: dict[str, Any]) -> type[BaseModel] | None:
        """The class that an object is of; None for an unknown one."""
        candidates: list[type[BaseModel]] = []
        otherwise: type[BaseModel] | None = None
        for mark, models in self.groups.items():
            tag = None if mark is None else data.get(mark.field)
            if tag is not None and mark is not None:
                if (tagged := self._tags[mark].get(_tag_text(tag))) is not None:
                    return tagged
            elif mark is None or mark.default is None:
                candidates += models
            if mark is not None and mark.default is not None:
                otherwise = next(model for model in models if model.__name__ == mark.default)
        return _best(candidates, data, is_free=self.is_free) or otherwise


def _tags(mark: Discriminator, models: list[type[BaseModel]]) -> dict[str, type[BaseModel]]:
    if mark.mapping is not None:
        by_name = {model.__name__: model for model in models}
        return {tag: by_name[name] for tag, name in mark.mapping.items() if name in by_name}
    found: dict[str, type[BaseModel]] = {}
    for model in models:
        for value in _profile(model).constants.get(mark.field, ()):
            found.setdefault(_tag_text(value), model)
    return found


def _tag_text(tag: Any) -> str:
    """The tag as a mapping would name it: the mapping's keys are text, whatever the field holds."""
    return tag if isinstance(tag, str) else json.dumps(tag)


@dataclass(frozen=True)
class _Profile:
    """What an object of a class looks like, in names on the wire."""

    constants: dict[str, tuple[Any, ...]]
    required: frozenset[str]
    kinds: dict[str, frozenset[type]]


_PROFILES: dict[type[BaseModel], _Profile] = {}


def _profile(cls: type[BaseModel]) -> _Profile:
    profile = _PROFILES.get(cls)
    if profile is None:
        names = wire_names(cls)
        hints = {names[name]: hint for name, hint in hints_of(cls).items()}
        listed = fields(cast("Any", cls))
        profile = _PROFILES[cls] = _Profile(
            constants={
                name: values for name, (hint, _) in hints.items() if (values := _constants(hint))
            },
            required=frozenset(
                names[part.name] for part in listed if not isinstance(part.default, Omit)
            ),
            kinds={name: _kinds(hint, scope) for name, (hint, scope) in hints.items()},
        )
    return profile


def _constants(to: Any) -> tuple[Any, ...]:
    """The only values of a type; none where it has others, except for null."""
    if get_origin(to) is Literal:
        return get_args(to)
    parts = get_args(to) if get_origin(to) in (Union, types.UnionType) else ()
    inner = [part for part in parts if part is not types.NoneType]
    if len(inner) == 1 and len(parts) == 2 and get_origin(inner[0]) is Literal:
        return (*get_args(inner[0]), None)
    return ()


def _kinds(to: Any, scope: Scope) -> frozenset[type]:
    """The kinds of JSON values that fit a type; none where any does."""
    found: set[type] = set()
    for variant, _ in members(to, scope):
        if variant in _ANYTHING:
            return frozenset()
        origin = get_origin(variant) or variant
        if origin is Literal:
            found.update(map(type, get_args(variant)))
        elif is_model(variant):
            found.add(dict)
        elif origin is float:
            found.update((int, float))
        else:
            found.add(str if origin in SCALARS else origin)
    return frozenset(found)


def _best(
    models: list[type[BaseModel]], data: dict[str, Any], *, is_free: bool
) -> type[BaseModel] | None:
    """The class that fits an object best; None where each lacks a required field, or has another constant.

    Where the choice is free, the class takes whatever contradicts none of its constants.
    """
    best: tuple[int, int, int] | None = None
    chosen: type[BaseModel] | None = None
    for model in models:
        profile = _profile(model)
        agreeing = profile.constants.keys() & data.keys()
        if any(data[name] not in profile.constants[name] for name in agreeing):
            continue
        if not is_free and profile.required - data.keys():
            continue
        known = profile.kinds.keys() & data.keys()
        odd = sum(_is_odd(data[name], profile.kinds[name]) for name in known)
        score = (-odd, len(agreeing), len(known))
        if best is None or score > best:
            best, chosen = score, model
    return chosen


def _is_odd(value: Any, kinds: frozenset[type]) -> bool:
    return value is not None and bool(kinds) and type(value) not in kinds
