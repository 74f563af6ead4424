"""Arguments under names that they had before: typed, deprecated, and sent as what they are called now."""

from __future__ import annotations

from pathlib import Path

import pytest
from nodes import check_usage, run_program, used_package
from server import json_answer, serving

_DOCUMENT = """
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get:
      operationId: findPets
      parameters:
      - {name: q, in: query, required: true, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
  /pets/{petId}:
    parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getPet
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
    post:
      operationId: askPet
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [say], properties: {say: {type: string}, loud: {type: boolean}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
"""
_CONFIG = """
spec: api.yaml
output: sdk
targets: {typescript: {client: Pets, distribution: pets}}
operations:
  findPets: {call: pets.find, parameters: {q: {name: text, aliases: [q, query]}, limit: {name: most, aliases: limit}}}
  getPet: {call: pets.get, parameters: {petId: {name: pet, aliases: petId}}}
  askPet: {call: pets.ask, parameters: {petId: {name: pet, aliases: petId}, say: {name: words, aliases: say}}}
"""

_USAGE = """
import { Pets } from './index.js';

export async function use(client: Pets): Promise<void> {
  await client.pets.find({ text: 'a', most: 1 });
  await client.pets.find({ q: 'b', most: 2 });
  await client.pets.find({ query: 'c', limit: 3 });
  await client.pets.get('d');
  await client.pets.get({ pet: 'e' });
  await client.pets.get({ petId: 'f' });
  await client.pets.ask('g', { words: 'x' });
  await client.pets.ask('h', { say: 'x', loud: true });
  await client.pets.ask({ petId: 'i', say: 'x' }, { headers: { 'X-Own': '1' } });
  await client.pets.ask({ pet: 'j', say: 'x' });
}

export async function misuse(client: Pets): Promise<void> {
  // @ts-expect-error It is needed under one of its names.
  await client.pets.find({ most: 1 });
  // @ts-expect-error Under any of its names it has the same type.
  await client.pets.find({ q: 1 });
  // @ts-expect-error There is no such name.
  await client.pets.find({ text: 'a', search: 'b' });
  // @ts-expect-error What has a former name is needed here too.
  await client.pets.ask('g', { loud: true });
}
"""

_PROGRAM = """
import { Pets } from './index.js';
import { use } from './usage.js';

const client = new Pets({ baseURL: process.env['URL'] });
await use(client);
try {
  await client.pets.find({ text: 'a', q: 'b' });
} catch (error) {
  console.log(String(error));
}
"""

_SENT = [
    ("GET", "/pets?q=a&limit=1", ""),
    ("GET", "/pets?q=b&limit=2", ""),
    ("GET", "/pets?q=c&limit=3", ""),
    ("GET", "/pets/d", ""),
    ("GET", "/pets/e", ""),
    ("GET", "/pets/f", ""),
    ("POST", "/pets/g", '{"say":"x"}'),
    ("POST", "/pets/h", '{"say":"x","loud":true}'),
    ("POST", "/pets/i", '{"say":"x"}'),
    ("POST", "/pets/j", '{"say":"x"}'),
]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, with two programs of a user beside its sources."""
    return used_package(tmp_path_factory.mktemp("pets"), _DOCUMENT, _CONFIG, _USAGE, _PROGRAM)


def test_former_names_are_typed(package: Path, tools: Path) -> None:
    check_usage(package, tools)


def test_former_names_are_sent_as_what_they_are_called_now(package: Path, tools: Path, node: str) -> None:
    with serving(lambda _: json_answer({})) as server:
        said = run_program(package, tools, node, server.url)
        found = [(request.method, request.path, request.body.decode()) for request in server.received]
    assert found == _SENT
    assert said == "SDKError: text is given twice, under a former name as well\n"
