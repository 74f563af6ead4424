"""Whatever stands where a document should say something else, the compiler says so and goes on."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.pipeline import understand

PAGES = Path(__file__).parents[2] / "golden"
_SPEC = re.compile(r"^```yaml spec\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# One document for each page: the longest of it.
SPECS = [
    yaml.safe_load(max(found, key=len))
    for page in ("schemas", "paths", "extensions", "forms", "unions", "streams", "references", "operations")
    if (found := _SPEC.findall((PAGES / f"{page}.md").read_text(encoding="utf-8")))
]
JUNK = [
    None,
    True,
    -1,
    1.5,
    "",
    "x",
    [],
    [1],
    ["a"],
    {},
    {"a": 1},
    [{}],
    {"type": "object"},
    {"$ref": "#"},
    {"$ref": "#/components/schemas/Pet"},
    {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
]


def _places(node: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*above, key)
        yield from _places(value, (*above, key))


def _spoilt(spec: Any, place: tuple[Any, ...], junk: Any) -> Any:
    spoilt = copy.deepcopy(spec)
    holder = spoilt
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = junk
    return spoilt


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("junk") / "api.json"


@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_junk_anywhere_is_no_reason_to_stop(file: Path, data: st.DataObject) -> None:
    spec = data.draw(st.sampled_from(SPECS))
    place = data.draw(st.sampled_from(list(_places(spec))))
    spoilt = _spoilt(spec, place, data.draw(st.sampled_from(JUNK)))
    file.write_text(json.dumps(spoilt), encoding="utf-8")
    understand(Config(spec=file), Report())
