"""References as a reader uses them: what is committed can be followed, and hostile documents write none of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attacks.documents import document, payloads
from pages import broken_links, markup

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate

_OUTPUT = Path(__file__).parents[4] / "output"


@pytest.mark.parametrize("folder", sorted(_OUTPUT.glob("*/docs")), ids=lambda folder: folder.parent.name)
def test_every_link_of_a_committed_reference_leads_to_a_place(folder: Path) -> None:
    pages = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))
    }
    assert broken_links(pages) == []


@pytest.mark.parametrize("payload", payloads("alert(1)").values(), ids=payloads("alert(1)"))
def test_a_hostile_document_writes_no_markup_and_breaks_no_link(payload: str, folder: Path) -> None:
    spec = folder / "api.json"
    spec.write_text(json.dumps(document(payload)), encoding="utf-8")
    outcome = generate(Config(spec=spec, targets=(TargetConfig("docs"), TargetConfig("python"))))
    assert not outcome.report.failed
    pages = {
        name.removeprefix("docs/"): str(text)
        for name, text in outcome.files.items()
        if name.startswith("docs/") and name.endswith(".md")
    }
    assert broken_links(pages) == []
    assert {name: found for name, text in pages.items() if (found := markup(text))} == {}
