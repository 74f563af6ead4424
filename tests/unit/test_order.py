"""The order in which a document says things makes no difference to any public name."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.load.read import parse, read_text
from sdkloom.pipeline import generate
from sdkloom.write import MANIFEST

_SPEC = Path(__file__).parents[2] / "spec" / "groq.yaml"
_CLASHING = """
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets: {get: {operationId: list, responses: {'204': {description: ok}}}}
  /pets/: {get: {operationId: listAgain, responses: {'204': {description: ok}}}}
  /v2/pets: {get: {responses: {'204': {description: ok}}}}
  /pets/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: ok}}}}
components:
  schemas:
    pet: {type: object, properties: {owner: {type: object, properties: {a: {type: string}}}}}
    Pet: {type: object, properties: {owner: {type: object, properties: {b: {type: string}}}}}
    PET: {type: object, properties: {pet_owner: {type: object, properties: {c: {type: string}}}}}
"""


def _shuffled(node: Any, order: random.Random) -> Any:
    """The same data with the keys of every object in another order."""
    if isinstance(node, dict):
        keys = list(node)
        order.shuffle(keys)
        return {key: _shuffled(node[key], order) for key in keys}
    return [_shuffled(part, order) for part in node] if isinstance(node, list) else node


def _names(data: Any, folder: Path) -> tuple[set[tuple[str, str, str]], set[str]]:
    spec = folder / "api.json"
    spec.write_text(json.dumps(data), encoding="utf-8")
    files = generate(Config(spec=spec)).files
    manifest = json.loads(str(files[f"python/{MANIFEST}"]))
    calls = {(entry["method"], entry["path"], entry["call"]) for entry in manifest["operations"]}
    return calls, set(manifest["files"])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("document", ["spec", "clashing"])
def test_order_makes_no_difference(document: str, seed: int, folder: Path) -> None:
    (folder / "clashing.yaml").write_text(_CLASHING)
    path = _SPEC if document == "spec" else folder / "clashing.yaml"
    text = read_text(path, path.name, Report())
    assert text is not None
    data = parse(text, Report())
    assert _names(_shuffled(data, random.Random(seed)), folder) == _names(data, folder)
