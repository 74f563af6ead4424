"""Texts of documents as sentences: what opens a README, and how a title stands among other words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.pipeline import understand
from sdkloom.targets.wording import about, named


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("Books. And shelves.", "Books."),
        ("Books and shelves", "Books and shelves."),
        ("# Introduction\nBooks and shelves\n### More\nOf them.", "Books and shelves."),
        ("# Introduction\n\nBooks and shelves.", "Books and shelves."),
        ("- books\n- shelves\n\nThings to read", "Things to read."),
        ("The [Shelf](https://shelf.example).", "The [Shelf](https://shelf.example)."),
        ("", "Shelf."),
    ],
)
def test_a_readme_opens_with_a_sentence(description: str, said: str, tmp_path: Path) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "Shelf", "version": "1", "description": description}}
    (tmp_path / "api.yaml").write_text(yaml.safe_dump({**document, "paths": {}}), encoding="utf-8")
    understood = understand(Config(spec=tmp_path / "api.yaml"), Report())
    assert understood is not None
    assert about(understood.api) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Shelf API", "the Shelf API"),
        ("Shelf API (beta)", "the Shelf API (beta)"),
        ("Shelf", "Shelf"),
        ("OpenAPI Shelf", "OpenAPI Shelf"),
        ("The Shelf API", "The Shelf API"),
        ("Anna's API", "Anna's API"),
    ],
)
def test_a_title_has_an_article_where_it_needs_one(title: str, said: str) -> None:
    assert named(title) == said
