"""What is a statement made of, when it has to be broken over lines?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.targets.python.fit.tokens import (
    BINARY,
    CLOSING,
    OPENING,
    STRING,
    WORD,
    WRAPPING,
    Tokens,
    Unfamiliar,
)

# What begins or ends an annotation of a signature: around the returned type, among the parameters, deeper.
_BOUNDS = ((":", "->", ")"), (",", "=", ":"), ())

COMMA, LOGIC, IMPLICIT, COMPARISON, DOT = 18, 14, 12, 10, 1


@dataclass(slots=True, eq=False)
class Leaf:
    """A token. Parentheses without text are optional: a split may write them, hence it is no frozen class."""

    kind: str
    text: str
    gap: str
    depth: int
    """How many brackets are open around it, those without text counted."""
    place: int = 0
    opening: Leaf | None = None
    role: str = ""
    """Of an opening bracket: what it is part of, `wrap` where it is optional."""
    priority: int = 0
    """How readily a line is broken behind it; 0: never."""
    is_magic: bool = False
    """A closing bracket behind a comma that keeps the items apart."""
    explodes: bool = False
    """A closing bracket behind a comma, unless that makes a tuple of one."""
    in_annotation: bool = False
    is_added: bool = False

    @property
    def opens(self) -> bool:
        """Whether it opens a pair."""
        return self.kind in OPENING

    @property
    def closes(self) -> bool:
        """Whether it closes a pair."""
        return self.kind in CLOSING


def leaves_of(tokens: Tokens) -> list[Leaf]:
    """The leaves of a statement, with the parentheses that black may put. Raises Unfamiliar."""
    if not tokens.is_plain:
        raise Unfamiliar("a long comprehension or condition")
    spans = _wrapped_spans(tokens)
    return _Builder(tokens, {start for start, _ in spans}, {end for _, end in spans}).run()


class _Builder:
    def __init__(self, tokens: Tokens, starts: set[int], ends: set[int]) -> None:
        self.tokens = tokens
        self.starts = starts
        self.ends = ends
        self.leaves: list[Leaf] = []
        self.open: list[Leaf] = []

    def run(self) -> list[Leaf]:
        tokens, leaves = self.tokens, self.leaves
        for at, (kind, text, gap) in enumerate(zip(tokens.kinds, tokens.texts, tokens.gaps, strict=True)):
            if at in self.starts:
                self._open(Leaf("(", "", gap, 0, role="wrap"))
                gap = ""
            if kind in OPENING:
                self._open(Leaf(kind, text, gap, 0))
            elif kind in CLOSING:
                self._close(Leaf(kind, text, gap, 0), at)
            else:
                leaf = Leaf(kind, text, gap, len(self.open), len(leaves))
                if kind == ",":
                    leaf.priority = COMMA
                elif leaves:
                    self._mark_delimiter(leaf)
                leaves.append(leaf)
            if at + 1 in self.ends:
                self._close(Leaf(")", "", "", 0), None)
        if tokens.texts[0] in ("def", "async"):
            self._mark_annotations()
        return leaves

    def _open(self, leaf: Leaf) -> None:
        leaf.depth = len(self.open)
        leaf.place = len(self.leaves)
        self.open.append(leaf)
        self.leaves.append(leaf)

    def _close(self, leaf: Leaf, at: int | None) -> None:
        opening = self.open.pop()
        leaf.depth = len(self.open)
        leaf.place = len(self.leaves)
        leaf.opening = opening
        if at is not None:
            bracket = self.tokens.brackets[at]
            opening.role = "wrap" if bracket.start in self.tokens.hidden else bracket.role
            if bracket.role == "import":
                opening.role = "import"
            leaf.is_magic = at in self.tokens.magic
            leaf.explodes = leaf.is_magic or (bracket.role == "index" and self.leaves[-1].kind == ",")
        self.leaves.append(leaf)

    def _mark_delimiter(self, leaf: Leaf) -> None:
        """Most operators stand at the start of a line, so the leaf before them carries the priority."""
        before = self.leaves[-1]
        if leaf.kind == "binary":
            before.priority = BINARY.get(leaf.text, COMPARISON)
        elif leaf.kind == "." and before.closes:
            before.priority = DOT
        elif leaf.kind == STRING and before.kind == STRING:
            before.priority = IMPLICIT
        elif leaf.kind == WORD and (priority := self._priority_of_word(leaf.text, before)):
            before.priority = priority

    def _priority_of_word(self, text: str, before: Leaf) -> int:
        if text in ("and", "or"):
            return LOGIC
        if text == "is" or (text == "in" and before.text != "not"):
            return COMPARISON
        is_operand = before.closes or before.kind in ("name", STRING)
        return COMPARISON if text == "not" and is_operand else 0

    def _mark_annotations(self) -> None:
        inside = False
        for leaf in self.leaves:
            if leaf.kind in _BOUNDS[min(leaf.depth, 2)]:
                inside = leaf.kind in (":", "->")
            leaf.in_annotation = inside


def _wrapped_spans(tokens: Tokens) -> list[tuple[int, int]]:
    """Where black puts optional parentheses: each span from its first token to the one behind its last."""
    return [
        (start, end)
        for start, end in _spans(tokens)
        if start < end and not (end - 1 in tokens.brackets and _is_one_pair(tokens, start, end - 1))
    ]


def _is_one_pair(tokens: Tokens, start: int, last: int) -> bool:
    bracket = tokens.brackets[last]
    return bracket.start == start and bracket.role in ("tuple", "import")


def _spans(tokens: Tokens) -> Iterator[tuple[int, int]]:
    texts, kinds = tokens.texts, tokens.kinds
    last = len(texts)
    first = texts[0]
    if first in ("def", "async"):
        if first == "async" and texts[1] != "def":
            raise Unfamiliar("a long statement")
        yield from _spans_of_definition(tokens)
    elif first in WRAPPING:
        yield 1, last if first == "return" else last - 1
    elif first == "from":
        yield texts.index("import") + 1, last
    elif first in ("class", "@", "raise", "await"):
        return
    elif kinds[0] == WORD:
        raise Unfamiliar("a long statement")
    else:
        yield from _spans_of_assignment(tokens)


def _spans_of_assignment(tokens: Tokens) -> Iterator[tuple[int, int]]:
    depth = 0
    start: int | None = None
    is_call = True
    for at, kind in enumerate(tokens.kinds):
        if kind in OPENING:
            depth += 1
        elif kind in CLOSING:
            depth -= 1
        elif not depth:
            if kind in ("=", ":", "augmented"):
                if not is_call and start is None:
                    raise Unfamiliar("a long target")
                if start is not None:
                    yield start, at
                start = at + 1
            elif kind in ("binary", WORD, STRING, ","):
                is_call = False
    if start is not None:
        yield start, len(tokens.kinds)
    elif not is_call:
        raise Unfamiliar("a long expression")


def _spans_of_definition(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """What is returned, and the unions that parameters are annotated with: nothing else is wrapped there."""
    depth = 0
    start: int | None = None
    level = 0
    ends: tuple[str, ...] = ()
    is_union = True
    for at, kind in enumerate(tokens.kinds):
        if start is not None and depth == level:
            if kind in ends:
                if is_union:
                    yield start, at
                start = None
            elif level and kind in ("binary", WORD, STRING):
                if tokens.texts[at] != "|" and (kind != STRING or tokens.kinds[at - 1] == STRING):
                    raise Unfamiliar("an annotation of a parameter")
                is_union = is_union or kind == "binary"
        if kind in OPENING:
            depth += 1
        elif kind in CLOSING:
            depth -= 1
        elif kind == ":" and depth == 1:
            if tokens.texts[at + 1] in ("[", "{", "..."):
                raise Unfamiliar("an annotation of a parameter")
            start, level, ends = at + 1, 1, (",", ")", "=")
            is_union = False
        elif kind == "->" and not depth:
            start, level, ends = at + 1, 0, (":",)
            is_union = True
