"""Which words of the title of an API name a package and a client?"""

from __future__ import annotations

from sdkloom.name.words import split_words

_LONGEST = 4
_JOINING = frozenset("a an and as at by for from in of on or the to with".split())


def title_words(title: str) -> list[str]:
    """The first words, but for those at the end that join them to what is left out."""
    words = [word for word in split_words(title) if word.isascii()][:_LONGEST]
    while len(words) > 1 and words[-1] in _JOINING:
        words.pop()
    return words
