"""Does a value of the document fit a type, and how is it written so that it comes back as it went in?"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import isfinite
from typing import Final, Literal, assert_never
from uuid import UUID

from sdkloom.ir.api import Api
from sdkloom.ir.base import Json
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Discriminator,
    Enum,
    ListType,
    LiteralType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)

# A test is there to be read, so examples of more characters of JSON than this are not taken.
_LONGEST = 1500
_DEEPEST = 24
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


class Misfit:
    """The type of `MISFIT`: the value is none of the type."""


MISFIT: Final = Misfit()
Found = Json | Misfit

Way = Literal["sent", "received"]
"""Who writes a value: what only the service may set is not sent."""


def fitted(api: Api, value: Json, node: Type, way: Way) -> Found:
    """The value as it can stand in a test, or MISFIT.

    Formats that allow several spellings are written in the shortest: instants without decimals of a second
    say, and numbers without decimals that say nothing. Fields that the document does not know stay where
    they are received; a caller has no way to send them, and none to send what only the service may set.
    """
    if isinstance(value, Mapping | list) and not _is_short(value):
        return MISFIT
    return _Fitting(api, way).fit(value, node, 0)


def _is_short(value: Json) -> bool:
    try:
        return len(json.dumps(value)) <= _LONGEST
    except (TypeError, ValueError, RecursionError):
        return False


class _Fitting:
    def __init__(self, api: Api, way: Way) -> None:
        self.api = api
        self.way = way

    def fit(self, value: Json, node: Type, depth: int) -> Found:
        if depth > _DEEPEST:
            return MISFIT
        match node:
            case PrimitiveType(scalar, form):
                return _scalar(value, scalar, form)
            case LiteralType(values, open):
                return value if _is_one_of(value, values) or (open and isinstance(value, str)) else MISFIT
            case ListType(item, prefix):
                return self._list(value, item, prefix, depth + 1)
            case MapType(inner):
                return self._map(value, inner, depth + 1)
            case NullableType(inner):
                return None if value is None else self.fit(value, inner, depth + 1)
            case UnionType(variants, discriminator):
                return self._union(value, variants, discriminator, depth + 1)
            case BinaryType():
                return MISFIT
            case AnyType():
                return value if _is_plain(value) else MISFIT
            case RefType(id):
                return self._definition(value, id, depth + 1)
            case _:
                assert_never(node)

    def _list(self, value: Json, item: Type, prefix: tuple[Type, ...], depth: int) -> Found:
        if not isinstance(value, list) or len(value) < len(prefix):
            return MISFIT
        kinds = (*prefix, *[item] * (len(value) - len(prefix)))
        found = [self.fit(part, kind, depth) for part, kind in zip(value, kinds, strict=True)]
        return _all(found)

    def _map(self, value: Json, inner: Type, depth: int) -> Found:
        if not isinstance(value, Mapping):
            return MISFIT
        return _all_of({str(key): self.fit(part, inner, depth) for key, part in value.items()})

    def _union(
        self, value: Json, variants: tuple[Type, ...], discriminator: Discriminator | None, depth: int
    ) -> Found:
        if discriminator is not None and isinstance(value, Mapping):
            tag = value.get(discriminator.property)
            chosen = [id for known, id in discriminator.mapping if known == tag]
            return self._definition(value, chosen[0], depth) if chosen else MISFIT
        found = (self.fit(value, variant, depth) for variant in variants)
        return next((part for part in found if not isinstance(part, Misfit)), MISFIT)

    def _definition(self, value: Json, id: str, depth: int) -> Found:
        match self.api.definitions.get(id):
            case Enum(members=members, open=open):
                known = _is_one_of(value, tuple(member.value for member in members))
                return value if known or (open and isinstance(value, str)) else MISFIT
            case Alias(target=target):
                return self.fit(value, target, depth)
            case Model() as model:
                return self._model(value, model, depth)
        return MISFIT

    def _model(self, value: Json, model: Model, depth: int) -> Found:
        if not isinstance(value, Mapping):
            return MISFIT
        is_sent = self.way == "sent"
        fields = {part.name.wire: part for part in model.fields}
        hidden = {name for name, part in fields.items() if (part.read_only if is_sent else part.write_only)}
        needed = (name for name, part in fields.items() if part.required and name not in hidden)
        if any(name not in value for name in needed):
            return MISFIT
        found: dict[str, Found] = {}
        for key, part in value.items():
            known = fields.get(str(key))
            if known is not None:
                if not (is_sent and known.name.wire in hidden):
                    found[str(key)] = self.fit(part, known.type, depth)
            elif is_sent and model.extra is None:
                return MISFIT
            else:
                found[str(key)] = part if _is_plain(part) else MISFIT
        return _all_of(found)


def _all(found: list[Found]) -> Found:
    kept = [part for part in found if not isinstance(part, Misfit)]
    return kept if len(kept) == len(found) else MISFIT


def _all_of(found: dict[str, Found]) -> Found:
    kept = {key: part for key, part in found.items() if not isinstance(part, Misfit)}
    return kept if len(kept) == len(found) else MISFIT


def _is_one_of(value: Json, values: tuple[Json, ...]) -> bool:
    """Is it one of them? True and 1, which compare as equal, are two values."""
    return any(value == known and type(value) is type(known) for known in values)


def _is_plain(value: Json) -> bool:
    """Is it JSON through and through?"""
    match value:
        case None | bool() | int() | str():
            return True
        case float():
            return isfinite(value)
        case Mapping():
            return all(isinstance(key, str) and _is_plain(part) for key, part in value.items())
        case Sequence():
            return all(map(_is_plain, value))
    return False


def _scalar(value: Json, scalar: Scalar, form: str) -> Found:
    match scalar:
        case Scalar.STRING:
            return _string(value, form) if isinstance(value, str) else MISFIT
        case Scalar.INTEGER:
            return value if isinstance(value, int) and _is_exact(value) else MISFIT
        case Scalar.NUMBER:
            return _number(value) if isinstance(value, int | float) else MISFIT
        case Scalar.BOOLEAN:
            return value if isinstance(value, bool) else MISFIT
        case Scalar.NULL:
            return None if value is None else MISFIT


def _is_exact(value: int) -> bool:
    """Is it a number that every reader of JSON takes as it is (RFC 8259, section 6)?"""
    return not isinstance(value, bool) and abs(value) < 1 << 53


def _number(value: int | float) -> Found:
    """The number as all languages write it: with an exponent, they differ."""
    whole = int(value) if _is_plain(value) and value == int(value) else None
    if whole is not None:
        return whole if not isinstance(value, bool) and _is_exact(whole) else MISFIT
    return value if _is_plain(value) and "e" not in repr(value) else MISFIT


def _string(value: str, form: str) -> Found:
    if len(value) > _LONGEST or not value.isprintable():
        return MISFIT if len(value) > _LONGEST or any(0xD800 <= ord(c) <= 0xDFFF for c in value) else value
    try:
        match form:
            case "date-time":
                return _instant(value)
            case "date":
                return value if date.fromisoformat(value).isoformat() == value else MISFIT
            case "uuid":
                return str(UUID(value)) if len(value) == 36 else MISFIT
            case "decimal":
                return value if re.fullmatch(r"-?\d+(\.\d+)?", value, re.ASCII) else MISFIT
            case "byte":
                same = base64.b64encode(base64.b64decode(value, validate=True)).decode() == value
                return value if same else MISFIT
    except ValueError:
        return MISFIT
    return value


def _instant(value: str) -> Found:
    found = _INSTANT.fullmatch(value)
    if found is None:
        return MISFIT
    day, clock, offset = found.groups()
    offset = "Z" if offset in {"Z", "z", "+00:00", "-00:00"} else offset
    datetime.fromisoformat(f"{day}T{clock}{offset}")
    return f"{day}T{clock}{offset}"
