"""Whatever a file holds, its translation says something of each part, and a configuration comes out."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sdkloom.config import faults
from sdkloom.diagnostics import Report
from sdkloom.sound import sound
from sdkloom.stainless import translate

_KEYS = (
    "organization targets resources models methods subresources pagination streaming client_settings opts "
    "environments query_settings settings readme openapi transformations security security_schemes "
    "custom_casings endpoint name type auth security_scheme read_env on_event handle request response properties "
    "items paginated skip only deprecated openapi_uri to command args target value from license python "
    "example_requests headline params unwrap_response_fields $shared $client x-stainless-pagination-property purpose"
).split()
_TEXTS = (
    "get /pets,post /pets/{id},Pet,#/components/schemas/Pet,alias,http,cursor,cursor_id,next_cursor_param,"
    "next_cursor_field,items,array,done,yield,$.paths./pets,$.info['a'],remove,update,merge,copy,move,name"
).split(",")
_LEAVES = st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=5) | st.sampled_from(_TEXTS)
_NAMES = st.sampled_from(_KEYS) | st.text(max_size=3)
_FILES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=5),
    max_leaves=40,
)
_SECTIONS = st.dictionaries(st.sampled_from(_KEYS), _FILES, max_size=8)


@settings(deadline=None)
@given(_SECTIONS)
def test_any_file_is_translated(data: dict[str, Any]) -> None:
    found = translate(data, "stainless.yml", {"python": "python"}, Report())
    assert isinstance(found.config, dict)
    assert all(place.startswith("#") for place in (*found.places.values(), *found.changed.values()))
    kept = sound(found, "stainless.yml", Report())
    assert faults(kept.config) == []
    assert kept.config.keys() == found.config.keys()


@settings(deadline=None)
@given(st.text(min_size=1, max_size=9), _FILES)
def test_no_part_is_ignored_without_a_word(key: str, value: Any) -> None:
    report = Report()
    translate({"organization": {"name": "acme"}, f"x {key}": value}, "stainless.yml", {}, report)
    assert bool(report.diagnostics) == (value is not None)
