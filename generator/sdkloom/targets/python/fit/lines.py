"""What is a line that may still be broken, and what are the three that a pair of brackets makes of it?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sdkloom.targets.python.fit.leaves import COMMA, Leaf


class Unsplittable(Exception):
    """A way to break a line leads to nothing."""


class Line:
    """Leaves that stand on one line unless it is broken again."""

    __slots__ = ("depth", "explodes", "inside", "leaves", "tracked")

    def __init__(self, leaves: list[Leaf], depth: int, part: Literal["head", "body", "tail"]) -> None:
        self.leaves = leaves
        self.depth = depth
        self.inside = part == "body"
        """Whether it is what a pair of brackets holds, and may be broken at its commas and operators."""
        self.tracked = part != "tail"
        self.explodes = False
        """Whether it is one item a line, however short."""

    def __str__(self) -> str:
        return "    " * self.depth + "".join([leaf.gap + leaf.text for leaf in self.leaves])

    @property
    def is_definition(self) -> bool:
        """Whether it opens with `def`."""
        leaves = self.leaves
        return leaves[0].text == "def" or (leaves[0].text == "async" and leaves[1].text == "def")

    @property
    def is_import(self) -> bool:
        """Whether it opens with `from`."""
        return self.leaves[0].text == "from"

    @property
    def has_magic_comma(self) -> bool:
        """Whether one of its pairs holds one item a line because of the comma at its end."""
        if not self.tracked:
            return False
        start = self.leaves[0].place
        return any(leaf.is_magic and leaf.opening.place >= start for leaf in self.leaves if leaf.opening)

    def optional_parentheses(self) -> list[Leaf]:
        """Opening and closing ones that are not written so far."""
        if not self.tracked:
            return []
        start = self.leaves[0].place
        return [
            leaf
            for leaf in self.leaves
            if not leaf.text and (leaf.opens or (leaf.opening is not None and leaf.opening.place >= start))
        ]

    def delimiters(self) -> list[int]:
        """The priorities of the places between its items, none of them inside of a bracket."""
        leaves = self.leaves
        base = leaves[0].depth
        last = leaves[-1]
        return [
            leaf.priority
            for leaf in leaves
            if leaf.priority and leaf.depth == base and (leaf is not last or leaf.kind == ",")
        ]


@dataclass(frozen=True, slots=True)
class Split:
    """A line in three: up to an opening bracket, what the pair holds, and the rest."""

    head: Line
    body: Line
    tail: Line
    opening: Leaf
    closing: Leaf

    def lines(self) -> list[Line]:
        """All of it, the brackets written."""
        self.opening.text, self.closing.text = self.opening.kind, self.closing.kind
        return [self.head, self.body, self.tail]


def parts_of(line: Line, opening: Leaf, closing: Leaf, start: int, end: int) -> Split:
    """The parts that a pair makes, which stands at these places of the line and holds something."""
    leaves = line.leaves
    head = Line(leaves[: start + 1], line.depth, "head")
    tail = Line(leaves[end:], line.depth, "tail")
    inner = leaves[start + 1 : end]
    if _wants_comma(inner, line, opening) and inner[-1].kind != ",":
        inner.append(added_comma(inner[-1]))
    body = Line(inner, line.depth + 1, "body")
    if opening.role not in ("call", "index", "def") or inner[-1].kind == ",":
        delimiters = body.delimiters()
        if inner[-1].kind == ",":
            delimiters.pop()
        body.explodes = COMMA in delimiters
    return Split(head, body, tail, opening, closing)


def _wants_comma(inner: list[Leaf], line: Line, opening: Leaf) -> bool:
    if line.is_import:
        return True
    if not line.is_definition or opening.text != "(":
        return False
    if inner[0].in_annotation:
        return False
    return not any(leaf.kind == "," and not leaf.in_annotation for leaf in inner)


def added_comma(leaf: Leaf) -> Leaf:
    """The comma behind the last item."""
    return Leaf(",", ",", "", leaf.depth, leaf.place, priority=COMMA, is_added=True)


def copied(line: Line) -> Line:
    """The same line of leaves of its own."""
    copies: dict[Leaf, Leaf] = {}
    for leaf in line.leaves:
        opening = copies.get(leaf.opening) if leaf.opening is not None else None
        copies[leaf] = replace(leaf, opening=opening)
    copy = Line(list(copies.values()), line.depth, "body" if line.inside else "head")
    copy.explodes = line.explodes
    return copy
