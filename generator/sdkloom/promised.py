"""What does a file promise: a snapshot of a surface, a document, or a configuration?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sdkloom.config import Config, read_config
from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json
from sdkloom.load.read import parse, read_text, shown_name
from sdkloom.pipeline import understand
from sdkloom.surface.describe import describe
from sdkloom.surface.model import Surface
from sdkloom.surface.read import read_surface

SNAPSHOT = "sdkloom.surface.json"
"""The name of the snapshot, which stands beside the configuration."""


def snapshot_place(config: Config) -> Path:
    """Where the surface of the last release is kept: beside the configuration, or else the document."""
    return (Path(config.config_file) if config.config_file else config.spec).with_name(SNAPSHOT)


def present_surface(config: Config, report: Report) -> Surface | None:
    """What is promised now; None after an error."""
    understood = understand(config, report)
    return describe(understood.api, understood.names, config) if understood is not None else None


def released_surface(config: Config, report: Report) -> Surface | None:
    """What was promised at the last release; None after an error."""
    path = snapshot_place(config)
    if not path.exists():
        hint = "`sdkloom diff --release` keeps what is promised now; run it at each release"
        report.add("E602", None, f"`{shown_name(path)}`", hint=hint)
        return None
    return surface_of(path, config, report)


def surface_of(path: Path, config: Config, report: Report) -> Surface | None:
    """What a file promises; None after an error.

    To a document the present configuration applies, as far as it fits: what it says of things that the
    document does not have is no error, since the two come from different times.
    """
    file = shown_name(path)
    text = read_text(path, file, report)
    data = parse(text, report) if text is not None else None
    if report.failed:
        return None
    if isinstance(data, Mapping) and "surface" in data:
        return read_surface(data, file, report)
    if _is_config(data):
        other = read_config(path, report)
        return present_surface(other, report) if other is not None else None
    if path.name == SNAPSHOT:
        return read_surface(data, file, report)
    return present_surface(replace(config, spec=path, adopted=config.config_file), report)


def _is_config(data: Json) -> bool:
    return isinstance(data, Mapping) and not {"openapi", "swagger"} & set(data) and "spec" in data
