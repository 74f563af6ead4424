"""The runtime inside a package: names that are loaded late, and types that mention each other in a circle."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

RUNTIME = Path(__file__).parents[3] / "templates/python/runtime"

# As the generator writes them: `Shelf` and `Book` need each other, and only a checker sees both imports.
FILES = {
    "types/__init__.py": """
        from typing import TYPE_CHECKING
        from {core}.lazy import lazily

        __all__ = ["Shelf", "Shelves", "books"]
        FOLDERS = ("books",)

        if not TYPE_CHECKING:
            __getattr__ = lazily(__name__, {{"Shelf": ".shelf", "Shelves": ".shelf:Many", "books": ".books:*"}})
    """,
    "types/shelf.py": """
        from __future__ import annotations
        from dataclasses import dataclass
        from typing import TYPE_CHECKING, Union
        from {core}.model import BaseModel

        if TYPE_CHECKING:
            from .books.book import Book

        @dataclass(kw_only=True, slots=True)
        class Shelf(BaseModel):
            books: list[Book]
            first: Nested

        Many = list["Shelf"]
        Nested = Union["Book", list["Nested"]]
    """,
    "types/books/__init__.py": """
        from {core}.lazy import lazily

        __all__ = ["Book"]
        __getattr__ = lazily(__name__, {{"Book": ".book"}})
    """,
    "types/books/book.py": """
        from __future__ import annotations
        from dataclasses import dataclass
        from typing import TYPE_CHECKING
        from {core}.model import BaseModel

        if TYPE_CHECKING:
            from ..shelf import Shelf

        @dataclass(kw_only=True, slots=True)
        class Book(BaseModel):
            title: str
            shelf: Shelf | None
    """,
    "resources.py": """
        from __future__ import annotations
        from dataclasses import dataclass
        from {core}.model import BaseModel

        @dataclass(kw_only=True, slots=True)
        class Page(BaseModel):
            books: list[Book]
    """,
    "__init__.py": "",
}

DATA = {
    "books": [{"title": "a", "shelf": {"books": [], "first": [[{"title": "b"}]]}}],
    "first": {"title": "c"},
}


@pytest.fixture(params=["beside the runtime", "around the runtime"])
def package(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a package whose runtime is that of the tests, or its own, as in a generated one."""
    is_around = request.param == "around the runtime"
    name = "library_around" if is_around else "library_beside"
    for file, text in FILES.items():
        path = tmp_path / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = text.format(core=f"{name}._core" if is_around else "_core").splitlines()
        path.write_text("\n".join(line.removeprefix(" " * 8) for line in lines))
    if is_around:
        (tmp_path / name / "_core").symlink_to(RUNTIME / "_core")
    monkeypatch.syspath_prepend(tmp_path)
    yield name
    for loaded in [loaded for loaded in sys.modules if loaded.partition(".")[0] == name]:
        del sys.modules[loaded]


def test_types_that_mention_each_other_in_a_circle(package):
    types: Any = import_module(f"{package}.types")
    shelf = types.Shelf.from_dict(DATA)
    Book = import_module(f"{package}.types.books").Book
    inner = shelf.books[0].shelf
    assert [type(part) for part in (shelf.books[0], inner, inner.first[0][0], shelf.first)] == [
        Book,
        types.Shelf,
        Book,
        Book,
    ]
    assert shelf.to_dict() == DATA
    assert shelf.first == Book.from_dict({"title": "c"})


@pytest.mark.parametrize("package", ["around the runtime"], indirect=True)
def test_types_that_a_resource_mentions(package):
    page = import_module(f"{package}.resources").Page.from_dict({"books": [{"title": "a"}]})
    assert [type(book) for book in page.books] == [import_module(f"{package}.types.books").Book]


@pytest.mark.parametrize("package", ["around the runtime"], indirect=True)
def test_quoted_types_at_the_top(package):
    codec = import_module(f"{package}._core.codec")
    types = import_module(f"{package}.types")
    (shelf,) = codec.decode(types.Shelves, [DATA])
    assert type(shelf) is types.Shelf
    assert codec.encode([shelf]) == [DATA]


def test_rule_64_names_are_loaded_when_they_are_asked_for(package):
    types = import_module(f"{package}.types")
    assert f"{package}.types.shelf" not in sys.modules
    assert types.Shelf is types.Shelf is import_module(f"{package}.types.shelf").Shelf
    assert "Shelf" in vars(types)
    assert types.books is import_module(f"{package}.types.books")
    with pytest.raises(AttributeError, match=rf"module '{package}\.types' has no attribute 'Shlef'"):
        _ = types.Shlef
