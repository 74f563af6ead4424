"""Where in the document is a node being lowered, and whose scope is it in?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.ir.base import escape
from sdkloom.name.words import join_words, singular_words, split_words

COMPONENTS = "#/components/schemas/"

# What stands on the way to a schema without naming it.
_NAMELESS = frozenset(
    "items properties schema allOf oneOf anyOf additionalProperties content contentSchema".split()
)


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


def site_within(pointer: str) -> Site:
    """The place of a part of a component, as it is seen from inside it; elsewhere nothing owns a part."""
    component, *tokens = pointer.removeprefix(COMPONENTS).split("/")
    if not pointer.startswith(COMPONENTS):
        return Site(pointer, None, split_words(last_name(pointer)))
    site = Site(COMPONENTS + component, COMPONENTS + component, ())
    named = False
    for token in tokens:
        if named:
            site = site.named(*split_words(token.replace("~1", "/").replace("~0", "~")))
        elif token == "items":
            site = site.item()
        named = token == "properties" and not named
    return Site(pointer, site.owner, site.words)


def last_name(pointer: str) -> str:
    """The last part of a pointer that an author chose."""
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    return next((t for t in reversed(tokens) if t not in _NAMELESS and not t.isdigit()), "value")
