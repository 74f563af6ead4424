"""Types that are no classes, such as unions and literals, as what a call answers."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, get_args

T = TypeVar("T")


class Shape(Generic[T]):
    """What `to=` takes where the answer is of no single class: `to=Shape[Union[int, str]]()`."""

    @property
    def annotation(self) -> Any:
        """The type between the brackets."""
        return get_args(getattr(self, "__orig_class__", None))[0]
