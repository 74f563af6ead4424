"""Where is an operation found, and why there?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.name.verbs import Words

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
