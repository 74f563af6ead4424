"""Reading: YAML 1.2 scalars, keys, merges and limits, and JSON beside it."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from reports import places

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Source
from sdkloom.load import read
from sdkloom.load.read import Text, parse


def _parse(text: str | bytes, name: str = "a.yaml") -> object:
    report = Report()
    data = parse(Text(name, text.encode() if isinstance(text, str) else text), report)
    assert not report.diagnostics, list(report.diagnostics)
    return data


def _faults(text: str | bytes, name: str = "a.yaml") -> list[str]:
    report = Report()
    assert parse(Text(name, text.encode() if isinstance(text, str) else text), report) is None
    return places(report)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("2024-10-01", "2024-10-01"),
        ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
        ("18:00", "18:00"),
        ("012", "012"),
        ("0123.5", "0123.5"),
        ("1_000", "1_000"),
        ("0x1F", 31),
        ("0o17", 15),
        ("017", "017"),
        ("-7", -7),
        ("+7", 7),
        ("0", 0),
        ("1e3", 1000.0),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("-0.0", -0.0),
        ("123e456", "123e456"),
        ("0x" + "f" * 3000, int("f" * 3000, 16)),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1.2.3", "1.2.3"),
        ("'1'", "1"),
        ('"true"', "true"),
        ("!!str 1", "1"),
        ("!!int 1", 1),
        ("! 1", "1"),
        ("=", "="),
        ("|\n    1\n", "1\n"),
        ("1" * 400, int("1" * 400)),
    ],
)
def test_scalars_are_what_yaml_1_2_says(text: str, value: object) -> None:
    data = _parse(f"k: {text}\n")
    assert data == {"k": value}
    assert type(data["k"]) is type(value)  # type: ignore[index]


@pytest.mark.parametrize("key", ["200", "no", "true", "null", "1.5", "2024-10-01", "~"])
def test_keys_stay_what_their_author_wrote(key: str) -> None:
    assert _parse(f"{key}: 1\n") == {key: 1}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\n", {"x": 1, "y": 3}),
        ("a: &a {x: 1, y: 2}\nb: {y: 3, <<: *a}\n", {"x": 1, "y": 3}),
        ("a: &a {x: 1}\nc: &c {x: 2, z: 3}\nb: {<<: [*a, *c]}\n", {"x": 1, "z": 3}),
        ("a: &a {x: 1}\nc: &c {<<: *a, z: 3}\nb: {<<: *c}\n", {"x": 1, "z": 3}),
        ("a: &a {x: 1}\nb:\n  !!merge <<: *a\n", {"x": 1}),
        ("b: {'<<': 1}\n", {"<<": 1}),
        ("a: &a [1, {x: 2}]\nb: *a\n", [1, {"x": 2}]),
        ("a: &a text\nb: {*a : 1}\n", {"text": 1}),
    ],
)
def test_anchors_and_merge_keys(text: str, value: object) -> None:
    data = _parse(text)
    assert isinstance(data, dict)
    assert data["b"] == value


def test_an_alias_is_a_copy() -> None:
    data = _parse("a: &a {x: 1}\nb: *a\n")
    assert isinstance(data, dict)
    data["b"]["x"] = 2
    assert data["a"]["x"] == 1


def test_a_byte_order_mark_is_accepted() -> None:
    assert _parse(b"\xef\xbb\xbfa: 1\n") == {"a": 1}
    assert _parse(b'\xef\xbb\xbf{"a": 1}', "a.json") == {"a": 1}


def test_windows_line_ends_are_accepted() -> None:
    assert _parse("a: 1\r\nb:\r\n  c: x\r\n") == {"a": 1, "b": {"c": "x"}}


def test_tabs_are_accepted_where_they_do_not_indent() -> None:
    assert _parse("a:\tb\t\nc: [\td]\n") == {"a": "b", "c": ["d"]}
    assert _parse('{\n\t"a": 1\n}') == {"a": 1}


def test_a_directive_does_not_bring_yaml_1_1_back() -> None:
    assert _parse("%YAML 1.1\n---\na: no\nb: 010\n") == {"a": "no", "b": "010"}


def test_numbers_of_json_that_nothing_can_hold_stay_text() -> None:
    assert _parse('{"a": 1e400, "b": [-1e999, 1e3]}', "a.json") == {"a": "1e400", "b": ["-1e999", 1000.0]}


def test_a_large_scalar_is_a_scalar() -> None:
    assert _parse(f"a: {'x' * 5_000_000}\n") == {"a": "x" * 5_000_000}


def test_files_that_are_too_large_or_no_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "large.yaml").write_bytes(b"a" * 101)
    os.mkfifo(folder / "pipe.yaml")
    monkeypatch.setattr(read, "MAX_SIZE", 100)
    report = Report()
    assert read.read_text(Path("large.yaml"), "large.yaml", report) is None
    assert read.read_text(Path("pipe.yaml"), "pipe.yaml", report, Source("a.yaml", "#")) is None
    assert [(found.code, found.hint) for found in report.diagnostics] == [
        ("E101", "it has more than 100 bytes"),
        ("W101", "it is not a file"),
    ]


def test_json_in_a_file_of_another_name() -> None:
    assert _parse('{"a": "\\ud83d\\ude00"}', "openapi") == {"a": "😀"}
    assert _parse('{"a": "\\ud83d\\ude00"}', "a.yaml") == {"a": "😀"}
    assert _parse("{a: 1, b: [x]}", "a.yaml") == {"a": 1, "b": ["x"]}
    assert _parse("a: 1", "a.json") == {"a": 1}


_BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{below}'] * 10)}]\n"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "E104 a.yaml:3:1"),
        ("x:\n  a: {b: 1, b: 2}\n", "E104 a.yaml:2:13"),
        ("a: [1\nb: 2\n", "E102 a.yaml:2:2"),
        ("a: b: c\n", "E102 a.yaml:1:5"),
        ("a:\n\t- b\n", "E102 a.yaml:2:1"),
        ("a: 'x\n", "E102 a.yaml:2:1"),
        ("a: 1\n---\nb: 2\n", "E102 a.yaml:2:1"),
        ("a: \x07\n", "E102 a.yaml:1:4"),
        (b"a: 1\nb: caf\xe9\n", "E102 a.yaml:2:7"),
        ("a: 1\n".encode("utf-16"), "E102 a.yaml:1:1"),
        ("a: !!python/object:os.system {}\n", "E107 a.yaml:1:4"),
        ("a: !!timestamp 2024-01-01\n", "E107 a.yaml:1:4"),
        ("a: !secret x\n", "E107 a.yaml:1:4"),
        ("a: *b\n", "E107 a.yaml:1:4"),
        ("a: &a [*a]\n", "E107 a.yaml:1:8"),
        ("a: {<<: 1}\n", "E107 a.yaml:1:9"),
        ("? [a]\n: 1\n", "E107 a.yaml:1:3"),
        ("a: " + "1" * 5000 + "\n", "E107 a.yaml:1:4"),
        (_BOMB, "E107 a.yaml:6:20"),
        ("a: " + "[" * 300 + "]" * 300 + "\n", "E107 a.yaml:1:204"),
        ("a: " + "[" * 100_000, "E107 a.yaml:1:1003"),
        ("- " * 100_000, "E107 a.yaml:1:403"),
        ("? " * 100_000, "E107 a.yaml:1:3"),
        ("a: 0x" + "f" * 4000 + "\n", "E107 a.yaml:1:4"),
        (f"a: &a {'x' * 100_000}\nb: [{'*a,' * 501}]\n", "E107 a.yaml:2:1502"),
        ("a: 1\n".encode("utf-16-le"), "E102 a.yaml:1:2"),
        ("\ufeffa: 1\n".encode("utf-16-be"), "E102 a.yaml:1:1"),
        ("a: 1\n\ufeffb: 2\n", "E102 a.yaml:2:2"),
        ('a: "\\ud800"\n', "E102 a.yaml:1:7"),
        ("%YAML 3.0\n---\na: 1\n", "E102 a.yaml:1:1"),
        ("k" * 2000 + ": 1\n", "E102 a.yaml:1:2001"),
    ],
    ids=range(31),
)
def test_what_is_refused_has_a_place(text: str | bytes, expected: str) -> None:
    (fault,) = _faults(text)
    assert fault.split(":")[:2] == expected.split(":")[:2]
    if text is not _BOMB:
        assert fault == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "b": }', "E102 a.json:2:7"),
        ('{"a": 1,\n "b": 2,\n "a": 3}', "E104 a.json:3:2"),
        ('{"a": NaN}', "E102 a.json:1:7"),
        ('{"a": NaN, "b": }', "E102 a.json:1:17"),
        ('{"a": "\\ud800"}', "E107 a.json:1:7"),
        ('{"\\udc00": 1}', "E107 a.json:1:2"),
        ('{"a": ' + "[" * 300 + "]" * 300 + "}", "E107 a.json:1:206"),
        ('{"a": ' + "[" * 100_000, "E107 a.json:1:206"),
        ('{"a": ' + "1" * 5000 + "}", "E107 a.json:1:7"),
        ('{"a": "\x01"}', "E102 a.json:1:8"),
        ("{", "E102 a.json:1:2"),
    ],
    ids=range(11),
)
def test_bad_json_has_a_place(text: str, expected: str) -> None:
    assert _faults(text, "a.json") == [expected]


def test_both_places_of_a_key_that_stands_twice() -> None:
    report = Report()
    parse(Text("a.yaml", b"a: 1\nb: 2\na: 3\n"), report)
    (block,) = report.render(lambda source: pytest.fail(f"{source} has a place already"))
    assert "  = first taken at a.yaml:1:1" in block


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)
_DATA = st.recursive(
    _SCALARS | _PRINTABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_PRINTABLE, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(_PRINTABLE, _DATA, max_size=4))
def test_json_comes_back_as_it_went_in(data: object) -> None:
    for escaped in (True, False):
        assert _parse(json.dumps(data, ensure_ascii=escaped), "a.json") == data


@given(st.dictionaries(_PRINTABLE, _DATA, max_size=4))
def test_yaml_comes_back_as_it_went_in(data: dict[str, object]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    assert _close(_parse(text), data)


def _close(left: object, right: object) -> bool:
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(_close(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(_close(a, b) for a, b in zip(left, right, strict=True))
    if isinstance(left, float) and isinstance(right, float):
        return math.isclose(left, right)
    return left == right


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_input_makes_the_reader_fail(data: bytes) -> None:
    for name in ("a.yaml", "a.json"):
        parse(Text(name, data), Report())
