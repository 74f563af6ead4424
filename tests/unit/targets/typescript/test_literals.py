"""Literals in programs: all of JSON is one, as JavaScript writes it, and what would have to run is none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkloom.ir.base import Json
from sdkloom.targets.typescript.literals import read_literal

_PLAIN = st.text(st.characters(exclude_categories=["C"], exclude_characters="\\"))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _PLAIN,
    lambda inner: st.lists(inner) | st.dictionaries(_PLAIN, inner),
)


@given(_VALUES)
def test_json_is_read_as_it_is(value: Json) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert read_literal(f"f({text})", 2) == value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{ a: 'it\\'s', b: [1, -2.5,], 'c-d': `x`, }", {"a": "it's", "b": [1, -2.5], "c-d": "x"}),
        ("{\n  $x: true,\n  y: null,\n}", {"$x": True, "y": None}),
        ("'line\\n'", "line\n"),
        ("[]", []),
    ],
)
def test_what_only_javascript_writes(source: str, expected: Json) -> None:
    assert read_literal(source, 0) == expected


@pytest.mark.parametrize(
    "source",
    [
        "name",
        "{ file: fs.createReadStream('a') }",
        "{ a: 1 + 1 }",
        "`${secret}`",
        "{ ...rest }",
        "{ [key]: 1 }",
        "{ a }",
        "{ a: 0x10 }",
        "'\\u0041'",
        "[1, , 2]",
        "{ a: 1",
        "",
    ],
)
def test_what_has_to_run_is_no_literal(source: str) -> None:
    assert read_literal(source, 0) is None
