"""Where may types and values break, in the way that prettier breaks them?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sdkloom.targets.flow import SOFT, SPACE, Either, FirstFitting, Group, Indent, Part, join
from sdkloom.targets.typescript.fit.tree import Brackets, Node, cut, flat, split, strip

_COMMA: Part = (",", SPACE)
_LAST_COMMA = Either(",", "")
# Below a key of at most so many characters, a line of its own would hardly move its value.
_SHORT_KEY = 4
# A text of more characters than this is worth a line of its own.
_SHORT_TEXT = 25
_NUMBER = re.compile(r"-?[\d.]+(e-?\d+)?")


def annotated(name: Sequence[Node], nodes: Sequence[Node]) -> Part:
    """A name and its type: a union has a line of its own, or one for each member."""
    return typed((_key(name), ":"), nodes)


def _key(name: Sequence[Node]) -> Part:
    """The name of a property; that of any property may stand on a line of its own."""
    if len(name) == 1 and isinstance(name[0], Brackets):
        return ("[", Group((Indent((SOFT, flat(name[0].inner))), SOFT)), "]")
    return flat(name)


def typed(head: Part, nodes: Sequence[Node]) -> Part:
    """A type behind what ends in a colon or an equals sign."""
    members = split(nodes, "|")
    if len(members) == 1 or _hugs(members):
        return (head, " ", type_part(nodes))
    return (head, Group(Indent((SPACE, _union(members)))))


def aliased(head: str, nodes: Sequence[Node]) -> Part:
    """A type behind an equals sign, after which there is a break where the type itself has none."""
    if len(split(nodes, "|")) > 1 or any(_breaks(node) for node in nodes):
        return typed(head, nodes)
    return (head, Group(Indent((SPACE, flat(nodes)))))


def _breaks(node: Node) -> bool:
    if isinstance(node, str):
        return False
    if node.opening == "<":
        arguments = split(node.inner, ",")
        return len(arguments) > 1 or not _is_name(arguments[0])
    return node.opening == "{"


def _union(members: Sequence[tuple[Node, ...]]) -> Part:
    listed = (Indent(type_part(member)) for member in members)
    return Group((Either("| ", ""), join((SPACE, "| "), listed)))


def type_part(nodes: Sequence[Node]) -> Part:
    """A type that stands anywhere else."""
    members = split(nodes, "|")
    if len(members) > 1 and _hugs(members):
        return (type_part(members[0]), " | null")
    if len(members) > 1:
        return _union(members)
    return tuple(_type_node(node) for node in strip(nodes))


def _hugs(members: Sequence[tuple[Node, ...]]) -> bool:
    """Is it one type with parts of its own, or null? Such a union is written around the parts."""
    return len(members) == 2 and any(_breaks(node) for node in members[0]) and flat(members[1]) == "null"


def _type_node(node: Node) -> Part:
    if isinstance(node, str):
        return node
    if node.opening == "{":
        fields = [_field(field) for field in split(node.inner, ";")]
        if not fields:
            return "{}"
        return Group(("{", Indent((SPACE, join((";", SPACE), fields))), Either(";", ""), SPACE, "}"))
    if node.opening == "<":
        arguments = split(node.inner, ",")
        if len(arguments) == 1 and _is_name(arguments[0]):
            return flat((node,))
        if len(arguments) == 1 and (_is_object(arguments[0]) or _hugs(split(arguments[0], "|"))):
            return ("<", type_part(arguments[0]), ">")
        listed = join(_COMMA, map(type_part, arguments))
        return Group(("<", Indent((SOFT, listed)), SOFT, ">"))
    return (node.opening, type_part(node.inner), node.closing)


def _is_name(nodes: Sequence[Node]) -> bool:
    """Is it a name alone? Such an argument never stands on a line of its own."""
    return len(nodes) == 1 and isinstance(nodes[0], str)


def _is_object(nodes: Sequence[Node]) -> bool:
    """Is it an object? It is written around its properties."""
    return len(nodes) == 1 and isinstance(nodes[0], Brackets) and nodes[0].opening == "{"


def _field(nodes: Sequence[Node]) -> Part:
    found = cut(nodes, ":")
    return flat(nodes) if found is None else annotated(*found)


def parameters(node: Brackets) -> Part:
    """The parameters of a method."""
    return (
        "(",
        Indent((SOFT, join(_COMMA, map(_parameter, split(node.inner, ","))))),
        _LAST_COMMA,
        SOFT,
        ")",
    )


def _parameter(nodes: Sequence[Node]) -> Part:
    found = cut(nodes, "=")
    default = f" = {flat(found[1])}" if found is not None else ""
    return (_field(found[0] if found is not None else nodes), default)


def names(node: Brackets) -> Part:
    """The names of an import or export: a single one never stands on a line of its own."""
    listed = split(node.inner, ",")
    if len(listed) == 1:
        return f"{{ {flat(listed[0])} }}"
    return Group(("{", Indent((SPACE, join(_COMMA, map(flat, listed)))), _LAST_COMMA, SPACE, "}"))


def pattern(node: Brackets) -> Part:
    """What a declaration takes apart; nothing may stand behind the rest."""
    listed = split(node.inner, ",")
    last = "" if flat(listed[-1]).startswith("...") else _LAST_COMMA
    return Group(("{", Indent((SPACE, join(_COMMA, map(flat, listed)))), last, SPACE, "}"))


def value(nodes: Sequence[Node]) -> Part:
    """An expression."""
    nodes = strip(nodes)
    function = cut(nodes, "=>")
    if function is not None:
        return _function(*function)
    chosen = cut(nodes, "?")
    if chosen is not None:
        return Group(_conditional(chosen[0], chosen[1]))
    return tuple(_value_node(nodes, index) for index in range(len(nodes)))


def _function(given: Sequence[Node], body: Sequence[Node]) -> Part:
    """What a function gives has a line of its own where it does not fit, unless it is an object or a list."""
    if isinstance(body[0], Brackets) and body[0].opening in "{[":
        return (flat(given), " => ", value(body))
    return Group((flat(given), " =>", Group(Indent((SPACE, value(body))))))


def _conditional(test: Sequence[Node], branches: Sequence[Node]) -> Part:
    found = cut(branches, ":")
    assert found is not None, "a condition has two branches"
    yes, no = found
    further = cut(no, "?")
    otherwise = value(no) if further is None else _conditional(further[0], further[1])
    return (flat(test), Indent((SPACE, "? ", value(yes), SPACE, ": ", otherwise)))


def _value_node(nodes: Sequence[Node], index: int) -> Part:
    node = nodes[index]
    if isinstance(node, str):
        return node
    is_call = index > 0 and not re.fullmatch(r"\s|return|=|:|=>|\?|,", flat((nodes[index - 1],)))
    match node.opening:
        case "{":
            return _object(node)
        case "[":
            return _list(node)
        case "(" if is_call:
            return _call(node)
        case "<":
            return _type_node(node)
    return (node.opening, value(node.inner), node.closing)


def _object(node: Brackets, broken: bool = False) -> Part:
    fields = split(node.inner, ",")
    if not fields:
        return "{}"
    listed = join(_COMMA, map(entry, fields))
    return Group(("{", Indent((SPACE, listed)), _LAST_COMMA, SPACE, "}"), broken)


def entry(nodes: Sequence[Node]) -> Part:
    """A property of an object, with its value."""
    found = cut(nodes, ":")
    if found is None:
        return flat(nodes)
    key, given = found
    chosen = cut(given, "?")
    is_long_text = len(given) == 1 and flat(given)[0] in "'\"" and len(flat(key)) > _SHORT_KEY
    if is_long_text or (chosen is not None and "===" in chosen[0]):
        return (f"{flat(key)}:", Group(Indent((SPACE, value(given)))))
    return (f"{flat(key)}: ", value(given))


def _list(node: Brackets, broken: bool = False) -> Part:
    items = split(node.inner, ",")
    if not items:
        return "[]"
    if _is_filled(items):  # as many on a line as it holds
        listed: list[Part] = [flat(items[0])]
        listed += [(",", Group((SPACE, flat(item)))) for item in items[1:]]
        return Group(("[", Indent((SOFT, *listed)), _LAST_COMMA, SOFT, "]"), broken)
    # Several things of one kind that have parts themselves never share a line.
    kinds = {item[0].opening for item in items if isinstance(item[0], Brackets)}
    broken = broken or (len(items) > 1 and len(kinds) == 1 and all(_has_parts(item) for item in items))
    return Group(("[", Indent((SOFT, join(_COMMA, map(value, items)))), _LAST_COMMA, SOFT, "]"), broken)


def _is_filled(items: Sequence[Sequence[Node]]) -> bool:
    return len(items) > 1 and all(_NUMBER.fullmatch(flat(item)) for item in items)


def _has_parts(nodes: Sequence[Node]) -> bool:
    node = nodes[0]
    return len(nodes) == 1 and isinstance(node, Brackets) and len(split(node.inner, ",")) > 1


def _call(node: Brackets) -> Part:
    """The arguments of a call: the last one may open on its line, if it is an object or a list."""
    listed = split(node.inner, ",")
    if not listed:
        return "()"
    shown = [value(argument) for argument in listed]
    whole = ("(", Indent((SOFT, join(_COMMA, shown))), _LAST_COMMA, SOFT, ")")
    last = _hugged(listed)
    if last is None:
        return Group(whole)
    hugging = ("(", join(", ", [*map(flat, listed[:-1]), last]), ")")
    return FirstFitting((("(", join(", ", shown), ")"), hugging, Group(whole, broken=True)))


def _hugged(listed: Sequence[Sequence[Node]]) -> Part | None:
    """The last argument, broken, where it may open on the line of the call: not behind one like it."""
    last = listed[-1][0]
    if len(listed[-1]) != 1 or not isinstance(last, Brackets) or not last.inner:
        return None
    before = listed[-2] if len(listed) > 1 else ()
    if len(before) == 1 and isinstance(before[0], Brackets) and before[0].opening == last.opening:
        return None
    if last.opening == "{":
        return _object(last, broken=True)
    is_list = last.opening == "[" and not (len(listed) > 1 and _is_filled(split(last.inner, ",")))
    return _list(last, broken=True) if is_list else None


def is_poorly_broken(nodes: Sequence[Node]) -> bool:
    """Is it a call that has no good place to break, since nothing long stands inside its brackets?"""
    last = nodes[-1]
    if not isinstance(last, Brackets) or last.opening != "(" or len(nodes) < 2 or cut(nodes, "new"):
        return False
    listed = split(last.inner, ",")
    if len(listed) != 1:
        return not listed
    text = flat(listed[0])
    is_text = text[0] in "'\"" and len(listed[0]) == 1 and len(text) <= _SHORT_TEXT
    return is_text or text in {"{}", "[]", "true", "false", "null"} or bool(_NUMBER.fullmatch(text))
