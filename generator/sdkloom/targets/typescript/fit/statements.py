"""How does each kind of statement that our templates write break into lines?"""

from __future__ import annotations

import re

from sdkloom.targets.flow import SPACE, FirstFitting, Group, Indent, Part, columns, flow
from sdkloom.targets.typescript.docs import WIDTH
from sdkloom.targets.typescript.fit.shapes import (
    aliased,
    annotated,
    entry,
    is_poorly_broken,
    names,
    parameters,
    pattern,
    type_part,
    value,
)
from sdkloom.targets.typescript.fit.tree import Brackets, Node, cut, flat, read_tree, split

# What may fit, and still has to be looked at: lists of objects, and commas that a template left at the end.
_UNTIDY = re.compile(r"\[[\[{]|,\s*[})\]]|\{\s+\}")
_METHOD = re.compile(r"[\w$]+\(")


def fit_statement(text: str, depth: int) -> str:
    """The statement at its depth, on one line or several."""
    if 2 * depth + columns(text) <= WIDTH and not _UNTIDY.search(text):
        return "  " * depth + text
    return flow(_part(text), WIDTH, 2 * depth)


def _part(text: str) -> Part:
    if text.endswith("=> {"):  # the head of a test, which never breaks
        return text
    if text.endswith(" {"):
        nodes = read_tree(text[:-2])
        return _method(nodes, " {") if _METHOD.match(text) else text
    nodes = read_tree(text)
    first = flat(nodes[:1])
    if first in {"import", "export"} and any(isinstance(n, Brackets) for n in nodes[:5]) and "from" in nodes:
        return tuple(names(node) if isinstance(node, Brackets) else node for node in nodes)
    ending = text[-1]
    if ending in ";,":
        nodes = nodes[:-1]
    if first == "const":
        return (*_declaration(nodes), ending)
    if text.startswith(("return ", "super(settings")):
        return (value(nodes), ending)
    if first in {"export", "static", "readonly"}:
        return (*_assignment(nodes, first), ending)
    if text.startswith(("await ", "assert.", "wire.")):
        return (value(nodes), ending)
    if _METHOD.match(text):
        return _method(nodes, ending)
    if ending == ",":
        return (entry(nodes), ending)
    found = cut(nodes, ":")
    return text if found is None else (annotated(*found), ending)


def _declaration(nodes: tuple[Node, ...]) -> tuple[Part, ...]:
    found = cut(nodes, "=")
    assert found is not None, "a declaration has a value"
    target, given = found
    whole = flat(target)
    if not isinstance(target[-1], Brackets) or target[-1].opening != "{":
        return (_given(whole, given),)
    spread = ("const ", pattern(target[-1]), " = ", value(given))
    listed = split(target[-1].inner, ",")
    if len(listed) > 2 and any(":" in name for name in listed):  # names of their own are shown one by one
        return (Group(spread),)
    below = (whole, " =", Indent((SPACE, value(given))))
    return (FirstFitting(((whole, " = ", value(given)), below, spread)),)


def _assignment(nodes: tuple[Node, ...], first: str) -> tuple[Part, ...]:
    found = cut(nodes, "=")
    if found is None:
        return (flat(nodes),)
    target, given = found
    if first == "export" and "type" in target:
        return (aliased(f"{flat(target)} =", given),)
    return (_given(flat(target), given),)


def _given(left: Part, nodes: tuple[Node, ...]) -> Part:
    """What is on the left gets a value: behind the sign if the value can begin there, else below it."""
    right = value(nodes)
    if is_poorly_broken(nodes):
        return Group((left, " =", Indent((SPACE, right))))
    return FirstFitting(((left, " = ", right), (left, " = ", right), (left, " =", Indent((SPACE, right)))))


def _method(nodes: tuple[Node, ...], ending: str) -> Part:
    """`name(parameters): Type` and then `;` or the brace of its body."""
    name, given = flat(nodes[:1]), nodes[1]
    assert isinstance(given, Brackets), "a method has parameters"
    found = cut(nodes[2:], ":")
    returns: Part = (": ", type_part(found[1])) if found is not None else ""
    return Group((name, parameters(given), returns, ending))
