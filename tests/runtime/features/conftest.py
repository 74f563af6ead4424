"""Packages that are generated from small documents, and then called."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from itertools import count
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate

Generated = Callable[[str], ModuleType]

_NUMBERS = count()


@pytest.fixture
def generated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generated:
    """Generates a package from the paths (and what follows them) of a document, and imports it."""

    def run(document: str) -> ModuleType:
        package = f"feature_{next(_NUMBERS)}"
        spec = tmp_path / "api.yaml"
        opening = (
            "openapi: 3.2.0\ninfo: {title: Feature, version: '1'}\nservers: [{url: http://feature.invalid}]\n"
        )
        spec.write_text(f"{opening}{dedent(document)}", encoding="utf-8")
        target = TargetConfig("python", package=package, client="Feature")
        outcome = generate(Config(spec=spec, targets=(target,)))
        assert not outcome.report.failed
        for path, text in outcome.files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path / "python" / "src"))
        return import_module(package)

    return run
