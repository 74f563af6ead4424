"""Which tokens does a statement have, and what stands between them?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


class Unfamiliar(Exception):
    """Python that our templates do not write: black has to look at it."""


TOKEN = re.compile(
    r"""[bfr]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"|[^\W\d]\w*|\d[\w.]*(?:(?<=[eE])[+-]\d+)?|\.\.\.|->|//=|\*\*=|>>=|<<=|[-+*/%&|^@:=!<>]=|\*\*|//|<<|>>|\S"
)
NUMBER = re.compile(r"(?:0|[1-9][\d_]*)(?:\.\d+)?(?:e[+-]?\d+)?")

OPENING = {"(": ")", "[": "]", "{": "}"}
CLOSING = {")", "]", "}"}
BINARY = {"|": 9, "^": 8, "&": 7, "<<": 6, ">>": 6, "+": 5, "-": 5, "*": 4, "/": 4, "//": 4, "%": 4}
COMPARING = {"<", ">", "==", "<=", ">=", "!="}
JOINING = {"and", "or", "in", "is", "if", "else", "for"}
LEADING = {
    *("async", "await", "assert", "break", "class", "continue", "def", "del", "elif", "except", "finally"),
    *("from", "global", "import", "nonlocal", "not", "pass", "raise", "return", "try", "while", "with", "as"),
}
STRANGE = {"lambda", "yield", ":=", ";", "\\", "#", "$", "?", "!", "`", "~"}
COMPOUND = {"if", "elif", "else", "while", "for", "with", "try", "except", "finally", "class", "def", "async"}
WRAPPING = {"return", "if", "elif", "while"}

NAME, STRING, WORD, UNARY = "name", "string", "word", "unary"
FIXED = (
    dict.fromkeys(OPENING, "open")
    | dict.fromkeys(CLOSING, "close")
    | dict.fromkeys([*BINARY, *COMPARING], "binary")
    | dict.fromkeys(JOINING | LEADING, WORD)
    | dict.fromkeys(STRANGE, "strange")
    | {"...": NAME, ",": ",", ".": ".", ":": ":", "=": "=", "->": "->", "**": "**", "@": "@"}
    | dict.fromkeys(["+=", "-=", "*=", "/=", "//=", "%=", "|=", "&=", "^="], "augmented")
)


@dataclass(slots=True)
class Bracket:
    """An open bracket: what it is part of, and what has been seen inside it."""

    start: int
    role: str
    """`def`, `call`, `tuple`, `index`, `list`, `dict` or `import`."""
    followers: tuple[str, ...] = ()
    """The tokens behind its end before which it is needless, so that black decides about it."""
    is_first: bool = False
    """Whether it is a parenthesis right behind the start of a list, a set or a tuple."""
    commas: int = 0
    annotated: bool = False


@dataclass(slots=True)
class Tokens:
    """A statement as it is spaced on one line; the lists run in step."""

    texts: list[str]
    kinds: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    brackets: dict[int, Bracket] = field(default_factory=dict)
    """By the place of the closing bracket."""
    magic: set[int] = field(default_factory=set)
    """The closing brackets behind a comma that keeps the items apart."""
    hidden: set[int] = field(default_factory=set)
    """The opening brackets that black takes away, or puts back, as it needs them."""
    is_plain: bool = True
    """Whether it may be split: there is no comprehension and no conditional expression."""

    def line(self) -> str:
        """The statement on one line."""
        return "".join([part for pair in zip(self.gaps, self.texts, strict=True) for part in pair])
