"""The references of real documents: every link leads to a place, and every page can be reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora.test_documents import CORPORA, documents
from pages import broken_links, markup

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate

pytestmark = pytest.mark.skipif(not CORPORA, reason="SDKLOOM_CORPORA names no folder of documents")


@pytest.mark.parametrize("path", documents())
def test_every_link_leads_to_a_place(path: Path) -> None:
    outcome = generate(Config(spec=path, targets=(TargetConfig("docs"),)))
    if outcome.report.failed:
        pytest.skip("the document is not valid")
    pages = {
        name.removeprefix("docs/"): str(text) for name, text in outcome.files.items() if name.endswith(".md")
    }
    assert broken_links(pages) == []
    assert {name: found for name, text in pages.items() if (found := markup(text))} == {}
