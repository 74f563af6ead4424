"""Parameters as the OpenAPI Specification writes them: its own table of styles, and what is escaped."""

from __future__ import annotations

import pytest

from sdkloom.example.proof import proof_of
from sdkloom.example.styles import cookie_pairs, header_text, path_text, query_pairs
from sdkloom.ir.api import Api, AuthKind, AuthScheme, Parameter, Place
from sdkloom.ir.base import Docs, Json, Name, Source
from sdkloom.ir.types import AnyType

_AT = Source("api.yaml", "#")
_TEXT = "blue"
_LIST: Json = ["blue", "black", "brown"]
_OBJECT: Json = {"R": 100, "G": 200, "B": 150}


def _parameter(place: Place, style: str, *, explode: bool, reserved: bool = False) -> Parameter:
    return Parameter(
        name=Name("color", ("color",)),
        place=place,
        type=AnyType("Any value."),
        required=True,
        style=style,
        explode=explode,
        default=None,
        docs=Docs(),
        source=Source("api.yaml", "#"),
        allow_reserved=reserved,
    )


# https://spec.openapis.org/oas/v3.1.1#style-examples
@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("matrix", False, _TEXT, ";color=blue"),
        ("matrix", False, _LIST, ";color=blue,black,brown"),
        ("matrix", False, _OBJECT, ";color=R,100,G,200,B,150"),
        ("matrix", True, _LIST, ";color=blue;color=black;color=brown"),
        ("matrix", True, _OBJECT, ";R=100;G=200;B=150"),
        ("label", False, _TEXT, ".blue"),
        ("label", False, _LIST, ".blue,black,brown"),
        ("label", False, _OBJECT, ".R,100,G,200,B,150"),
        ("label", True, _LIST, ".blue.black.brown"),
        ("label", True, _OBJECT, ".R=100.G=200.B=150"),
        ("simple", False, _LIST, "blue,black,brown"),
        ("simple", False, _OBJECT, "R,100,G,200,B,150"),
        ("simple", True, _OBJECT, "R=100,G=200,B=150"),
        ("simple", False, "a/b c", "a%2Fb%20c"),
        ("simple", False, ["a,b", "c"], "a%2Cb,c"),
    ],
)
def test_paths(style: str, explode: bool, value: Json, expected: str) -> None:
    assert path_text(_parameter(Place.PATH, style, explode=explode), value) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", False, _TEXT, "color=blue"),
        ("form", False, _LIST, "color=blue,black,brown"),
        ("form", False, _OBJECT, "color=R,100,G,200,B,150"),
        ("form", True, _LIST, "color=blue&color=black&color=brown"),
        ("form", True, _OBJECT, "R=100&G=200&B=150"),
        ("spaceDelimited", False, _LIST, "color=blue%20black%20brown"),
        ("spaceDelimited", False, _OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, _LIST, "color=blue%7Cblack%7Cbrown"),
        ("deepObject", True, _OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("deepObject", True, {"a": [1, {"b": None}]}, "color%5Ba%5D%5B%5D=1&color%5Ba%5D%5B%5D%5Bb%5D="),
        ("indices", True, ["a", "b"], "color%5B0%5D=a&color%5B1%5D=b"),
        ("indices", True, [{"a": [True]}], "color%5B0%5D%5Ba%5D%5B0%5D=true"),
        ("indices", True, _TEXT, "color=blue"),
        ("dots", True, {"a": {"b": [1, 2]}, "c": {}}, "color.a.b=1&color.a.b=2"),
        ("dots", False, {"a": {"b": [1, 2]}}, "color.a.b=1,2"),
        ("dots", True, _TEXT, "color=blue"),
        ("form", False, "a&b=c", "color=a%26b%3Dc"),
        ("form", False, ["a,b", "c"], "color=a%2Cb,c"),
        ("form", True, True, "color=true"),
    ],
)
def test_queries(style: str, explode: bool, value: Json, expected: str) -> None:
    pairs = query_pairs("color", _parameter(Place.QUERY, style, explode=explode), value)
    assert "&".join("=".join(pair) for pair in pairs) == expected


def test_what_is_reserved_stays_where_the_document_allows_it() -> None:
    parameter = _parameter(Place.QUERY, "form", explode=True, reserved=True)
    assert query_pairs("color", parameter, "a/b?c&d") == [("color", "a/b?c%26d")]


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (False, _LIST, "blue,black,brown"),
        (False, _OBJECT, "R,100,G,200,B,150"),
        (True, _OBJECT, "R=100,G=200,B=150"),
        (False, "a, b", "a, b"),
    ],
)
def test_headers(explode: bool, value: Json, expected: str) -> None:
    assert header_text(_parameter(Place.HEADER, "simple", explode=explode), value) == expected


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (True, _LIST, [("color", "blue"), ("color", "black"), ("color", "brown")]),
        (False, _LIST, [("color", "blue,black,brown")]),
        (True, _OBJECT, [("R", "100"), ("G", "200"), ("B", "150")]),
        (True, 'a;"b', [("color", "a%3B%22b")]),
    ],
)
def test_cookies(explode: bool, value: Json, expected: list[tuple[str, str]]) -> None:
    assert cookie_pairs(_parameter(Place.COOKIE, "form", explode=explode), value) == expected


def test_a_key_in_a_cookie_is_escaped_as_any_cookie() -> None:
    scheme = AuthScheme(
        Name("key", ("key",)), AuthKind.API_KEY, Docs(), _AT, Place.COOKIE, parameter="session id"
    )
    api = Api("A", "1", Docs(), (), (), {}, (scheme,), (("key",),), None, _AT)
    assert proof_of(api).cookies == (("session%20id", "my-api-key"),)
