"""By which calls is each operation reached?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sdkloom.ir.api import Resource
from sdkloom.name.call import ResourcePath, resource_paths
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier, Scope
from sdkloom.targets.typescript.spelled import resource_attribute
from sdkloom.targets.typescript.spelling import CLIENT, SPELLING

Kind = Literal["own", "other", "former"]


@dataclass(frozen=True, slots=True)
class MethodName:
    """A method and its operation: the operation's own call, another that is as good, or a former one."""

    operation: str
    name: Identifier
    kind: Kind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpelledCall:
    """A call of an operation as it is written behind the client; `words` are those of its method."""

    operation: str
    call: str
    kind: Kind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallNames:
    """The own call of each operation, others that are as good, and all calls of each resource."""

    own: Mapping[str, str]
    further: Mapping[str, tuple[str, ...]]
    listed: Mapping[ResourcePath, tuple[SpelledCall, ...]]


def method_names(node: Resource, names: Names) -> tuple[MethodName, ...]:
    """The methods of a resource; a name that a child resource has gets a number.

    At the root, the names of the client's own methods are taken as well.
    """
    scope = Scope()
    scope.reserve(*(SPELLING.spell("member", child.name.words) for child in node.children))
    scope.reserve(*(SPELLING.spell("member", found.words) for found in node.former))
    if not node.name.wire:
        scope.reserve(*CLIENT)

    def given(words: tuple[str, ...]) -> Identifier:
        return scope.give(SPELLING.spell("function", words), separator="")

    own = [
        MethodName(id, given(words), "own", words)
        for id, words in ((id, names.calls[id].method) for id in node.operations)
    ]
    others = [
        MethodName(other.operation, given(other.method), "former" if other.former else "other", other.method)
        for other in sorted(node.others, key=lambda other: other.former)
    ]
    return (*own, *others)


def call_names(names: Names) -> CallNames:
    """How every operation is called, behind the client."""
    listed: dict[ResourcePath, tuple[SpelledCall, ...]] = {}
    for path, node in (((), names.root), *resource_paths(names.root)):
        attributes = [resource_attribute(path[: depth + 1]) for depth in range(len(path))]
        listed[path] = tuple(
            SpelledCall(method.operation, ".".join((*attributes, method.name)), method.kind, method.words)
            for method in method_names(node, names)
        )
    every = [call for calls in listed.values() for call in calls]
    further: dict[str, tuple[str, ...]] = {}
    for call in every:
        if call.kind == "other":
            further[call.operation] = (*further.get(call.operation, ()), call.call)
    return CallNames({call.operation: call.call for call in every if call.kind == "own"}, further, listed)
