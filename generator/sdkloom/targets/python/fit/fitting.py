"""How does a statement stand on lines of at most a hundred columns?"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sdkloom.targets.python.docs import WIDTH
from sdkloom.targets.python.fit.brackets import split_at_brackets
from sdkloom.targets.python.fit.leaves import leaves_of
from sdkloom.targets.python.fit.lines import Line, Unsplittable, copied
from sdkloom.targets.python.fit.plain import is_plain
from sdkloom.targets.python.fit.spacing import space
from sdkloom.targets.python.fit.splitting import split_at_delimiters, split_definition
from sdkloom.targets.python.fit.tokens import STRING, TOKEN, Tokens, Unfamiliar
from sdkloom.targets.python.fit.widths import fits

_INDENTED = 4


@lru_cache(maxsize=1 << 13)
def fit(statement: str, depth: int) -> str:
    """The lines of a statement at a depth of indentation. Raises Unfamiliar."""
    if len(statement) <= WIDTH - _INDENTED * depth and is_plain(statement):
        return "    " * depth + statement
    found = TOKEN.findall(statement)
    tokens = space(list(found))
    line = tokens.line()
    if not tokens.magic and fits(line, WIDTH - _INDENTED * depth):
        return "    " * depth + line
    text = _broken(tokens, depth)
    # Black formats what it has written a second time: commas that it added now hold items apart.
    again = TOKEN.findall(text)
    if again == found or _is_settled(statement, text, depth):
        return text
    return _broken(space(again), depth)


def _is_settled(statement: str, text: str, depth: int) -> bool:
    """Whether a signature or an import has one item a line, no item broken: a second look changes nothing."""
    if not statement.startswith(("def ", "async def ", "from ")):
        return False
    indent = "    " * depth
    inner = text.split("\n")[1:]
    last = inner.pop()
    return last.startswith(f"{indent})") and all(
        line[-1] == "," and line[len(indent) + 4] not in " )]}" for line in inner
    )


def _broken(tokens: Tokens, depth: int) -> str:
    return "\n".join([str(line) for line in _fitted(Line(leaves_of(tokens), depth, "head"), forced=False)])


def _fitted(line: Line, *, forced: bool) -> list[Line]:
    text = str(line)
    if not line.explodes and fits(text) and not line.has_magic_comma:
        return [line]
    for split in _ways(line):
        try:
            return _tried(line, split, text, forced=forced)
        except Unsplittable:
            continue
    return [line]


Way = Callable[[Line, bool], list[Line]]


def _ways(line: Line) -> tuple[Way, ...]:
    """The ways to break a line, best first."""
    if line.inside:
        return _delimiters, split_at_brackets
    if line.is_definition and not _returns_exploded(line):
        return (_definition,)
    return (split_at_brackets,)


def _definition(line: Line, _: bool) -> list[Line]:
    return split_definition(line)


def _delimiters(line: Line, _: bool) -> list[Line]:
    return split_at_delimiters(line)


def _returns_exploded(line: Line) -> bool:
    """Whether a comma in the returned type holds items apart."""
    kinds = [leaf.kind for leaf in line.leaves]
    if "->" not in kinds:
        return False
    returned = line.leaves[kinds.index("->") + 1 :]
    if any(leaf.kind == STRING for leaf in returned[1:2]):
        raise Unfamiliar("a returned type in quotes")
    return any(leaf.is_magic for leaf in returned)


def _tried(line: Line, split: Way, text: str, *, forced: bool) -> list[Line]:
    optional = line.optional_parentheses()
    result: list[Line] = []
    for part in split(line, forced):
        if str(part) == text:
            raise Unsplittable
        result += _fitted(part, forced=forced)
    base = line.leaves[0].depth
    if (
        forced
        or split is not split_at_brackets
        or not optional
        or any(leaf.text for leaf in optional if leaf.depth == base)
        or fits(str(result[0]))
        or any(leaf.is_added for leaf in line.leaves)
    ):
        return result
    second = _tried(copied(line), split, text, forced=True)
    return second if all(fits(str(part)) for part in second) else result
