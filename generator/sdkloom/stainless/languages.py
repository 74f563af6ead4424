"""Which languages does a `stainless.yml` generate, and which of them does a part leave out?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sdkloom.stainless.parts import Part


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages that are generated, in the words of the other tool: each has one or more."""

    generated: tuple[frozenset[str], ...]

    def left_out(self, part: Part) -> Part | None:
        """What says that a part is left out of all languages; that it is left out of some is reported."""
        skip, only = part.get("skip"), part.get("only")
        said = skip or only
        if said is None:
            return None
        wanted = self._skipped(skip, only)
        said.settle()
        if wanted == "some":
            said.lose(
                "what is left out of one language only",
                hint="generate that language with a configuration of its own",
            )
        return said if wanted == "all" else None

    def words(self, said: Part) -> str | bool:
        """What a part says in words, to all languages or to the first of ours; else true or false."""
        if isinstance(said.value, Mapping):
            wanted = {word for words in self.generated for word in words}
            found = [value for word, value in said.value.items() if word in wanted and value is not False]
            return next((value for value in found if isinstance(value, str) and value), bool(found))
        return said.value if isinstance(said.value, str) and said.value else said.value is True

    def _skipped(self, skip: Part | None, only: Part | None) -> Literal["none", "some", "all"]:
        """How many of the languages leave out a part with these."""
        left = [words for words in self.generated if not _is_skipped(words, skip, only)]
        if len(left) == len(self.generated):
            return "none"
        return "some" if left else "all"


def _is_skipped(words: frozenset[str], skip: Part | None, only: Part | None) -> bool:
    if skip is not None and isinstance(skip.value, bool):
        return skip.value
    if skip is not None and words & {str(word.value) for word in skip.listed()}:
        return True
    return only is not None and not words & {str(word.value) for word in only.listed()}
