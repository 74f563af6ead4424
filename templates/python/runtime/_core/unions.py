"""Which variant of a union is a value?"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Annotated, Any, ForwardRef, Literal, Union, cast, get_args, get_origin

from .annotations import Scope, evaluate, hints_of, wire_names
from .codec import Decoder, Discriminator, decoder
from .model import BaseModel, Unknown
from .times import SCALARS
from .unset import Omit


def union_decoder(to: Any, mark: Discriminator | None, scope: Scope) -> Decoder | None:
    """The function that sorts a value to its variant: by its JSON kind first, objects by their tag or by what fits best."""
    variants = tuple(_variants(to, scope))
    models = tuple(v for v in variants if isinstance(v, type) and issubclass(v, BaseModel))
    others = tuple(v for v in variants if v not in models)
    if len(variants) == 1 and mark is None:
        return decoder(variants[0], scope)
    from_dict = _object_decoder(models, others, mark, scope)
    from_list = next((decoder(v, scope) for v in others if (get_origin(v) or v) is list), None)
    from_text = _text_decoder(others)
    widens = float in others and int not in others
    if from_dict is None and from_list is None and from_text is None and not widens:
        return None

    def convert(data: Any) -> Any:
        kind: type[Any] = type(data)
        if kind is dict:
            return data if from_dict is None else from_dict(data)
        if kind is list:
            return data if from_list is None else from_list(data)
        if kind is str:
            return data if from_text is None else from_text(data)
        return float(data) if widens and kind is int else data

    return convert


def _variants(to: Any, scope: Scope) -> Iterator[Any]:
    """The members of a union, nested ones included, without None."""
    if isinstance(to, (str, ForwardRef)):
        to = evaluate(to, scope)
    if get_origin(to) is Union or get_origin(to) is types.UnionType:
        for argument in get_args(to):
            yield from _variants(argument, scope)
    elif to is not type(None):
        yield to


def _text_decoder(others: tuple[Any, ...]) -> Decoder | None:
    """Text stays text wherever the union allows any; else it is read as the first rich type that is written as text."""
    if any(v in (str, Any, object) or get_origin(v) is Literal for v in others):
        return None
    return next((SCALARS[v] for v in others if isinstance(v, type) and v in SCALARS and v is not float), None)


def _object_decoder(
    models: tuple[type[BaseModel], ...], others: tuple[Any, ...], mark: Discriminator | None, scope: Scope
) -> Decoder | None:
    inner = next((v for v in others if get_origin(v) is Annotated), None)
    from_map = next((v for v in others if (get_origin(v) or v) is dict), None)
    if inner is not None and not models:
        return decoder(inner, scope)
    if not models:
        return decoder(from_map, scope) if from_map is not None else None
    tags: dict[Any, type[BaseModel]] = {}
    otherwise = Unknown if from_map is None and Any not in others and object not in others else None

    def convert(data: Any) -> Any:
        chosen: type[BaseModel] | None = None
        tag = data.get(mark.field) if mark is not None else None
        if mark is not None and tag is not None:
            if not tags:  # at the first object, since annotations may lead back to this union
                tags.update(_tags(models, mark))
            chosen = tags.get(tag) if isinstance(tag, (str, int, bool)) else None
        else:
            chosen = _best(models, data)
        found = decoder(chosen or otherwise or from_map, scope) if chosen or otherwise or from_map else None
        return data if found is None else found(data)

    return convert


def _tags(models: tuple[type[BaseModel], ...], mark: Discriminator) -> dict[Any, type[BaseModel]]:
    if mark.mapping is not None:
        by_name = {model.__name__: model for model in models}
        return {tag: by_name[name] for tag, name in mark.mapping.items() if name in by_name}
    found: dict[Any, type[BaseModel]] = {}
    for model in models:
        for value in _profile(model).constants.get(mark.field, ()):
            found.setdefault(value, model)
    return found


@dataclass(frozen=True)
class _Profile:
    """What an object of a class looks like, in names on the wire."""

    constants: dict[str, tuple[Any, ...]]
    required: frozenset[str]
    known: frozenset[str]


_PROFILES: dict[type, _Profile] = {}


def _profile(cls: type[BaseModel]) -> _Profile:
    profile = _PROFILES.get(cls)
    if profile is None:
        hints, names = hints_of(cls), wire_names(cls)
        constants = {names[n]: get_args(hint) for n, (hint, _) in hints.items() if get_origin(hint) is Literal}
        listed = fields(cast("Any", cls))
        required = frozenset(names[f.name] for f in listed if not isinstance(f.default, Omit))
        profile = _PROFILES[cls] = _Profile(constants, required, frozenset(names.values()))
    return profile


def _best(models: tuple[type[BaseModel], ...], data: dict[str, Any]) -> type[BaseModel] | None:
    """The class that fits an object best; None where a constant contradicts or a required field is missing in all.

    A single class takes whatever contradicts none of its constants.
    """
    best: tuple[int, int] = (-1, -1)
    chosen: type[BaseModel] | None = None
    for model in models:
        profile = _profile(model)
        agreeing = [name for name in profile.constants if name in data]
        if any(data[name] not in profile.constants[name] for name in agreeing):
            continue
        if len(models) > 1 and profile.required - data.keys():
            continue
        score = (len(agreeing), len(profile.known & data.keys()))
        if score > best:
            best, chosen = score, model
    return chosen
