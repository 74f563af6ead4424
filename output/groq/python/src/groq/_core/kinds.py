"""Which kind of value is it? For type checkers as much as for readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any, TypeGuard, get_origin


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """A JSON array."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """A JSON object."""
    return isinstance(value, dict)


def is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Anything that maps keys to values."""
    return isinstance(value, Mapping)


def is_iterable(value: Any) -> TypeGuard[Iterable[Any]]:
    """Anything that gives values one after another."""
    return isinstance(value, Iterable)


def is_path(value: Any) -> TypeGuard[PathLike[str]]:
    """A path as an object; a plain text is never taken for one."""
    return isinstance(value, PathLike)


def is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    """A tuple of any length."""
    return isinstance(value, tuple)


def is_class(value: Any) -> TypeGuard[type[Any]]:
    """A class, and not `list[int]`, which passes for one before Python 3.11."""
    return isinstance(value, type) and get_origin(value) is None
