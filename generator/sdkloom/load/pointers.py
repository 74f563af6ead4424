"""What does a JSON pointer lead to, and how is a reference turned into one?"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import cast
from urllib.parse import unquote

from sdkloom.ir.base import Json, escape


def find(root: Json, pointer: str) -> Json:
    """The node at a pointer such as `#/components/schemas/Pet`. Raises KeyError where there is nothing."""
    node = root
    for token in pointer.split("/")[1:]:
        node = _step(node, token.replace("~1", "/").replace("~0", "~"))
    return node


def _step(node: Json, token: str) -> Json:
    if isinstance(node, Mapping):
        if token in node:
            return node[token]
    elif isinstance(node, list) and token.isdecimal() and int(token) < len(node):
        return cast(Json, node[int(token)])
    raise KeyError(token)


def exists(root: Json, pointer: str) -> bool:
    """Does a pointer lead anywhere?"""
    try:
        find(root, pointer)
    except KeyError:
        return False
    return True


def find_through(root: Json, pointer: str) -> str | None:
    """The pointer without the references on its way, which are pointers into `root`; None where it ends."""
    node, place = root, "#"
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        for _ in range(50):
            if not isinstance(node, Mapping) or key in node or not isinstance(node.get("$ref"), str):
                break
            place = str(node["$ref"])
            if not exists(root, place):
                return None
            node = find(root, place)
        try:
            node, place = _step(node, key), f"{place}/{escape(key)}"
        except KeyError:
            return None
    return place


def find_enclosed(root: Json, place: str, pointer: str) -> str | None:
    """The pointer as a schema around the place means it, for schemas that were pasted in as a whole."""
    fragment = pointer.removeprefix("#")
    while "/" in place:
        place = place.rpartition("/")[0]
        if exists(root, place + fragment):
            return place + fragment
    return None


def below(base: str, fragment: str, root: Json) -> str:
    """The pointer for a reference's fragment, below the pointer of its file.

    RFC 6901 wants the fragment percent-decoded; where only the text as it stands leads on, that is meant.
    """
    decoded, plain = base + unquote(fragment), base + fragment
    return plain if decoded != plain and not exists(root, decoded) and exists(root, plain) else decoded


def nearest(root: Json, pointer: str) -> str | None:
    """What a pointer that leads nowhere may have meant: the existing one that is closest."""
    above, _, last = pointer.rpartition("/")
    try:
        siblings = find(root, above)
    except KeyError:
        return None
    close = get_close_matches(last, list(siblings) if isinstance(siblings, Mapping) else [], n=1)
    return f"{above}/{escape(close[0])}" if close else None
