"""Names never change by accident: everything public, in every language, over whole documents."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.name.documents import Data, documents, enlarged, shuffled
from unit.name.faces import Face, face, locked

from sdkloom.targets import known_targets

_LANGUAGES = pytest.mark.parametrize("language", known_targets())
_ORDERS = st.randoms(use_true_random=False)


def _changed(before: Face, after: Face) -> dict[str, tuple[list[str], list[str]]]:
    """What has lost a name that it had."""
    return {
        word: (sorted(names), sorted(after.get(word, ())))
        for word, names in before.items()
        if not names <= after.get(word, frozenset())
    }


@_LANGUAGES
@given(documents(), _ORDERS)
@settings(max_examples=25)
def test_the_order_of_a_document_makes_no_difference(language: str, data: Data, order: Random) -> None:
    assert _changed(face(data, language), face(shuffled(data, order), language)) == {}


@_LANGUAGES
@given(documents(), documents("n"), _ORDERS)
@settings(max_examples=25)
def test_whatever_is_added_every_published_name_stays(
    language: str, data: Data, more: Data, order: Random
) -> None:
    after = shuffled(enlarged(data, more), order)
    assert _changed(face(data, language), face(after, language, locked(data))) == {}


@given(documents())
@settings(max_examples=25)
def test_generating_again_changes_no_line_of_the_lock(data: Data) -> None:
    lock = locked(data)
    assert locked(data, lock) == lock
