"""What becomes of a `stainless.yml`: data in the words of `sdkloom.yaml`, and changes of the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sdkloom.ir.base import Json, escape
from sdkloom.stainless.parts import Part


@dataclass(slots=True)
class Draft:
    """A configuration and the actions of an overlay, in the making.

    `places` and `changed` lead from pointers into both to pointers into the file they were made from.
    """

    config: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    actions: list[dict[str, Json]] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)

    def put(self, part: Part, value: Json, *keys: str) -> None:
        """Say something under keys, as the part says."""
        *outer, last = keys
        self._holder(outer, part)[last] = value
        self.places[_pointer(keys)] = part.pointer

    def drop(self, *keys: str) -> None:
        """Say nothing under keys after all."""
        *outer, last = keys
        holder = self.config
        for key in outer:
            holder = holder[key]
        del holder[last]
        del self.places[_pointer(keys)]

    def add(self, part: Part, value: Json, *keys: str) -> None:
        """Add to the list under keys, unless it is there already."""
        *outer, last = keys
        found = self._holder(outer, part).setdefault(last, [])
        if value not in found:
            self.places[f"{_pointer(keys)}/{len(found)}"] = part.pointer
            self.places.setdefault(_pointer(keys), part.pointer)
            found.append(value)

    def mention(self, part: Part, *keys: str) -> None:
        """Mention keys, whatever is said under them."""
        self._holder(list(keys), part)

    def change(self, part: Part, target: str, **what: Json) -> None:
        """Change the document where the target, a JSONPath, matches."""
        action: dict[str, Json] = {"target": target, **what}
        if action not in self.actions:
            self.changed[f"#/actions/{len(self.actions)}"] = part.pointer
            self.actions.append(action)

    @property
    def overlay(self) -> Json:
        """The overlay with all changes, None where there are none."""
        if not self.actions:
            return None
        info: dict[str, Json] = {"title": "Changes from stainless.yml", "version": "1"}
        return {"overlay": "1.1.0", "info": info, "actions": list(self.actions)}

    def _holder(self, keys: list[str], part: Part) -> dict[str, Any]:
        holder = self.config
        for depth, key in enumerate(keys):
            holder = holder.setdefault(key, {})
            self.places.setdefault(_pointer(tuple(keys[: depth + 1])), part.pointer)
        return holder


def _pointer(keys: tuple[str, ...]) -> str:
    return "/".join(("#", *map(escape, keys)))
