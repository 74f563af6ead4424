"""What do the annotations of models mean, now that they are needed?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import Field, dataclass, fields, is_dataclass
from importlib import import_module
from inspect import get_annotations
from types import ModuleType
from typing import TYPE_CHECKING, Any, ForwardRef, cast

if TYPE_CHECKING:
    from .model import BaseModel


@dataclass(frozen=True)
class Scope:
    """Where names in annotations are found: in the module itself, then among the public types of its package.

    Modules that import each other in a circle do so for type checkers only; the second step finds those
    names.
    """

    module: str

    def __getitem__(self, name: str) -> Any:
        own = vars(sys.modules[self.module])
        if name in own:
            return own[name]
        for package in self._packages():
            found = _public(package, name)
            if found is not None:
                return found
        raise KeyError(name)

    def _packages(self) -> Iterator[ModuleType]:
        """The `types` packages that the module is in, from the inside out, or else that of the SDK."""
        parts = self.module.split(".")
        for depth in range(len(parts), 1, -1):
            if parts[depth - 1] == "types":
                yield import_module(".".join(parts[:depth]))
        root = __name__.rpartition("._core.")[0]
        if root and not self.module.startswith(f"{root}.types"):
            yield import_module(f"{root}.types")


def _public(package: ModuleType, name: str) -> Any:
    if name in getattr(package, "__all__", ()):
        return getattr(package, name)
    for folder in getattr(package, "FOLDERS", ()):
        found = _public(import_module(f"{package.__name__}.{folder}"), name)
        if found is not None:
            return found
    return None


def evaluate(annotation: Any, scope: Scope) -> Any:
    """The annotation itself, where it is still a text; what is quoted further inside stays quoted."""
    while isinstance(annotation, (str, ForwardRef)):
        text = annotation if isinstance(annotation, str) else annotation.__forward_arg__
        # The text is that of a generated module.
        annotation = eval(text, {}, cast("Any", scope))
    return annotation


def hints_of(cls: type[BaseModel]) -> dict[str, tuple[Any, Scope]]:
    """For each field of a model: its annotation, and the scope in which names quoted inside it are read."""
    found: dict[str, tuple[Any, Scope]] = {}
    for base in reversed(cls.__mro__):
        if is_dataclass(base):
            scope = Scope(base.__module__)
            for name, annotation in get_annotations(base).items():
                found[name] = (evaluate(annotation, scope), scope)
    return found


_WIRE_NAMES: dict[type[BaseModel], dict[str, str]] = {}


def wire_names(cls: type[BaseModel]) -> dict[str, str]:
    """The name on the wire of each attribute."""
    names = _WIRE_NAMES.get(cls)
    if names is None:
        listed: tuple[Field[Any], ...] = fields(cls) if is_dataclass(cls) else ()
        names = {part.name: part.metadata.get("wire", part.name) for part in listed}
        _WIRE_NAMES[cls] = names
    return names


def default_of(cls: type[BaseModel], attribute: str) -> Any:
    """The default of a field; `omit` where the field need not be there."""
    listed: dict[str, Field[Any]] = getattr(cls, "__dataclass_fields__", {})
    return listed[attribute].default
