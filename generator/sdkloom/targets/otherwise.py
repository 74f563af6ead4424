"""Which calls and resources does a language write otherwise, since something there has their names?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from sdkloom.ir.api import Resource
from sdkloom.name.call import ResourcePath
from sdkloom.name.lost import SpelledOtherwise
from sdkloom.name.published import dotted
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier


class Written(Protocol):
    """A call as a language writes it behind the client; `words` are those of its method."""

    @property
    def operation(self) -> str: ...
    @property
    def call(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...


def calls_otherwise(
    listed: Mapping[ResourcePath, Sequence[Written]], spell: Callable[[tuple[str, ...]], Identifier]
) -> Iterator[SpelledOtherwise]:
    """The calls of every resource whose methods have other names than those that `spell` gives."""
    for path, calls in listed.items():
        for written in calls:
            above, dot, now = written.call.rpartition(".")
            if now != spell(written.words):
                wanted = f"{above}{dot}{spell(written.words)}"
                call = dotted((*path, written.words))
                yield SpelledOtherwise(written.operation, call, wanted, written.call)


def resources_otherwise(
    names: Names,
    spell: Callable[[tuple[str, ...]], Identifier],
    attribute: Callable[[ResourcePath], Identifier],
) -> Iterator[SpelledOtherwise]:
    """The resources of the client that are found under other names than those that `spell` gives."""
    for child in names.root.children:
        words = child.name.words
        wanted, now, first = spell(words), attribute((words,)), next(_operations(child), None)
        if wanted != now and first is not None:
            yield SpelledOtherwise(first, dotted((words,)), wanted, now, is_resource=True)


def _operations(node: Resource) -> Iterator[str]:
    """All that are called below a resource."""
    yield from node.operations
    yield from (other.operation for other in node.others)
    for child in node.children:
        yield from _operations(child)
