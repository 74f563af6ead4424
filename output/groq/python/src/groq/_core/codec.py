"""JSON data to typed values and back; a class is compiled once, when its first object arrives."""

from __future__ import annotations

import base64
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from threading import RLock
from typing import Annotated, Any, ForwardRef, Literal, Union, cast, get_args, get_origin
from uuid import UUID

from .annotations import Scope, default_of, evaluate, hints_of, wire_names
from .kinds import is_class, is_iterable, is_list, is_mapping, is_object
from .model import BaseModel, extra_fields, set_fields
from .objects import Part, object_decoder
from .times import SCALARS, write_duration
from .unset import Omit, is_unset

Decoder = Callable[[Any], Any]
"""Converts a value that is not null; what does not fit is returned as it came."""

_PLAIN = (str, int, bool, float)


@dataclass(frozen=True)
class Discriminator:
    """The field whose value tells the variants of a union apart.

    Without a mapping from values to class names, each variant says by a `Literal` which values are its own.
    `default` is the class for whatever has none of these values.
    """

    field: str
    mapping: Mapping[str, str] | None = None
    default: str | None = None

    def __hash__(self) -> int:
        return hash((self.field, tuple((self.mapping or {}).items()), self.default))


def decode(to: Any, data: Any) -> Any:
    """The JSON value `data` as the annotation `to` says; what does not fit stays as it came.

    Nothing is raised.
    """
    return reader(to)(data)


def reader(to: Any) -> Decoder:
    """`decode` for many values of one type."""
    scope = Scope(to.__module__ if is_class(to) else __name__)
    convert = decoder(to, scope)

    def read(data: Any) -> Any:
        if convert is None or data is None:
            return data
        try:
            return convert(data)
        except RecursionError:  # nested deeper than the interpreter can go
            return data

    return read


def encode(value: Any) -> Any:
    """A value as plain JSON data. Raises TypeError for what JSON has no form for."""
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, BaseModel):
        return _encode_model(value)
    if is_list(value):
        return [encode(part) for part in value if not is_unset(part)]
    if is_mapping(value):
        return {
            key if type(key) is str else str(encode(key)): encode(part)
            for key, part in value.items()
            if not is_unset(part)
        }
    if isinstance(value, Enum):
        return encode(value.value)
    if isinstance(value, (str, int, float)):
        return value
    text = _text_of(value)
    if text is not None:
        return text
    if is_iterable(value):
        return encode(list(value))
    raise TypeError(f"a value of type {type(value).__name__} cannot be written as JSON")


def _encode_model(value: BaseModel) -> dict[str, Any]:
    names = wire_names(type(value))
    data = {names[name]: encode(part) for name, part in set_fields(value)}
    data.update((key, encode(part)) for key, part in extra_fields(value).items())
    return data


def _text_of(value: Any) -> str | None:
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
    if isinstance(value, (bytes, bytearray, memoryview)):
        return base64.b64encode(cast("bytes", value)).decode("ascii")
    return None


_DECODERS: dict[Any, Decoder | None] = {}
_COMPILING: set[Any] = set()
_LOCK = RLock()  # threads that share a client must not see each other's half-made decoders


def decoder(to: Any, scope: Scope) -> Decoder | None:
    """The function that converts values to `to`; None where they stay as they are."""
    to = evaluate(to, scope)
    key = _key(to, scope)
    if key in _DECODERS:
        return _DECODERS[key]
    with _LOCK:
        if key in _DECODERS:
            return _DECODERS[key]
        if key in _COMPILING:  # a type inside itself: by the time a value comes, it is compiled
            return lambda data: data if (found := _DECODERS[key]) is None else found(data)
        _COMPILING.add(key)
        try:
            found = _DECODERS[key] = _compile(to, scope)
        finally:
            _COMPILING.discard(key)
        return found


def _key(to: Any, scope: Scope) -> Any:
    """What tells types apart, more finely than they do themselves.

    To them unions are equal in any order, though what fits several variants is the first of them, and so are
    quoted names, though modules may mean different types by them.
    """
    if isinstance(to, (str, ForwardRef)):
        return (scope.module, to if isinstance(to, str) else to.__forward_arg__)
    origin, arguments = get_origin(to), get_args(to)
    if origin is None or origin is Literal:
        return to
    return (origin, *(_key(argument, scope) for argument in arguments))


def _compile(to: Any, scope: Scope) -> Decoder | None:
    origin, arguments = get_origin(to), get_args(to)
    if origin is Union or origin is types.UnionType or origin is Annotated:
        from .unions import union_decoder

        return union_decoder(to, scope)
    if origin is list:
        return _list_decoder(decoder(arguments[0], scope))
    if origin is dict:
        return _dict_decoder(decoder(arguments[1], scope))
    if is_class(to) and issubclass(to, BaseModel):
        return _model_decoder(to)
    return SCALARS.get(to)


def _model_decoder(cls: type[BaseModel]) -> Decoder:
    made: Decoder | None = None

    def convert(data: Any) -> Any:
        nonlocal made
        if made is None:  # at the first object, since annotations may lead back to this class
            made = object_decoder(cls, _parts(cls))
        return made(data)

    return convert


def _parts(cls: type[BaseModel]) -> list[Part]:
    hints = hints_of(cls)
    return [
        Part(
            name,
            wire,
            decoder(*hints[name]),
            is_required=not isinstance(default_of(cls, name), Omit),
        )
        for name, wire in wire_names(cls).items()
    ]


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
