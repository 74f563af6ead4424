"""Comparing surfaces: what holds for every pair of documents, and which version comes next."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.load.read import Text, parse
from sdkloom.promised import present_surface
from sdkloom.surface.changes import Weight
from sdkloom.surface.compare import compare
from sdkloom.surface.model import Surface
from sdkloom.surface.read import read_surface
from sdkloom.surface.snapshot import write_surface
from sdkloom.surface.versions import Bump, needed_bump, next_version

_PAGE = Path(__file__).parents[2] / "golden" / "diff.md"
_API = """
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
      - {name: kind, in: query, schema: {$ref: '#/components/schemas/Kind'}}
      - {name: limit, in: query, schema: {type: integer, default: 10}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
    post:
      operationId: createPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Kind: {type: string, enum: [cat, dog]}
    NewPet: {type: object, required: [name], properties: {name: {type: string}, mother: {$ref: '#/components/schemas/Pet'}}}
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        mother: {$ref: '#/components/schemas/Pet'}
        home: {oneOf: [{type: string}, {$ref: '#/components/schemas/Home'}]}
    Home: {type: object, properties: {city: {type: string}, since: {type: string, format: date}}}
security: [{key: []}]
"""


def _surface(document: Any, name: str = "api.yaml") -> Surface:
    Path(name).write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    report = Report()
    surface = present_surface(Config(spec=Path(name)), report)
    assert surface is not None, [found.title for found in report.diagnostics]
    return surface


def _shuffled(node: Any, chance: random.Random) -> Any:
    """The same document in another order; lists that hold things with names are shuffled as well."""
    if isinstance(node, dict):
        keys = list(node)
        chance.shuffle(keys)
        return {key: _shuffled(node[key], chance) for key in keys}
    if isinstance(node, list):
        parts = [_shuffled(part, chance) for part in node]
        chance.shuffle(parts)
        return parts
    return node


def _documents() -> Iterator[Any]:
    blocks = _PAGE.read_text(encoding="utf-8").split("```yaml ")[1:]
    for block in blocks:
        role, _, text = block.partition("\n")
        if role in {"before", "spec"}:
            yield yaml.safe_load(text.partition("```")[0])


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_a_document_plays_no_part(folder: Path, seed: int) -> None:
    one = _surface(yaml.safe_load(_API))
    two = _surface(_shuffled(yaml.safe_load(_API), random.Random(seed)), "other.yaml")
    assert compare(one, two) == ()
    assert write_surface(one, "") == write_surface(two, "")


def test_every_pair_is_judged_with_a_reason_and_nothing_changes_by_itself(folder: Path) -> None:
    surfaces = [_surface(document, f"{n}.yaml") for n, document in enumerate(_documents())]
    assert len(surfaces) > 10
    for old in surfaces:
        assert compare(old, old) == ()
        for new in surfaces:
            there, back = compare(old, new), compare(new, old)
            assert bool(there) == bool(back)
            for change in there:
                assert change.subject
                assert change.what
                assert change.why
                assert change.at is not None


def test_a_snapshot_says_all_that_is_compared(folder: Path) -> None:
    for number, document in enumerate(_documents()):
        surface = _surface(document, f"{number}.yaml")
        text = write_surface(surface, "1.2.3")
        report = Report()
        read = read_surface(parse(Text("s.json", text.encode()), report), "s.json", report)
        assert read == surface
        assert read.version == "1.2.3"
        assert write_surface(read, "1.2.3") == text


def _additions(document: Any, chance: random.Random) -> None:
    """Something more, of which nobody has to take notice."""
    schemas = document["components"]["schemas"]
    match chance.randrange(5):
        case 0:
            new = {"type": chance.choice(["string", "integer"])}
            schemas["Home"]["properties"][f"f{chance.random()}"[2:]] = new
        case 1:
            document["paths"]["/pets"]["get"]["parameters"].append(
                {"name": f"q{chance.randrange(999)}", "in": "query", "schema": {"type": "string"}}
            )
        case 2:
            schemas[f"Toy{chance.randrange(999)}"] = {
                "type": "object",
                "properties": {"a": {"type": "string"}},
            }
        case 3:
            schemas["Kind"]["enum"].append(f"kind{chance.randrange(999)}")
        case _:
            document["paths"][f"/toys{chance.randrange(999)}"] = {
                "get": {"responses": {"200": {"description": "ok"}}}
            }


@pytest.mark.parametrize("seed", range(12))
def test_what_only_adds_never_breaks(folder: Path, seed: int) -> None:
    chance, document = random.Random(seed), yaml.safe_load(_API)
    old = _surface(document)
    for _ in range(3):
        _additions(document, chance)
    changes = compare(old, _surface(document))
    assert changes
    assert [change for change in changes if change.weight is Weight.BREAKING] == []
    assert any(change.weight is Weight.BREAKING for change in compare(_surface(document), old))


def test_rule_61_a_change_that_breaks_asks_for_a_major_version(folder: Path) -> None:
    document = yaml.safe_load(_API)
    old = _surface(document)
    document["info"]["description"] = document["paths"]["/pets"]["get"]["description"] = "All pets."
    assert needed_bump(compare(old, _surface(document))) is Bump.PATCH
    document["components"]["schemas"]["Home"]["properties"]["street"] = {"type": "string"}
    assert needed_bump(compare(old, _surface(document))) is Bump.MINOR
    del document["components"]["schemas"]["Home"]["properties"]["city"]
    assert needed_bump(compare(old, _surface(document))) is Bump.MAJOR
    assert needed_bump(()) is Bump.NONE


@pytest.mark.parametrize(
    ("version", "major", "minor", "patch"),
    [
        ("1.2.3", "2.0.0", "1.3.0", "1.2.4"),
        ("0.2.3", "0.3.0", "0.2.4", "0.2.4"),
        ("2.0.0-rc.1", "2.0.0", "2.0.0", "2.0.0"),
        ("2.1.0-rc.1", "3.0.0", "2.1.0", "2.1.0"),
        ("2.1.1-rc.1+5", "3.0.0", "2.2.0", "2.1.1"),
        ("two", "", "", ""),
    ],
)
def test_the_next_version(version: str, major: str, minor: str, patch: str) -> None:
    bumps = (Bump.MAJOR, Bump.MINOR, Bump.PATCH)
    assert [next_version(version, bump) for bump in bumps] == [major, minor, patch]
    assert next_version("1.2.3", Bump.NONE) == "1.2.3"


_WHOLE = {"surface": 1, "calls": {}, "types": {}}


@pytest.mark.parametrize(
    ("data", "pointer"),
    [
        ([], "#"),
        ({}, "#/surface"),
        ({"surface": True}, "#/surface"),
        (_WHOLE | {"calls": []}, "#/calls"),
        (_WHOLE | {"calls": {"a": {}}}, "#/calls/a"),
        (_WHOLE | {"types": {"A": {"used": "sent"}}}, "#/types/A/used"),
        (
            _WHOLE | {"types": {"A": {"fields": {"x/y": {"type": {"map": 1}}}}}},
            "#/types/A/fields/x~1y/type/map",
        ),
        (_WHOLE | {"types": {"A": {"means": {"one of": [{"list": {}}]}}}}, "#/types/A/means/one of/0/list"),
        (_WHOLE | {"client": {"options": {"key": {"variable": 1}}}}, "#/client/options/key/variable"),
        (_WHOLE | {"webhooks": {"methods": [1]}}, "#/webhooks/methods"),
    ],
    ids=json.dumps,
)
def test_damage_is_found_where_it_is(data: Any, pointer: str) -> None:
    report = Report()
    assert read_surface(data, "s.json", report) is None
    (found,) = report.diagnostics
    assert found.code == "E601"
    assert found.at is not None
    assert found.at.pointer == pointer
