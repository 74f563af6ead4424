"""Which call did the author of a document choose for an operation?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sdkloom.ir.api import Api
from sdkloom.name.call import Call
from sdkloom.name.words import split_words


def chosen_calls(api: Api, inferred: Mapping[str, Sequence[Call]]) -> Mapping[str, Call]:
    """The chosen calls by operation id; where only a resource or a method is chosen, the rest is inferred."""
    found = {}
    for operation in api.operations:
        chosen = operation.chosen
        if chosen is None:
            continue
        best = inferred[operation.id][0]
        resources = best.resources
        if chosen.resources is not None:
            resources = tuple(split_words(part) for part in chosen.resources)
        method = split_words(chosen.method) if chosen.method else best.method
        said = " and ".join(f"`{keyword}`" for keyword in chosen.keywords)
        found[operation.id] = Call(resources, method, f"{said} in the document")
    return found
