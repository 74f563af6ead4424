"""Which words of the title of an API name a package and a client?"""

from __future__ import annotations

from unicodedata import combining, normalize

from sdkloom.name.words import split_words

_LONGEST = 4
_JOINING = frozenset("a an and as at by for from in of on or the to with".split())


def title_words(title: str) -> list[str]:
    """The first words, but for those at the end that join them to what is left out."""
    plain = (_without_accents(word) for word in split_words(title))
    words = [word for word in plain if word.isascii()][:_LONGEST]
    while len(words) > 1 and words[-1] in _JOINING:
        words.pop()
    return words


def _without_accents(word: str) -> str:
    return "".join(sign for sign in normalize("NFKD", word) if not combining(sign))
