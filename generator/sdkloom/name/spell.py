"""How do neutral words become identifiers of one language?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

# A name may become that of a file, for which file systems allow 255 bytes; a suffix has to fit as well.
_LONGEST = 150

Kind = Literal["type", "function", "variable", "constant", "module", "member"]


class Identifier(str):
    """A name that was spelled for a language; the only kind of string that may reach output as it is."""

    __slots__ = ()


def snake(words: Iterable[str]) -> str:
    """`chat_completion`"""
    return "_".join(words)


def pascal(words: Iterable[str]) -> str:
    """`ChatCompletion`"""
    return "".join(word[:1].upper() + word[1:] for word in words)


def camel(words: Iterable[str]) -> str:
    """`chatCompletion`"""
    text = pascal(words)
    return text[:1].lower() + text[1:]


def screaming(words: Iterable[str]) -> str:
    """`CHAT_COMPLETION`"""
    return snake(words).upper()


def kebab(words: Iterable[str]) -> str:
    """`chat-completion`"""
    return "-".join(words)


Casing = Callable[[Iterable[str]], str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """The habits of a language: a casing for each kind of name, and the words it keeps for itself."""

    casing: dict[Kind, Casing]
    reserved: frozenset[str]
    escape: str = "_"
    also_reserved: dict[Kind, frozenset[str]] = field(default_factory=dict)

    def spell(self, kind: Kind, words: Iterable[str]) -> Identifier:
        """The identifier for these words; one that the language keeps for itself gets the escape appended."""
        return self.keep(kind, self.casing[kind](words))

    def keep(self, kind: Kind, text: str) -> Identifier:
        """A text that is an identifier already, escaped where it must be; anything else is made one."""
        text = as_identifier(kind, text)
        if len(encoded := text.encode()) > _LONGEST:
            text = f"{encoded[: _LONGEST - 9].decode(errors='ignore')}_{sha256(encoded).hexdigest()[:8]}"
        if text in self.reserved or text in self.also_reserved.get(kind, frozenset()):
            text += self.escape
        return Identifier(text)


def as_identifier(kind: Kind, text: str) -> str:
    """A text that is an identifier already, or one made of it: a letter stands before a digit."""
    if text.isidentifier():
        return text
    text = re.sub(r"\W", "_", text)
    lead = "N" if kind in {"type", "constant"} else "n"
    text = text if text.isidentifier() else lead + text
    return text if text.isidentifier() else lead + "".join(c if c.isascii() else f"{ord(c):x}" for c in text)


def type_text(words: Iterable[str], text: str) -> str:
    """The name of a type before it is spelled: the author's own spelling where it is one, else the words'."""
    keeps = text[:1].isupper() and text.isidentifier() and "_" not in text and text.isascii()
    return text if keeps else pascal(words)


@dataclass(slots=True)
class Scope:
    """Names that must differ from one another.

    `fold` makes those equal that one file system or language holds equal.
    """

    fold: Callable[[str], str] = str
    taken: set[str] = field(default_factory=set)

    def reserve(self, *names: str) -> None:
        """Keep these names from being given out."""
        self.taken |= {self.fold(name) for name in names}

    def give(self, wanted: Identifier, separator: str = "_") -> Identifier:
        """The wanted name if it is free, else the first free one with a number from 2 on."""
        name, number = wanted, 2
        while self.fold(name) in self.taken:
            name = Identifier(f"{wanted}{separator}{number}")
            number += 1
        self.taken.add(self.fold(name))
        return name
