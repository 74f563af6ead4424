"""Which import lines does a file open with?"""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import relpath

from sdkloom.targets.base import Code, Import


def import_lines(needs: Iterable[Import], module: str) -> tuple[Code, ...]:
    """The lines for a file at this place below `src`; what is its own is imported by other names only."""
    wanted: dict[str, dict[str, bool]] = {}
    for need in needs:
        if need.module != module or " as " in need.name:
            names = wanted.setdefault(need.module, {})
            names[need.name] = names.get(need.name, True) and need.typing_only
    return tuple(_line(home, wanted[home], module) for home in sorted(wanted, key=_order))


def _order(module: str) -> tuple[bool, str]:
    """What the package itself brings stands before the resources."""
    return (module.startswith("resources/"), module)


def _line(home: str, names: dict[str, bool], module: str) -> Code:
    source = f"from '{relative(home, module)}';"
    ordered = sorted(names, key=lambda name: (name.lower(), name))
    if all(names.values()):
        return Code(f"import type {{ {', '.join(ordered)} }} {source}")
    listed = (f"type {name}" if names[name] else name for name in ordered)
    return Code(f"import {{ {', '.join(listed)} }} {source}")


def relative(home: str, module: str) -> str:
    """The path of a file as another one imports it."""
    # A file may be called like the folder beside it, so only whole names of files are compared.
    path = relpath(f"{home}.js", module.rpartition("/")[0] or ".")
    return path if path.startswith(".") else f"./{path}"
