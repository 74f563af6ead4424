"""What stands for a value that is not there."""

from __future__ import annotations

from typing import Any, TypeGuard


class Omit:
    """The type of `omit`: an argument or header that is left out, where `None` would send null."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"


class NotGiven:
    """The type of `not_given`: an option that was not chosen, where `None` would be a choice."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "not_given"


omit: Omit = Omit()
not_given: NotGiven = NotGiven()
NOT_GIVEN: NotGiven = not_given

absent: Any = omit
"""The default of a model's field that need not be there. It never stays in the field: see `BaseModel`."""


def is_unset(value: Any) -> TypeGuard[Omit | NotGiven]:
    """Is the value none at all?"""
    return isinstance(value, (Omit, NotGiven))
