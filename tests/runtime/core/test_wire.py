"""How parameters are written: one table over places, styles, explode and kinds of values.

The expected texts are those of https://spec.openapis.org/oas/v3.1.1#style-examples, for a parameter `color`
with the values of that table; those after it are about what the table leaves open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, quote
from uuid import UUID

import pytest
from _core.forms import form_body
from _core.model import BaseModel
from _core.styles import as_json, styled
from _core.unset import absent, omit
from _core.wire import cookie_header, header_values, path_url, query_string, renamed
from examples import bounded
from hypothesis import given
from hypothesis import strategies as st
from server import Answer


class Color(Enum):
    BLUE = "blue"


class Level(str, Enum):
    HIGH = "high"


@dataclass(kw_only=True, slots=True)
class Mix(BaseModel):
    R: int
    G: int = absent
    blue: int = field(default=absent, metadata={"wire": "B"})


ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def written(place: str, style: str, explode: bool, value: Any, *, allow_reserved: bool = False) -> str | None:
    """A parameter as it stands in its place; None where nothing is sent."""
    mark = styled(value, style=style, explode=explode, allow_reserved=allow_reserved)
    if place == "path":
        return path_url("{color}", {"color": mark})
    if place == "query":
        return query_string({"color": mark}) or None
    if place == "header":
        return header_values({"color": mark}).get("color")
    return cookie_header({"color": mark})


@pytest.mark.parametrize(
    ("place", "style", "explode", "value", "text"),
    [
        # The table of the specification.
        ("path", "matrix", False, "blue", ";color=blue"),
        ("path", "matrix", False, ARRAY, ";color=blue,black,brown"),
        ("path", "matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
        ("path", "matrix", True, "blue", ";color=blue"),
        ("path", "matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
        ("path", "matrix", True, OBJECT, ";R=100;G=200;B=150"),
        ("path", "label", False, "blue", ".blue"),
        ("path", "label", False, ARRAY, ".blue,black,brown"),
        ("path", "label", False, OBJECT, ".R,100,G,200,B,150"),
        ("path", "label", True, "blue", ".blue"),
        ("path", "label", True, ARRAY, ".blue.black.brown"),
        ("path", "label", True, OBJECT, ".R=100.G=200.B=150"),
        ("path", "simple", False, "blue", "blue"),
        ("path", "simple", False, ARRAY, "blue,black,brown"),
        ("path", "simple", False, OBJECT, "R,100,G,200,B,150"),
        ("path", "simple", True, "blue", "blue"),
        ("path", "simple", True, ARRAY, "blue,black,brown"),
        ("path", "simple", True, OBJECT, "R=100,G=200,B=150"),
        ("header", "simple", False, "", ""),
        ("header", "simple", False, "blue", "blue"),
        ("header", "simple", False, ARRAY, "blue,black,brown"),
        ("header", "simple", False, OBJECT, "R,100,G,200,B,150"),
        ("header", "simple", True, "", ""),
        ("header", "simple", True, "blue", "blue"),
        ("header", "simple", True, ARRAY, "blue,black,brown"),
        ("header", "simple", True, OBJECT, "R=100,G=200,B=150"),
        ("query", "form", False, "", "color="),
        ("query", "form", False, "blue", "color=blue"),
        ("query", "form", False, ARRAY, "color=blue,black,brown"),
        ("query", "form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("query", "form", True, "", "color="),
        ("query", "form", True, "blue", "color=blue"),
        ("query", "form", True, ARRAY, "color=blue&color=black&color=brown"),
        ("query", "form", True, OBJECT, "R=100&G=200&B=150"),
        ("query", "spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
        ("query", "spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("query", "pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        ("query", "pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("query", "deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("cookie", "form", False, "", "color="),
        ("cookie", "form", False, "blue", "color=blue"),
        ("cookie", "form", False, ARRAY, "color=blue,black,brown"),
        ("cookie", "form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("cookie", "form", True, "", "color="),
        ("cookie", "form", True, "blue", "color=blue"),
        # What the table says of an ampersand makes no cookies; these are what it means.
        ("cookie", "form", True, ARRAY, "color=blue; color=black; color=brown"),
        ("cookie", "form", True, OBJECT, "R=100; G=200; B=150"),
        # Styles where the table has none: lists and objects as in a form.
        ("query", "spaceDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
        ("query", "spaceDelimited", False, "blue", "color=blue"),
        ("query", "pipeDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
        ("query", "pipeDelimited", True, OBJECT, "R=100&G=200&B=150"),
        ("query", "deepObject", False, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("query", "deepObject", True, "blue", "color=blue"),
        ("query", "indices", True, "blue", "color=blue"),
        ("query", "indices", True, ARRAY, "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown"),
        ("query", "indices", True, [{"a": 1}, [2]], "color%5B0%5D%5Ba%5D=1&color%5B1%5D%5B0%5D=2"),
        ("query", "dots", True, {"a": {"b": [1, 2]}, "c": {}}, "color.a.b=1&color.a.b=2"),
        ("query", "dots", False, {"a": {"b": [1, 2]}}, "color.a.b=1,2"),
        ("query", "dots", True, "blue", "color=blue"),
        ("query", "deepObject", True, ARRAY, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown"),
        (
            "query",
            "deepObject",
            True,
            {"a": {"b": [1, 2]}, "c": {}},
            "color%5Ba%5D%5Bb%5D%5B%5D=1&color%5Ba%5D%5Bb%5D%5B%5D=2",
        ),
        # No value, and values without parts.
        ("query", "form", True, omit, None),
        ("query", "form", True, None, "color="),
        ("query", "form", True, [], None),
        ("query", "form", False, [], None),
        ("query", "form", True, {}, None),
        ("query", "form", False, {}, None),
        ("query", "deepObject", True, {}, None),
        ("query", "form", True, ["", None], "color=&color="),
        ("query", "form", False, ["a", None, "b"], "color=a,,b"),
        ("query", "form", True, {"a": omit, "b": 1}, "b=1"),
        ("query", "form", True, [omit, 1], "color=1"),
        ("header", "simple", False, omit, None),
        ("header", "simple", False, None, None),
        ("header", "simple", False, [], None),
        ("header", "simple", True, {}, None),
        ("cookie", "form", True, omit, None),
        ("cookie", "form", True, None, "color="),
        ("cookie", "form", True, [], None),
        # Reserved characters: whatever parts values is not taken for one of their own.
        ("path", "simple", False, "a/b?c#d", "a%2Fb%3Fc%23d"),
        ("path", "simple", False, "a:b@c$d&e", "a:b@c$d&e"),
        ("path", "simple", False, ["a,b", "c"], "a%2Cb,c"),
        ("path", "simple", True, {"a=b": "c=d"}, "a%3Db=c%3Dd"),
        ("path", "matrix", False, "a;b=c,d", ";color=a%3Bb%3Dc%2Cd"),
        ("path", "matrix", True, ["a;b", "c"], ";color=a%3Bb;color=c"),
        ("path", "label", False, "a,b", ".a%2Cb"),
        ("path", "simple", False, "é€", "%C3%A9%E2%82%AC"),
        ("path", "simple", False, "50%", "50%25"),
        ("path", "simple", False, "{color}", "%7Bcolor%7D"),
        ("query", "form", True, "a&b=c+d e,f", "color=a%26b%3Dc%2Bd%20e%2Cf"),
        ("query", "form", False, ["a,b", "c&d"], "color=a%2Cb,c%26d"),
        ("query", "spaceDelimited", False, ["a b", "c"], "color=a%20b%20c"),
        ("query", "pipeDelimited", False, ["a|b", "c"], "color=a%7Cb%7Cc"),
        ("query", "form", True, {"a&b": "c=d"}, "a%26b=c%3Dd"),
        ("query", "deepObject", True, {"a]b": "c"}, "color%5Ba%5Db%5D=c"),
        ("query", "form", True, "a/b?c#d[e]", "color=a%2Fb%3Fc%23d%5Be%5D"),
        ("header", "simple", False, "a b,c=d/é", "a b,c=d/é"),
        ("cookie", "form", True, 'a;b,c d"e\\f%', "color=a%3Bb%2Cc%20d%22e%5Cf%25"),
        ("cookie", "form", True, "YWJj+/8==", "color=YWJj+/8=="),
        ("cookie", "form", True, {"a=b;": "c"}, "a%3Db%3B=c"),
        # Dots alone would be a way upwards.
        ("path", "simple", False, ".", "%2E"),
        ("path", "simple", False, "..", "%2E%2E"),
        ("path", "simple", False, ["..."], "%2E%2E%2E"),
        ("path", "label", False, ".", ".%2E"),
        ("path", "simple", False, "..a", "..a"),
        # Values of all kinds.
        ("query", "form", True, True, "color=true"),
        ("query", "form", True, False, "color=false"),
        ("query", "form", True, 0, "color=0"),
        ("query", "form", True, 1.5, "color=1.5"),
        ("query", "form", True, 10**30, f"color={10**30}"),
        ("query", "form", True, Decimal("1.10"), "color=1.10"),
        ("query", "form", True, date(2026, 1, 31), "color=2026-01-31"),
        (
            "query",
            "form",
            True,
            datetime(2026, 1, 31, 10, tzinfo=timezone(timedelta())),
            "color=2026-01-31T10%3A00%3A00Z",
        ),
        ("query", "form", True, timedelta(hours=1), "color=PT3600S"),
        ("query", "form", True, UUID(int=1), "color=00000000-0000-0000-0000-000000000001"),
        ("query", "form", True, b"hi", "color=aGk%3D"),
        ("query", "form", True, Color.BLUE, "color=blue"),
        ("query", "form", True, Level.HIGH, "color=high"),
        ("query", "form", True, {Level.HIGH: True}, "high=true"),
        ("query", "form", True, ("blue", True), "color=blue&color=true"),
        ("query", "form", True, (n for n in (1, 2)), "color=1&color=2"),
        ("query", "form", True, Mix(R=1, blue=3), "R=1&B=3"),
        ("query", "deepObject", True, Mix(R=1, blue=3), "color%5BR%5D=1&color%5BB%5D=3"),
        ("query", "form", True, [{"a": 1}], "color=%7B%22a%22%3A1%7D"),
        ("path", "simple", False, 7, "7"),
        ("path", "simple", False, 0, "0"),
        ("path", "simple", False, False, "false"),
        ("header", "simple", False, True, "true"),
        ("header", "simple", True, Mix(R=1, blue=3), "R=1,B=3"),
        ("cookie", "form", True, True, "color=true"),
    ],
)
def test_styles(place, style, explode, value, text):
    assert written(place, style, explode, value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (":/?@!$'()*,;=", "color=:/?@!$'()*,;="),
        ("a b%20é", "color=a%20b%2520%C3%A9"),
        ("a&b#c+d[e]", "color=a%26b%23c%2Bd%5Be%5D"),
        (["a/b", "c"], "color=a/b&color=c"),
    ],
)
def test_reserved_characters_can_be_allowed_but_for_those_that_would_end_the_value(value, text):
    assert written("query", "form", True, value, allow_reserved=True) == text


@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("value", ["", None, omit, [], {}])
def test_rule_18_a_path_parameter_must_not_be_empty(style, explode, value):
    with pytest.raises(ValueError, match="path parameter 'color' must not be empty"):
        written("path", style, explode, value)


def test_several_parameters_of_a_path():
    values = {"a": "{b}", "b": styled([1, 2], style="matrix", explode=True)}
    assert path_url("/x/{a}/y{b}", values) == "/x/%7Bb%7D/y;b=1;b=2"


def test_names_are_escaped_too():
    assert query_string({"a b&": 1, "c[]": [1, 2]}) == "a%20b%26=1&c%5B%5D=1&c%5B%5D=2"
    assert path_url("{a;b}", {"a;b": styled(1, style="matrix", explode=False)}) == ";a%3Bb=1"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": [1, None], "b": date(2026, 1, 31)}, '{"a":[1,null],"b":"2026-01-31"}'),
        (Mix(R=1, blue=3), '{"R":1,"B":3}'),
        ("é", '"é"'),
        (None, "null"),
    ],
)
def test_json_in_a_parameter(value, text):
    assert as_json(value) == text
    assert parse_qsl(query_string({"color": as_json(value)})) == [("color", text)]


def test_what_is_omitted_stays_omitted():
    assert as_json(omit) is omit
    assert styled(omit, style="form", explode=True) is omit
    assert query_string({"a": omit, "b": 1}) == "b=1"


def test_names_on_the_wire():
    assert renamed({"from_": 1, "to": omit}, {"from_": "from"}) == {"from": 1, "to": omit}


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"a": "x y+z&é", "b": True, "c": 1.5}, "a=x+y%2Bz%26%C3%A9&b=true&c=1.5"),
        ({"a": ["x", "y"], "b[]": [1, 2]}, "a=x&a=y&b%5B%5D=1&b%5B%5D=2"),
        ({"a": {"b": {"c": 1}, "d": [1, 2]}}, "a%5Bb%5D%5Bc%5D=1&a%5Bd%5D%5B%5D=1&a%5Bd%5D%5B%5D=2"),
        ({"a": [{"b": 1}, {"b": 2}]}, "a%5B%5D%5Bb%5D=1&a%5B%5D%5Bb%5D=2"),
        ({"a[]": [{"b": 1}]}, "a%5B%5D%5Bb%5D=1"),
        ({"a": [[1, 2]]}, "a%5B%5D%5B%5D=1&a%5B%5D%5B%5D=2"),
        ({"a": omit, "b": None, "c": ""}, "b=&c="),
        ({"a": styled(["x", "y"], style="form", explode=False)}, "a=x,y"),
        ({"a": styled(["x", "y"], style="spaceDelimited", explode=False)}, "a=x+y"),
        ({"a": Mix(R=1)}, "a%5BR%5D=1"),
        ({"date": date(2026, 1, 31)}, "date=2026-01-31"),
        ({}, ""),
    ],
)
def test_forms(fields, body):
    assert form_body(fields).decode() == body


def test_the_styles_reach_the_server(serve, caller):
    server = serve(Answer(body=b"{}"))
    query = {
        "a": styled(["x,y", "z"], style="pipeDelimited", explode=False),
        "b": styled({"c": "d"}, style="deepObject", explode=True),
        "e": styled("f/g", style="form", explode=True, allow_reserved=True),
    }
    caller.call(caller.client(server.url), lambda c: c.get("/x", query=query))
    assert server.received[0].path == "/x?a=x%2Cy%7Cz&b%5Bc%5D=d&e=f/g"


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@bounded
@given(pairs=st.lists(st.tuples(_TEXTS.filter(bool), _TEXTS), unique_by=lambda pair: pair[0]))
def test_a_query_says_what_was_given(pairs):
    assert parse_qsl(query_string(dict(pairs)), keep_blank_values=True) == pairs
    assert parse_qsl(form_body(dict(pairs)).decode(), keep_blank_values=True) == pairs


@bounded
@given(value=_TEXTS.filter(bool))
def test_a_path_parameter_is_one_segment(value):
    written = path_url("{x}", {"x": value})
    assert not set(written) & set("/?#\\ ")
    assert written not in {".", ".."}
    assert written.replace("%2E", ".") == quote(value, safe="-._~!$&'()*+,;=:@")


def test_a_fragment_of_a_path_is_not_sent() -> None:
    assert path_url("/files/{id}#share", {"id": "a#b"}) == "/files/a%23b"
