"""JSON data to typed values and back; a class is compiled once, when its first object arrives."""

from __future__ import annotations

import base64
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, ForwardRef, Union, get_args, get_origin
from uuid import UUID

from .annotations import Scope, evaluate, hints_of, wire_names
from .kinds import is_iterable, is_list, is_mapping, is_object
from .model import BaseModel, extra_fields, set_fields
from .times import SCALARS, write_duration
from .unset import NotGiven, Omit

Decoder = Callable[[Any], Any]


@dataclass(frozen=True)
class Discriminator:
    """The field whose value tells the variants of a union apart.

    Without a mapping from values to class names, each variant says by a `Literal` which values are its own.
    """

    field: str
    mapping: Mapping[str, str] | None = None

    def __hash__(self) -> int:
        return hash((self.field, tuple((self.mapping or {}).items())))


def decode(to: Any, data: Any) -> Any:
    """The JSON value `data` as the annotation `to` says; what does not fit stays as it came, and nothing is raised."""
    scope = Scope(to.__module__ if isinstance(to, type) else __name__)
    convert = decoder(evaluate(to, scope), scope)
    return data if convert is None or data is None else convert(data)


def encode(value: Any) -> Any:
    """A value as plain JSON data. Raises TypeError for what JSON has no form for."""
    kind: type[Any] = type(value)
    if kind is str or value is None or kind is int or kind is bool or kind is float:
        return value
    if isinstance(value, BaseModel):
        return _encode_model(value)
    if is_mapping(value):
        return {str(key): encode(part) for key, part in value.items() if not isinstance(part, (Omit, NotGiven))}
    if isinstance(value, Enum):
        return encode(value.value)
    if isinstance(value, (str, int, float)):
        return value
    text = encode_scalar(value)
    if text is not None:
        return text
    if is_iterable(value):
        return [encode(part) for part in value if not isinstance(part, (Omit, NotGiven))]
    raise TypeError(f"a value of type {kind.__name__} cannot be written as JSON")


def _encode_model(value: BaseModel) -> dict[str, Any]:
    names = wire_names(type(value))
    data = {names[name]: encode(part) for name, part in set_fields(value)}
    data.update((key, encode(part)) for key, part in extra_fields(value).items())
    return data


def encode_scalar(value: Any) -> str | None:
    """The text of a value that JSON writes as a string; None for any other."""
    if isinstance(value, datetime):
        text = value.isoformat()
        return f"{text[:-6]}Z" if text.endswith("+00:00") else text
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return write_duration(value)
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode("ascii")
    return None


_DECODERS: dict[Any, Decoder | None] = {}
_COMPILING: set[Any] = set()


def decoder(to: Any, scope: Scope) -> Decoder | None:
    """The function that converts values to `to`; None where they stay as they are."""
    if isinstance(to, (str, ForwardRef)):
        to = evaluate(to, scope)
    # Quoted names are public types of the package, so they mean the same everywhere in it.
    if to in _DECODERS:
        return _DECODERS[to]
    if to in _COMPILING:  # a type inside itself: by the time a value comes, it is compiled
        return lambda data: data if (found := _DECODERS[to]) is None else found(data)
    _COMPILING.add(to)
    try:
        found = _DECODERS[to] = _compile(to, scope)
    finally:
        _COMPILING.discard(to)
    return found


def _compile(to: Any, scope: Scope) -> Decoder | None:
    if isinstance(to, type) and issubclass(to, BaseModel):
        return _model_decoder(to)
    if isinstance(to, type) and to in SCALARS:
        return SCALARS[to]
    origin, arguments = get_origin(to), get_args(to)
    if origin is Annotated:
        mark = next((mark for mark in arguments[1:] if isinstance(mark, Discriminator)), None)
        return _union_decoder(arguments[0], mark, scope) if mark is not None else decoder(arguments[0], scope)
    if origin is Union or origin is types.UnionType:
        return _union_decoder(to, None, scope)
    if origin is list:
        return _list_decoder(decoder(arguments[0], scope))
    if origin is dict:
        return _dict_decoder(decoder(arguments[1], scope))
    return None


def _union_decoder(to: Any, mark: Discriminator | None, scope: Scope) -> Decoder | None:
    from .unions import union_decoder

    return union_decoder(to, mark, scope)


_Plan = dict[str, tuple[Callable[[Any, Any], None], "Decoder | None"]]


def _model_decoder(cls: type[BaseModel]) -> Decoder:
    new = object.__new__
    plan: _Plan = {}

    def convert(data: Any) -> Any:
        if not is_object(data):
            return data
        if not plan:  # at the first object, since annotations may lead back to this class
            plan.update(_plan(cls))
        model = new(cls)
        extra: dict[str, Any] | None = None
        for key, value in data.items():
            entry = plan.get(key)
            if entry is not None:
                store, part = entry
                store(model, value if part is None or value is None else part(value))
            elif extra is None:
                extra = {key: value}
            else:
                extra[key] = value
        if extra is not None:
            model._extra = extra  # pyright: ignore[reportPrivateUsage]
        return model

    return convert


def _plan(cls: type[BaseModel]) -> _Plan:
    """For each name on the wire: how its attribute is set, and how its value is converted."""
    hints = hints_of(cls)
    plan: _Plan = {}
    for name, wire in wire_names(cls).items():
        annotation, scope = hints[name]
        plan[wire] = (getattr(cls, name).__set__, decoder(annotation, scope))
    return plan


def _list_decoder(inner: Decoder | None) -> Decoder | None:
    if inner is None:
        return None
    convert = inner

    def convert_all(data: Any) -> Any:
        if not is_list(data):
            return data
        return [None if value is None else convert(value) for value in data]

    return convert_all


def _dict_decoder(inner: Decoder | None) -> Decoder | None:
    if inner is None:
        return None
    convert = inner

    def convert_all(data: Any) -> Any:
        if not is_object(data):
            return data
        return {key: None if value is None else convert(value) for key, value in data.items()}

    return convert_all
