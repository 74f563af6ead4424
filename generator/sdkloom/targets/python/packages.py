"""How does a package give its names: which are public, and where is each found?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code
from sdkloom.targets.python.imports import name_order, relative_module
from sdkloom.targets.python.views import ExportView, FormerExportView, PackageView

Folder = tuple[Identifier, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """A public name: the module that it comes from, below the root of the package, and its name there.

    `instead` is the public name to use in place of one that is deprecated.
    """

    name: Identifier
    module: Folder
    origin: Identifier
    instead: str = ""


def package_view(
    summary: str,
    folder: Folder,
    exports: Iterable[Export],
    folders: tuple[Identifier, ...] = (),
    version: str = "",
) -> PackageView:
    """The `__init__.py` of a folder below the root of the package; `folders` are packages inside it."""
    listed = {export.name: export for export in exports}
    ordered = tuple(listed[name] for name in sorted(listed, key=name_order))
    return PackageView(
        summary=summary,
        core=Code(relative_module("._core.lazy", folder)),
        has_exports=bool(ordered or folders),
        imports=tuple(_imports(ordered, folder, folders)),
        exports=tuple(_homes(ordered, folder, folders)),
        has_folders=bool(folders) and bool(folder),
        folders=tuple(map(str, folders)),
        has_version=bool(version),
        version=version,
        has_former=any(export.instead for export in ordered),
        former=tuple(
            FormerExportView(export.name, f"`{export.name}` is deprecated: use `{export.instead}` instead")
            for export in ordered
            if export.instead
        ),
    )


def _module(export: Export, folder: Folder) -> str:
    return relative_module("." + ".".join(export.module), folder)


def _imports(exports: tuple[Export, ...], folder: Folder, folders: tuple[Identifier, ...]) -> Iterator[Code]:
    if folders:
        yield Code(f"from . import {', '.join(sorted(folders, key=name_order))}")
    grouped: dict[str, list[Export]] = {}
    for export in exports:
        grouped.setdefault(_module(export, folder), []).append(export)
    for module in sorted(grouped):
        kept = [export.name for export in grouped[module] if export.name == export.origin]
        if kept:
            yield Code(f"from {module} import {', '.join(kept)}")
        for export in grouped[module]:
            if export.name != export.origin:
                yield Code(f"from {module} import {export.origin} as {export.name}")


def _homes(
    exports: tuple[Export, ...], folder: Folder, folders: tuple[Identifier, ...]
) -> Iterator[ExportView]:
    for export in exports:
        module = _module(export, folder)
        yield ExportView(export.name, module if export.name == export.origin else f"{module}:{export.origin}")
    for name in folders:
        yield ExportView(name, f".{name}:*")
