"""At which pair of brackets is a line broken?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.targets.python.docs import WIDTH
from sdkloom.targets.python.fit.leaves import DOT, Leaf
from sdkloom.targets.python.fit.lines import Line, Split, Unsplittable, parts_of
from sdkloom.targets.python.fit.tokens import NAME, STRING
from sdkloom.targets.python.fit.widths import fits


def split_at_brackets(line: Line, forced: bool) -> list[Line]:
    """Broken at the last pair of brackets, or at one further left behind which all fits on a line."""
    first: list[Line] | None = None
    for omitted in _omissions(line):
        if omitted and _has_late_bracket(line, omitted):
            continue
        lines = _split_omitting(line, omitted, forced)
        if first is None and not omitted:
            first = lines
        if fits(str(lines[0])):
            return lines
    return first if first is not None else _split_omitting(line, frozenset(), forced)


def _omissions(line: Line) -> Iterator[frozenset[Leaf]]:
    """Ever larger sets of closing brackets, from the right, that are left on the last line."""
    omitted: set[Leaf] = set()
    if not line.has_magic_comma:
        yield frozenset()
    length = 4 * line.depth
    opening: Leaf | None = None
    closing: Leaf | None = None
    inner: set[Leaf] = set()
    leaves = line.leaves
    for at in range(len(leaves) - 1, -1, -1):
        leaf = leaves[at]
        length += len(leaf.gap) + len(leaf.text)
        if length > WIDTH:
            break
        if opening is not None:
            if leaf is opening:
                opening = None
            elif leaf.closes:
                if at and leaf.explodes:
                    break
                inner.add(leaf)
        elif leaf.closes:
            if at and leaves[at - 1].opens:
                inner.add(leaf)
                continue
            if closing is not None:
                omitted |= {closing, *inner}
                inner.clear()
                yield frozenset(omitted)
            if at and leaf.explodes:
                break
            if leaf.text:
                opening, closing = leaf.opening, leaf


def _has_late_bracket(line: Line, omitted: frozenset[Leaf]) -> bool:
    for leaf in reversed(line.leaves):
        if leaf.closes and leaf not in omitted:
            opening = leaf.opening
            if opening is None or not opening.text:
                return False
            length = 4 * line.depth
            for other in line.leaves:
                if other is opening:
                    return length > WIDTH
                length += len(other.gap) + len(other.text)
            return False
    return False


def _first_split(line: Line, omitted: frozenset[Leaf]) -> Split:
    """At the last pair that is not omitted and holds something."""
    leaves = line.leaves
    closing: Leaf | None = None
    end = 0
    for at in range(len(leaves) - 1, -1, -1):
        leaf = leaves[at]
        if closing is None:
            if leaf.closes and leaf not in omitted:
                closing, end = leaf, at
        elif leaf is closing.opening:
            if at + 1 < end:
                return parts_of(line, leaf, closing, at, end)
            closing = None
    raise Unsplittable


def _split_omitting(line: Line, omitted: frozenset[Leaf], forced: bool) -> list[Line]:
    return _without_optional(_first_split(line, omitted), line, omitted, forced).lines()


def _without_optional(split: Split, line: Line, omitted: frozenset[Leaf], forced: bool) -> Split:
    """The split itself, or a better one for which its optional parentheses are not needed."""
    optional = split.opening.kind == "(" and not split.opening.text and not split.closing.text
    if forced or not optional or line.is_import or not _can_omit(split):
        return split
    further = omitted | {split.closing}
    try:
        other = _first_split(line, further)
        if _prefers(other, split):
            return _without_optional(other, line, further, forced)
    except Unsplittable:
        if sum(leaf.kind == "=" for leaf in line.leaves) > 1:
            return split
        if not _may_be_split(split.body) and not fits(str(split.body)):
            raise
    return split


def _prefers(other: Split, split: Split) -> bool:
    head = split.head.leaves
    if not (len(head) >= 2 and head[-2].kind == "="):
        return True
    if not any(leaf.opens or leaf.closes for leaf in head[:-1]):
        return True
    if not fits(str(split.head), WIDTH - 1) or split.head.has_magic_comma:
        return True
    equals = sum(leaf.kind == "=" for leaf in head)
    others = sum(leaf.kind == "=" for leaf in other.head.leaves)
    if equals > 1 and equals > others:
        return False
    for leaf in reversed(other.head.leaves):
        if leaf.kind == "=":
            break
        if leaf.closes:
            return True
    return others > 0 and fits(str(other.head))


def _may_be_split(line: Line) -> bool:
    """False where a line surely has no place to break it."""
    leaves = line.leaves
    if len(leaves) < 2:
        return False
    if leaves[0].kind == STRING and leaves[1].kind == ".":
        return _is_chain_of_calls(leaves)
    return True


def _is_chain_of_calls(leaves: list[Leaf]) -> bool:
    calls = dots = 0
    behind = leaves[-1]
    for leaf in leaves[-2::-1]:
        if leaf.opens:
            if not behind.closes:
                return False
            calls += 1
        elif leaf.kind == ".":
            dots += 1
        elif leaf.kind == NAME:
            if not (behind.kind == "." or behind.opens):
                return False
        elif not leaf.closes:
            return False
        if dots > 1 and calls > 1:
            return False
    return True


def _can_omit(split: Split) -> bool:
    """Whether what the optional parentheses hold can be broken well without them."""
    body = split.body
    delimiters = body.delimiters()
    if not delimiters:
        return True
    priority = max(delimiters)
    if delimiters.count(priority) > 1:
        return False
    if priority == DOT:
        return True
    leaves = body.leaves
    if leaves[0].opens and not leaves[1].closes and _opening_allows(body):
        return True
    last = leaves[-1]
    if last.opening is not None and last.opening.role != "index":
        return not leaves[-2].opens and _closing_allows(body, last)
    return False


def _opening_allows(line: Line) -> bool:
    remainder = False
    length = 4 * line.depth
    for leaf in line.leaves:
        if leaf.closes and leaf.opening is line.leaves[0]:
            remainder = True
        if remainder:
            length += len(leaf.gap) + len(leaf.text)
            if length > WIDTH:
                return False
            if leaf.opens:
                remainder = False
    return True


def _closing_allows(line: Line, last: Leaf) -> bool:
    length = 4 * line.depth
    seen = False
    for leaf in line.leaves:
        length += len(leaf.gap) + len(leaf.text)
        if leaf is last.opening:
            if seen or length <= WIDTH:
                return True
        elif leaf.opens:
            seen = True
    return False
