"""Which import lines does a module open with?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdkloom.targets.base import Code, Import


@dataclass(frozen=True, slots=True)
class ImportBlock:
    """The lines for the interpreter in groups (standard library, others, own package), and those for type
    checkers alone; `modules` are all that they name.
    """

    groups: tuple[tuple[Code, ...], ...]
    typing_only: tuple[tuple[Code, ...], ...]
    has_typing_only: bool
    modules: frozenset[str] = frozenset()


_THIRD_PARTY = {"typing_extensions"}
_TESTING = {"pytest"}


def import_block(needs: Iterable[Import], module: tuple[str, ...], is_package: bool = False) -> ImportBlock:
    """The block for a module at this dotted place below the package.

    What it defines itself is not imported.
    """
    own = "." + ".".join(module)
    wanted = {need for need in needs if need.module != own}
    runtime = {(need.module, need.name) for need in wanted if not need.typing_only}
    checked = {(need.module, need.name) for need in wanted if need.typing_only} - runtime
    if checked:
        runtime.add(("typing", "TYPE_CHECKING"))
    depth = len(module) if is_package else len(module) - 1
    return ImportBlock(
        _groups(runtime, module[:depth]),
        _groups(checked, module[:depth]),
        bool(checked),
        frozenset(need.module for need in wanted),
    )


def absolute_block(needs: Iterable[Import], package: str) -> ImportBlock:
    """The block for a module outside the package that imports it by its name."""
    pairs = {(need.module, need.name) for need in needs}
    own = {pair for pair in pairs if pair[0].split(".")[0] == package}
    third = {pair for pair in pairs if pair[0] in _TESTING}
    local = {pair for pair in pairs if pair[0].startswith(".")}
    groups = (pairs - own - third - local, third, own, local)
    return ImportBlock(tuple(_lines(group, ()) for group in groups if group), (), False)


def _groups(pairs: set[tuple[str, str]], folder: tuple[str, ...]) -> tuple[tuple[Code, ...], ...]:
    standard = {pair for pair in pairs if not pair[0].startswith(".") and pair[0] not in _THIRD_PARTY}
    third = {pair for pair in pairs if pair[0] in _THIRD_PARTY}
    local = {pair for pair in pairs if pair[0].startswith(".")}
    return tuple(_lines(group, folder) for group in (standard, third, local) if group)


def _lines(pairs: set[tuple[str, str]], folder: tuple[str, ...]) -> tuple[Code, ...]:
    plain = sorted(module for module, name in pairs if not name)
    froms: dict[str, list[str]] = {}
    for module, name in pairs:
        if name:
            froms.setdefault(module, []).append(name)
    modules = sorted(
        froms, key=lambda module: (module.startswith("."), _distance(module, folder), module.lower())
    )
    lines = [Code(f"import {module}") for module in plain]
    for module in modules:
        start = f"from {relative_module(module, folder)} import"
        names = sorted(froms[module], key=name_order)
        kept = [name for name in names if " as " not in name]
        lines += [Code(f"{start} {', '.join(kept)}")] if kept else []
        lines += [Code(f"{start} {name}") for name in names if " as " in name]
    return tuple(lines)


def name_order(name: str) -> tuple[bool, bool, str]:
    """The order that import sorters use: constants, classes, functions."""
    return (not name.isupper(), not name[:1].isupper(), name)


def _distance(module: str, folder: tuple[str, ...]) -> int:
    if not module.startswith("."):
        return 0
    parts = tuple(part for part in module[1:].split(".") if part)
    shared = 0
    while shared < min(len(parts), len(folder)) and parts[shared] == folder[shared]:
        shared += 1
    return -(len(folder) - shared)


def relative_module(module: str, folder: tuple[str, ...]) -> str:
    """A module below the package root, seen from a folder: `.types.model` from `types/chat` is `..model`."""
    if not module.startswith("."):
        return module
    parts = tuple(part for part in module[1:].split(".") if part)
    shared = 0
    while shared < min(len(parts), len(folder)) and parts[shared] == folder[shared]:
        shared += 1
    return "." * (len(folder) - shared + 1) + ".".join(parts[shared:])
