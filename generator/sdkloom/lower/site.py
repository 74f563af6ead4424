"""Where in the document is a node being lowered, and whose scope is it in?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.ir.base import escape
from sdkloom.name.words import join_words, singular_words, split_words


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the document.

    Its pointer, the definition that owns what is found there, and the words of the path within that owner.
    """

    pointer: str
    owner: str | None
    words: tuple[str, ...]

    def into(self, *keys: str | int) -> Site:
        """The node below these keys, under the same words: a keyword such as `items` names nothing."""
        return Site("/".join((self.pointer, *(escape(str(key)) for key in keys))), self.owner, self.words)

    def property(self, name: str) -> Site:
        """The schema of a property; its name joins the words."""
        below = self.into("properties", name)
        return Site(below.pointer, self.owner, join_words(self.words, split_words(name)))

    def item(self, *keys: str | int) -> Site:
        """The schema of an array's items: the words in the singular."""
        below = self.into(*keys)
        return Site(below.pointer, self.owner, singular_words(self.words))

    def named(self, *words: str) -> Site:
        """The same place under more words."""
        return Site(self.pointer, self.owner, join_words(self.words, words))

    def owned(self, owner: str) -> Site:
        """The same place seen from inside the definition `owner`: the words start anew."""
        return Site(self.pointer, owner, ())
