"""Where in the tree of `resources` does each model and each method stand?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.stainless.casing import Casing
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.elsewhere import pass_over
from sdkloom.stainless.languages import Languages
from sdkloom.stainless.methods import Methods
from sdkloom.stainless.models import Model, Models
from sdkloom.stainless.names import plain_name
from sdkloom.stainless.parts import Part
from sdkloom.stainless.positions import Positions

_ROOTS = {"$shared", "$client"}


@dataclass(frozen=True, slots=True)
class _Resource:
    """A resource: its names in the file, and its place in code.

    `former` is what says that it is deprecated with all below it, `left_out` that no language has it.
    """

    path: tuple[str, ...]
    place: tuple[str, ...]
    node: Part
    former: Part | None = None
    left_out: Part | None = None


def translate_resources(
    part: Part, casing: Casing, languages: Languages, positions: Positions, draft: Draft
) -> None:
    """All resources, whatever their depth; models come first, since streams mention them by their paths."""
    found = list(_resources(part, _Resource((), (), part), languages))
    naming = Models(casing, languages, draft)
    models: dict[str, Model] = {}
    for one in found:
        listed = one.node.get("models")
        if one.left_out is not None and listed is not None:
            listed.settle()
        elif listed is not None:
            place = tuple(filter(None, one.place))
            models |= {".".join((*one.path, name)): model for name, model in naming.translate(listed, place)}
    calling = Methods(casing, languages, draft, models, positions)
    for one in found:
        if (methods := one.node.get("methods")) is not None:
            calling.translate(methods, one.place, one.former, one.left_out)
    calling.finish()


def _resources(part: Part, above: _Resource, languages: Languages) -> Iterator[_Resource]:
    """Every resource, outer ones first."""
    for name, node in part.items():
        if not isinstance(node.value, Mapping):
            node.refuse("a resource is an object")
            continue
        is_root = not above.path and name in _ROOTS
        place = above.place if is_root else (*above.place, plain_name(name))
        pass_over(node)
        if (description := node.get("description")) is not None:
            description.lose("the description of a resource", hint="describe its tag in an overlay")
        former, left_out = node.get("deprecated") or above.former, languages.left_out(node) or above.left_out
        one = _Resource((*above.path, name), place, node, former, left_out)
        if not all(place):
            node.lose(f"the name `{name}` of a resource, which cannot be one in code")
        yield one
        if (below := node.get("subresources")) is not None:
            yield from _resources(below, one, languages)
