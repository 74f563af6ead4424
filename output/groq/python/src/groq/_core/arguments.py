"""Which arguments does a call take whose arguments are unpacked? Python itself cannot tell there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from .options import OPTION_NAMES, RequestOptions

_OPTIONS = frozenset(OPTION_NAMES)


@dataclass(frozen=True)
class Arguments:
    """The names of what a call takes besides its options: what it needs, and all.

    `files` are the fields of its form that take files alone.
    """

    call: str
    required: tuple[str, ...]
    known: frozenset[str]
    files: tuple[str, ...] = ()

    def split(
        self, params: Mapping[str, Any], /, **further: Any
    ) -> tuple[dict[str, Any], RequestOptions]:
        """The arguments, and the options among them with what else is to be known of them.

        Raises TypeError, as any function does, where one is missing or unknown.
        """
        arguments = {**params, **further}
        options = {name: arguments.pop(name) for name in OPTION_NAMES if name in arguments}
        if not arguments.keys() <= self.known:
            unknown = next(name for name in arguments if name not in self.known)
            raise unexpected(unknown, self.known | _OPTIONS, f"{self.call}() got ")
        missing = [repr(name) for name in self.required if name not in arguments]
        if missing:
            what = "argument" if len(missing) == 1 else "arguments"
            raise TypeError(f"{self.call}() lacks the keyword {what} {', '.join(missing)}")
        if self.files:
            options["files"] = self.files
        return arguments, cast("RequestOptions", options)


def takes(call: str, required: str, optional: str, files: tuple[str, ...] = ()) -> Arguments:
    """The arguments of a call, by their names with spaces between them."""
    needed = tuple(required.split())
    return Arguments(call, needed, frozenset((*needed, *optional.split())), files)


def unexpected(name: str, known: Iterable[str], who: str = "") -> TypeError:
    """The error for an argument that is not known, with the one that was perhaps meant."""
    from difflib import get_close_matches  # only here: most programs make no such mistake

    near = get_close_matches(name, sorted(known), 1)
    hint = f": did you mean {near[0]!r}?" if near else ""
    return TypeError(f"{who}an unexpected keyword argument {name!r}{hint}")
