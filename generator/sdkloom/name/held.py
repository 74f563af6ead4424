"""Which resources have a name that no type has, and keep it whatever types come?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdkloom.ir.api import Resource
from sdkloom.name.call import ResourcePath, resource_paths
from sdkloom.name.distinct import fold_text
from sdkloom.name.published import Published
from sdkloom.name.spell import pascal, type_text
from sdkloom.name.type_names import TypeName
from sdkloom.name.words import join_words


def find_held(root: Resource, named: Iterable[TypeName], published: Published) -> frozenset[ResourcePath]:
    """The resources whose last name no type has or had, and those of which that was so when they were
    published: where classes of resources and types stand side by side, a later type finds the name taken.
    """
    taken = {text for name in named for text in _ever_called(name)}
    return frozenset(
        path
        for path, _ in resource_paths(root)
        if published.is_held(path) or fold_text(pascal(path[-1])) not in taken
    )


def _ever_called(named: TypeName) -> Iterator[str]:
    """The names that a type has, had, or gets where its own is taken."""
    own = type_text(named.words, named.text)
    texts = (own, f"{own}Data", pascal(join_words(*named.place, named.words)))
    return map(fold_text, (*texts, *(text for _, text in (*named.others, *named.former))))
