"""Where does an answer differ from its type? Asked only with `strict_validation=True`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from .annotations import Scope, default_of, evaluate, hints_of, wire_names
from .kinds import is_class, is_list, is_object
from .model import BaseModel, set_fields
from .times import SCALARS
from .unions import is_model, members
from .unset import Omit

_KINDS: dict[Any, str] = {
    str: "text",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def first_mismatch(to: Any, value: Any, whole: str = "the answer") -> str | None:
    """The first place where a decoded value is not of the type `to`, and why; None where it is.

    Fields that the type does not know are no mismatch. A place reads like `choices[0].message.role`; `whole`
    is that of the value itself.
    """
    scope = Scope(to.__module__ if is_class(to) else __name__)
    found = next(_mismatches(to, value, scope, ""), None)
    return None if found is None else f"{found[0] or whole}: {found[1]}"


_Mismatch = tuple[str, str]


def _mismatches(to: Any, value: Any, scope: Scope, path: str) -> Iterator[_Mismatch]:
    annotation = evaluate(to, scope)
    if annotation is Any or annotation is object:
        return
    variants = [variant for variant, _ in members(annotation, scope)]
    if value is None:
        if not _takes_null(annotation, scope):
            yield path, f"{_expected(variants)} was expected, but it is null"
        return
    nearest: list[_Mismatch] | None = None
    for variant in variants:
        if not _is_kind(variant, value):
            continue
        found = list(_inside(variant, value, scope, path))
        if not found:
            return
        # Of several variants that differ, the one that fits furthest says most.
        if nearest is None or len(found[0][0]) > len(nearest[0][0]):
            nearest = found
    if nearest is not None:
        yield from nearest
    else:
        yield path, f"{_expected(variants)} was expected, but it is {_shown(value)}"


def _takes_null(annotation: Any, scope: Scope) -> bool:
    annotation = evaluate(annotation, scope)
    if annotation is None or annotation is type(None) or annotation is Any or annotation is object:
        return True
    if get_origin(annotation) is Literal:
        return None in get_args(annotation)
    if get_origin(annotation) is list or get_origin(annotation) is dict:
        return False
    return any(_takes_null(part, scope) for part in get_args(annotation) if not _is_mark(part))


def _is_mark(part: Any) -> bool:
    """Is it what `Annotated` adds to a type, and no type itself?"""
    return not (isinstance(part, (type, str)) or part is Any or get_origin(part) is not None)


def _is_kind(to: Any, value: Any) -> bool:
    """Could the value be of the type, as far as can be seen from outside?"""
    origin = get_origin(to) or to
    if origin is Literal:
        return any(value == part and type(value) is type(part) for part in get_args(to))
    if origin is Any or origin is object:
        return True
    if origin is float:
        return type(value) in (int, float)
    return type(value) is origin


def _inside(to: Any, value: Any, scope: Scope, path: str) -> Iterator[_Mismatch]:
    if is_model(to):
        yield from _in_model(to, value, path)
    elif is_list(value) and get_args(to):
        for index, part in enumerate(value):
            yield from _mismatches(get_args(to)[0], part, scope, f"{path}[{index}]")
    elif is_object(value) and get_args(to):
        for key, part in value.items():
            yield from _mismatches(get_args(to)[1], part, scope, f"{path}[{key!r}]")


def _in_model(cls: type[BaseModel], value: BaseModel, path: str) -> Iterator[_Mismatch]:
    hints, given = hints_of(cls), dict(set_fields(value))
    for name, wire in wire_names(cls).items():
        place = f"{path}.{wire}" if path else wire
        if name in given:
            yield from _mismatches(hints[name][0], given[name], hints[name][1], place)
        elif not isinstance(default_of(cls, name), Omit):
            yield place, "it is missing"


def _expected(variants: list[Any]) -> str:
    return " or ".join(dict.fromkeys(map(_named, variants)))


def _named(to: Any) -> str:
    origin = get_origin(to) or to
    if origin is Literal:
        return " or ".join(map(repr, get_args(to)))
    if is_model(to) or origin in SCALARS:
        return _KINDS.get(origin, f"a {origin.__name__}")
    return _KINDS.get(origin, str(origin))


def _shown(value: object) -> str:
    kind = type(value)
    if isinstance(value, BaseModel):
        return "an object of another form"
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    return _KINDS.get(kind, kind.__name__)
