"""Names that are loaded when they are first asked for, so that importing a package costs next to nothing."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(
    package: str, homes: Mapping[str, str], former: Mapping[str, str] | None = None
) -> Callable[[str], object]:
    """A `__getattr__` for a package (PEP 562) whose names are found in other modules.

    `homes` gives for each name the module, relative to the package, and behind a colon the name there
    where it is another one; `*` is the module itself. `former` names are kept for those who know them:
    whoever asks for one is warned by its text.
    """
    deprecated = former or {}

    def load(name: str) -> object:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, _, origin = home.partition(":")
        found = import_module(module, package)
        value: object = found if origin == "*" else getattr(found, origin or name)
        if name in deprecated:
            warnings.warn(deprecated[name], DeprecationWarning, stacklevel=2)
        else:
            setattr(sys.modules[package], name, value)
        return value

    return load
