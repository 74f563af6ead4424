"""Is `matrix.md` as the tests are? `pytest tests/runtime/core --update` writes it."""

from __future__ import annotations

from behaviours import MATRIX, page, rows, sections, shown_in_typescript, typescript_tests


def test_the_matrix_lists_every_behaviour_and_where_typescript_shows_it() -> None:
    said = [[row[0], row[-1]] for row in rows(MATRIX.read_text(encoding="utf-8"))]
    assert said == [[row[0], row[-1]] for row in rows(page({}))]


def test_every_behaviour_of_the_matrix_is_proven_with_both_clients() -> None:
    found = {tuple(row[1:3]) for row in rows(MATRIX.read_text(encoding="utf-8"))}
    assert found == {("sync", "async"), ("---", "---"), ("yes", "yes")}


def test_every_test_of_typescript_that_the_matrix_names_is_there() -> None:
    shown = shown_in_typescript()
    assert set(shown) <= {one.test.removeprefix("test_") for _, found in sections() for one in found}
    named = {test for test in shown.values() if isinstance(test, str)}
    assert named <= typescript_tests()
