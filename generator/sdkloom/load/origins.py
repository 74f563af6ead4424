"""Where did each place of a document come from, before overlays, other files and upgrades moved it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.base import Source


class Origins:
    """Remembers what moved while a document is loaded; places that never moved cost nothing."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._placed: dict[str, Source] = {}
        self._moved: Mapping[str, str] = {}

    def add(self, pointer: str, source: Source) -> None:
        """What is at the pointer, and all below it, comes from there."""
        for known in [known for known in self._placed if known.startswith(f"{pointer}/")]:
            del self._placed[known]
        self._placed[pointer] = source

    def place(self, placed: Mapping[str, Source]) -> None:
        """What is at these pointers, and below, comes from there; nothing was said of any of them before."""
        self._placed |= placed

    def close_gap(self, pointer: str, index: int, length: int) -> None:
        """The item at an index of a list of that length was removed, and those behind it moved up."""
        kept = {key: source for key, source in self._placed.items() if not key.startswith(f"{pointer}/")}
        inside = {key: source for key, source in self._placed.items() if key not in kept}
        for position in range(length):
            old, new = f"{pointer}/{position}", f"{pointer}/{position - (position > index)}"
            if position == index:
                continue
            below = {new + key[len(old) :]: source for key, source in inside.items() if _is_below(key, old)}
            if old != new:
                below.setdefault(new, self._before_upgrade(old))
            kept |= below
        self._placed = kept

    def move(self, moved: Mapping[str, str]) -> None:
        """An upgrade moved what stood at the values to the keys. Called once, after everything else."""
        self._moved = moved

    def source(self, pointer: str) -> Source:
        """The file, and the pointer in that file's own words."""
        for prefix in _prefixes(pointer) if self._moved else ():
            if prefix in self._moved:
                pointer = self._moved[prefix] + pointer[len(prefix) :]
                break
        return self._before_upgrade(pointer)

    def _before_upgrade(self, pointer: str) -> Source:
        for prefix in _prefixes(pointer) if self._placed else ():
            if prefix in self._placed:
                found = self._placed[prefix]
                return Source(found.file, found.pointer + pointer[len(prefix) :])
        return Source(self.file, pointer)


def _is_below(pointer: str, above: str) -> bool:
    return pointer == above or pointer.startswith(f"{above}/")


def _prefixes(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
