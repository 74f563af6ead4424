"""All Python that is generated from real documents stands as black would have it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdkloom.config import Config, TargetConfig
from sdkloom.diagnostics import Report
from sdkloom.pipeline import understand
from sdkloom.render import Renderer
from sdkloom.targets import load_target
from sdkloom.targets.base import Copy
from sdkloom.targets.python.format import format_familiar, format_with_black

_ROOT = Path(__file__).parents[4]
_CORPORA = os.environ.get("SDKLOOM_CORPORA")
_SMALL = (
    "tuple-prefixItems.yaml",
    "nullable-optional-matrix.yaml",
    "names-quoted-field-names.json",
    "webhooks-3.1.yaml",
    "sse-get-and-post.yaml",
)


def rendered(spec: Path) -> Iterator[tuple[str, str]]:
    """The Python files of a document as they leave their templates."""
    config = Config(spec=spec)
    understood = understand(config, Report())
    assert understood is not None
    target = load_target("python")
    plan = target.plan(understood.api, understood.names, config, TargetConfig("python"))
    renderer = Renderer(target)
    for file in plan.files:
        if not isinstance(file, Copy) and file.path.endswith(".py"):
            yield file.path, renderer.render(file)


def _check(spec: Path) -> None:
    for path, text in rendered(spec):
        assert format_familiar(text) == format_with_black(text), path


def test_the_showcase() -> None:
    """Black takes its time, hence from every third file it only has to find nothing to change in the others."""
    for place, (path, text) in enumerate(rendered(_ROOT / "spec" / "groq.yaml")):
        tidy = format_familiar(text)
        assert tidy == format_with_black(tidy if place % 3 else text), path


@pytest.mark.skipif(_CORPORA is None, reason="SDKLOOM_CORPORA names no folder of documents")
@pytest.mark.parametrize("name", _SMALL)
def test_edge_cases(name: str) -> None:
    _check(Path(_CORPORA or "") / "edge" / name)
