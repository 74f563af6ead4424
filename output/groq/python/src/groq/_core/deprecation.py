"""Names that are kept for those who know them, and say which name to use instead."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message):
        """A function that warns of its end whenever it is called (PEP 702)."""

        def decorate(function):
            @functools.wraps(function)
            def call(*args, **kwargs):
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)

            call.__deprecated__ = message
            return call

        return decorate


def formerly(**names: str) -> Callable[[F], F]:
    """A method whose arguments still go by their former names: `names` maps those to the ones of today.

    A call that uses a former name warns, and one that gives an argument under both raises TypeError.
    """

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            for old in names.keys() & kwargs.keys():
                now = names[old]
                if now in kwargs:
                    raise TypeError(f"{old!r} is a former name of {now!r}; give only one of them")
                message = f"the argument {old!r} is deprecated: use {now!r} instead"
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                kwargs[now] = kwargs.pop(old)
            return function(*args, **kwargs)

        return cast("F", call)

    return decorate
