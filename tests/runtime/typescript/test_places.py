"""Path parameters that have places, objects with dots, and cursors in headers: typed, sent, and tried by the package's
own tests.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from nodes import check, check_usage, run_program, used_package
from server import json_answer, serving

_DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: https://zoo.example}]
paths:
  /zoos/{zoo}/pets/{pet}:
    parameters:
    - {name: zoo, in: path, required: true, schema: {type: string}}
    - {name: pet, in: path, required: true, schema: {type: integer}}
    get:
      operationId: getPet
      parameters:
      - {name: filter, in: query, schema: {type: object, properties: {size: {type: object, properties: {min: {type: integer}}}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
    delete:
      operationId: removePet
      responses: {'204': {description: gone}}
    post:
      operationId: feedPet
      parameters: [{name: slow, in: query, schema: {type: boolean}}]
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}
      responses: {'204': {description: Fed}}
    put:
      operationId: movePet
      requestBody: {content: {application/json: {schema: {type: object, properties: {cage: {type: string}}}}}}
      responses: {'204': {description: Moved}}
  /zoos:
    get:
      operationId: listZoos
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
  /zoos/{zoo}:
    parameters: [{name: zoo, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getZoo
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
"""

_CONFIG = """
spec: api.yaml
output: sdk
objects: {query: dots}
targets: {typescript: {client: Zoo, distribution: zoo}, docs: {}}
pagination: {by_cursor: {style: cursor, send: after, read: header X-Next}}
operations:
  listZoos: {call: zoos.list, pagination: by_cursor}
  getPet: {call: pets.get, positional: [pet]}
  removePet: {call: pets.remove, positional: [zoo, pet]}
  feedPet: {call: pets.feed, positional: [pet, zoo], body: meals, parameters: {slow: {name: slowly, aliases: slow}}}
  movePet: {call: pets.move, positional: [pet]}
  getZoo: {call: zoos.get, positional: []}
"""

_USAGE = """
import { Zoo } from './index.js';

export async function use(client: Zoo): Promise<void> {
  const options = { headers: { 'X-Own': 'yes' } };
  await client.pets.get(1, { zoo: 'a' }, options);
  await client.pets.get({ zoo: 'b', pet: 2, filter: { size: { min: 3 } } }, options);
  await client.pets.remove('c', 3, options);
  await client.pets.remove({ zoo: 'd', pet: 4 }, options);
  await client.pets.feed(5, 'e', { meals: ['x'], slowly: true }, options);
  await client.pets.feed(6, 'f', { meals: ['x'], slow: true }, options);
  await client.pets.feed({ zoo: 'g', pet: 7, meals: [] }, options);
  await client.pets.move(8, { zoo: 'h', cage: 'y' }, options);
  await client.zoos.get({ zoo: 'i' }, options);
}

export async function misuse(client: Zoo): Promise<void> {
  // @ts-expect-error The other one is needed as well.
  await client.pets.get(1);
  // @ts-expect-error They have another order.
  await client.pets.feed('e', 5, { meals: [] });
  // @ts-expect-error What stands at its place is not given again.
  await client.pets.move(8, { pet: 8, zoo: 'h' });
  // @ts-expect-error It has no place.
  await client.zoos.get('i');
}
"""

_PROGRAM = """
import { Zoo } from './index.js';
import { use } from './usage.js';

declare const process: { env: { URL: string } };

await use(new Zoo({ baseURL: process.env.URL }));
"""

_SENT = [
    ("GET", "/zoos/a/pets/1", ""),
    ("GET", "/zoos/b/pets/2?filter.size.min=3", ""),
    ("DELETE", "/zoos/c/pets/3", ""),
    ("DELETE", "/zoos/d/pets/4", ""),
    ("POST", "/zoos/e/pets/5?slow=true", '["x"]'),
    ("POST", "/zoos/f/pets/6?slow=true", '["x"]'),
    ("POST", "/zoos/g/pets/7", "[]"),
    ("PUT", "/zoos/h/pets/8", '{"cage":"y"}'),
    ("GET", "/zoos/i", ""),
]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, with two programs of a user beside its sources."""
    return used_package(tmp_path_factory.mktemp("zoo"), _DOCUMENT, _CONFIG, _USAGE, _PROGRAM)


def test_places_are_typed(package: Path, tools: Path) -> None:
    check_usage(package, tools)


def test_what_has_a_place_is_sent_as_what_is_given_by_name(package: Path, tools: Path, node: str) -> None:
    with serving(lambda _: json_answer({})) as server:
        run_program(package, tools, node, server.url)
        received = server.received
    assert [(one.method, one.path, one.body.decode()) for one in received] == _SENT
    assert {one.headers["x-own"] for one in received} == {"yes"}


def test_the_tests_of_the_package_pass(package: Path, tools: Path) -> None:
    said = check(["npm", "test"], package, PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    assert "# fail 0" in said
