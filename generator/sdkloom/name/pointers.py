"""Where in the document does a definition stand that no component names?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sdkloom.ir.api import Operation
from sdkloom.name.verbs import Words
from sdkloom.name.words import split_words

_DEFINED = re.compile(r"/(?:\$defs|definitions)/([^/]+)$")
_SHARED = re.compile(r"#/components/(?P<place>responses|requestBodies|parameters|headers)/(?P<key>[^/]+)")
_PLACES = {"requestBodies": "request", "requestBody": "request"}


@dataclass(frozen=True, slots=True)
class Origin:
    """A place that gives a name: the key of a component, or an operation and the part of it.

    `tail` says that it is one item of what stands there. `is_first` marks the lowest of several successes.
    """

    kind: Literal["component", "shared", "operation", "elsewhere"]
    wire: str = ""
    key: Words = ()
    place: str = ""
    operation: str = ""
    status: str = ""
    tail: Words = ()
    is_first: bool = True


def read_pointer(
    pointer: str, operations: Mapping[str, Operation], answering: Mapping[str, Operation]
) -> Origin:
    """The origin of a definition without an owner."""
    token = pointer.removeprefix("#/components/schemas/")
    if token != pointer and "/" not in token:
        return Origin("component")
    operation = operations.get("/".join(pointer.split("/")[:4]))
    defined = _DEFINED.search(pointer)
    if defined is not None:
        wire = _unescape(defined[1])
        return Origin(
            "shared", wire, split_words(wire), operation=operation.id if operation is not None else ""
        )
    shared = _SHARED.match(pointer)
    if shared is not None:
        wire = _unescape(shared["key"])
        place = _PLACES.get(shared["place"], shared["place"])
        return Origin("shared", wire, split_words(wire), place, tail=_tail(pointer))
    if operation is not None and pointer.startswith("#/paths/"):
        return _in_operation(pointer, operation)
    operation = answering.get(pointer)
    if operation is not None and pointer.startswith("#/paths/"):
        return Origin(
            "operation", place="response", operation=operation.id, status="200", tail=_tail(pointer)
        )
    return Origin("elsewhere")


def _in_operation(pointer: str, operation: Operation) -> Origin:
    tokens = pointer.split("/")
    place = tokens[4] if len(tokens) > 4 else ""
    if place == "responses":
        first = min((*operation.response.statuses, tokens[5]))
        successes = [status for status in operation.response.statuses if status.startswith("2")]
        is_first = tokens[5] == min(successes, default=first)
        return Origin("operation", "", (), "response", operation.id, tokens[5], _tail(pointer), is_first)
    if place in {"requestBody", "parameters"}:
        return Origin("operation", "", (), _PLACES.get(place, place), operation.id, tail=_tail(pointer))
    return Origin("operation", "", (), "response", operation.id, "200", _tail(pointer))


def _tail(pointer: str) -> Words:
    """An inline item of a list at the root of a body is an item of it."""
    return ("item",) if re.search(r"/schema/items$", pointer) and "/parameters/" not in pointer else ()


def _unescape(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")
