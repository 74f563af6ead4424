"""The languages, found by folder."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sdkloom.targets.base import Target

__all__ = ["known_targets", "languages", "load_target"]


def known_targets() -> tuple[str, ...]:
    """The names of the languages that have a folder here."""
    here = Path(__file__).parent
    return tuple(sorted(path.parent.name for path in here.glob("*/files.py")))


def load_target(name: str) -> Target:
    """The target of that name. Raises ModuleNotFoundError for a name that is not in `known_targets()`."""
    target: Target = import_module(f"sdkloom.targets.{name}").TARGET
    return target


def languages() -> dict[str, str]:
    """The target for each name that other tools have for its language."""
    return {word: name for name in known_targets() for word in load_target(name).known_as}
