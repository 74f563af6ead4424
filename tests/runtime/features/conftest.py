"""Packages that are generated from small documents, and then called."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from itertools import count
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

from sdkloom.config import Config, TargetConfig, read_config
from sdkloom.diagnostics import Report
from sdkloom.pipeline import generate

Generated = Callable[..., ModuleType]

_NUMBERS = count()


@pytest.fixture
def generated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generated:
    """Generates a package from the paths (and what follows them) of a document, and imports it."""

    def run(document: str, **chosen: Any) -> ModuleType:
        return import_generated(document, tmp_path, monkeypatch, **chosen)

    return run


@pytest.fixture
def configured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, Mapping[str, object]], ModuleType]:
    """Generates a package as a configuration says, here as data, and imports it."""

    def run(document: str, choices: Mapping[str, object]) -> ModuleType:
        return import_generated(document, tmp_path, monkeypatch, choices)

    return run


def import_generated(
    document: str,
    folder: Path,
    patch: pytest.MonkeyPatch,
    choices: Mapping[str, object] | None = None,
    **chosen: Any,
) -> ModuleType:
    """The package for a document, generated into a folder and imported from there.

    `choices` are the configuration as data, `chosen` parts of it as they are read.
    """
    package = f"feature_{next(_NUMBERS)}"
    spec = folder / "api.yaml"
    opening = "openapi: 3.2.0\ninfo: {title: Feature, version: '1'}\n"
    opening += "" if "\nservers:" in f"\n{dedent(document)}" else "servers: [{url: http://feature.invalid}]\n"
    spec.write_text(f"{opening}{dedent(document)}", encoding="utf-8")
    target = TargetConfig("python", package=package, client="Feature")
    report = Report()
    file = folder / "sdkloom.yaml"
    file.write_text(json.dumps({"spec": "api.yaml", **(choices or {})}), encoding="utf-8")
    config = read_config(file, report) if choices else Config(spec=spec)
    assert config is not None
    outcome = generate(replace(config, targets=(target,), **chosen), report)
    assert not outcome.report.failed
    for path, text in outcome.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    patch.syspath_prepend(str(folder / "python" / "src"))
    return import_module(package)


@pytest.fixture(scope="module")
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package for the `DOCUMENT` of a test module, generated once."""
    with pytest.MonkeyPatch.context() as patch:
        yield import_generated(request.module.DOCUMENT, tmp_path_factory.mktemp("feature"), patch)
