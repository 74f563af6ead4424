"""How much text a package is: what its readers have to get through."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from manifest import OUTPUT, manifest

SOURCE = OUTPUT / "src" / "groq"
FILES = sorted(OUTPUT.rglob("*.py"))
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def code_lines(file: Path) -> int:
    """The lines of a file that are neither blank nor part of a docstring."""
    text = file.read_text(encoding="utf-8")
    told = {
        number
        for node in ast.walk(ast.parse(text))
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None
        for number in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)
    }
    lines = enumerate(text.splitlines(), 1)
    return sum(1 for number, line in lines if line.strip() and number not in told)


def test_an_operation_takes_at_most_35_lines_of_its_resource() -> None:
    lines = sum(code_lines(file) for file in (SOURCE / "resources").rglob("*.py"))
    assert lines / len(manifest()["operations"]) <= 35


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(OUTPUT)))
def test_a_file_is_read_in_one_go(file: Path) -> None:
    limit = 300 if file.parent.name == "_core" else 800
    assert len(file.read_text(encoding="utf-8").splitlines()) <= limit
