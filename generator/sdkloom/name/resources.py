"""Which resource and which method do a path and its HTTP method speak of?

Paths are cut into collections and items: the static segments name resources, a segment in braces selects an
item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sdkloom.ir.api import Operation
from sdkloom.name.words import is_plural, singular, split_words

_VERSION = re.compile(r"v\d+([._-]?\w+)?|\d+(\.\d+)+|\d{4}-\d{2}(-\d{2})?|latest", re.IGNORECASE)
_PREFIXES = {"api", "apis", "rest", "public", "openapi"}
_ON_ITEM = {"get": "retrieve", "put": "update", "patch": "update", "post": "update", "delete": "delete"}
_ON_COLLECTION = {"get": "list", "post": "create", "put": "update", "patch": "update", "delete": "delete"}
_SINGLETON = {"get": "retrieve", "post": "create", "put": "update", "patch": "update", "delete": "delete"}


@dataclass(frozen=True, slots=True)
class Call:
    """Where an operation is found.

    The words of each resource from the root, then those of the method, and why.
    """

    resources: tuple[tuple[str, ...], ...]
    method: tuple[str, ...]
    reason: str
    second: str = ""

    @property
    def dotted(self) -> str:
        """The call as a user reads it, in neutral snake case: `chat.completions.create`."""
        return ".".join("_".join(words) for words in (*self.resources, self.method))


@dataclass(frozen=True, slots=True)
class _Segment:
    text: str
    is_item: bool


def infer_calls(operations: Iterable[Operation]) -> Mapping[str, Call]:
    """A call for every operation, by path and method alone; two operations may get the same one."""
    listed = tuple(operations)
    cut = {operation.id: _strip_prefix(_segments(operation.path)) for operation in listed}
    shapes = {
        id: tuple("{}" if part.is_item else part.text for part in segments) for id, segments in cut.items()
    }
    known = frozenset(shapes.values())
    items = frozenset(shape[:index] for shape in known for index, part in enumerate(shape) if part == "{}")
    methods = {shape: {op.method for op in listed if shapes[op.id] == shape} for shape in known}
    return {op.id: _infer(op, cut[op.id], shapes[op.id], items, known, methods) for op in listed}


def _segments(path: str) -> tuple[_Segment, ...]:
    parts = [part for part in re.split(r"[/#?]", path) if part]
    return tuple(_Segment(part, part.startswith("{")) for part in parts)


def _strip_prefix(segments: tuple[_Segment, ...]) -> tuple[_Segment, ...]:
    """What leads up to a version is a prefix, and so are words such as `api`.

    The rest speaks of the API itself.
    """
    for index in range(min(3, len(segments)) - 1, -1, -1):
        if _VERSION.fullmatch(segments[index].text) and not any(part.is_item for part in segments[:index]):
            segments = segments[index + 1 :] or segments
            break
    while len(segments) > 1 and segments[0].text.lower() in _PREFIXES:
        segments = segments[1:]
    return segments


def _infer(
    operation: Operation,
    segments: tuple[_Segment, ...],
    shape: tuple[str, ...],
    items: frozenset[tuple[str, ...]],
    known: frozenset[tuple[str, ...]],
    methods: Mapping[tuple[str, ...], set[str]],
) -> Call:
    static = tuple(split_words(part.text) for part in segments if not part.is_item)
    verb = operation.method
    if not static:
        return Call(
            (), operation.name.words, "the path names no resource, so the operation's own name is used"
        )
    if segments[-1].is_item:
        return Call(
            static,
            (_ON_ITEM.get(verb, verb),),
            f"{verb.upper()} of one item of `{segments[-2].text}`" if len(segments) > 1 else verb,
        )
    if _is_action(verb, segments, shape, items, known, methods):
        return Call(
            static[:-1],
            static[-1],
            f"`{segments[-1].text}` ends the path and is an action on what stands before it",
        )
    if shape in items or is_plural(static[-1][-1]):
        return Call(
            static,
            (_ON_COLLECTION.get(verb, verb),),
            f"{verb.upper()} of the collection `{segments[-1].text}`",
        )
    return Call(
        static, (_SINGLETON.get(verb, verb),), f"{verb.upper()} of the single resource `{segments[-1].text}`"
    )


def _is_action(
    verb: str,
    segments: tuple[_Segment, ...],
    shape: tuple[str, ...],
    items: frozenset[tuple[str, ...]],
    known: frozenset[tuple[str, ...]],
    methods: Mapping[tuple[str, ...], set[str]],
) -> bool:
    """A last segment that nothing goes on from, that has one method only, and that is no plural noun."""
    if len(segments) < 2 or shape in items or methods[shape] != {verb}:
        return False
    if any(other[: len(shape)] == shape and other != shape for other in known):
        return False
    word = split_words(segments[-1].text)[-1]
    if verb == "post":
        return singular(word) == word and (segments[-2].is_item or shape[:-1] in known)
    return verb == "get" and segments[-2].is_item and singular(word) == word
