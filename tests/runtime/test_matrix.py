"""Is `matrix.md` as the tests are? `pytest tests/runtime/core --update` writes it."""

from __future__ import annotations

from behaviours import MATRIX, page, titles


def test_the_matrix_lists_every_behaviour() -> None:
    assert titles(MATRIX.read_text(encoding="utf-8")) == titles(page({}))


def test_every_behaviour_of_the_matrix_is_proven_with_both_clients() -> None:
    rows = [line for line in MATRIX.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = {row.split(" | ", 1)[1] for row in rows}
    assert cells == {"sync | async |", "--- | --- |", "yes | yes |"}
