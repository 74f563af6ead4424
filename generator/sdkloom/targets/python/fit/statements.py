"""Which statements does a text of Python have, and how deep do they stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sdkloom.targets.python.fit.literals import QUOTES
from sdkloom.targets.python.fit.tokens import OPENING, TOKEN, Unfamiliar

_LONG_STRING = re.compile(r'"""(?:[^"\\]++|\\.|"(?!""))*+"""', re.DOTALL)
_COMMENT = re.compile(r"#(?: \S.*)?")
_BREAKS = re.compile(r"[\r\f\v]")


class Statement(NamedTuple):
    """A statement, a string that stands alone, or a comment."""

    depth: int
    blanks: int
    """Blank lines before it."""
    text: str
    opens: bool
    """Whether a block follows."""


def read_statements(text: str) -> Iterator[Statement]:
    """The statements in order; a body of `...` alone stands on the line of its head. Raises Unfamiliar."""
    held: Statement | None = None
    stub: Statement | None = None
    for statement in _read(text):
        if stub is not None:
            assert held is not None
            if statement.depth > held.depth:
                yield held
                held = stub
            else:
                held = held._replace(text=f"{held.text} ...", opens=False)
            stub = None
        if held is not None:
            if statement.text == "..." and held.opens and _may_be_stub(held.text):
                stub = statement
                continue
            yield held
        held = statement
    if held is not None:
        yield held._replace(text=f"{held.text} ...", opens=False) if stub is not None else held


def _may_be_stub(head: str) -> bool:
    return head.startswith(("def ", "class ", "async def "))


def _read(text: str) -> Iterator[Statement]:
    place, end = 0, len(text)
    depth = blanks = 0
    opened = False
    comment: Statement | None = None
    while place < end:
        stop = text.find("\n", place)
        if stop < 0:
            stop = end
        line = text[place:stop].strip(" ")
        if not line:
            blanks += 1
            place = stop + 1
            continue
        width = text.index(line[0], place, stop) - place
        at, rest = divmod(width, 4)
        if rest or at > depth + opened or (opened and at != depth + 1 and line[0] != "#"):
            raise Unfamiliar("an odd indentation")
        if line[0] == "#":
            statement = Statement(at, blanks, _comment(line), False)
            comment = statement
        else:
            if comment is not None and comment.depth != at:
                raise Unfamiliar("a comment of another block")
            comment = None
            if line.startswith(QUOTES):
                place += width
                stop = _end_of_string(text, place)
                line = text[place:stop]
                place, stop = stop, text.find("\n", stop)
                if stop < 0:
                    stop = end
                if text[place:stop].strip(" "):
                    raise Unfamiliar("more behind a string")
                opened = False
            else:
                line, stop = _whole(text, line, stop, end)
                opened = line[-1] == ":"
            depth = at
            statement = Statement(at, blanks, line, opened)
        yield statement
        blanks = 0
        place = stop + 1
    if comment is not None and (comment.depth or opened):
        raise Unfamiliar("a comment at the end")


def _comment(line: str) -> str:
    if not _COMMENT.fullmatch(line) or "fmt:" in line or "type:" in line or "yapf:" in line:
        raise Unfamiliar(line)
    return line


def _end_of_string(text: str, place: int) -> int:
    found = _LONG_STRING.match(text, place)
    if found is None:
        raise Unfamiliar("an open string")
    return found.end()


def _whole(text: str, line: str, stop: int, end: int) -> tuple[str, int]:
    """A statement up to where its brackets are closed, and where its last line ends."""
    missing = _unclosed(line)
    while missing > 0:
        if stop >= end:
            raise Unfamiliar("an open bracket")
        start, stop = stop + 1, text.find("\n", stop + 1)
        if stop < 0:
            stop = end
        more = text[start:stop]
        missing += _unclosed(more)
        line += f"\n{more.strip(' ')}"
    return line, stop


def _unclosed(line: str) -> int:
    """How many more brackets are opened than closed."""
    if '"' in line or "'" in line or "#" in line:
        if QUOTES in line or "'''" in line:
            raise Unfamiliar("a long string within a statement")
        tokens = TOKEN.findall(line)
        if "#" in tokens:
            raise Unfamiliar("a comment behind code")
        return sum(tokens.count(opening) - tokens.count(closing) for opening, closing in OPENING.items())
    return sum(line.count(opening) - line.count(closing) for opening, closing in OPENING.items())


def is_familiar(text: str) -> bool:
    """Whether there is no line break but the usual one, and no encoding declared."""
    return not _BREAKS.search(text) and not text.startswith("#")
