"""What is the structure of a statement: its words, and its brackets with what stands inside?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""\s+|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\.\.\.|===|=>|[\w$.\\]+\??|[^\w\s]""",
    re.DOTALL,
)
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}


@dataclass(frozen=True, slots=True)
class Brackets:
    """A pair of brackets, and the nodes between them."""

    opening: str
    inner: tuple[Node, ...]

    @property
    def closing(self) -> str:
        """The bracket that ends it."""
        return _CLOSING[self.opening]


Node = str | Brackets
"""A token with the space before it, or a pair of brackets."""


def read_tree(text: str) -> tuple[Node, ...]:
    """The nodes of one statement. Raises ValueError for brackets that do not match: a bug of a template."""
    stack: list[tuple[str, list[Node]]] = [("", [])]
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in _CLOSING:
            stack.append((token, []))
        elif len(stack) > 1 and token == _CLOSING[stack[-1][0]]:
            opening, inner = stack.pop()
            stack[-1][1].append(Brackets(opening, tuple(inner)))
        else:
            stack[-1][1].append(" " if token.isspace() else token)
    if len(stack) > 1:
        raise ValueError(f"unmatched brackets: {text!r}")
    return tuple(stack[0][1])


def flat(nodes: Sequence[Node]) -> str:
    """The nodes on one line."""
    return "".join(
        node if isinstance(node, str) else f"{node.opening}{flat(node.inner)}{node.closing}" for node in nodes
    )


def strip(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes without space around them."""
    start, end = 0, len(nodes)
    while start < end and nodes[start] == " ":
        start += 1
    while end > start and nodes[end - 1] == " ":
        end -= 1
    return tuple(nodes[start:end])


def split(nodes: Sequence[Node], separator: str) -> list[tuple[Node, ...]]:
    """What stands between separators of this level; nothing stands behind the last."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node == separator:
            parts.append([])
        else:
            parts[-1].append(node)
    found = [strip(part) for part in parts]
    return found if found[-1] else found[:-1]


def cut(nodes: Sequence[Node], token: str) -> tuple[tuple[Node, ...], tuple[Node, ...]] | None:
    """What stands before and behind the first such token of this level; None where there is none."""
    for index, node in enumerate(nodes):
        if node == token:
            return strip(nodes[:index]), strip(nodes[index + 1 :])
    return None
