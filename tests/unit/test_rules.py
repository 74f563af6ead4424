"""Which of the rules for a generated SDK are proven by a test of their name, and why are the others not?"""

from __future__ import annotations

import re
from pathlib import Path

_TESTS = Path(__file__).parents[1]
_RULES = range(1, 65)

_OTHERWISE = {
    26: "every method raises the same errors; the README of a package lists them once",
    55: "whoever publishes a package chooses its version and where it goes; the version is in the configuration",
}


def _named() -> set[int]:
    """The rules that tests are named after."""
    texts = (path.read_text(encoding="utf-8") for path in _TESTS.rglob("test_*.py"))
    return {
        int(number)
        for text in texts
        for number in re.findall(r"^(?:async )?def test_rule_(\d+)_", text, re.M)
    }


def test_every_rule_has_a_test_or_a_reason() -> None:
    assert sorted(_named() | _OTHERWISE.keys()) == list(_RULES)


def test_no_rule_has_both() -> None:
    assert not _named() & _OTHERWISE.keys()
