"""Where is an operation found, and why there?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Resource
from sdkloom.name.verbs import Words
from sdkloom.name.words import split_words

ResourcePath = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """Where an operation is found.

    The words of each resource from the root, then those of the method, and why. `second` is the next best
    call, and why; `unscoped` says that the path begins with more than the call does.
    """

    resources: ResourcePath
    method: Words
    reason: str
    second: str = ""
    unscoped: bool = False

    @property
    def dotted(self) -> str:
        """The call as a user reads it, in neutral snake case: `chat.completions.create`."""
        return ".".join("_".join(words) for words in (*self.resources, self.method))

    @property
    def steps(self) -> ResourcePath:
        """The words of every step, the method last."""
        return (*self.resources, self.method)


def resource_paths(node: Resource, above: ResourcePath = ()) -> Iterator[tuple[ResourcePath, Resource]]:
    """Every resource below a node with the words of its path, depth first."""
    for child in node.children:
        path = (*above, child.name.words)
        yield path, child
        yield from resource_paths(child, path)


def read_call(dotted: str) -> Call:
    """A call as it is written down: `chat.completions.create`."""
    *resources, method = (split_words(part) for part in dotted.split("."))
    return Call(tuple(resources), method, "")


def read_resource(dotted: str) -> ResourcePath:
    """The words of a resource path as it is written down: `chat.completions`."""
    return tuple(split_words(part) for part in dotted.split("."))


def as_one_word(dotted: str) -> str:
    """A call as languages write it that have no underscores: a digit starts no word of its own."""
    return re.sub(r"_(?=\d)", "", dotted)
