"""The tests that packages carry: they pass, and fail where the package is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from features.test_pages import DOCUMENT
from typed import strict_faults

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate
from sdkloom.write import write

# Names that mean something where they stand: to Python, to the package, and to its tests.
AWKWARD = """
paths:
  /targets/target:
    get:
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Relation'}}}}}
  /targets/target/{id}/wait:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/AuthenticationError'}}}}
        '401': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/AuthenticationError'}}}}
        '500': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/InternalServerError'}}}}
  /books/{id}/annotations:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Annotations'}}}}}
  /annotations:
    post:
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Annotations'}}}}}
  /shouted:
    servers: [{url: 'HTTP://SHOUTED.Example/Path'}]
    put: {responses: {'204': {description: ok}}}
  /articles/search/{query}:
    get:
      parameters:
      - {name: query, in: path, required: true, schema: {type: integer}}
      - {name: X-Told, in: header, schema: {type: string}}
      - {name: Accept-Language, in: header, schema: {type: string}}
      - {name: Accept-Encoding, in: header, schema: {type: string}}
      - {name: Content-Length, in: header, schema: {type: integer}}
      - {name: pageSize, in: query, schema: {type: integer}}
MORE
      responses: {'204': {description: ok}}
  /jobs/{state}:
    get:
      parameters: [{name: state, in: path, required: true, schema: {type: string, enum: ['', active]}}]
      responses: {'204': {description: ok}}
  /plugins/{version}:
    delete:
      parameters: [{name: version, in: path, required: true, schema: {$ref: '#/components/schemas/Version'}}]
      responses: {'204': {description: ok}}
    post:
      parameters: [{name: version, in: path, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Version'}}}}
      responses: {'200': {description: ok, content: {text/plain: {schema: {$ref: '#/components/schemas/Said'}}}}}
  /said:
    get:
      responses:
        '200': {description: ok, content: {text/plain: {schema: {type: string}}}}
        '204': {description: Nothing.}
  /later:
    servers: [{url: 'https://api.feature.example/V1beta'}]
    put: {responses: {'204': {description: ok}}}
  /secrets/current:
    get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: string, format: byte}}}}}}
  /logs:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        '200':
          description: ok
          headers: {Link: {schema: {type: string}}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Relation'}}}}
        '204': {description: There are none.}
  /attachments:
    post:
      requestBody: {required: true, content: {multipart/form-data: {schema: {type: string, format: binary}}}}
      responses: {'204': {description: ok}}
  /imports:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              oneOf:
              - {type: object, required: [link], properties: {link: {type: string}, cover: {type: string, format: binary}}}
              - {type: object, required: [file], properties: {file: {type: string, format: binary}}}
      responses: {'204': {description: ok}}
  /invoices: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Invoice'}}}}}}}
  /scans:
    post:
      requestBody: {content: {multipart/form-data: {schema: {type: array, items: {$ref: '#/components/schemas/Scan'}}}}}
      responses: {'204': {description: ok}}
components:
  schemas:
    Relation: {type: object, properties: {target: {type: string}, unwrapped: {type: string}}}
    Annotations: {type: object, properties: {annotations: {type: array, items: {type: string}}}}
    AuthenticationError: {type: object, required: [why], properties: {why: {type: string}}}
    InternalServerError: {type: object, properties: {why: {type: string}}}
    Scan: {type: string, format: binary}
    Said: {type: string}
    Invoice:
      type: object
      properties:
        columns: {type: object, properties: {title: {type: string}}}
        quote: {$ref: '#/components/schemas/Quote'}
    Quote:
      type: object
      properties:
        columns: {$ref: '#/components/schemas/Invoice/properties/columns'}
        invoice: {$ref: '#/components/schemas/Invoice'}
    Version: {type: object, properties: {major: {type: integer, readOnly: true}}}
""".replace(
    "MORE", "\n".join(f"      - {{name: filter{n}, in: query, schema: {{type: string}}}}" for n in range(12))
)


def _package(made: Path, address: str, document: str, package: str) -> Path:
    opening = f"openapi: 3.2.0\ninfo: {{title: Feature, version: '1'}}\nservers: [{{url: {address}}}]\n"
    (made / "api.yaml").write_text(opening + document, encoding="utf-8")
    target = TargetConfig("python", package=package, client=package.title())
    outcome = generate(Config(spec=made / "api.yaml", targets=(target,)))
    assert not outcome.report.failed
    write(outcome.files, made, outcome.report)
    return made / "python"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of lists in pages."""
    return _package(tmp_path_factory.mktemp("pages"), "https://feature.example", DOCUMENT, "paged")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("how", [(), ("--loopback",)], ids=["in memory", "over loopback"])
def test_they_pass(folder: Path, how: tuple[str, ...]) -> None:
    done = _run(folder, *how)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("self.asking(answered.call, cursor)", "answered.call", id="cursor"),
        pytest.param("else 1)", "else 2)", id="page number"),
        pytest.param("passed >= total", "passed < total", id="number of items"),
        pytest.param('links.get("url")', 'links.get("rel")', id="header with a link"),
        pytest.param("(str(raw.request.url), given)", "(str(raw.request.url), '/')", id="link"),
    ],
)
def test_they_fail_where_the_package_is_wrong(folder: Path, right: str, wrong: str) -> None:
    path = folder / "src" / "paged" / "_core" / "page_rules.py"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    try:
        done = _run(folder, "-x", "-k", "next_page")
    finally:
        path.write_text(text, encoding="utf-8")
    assert done.returncode == 1


def test_awkward_names_are_those_of_the_api_alone(tmp_path: Path) -> None:
    folder = _package(tmp_path, "https://API.Feature.example/V1", AWKWARD, "awkward")
    done = _run(folder)
    assert done.returncode == 0, done.stdout[-3000:]
    assert strict_faults(folder) == []
