"""What does a program give a call, where that is written out as a literal?"""

from __future__ import annotations

import json
import re

from sdkloom.ir.base import Json

_SPACE = re.compile(r"\s*")
_STRING = re.compile(r"""'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`""")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])")
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_WORDS: dict[str, Json] = {"true": True, "false": False, "null": None}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


class _NoLiteral(Exception):
    """Here stands something that only running the program would tell."""


def read_literal(source: str, start: int) -> Json:
    """The JSON that the object, list, text, number or word at this place stands for.

    None, which is no argument of a call, where it is none of them all through. Nothing is evaluated.
    """
    try:
        return _Reader(source, start).value()
    except (_NoLiteral, RecursionError):
        return None


class _Reader:
    """Reads one literal, from left to right."""

    def __init__(self, source: str, at: int) -> None:
        self._source = source
        self._at = at

    def value(self) -> Json:
        if self._takes("{"):
            return self._object()
        if self._takes("["):
            return self._list()
        text = self._match(_STRING)
        if text is not None:
            return _plain(next(group for group in text.groups() if group is not None))
        number = self._match(_NUMBER)
        if number is not None:
            found: Json = json.loads(number[0])
            return found
        word = self._match(_WORD)
        if word is None or word[0] not in _WORDS:
            raise _NoLiteral
        return _WORDS[word[0]]

    def _object(self) -> Json:
        found: dict[str, Json] = {}
        while not self._takes("}"):
            key = self._match(_WORD) or self._match(_STRING)
            if key is None or not self._takes(":"):
                raise _NoLiteral
            name = next((_plain(group) for group in key.groups() if group is not None), key[0])
            found[name] = self.value()
            if not self._takes(",") and not self._sees("}"):
                raise _NoLiteral
        return found

    def _list(self) -> Json:
        found: list[Json] = []
        while not self._takes("]"):
            found.append(self.value())
            if not self._takes(",") and not self._sees("]"):
                raise _NoLiteral
        return found

    def _skip(self) -> None:
        space = _SPACE.match(self._source, self._at)
        self._at = space.end() if space is not None else self._at

    def _sees(self, sign: str) -> bool:
        self._skip()
        return self._source.startswith(sign, self._at)

    def _takes(self, sign: str) -> bool:
        if not self._sees(sign):
            return False
        self._at += len(sign)
        return True

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        self._skip()
        found = pattern.match(self._source, self._at)
        self._at = found.end() if found is not None else self._at
        return found


def _plain(text: str) -> str:
    """Text without its escapes; those that are spelled by a number are left to the program."""
    if re.search(r"\\[xu0-9\n]", text):
        raise _NoLiteral
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), text, flags=re.DOTALL)
