"""How is a signature broken over lines, and how a row of items?"""

from __future__ import annotations

from sdkloom.targets.python.fit.leaves import COMMA, DOT, Leaf
from sdkloom.targets.python.fit.lines import Line, Unsplittable, added_comma, parts_of


def split_definition(line: Line) -> list[Line]:
    """A signature is broken at its first pair of brackets that holds something."""
    opening: Leaf | None = None
    for at, leaf in enumerate(line.leaves):
        if opening is None:
            if leaf.kind == "(" and line.leaves[at + 1 : at + 2] and not line.leaves[at + 1].closes:
                opening, start = leaf, at
        elif leaf.opening is opening:
            opening.text, leaf.text = "(", ")"
            return parts_of(line, opening, leaf, start, at).lines()
    raise Unsplittable


def split_at_delimiters(line: Line) -> list[Line]:
    """One item a line: at the commas, else at the operators that bind least."""
    leaves = line.leaves
    delimiters = line.delimiters()
    if leaves[-1].kind == "," and delimiters:
        delimiters.pop()
    if not delimiters:
        raise Unsplittable
    priority = max(delimiters)
    if priority == DOT and line.delimiters().count(DOT) == 1:
        raise Unsplittable
    base = leaves[0].depth
    lines: list[Line] = []
    start = 0
    for at, leaf in enumerate(leaves):
        if leaf.priority == priority and leaf.depth == base:
            lines.append(Line(leaves[start : at + 1], line.depth, "body"))
            start = at + 1
    if start < len(leaves):
        rest = leaves[start:]
        if priority == COMMA:
            rest.append(added_comma(rest[-1]))
        lines.append(Line(rest, line.depth, "body"))
    for part in lines:
        part.leaves[0].gap = ""
    return lines
