"""Packages of small documents: the tests that they carry pass, and fail where the package is wrong."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from features.test_generated_tests import AWKWARD
from features.test_pages import DOCUMENT as PAGES
from features.test_webhooks import DOCUMENT as WEBHOOKS
from nodes import check

from sdkloom.config import Config, TargetConfig, Webhooks
from sdkloom.pipeline import generate
from sdkloom.write import write

_OPENING = (
    "openapi: 3.2.0\ninfo: {title: Feature, version: '1'}\nservers: [{url: 'https://feature.example/v1'}]\n"
)

# What travels in every place, bodies and answers of every kind, and several ways of proving who calls.
CALLS = """
security: [{token: [], id: []}]
paths:
  /shelves/{shelf}/books/{ids}:
    get:
      operationId: books.list
      parameters:
      - {name: shelf, in: path, required: true, schema: {type: string}}
      - {name: ids, in: path, required: true, style: label, explode: true, schema: {type: array, items: {type: integer}}}
      - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}
      - {name: filter, in: query, style: deepObject, explode: true, schema: {$ref: '#/components/schemas/Filter'}}
      - {name: sort by, in: query, required: true, schema: {type: string}}
      - {name: X-Trace, in: header, schema: {type: string}}
      - {name: User-Agent, in: header, schema: {type: string}}
      - {name: theme, in: cookie, schema: {type: string}}
      responses:
        '200': {description: Books, content: {application/json: {schema: {type: array, items: {type: string}}}}}
        '404': {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
  /shelves:
    get:
      operationId: shelves.list
      responses: {'200': {description: All, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Shelf'}}}}}}
  /shelves/{shelf}/boards:
    get:
      operationId: shelves.boards.list
      parameters: [{name: shelf, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: All, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Shelf'}}}}}}
  /books:
    post:
      operationId: books.create
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
      responses: {'201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
  /books/{id}/cover:
    put:
      operationId: covers.upload
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Cover'}, encoding: {about: {contentType: application/json}}}}
      responses: {'204': {description: Done}}
    get:
      operationId: covers.download
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'200': {description: The picture, content: {image/png: {schema: {type: string, format: binary}}}}}
  /login:
    post:
      operationId: login
      security: [{}]
      requestBody:
        content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {user name: {type: string}}}}}
      responses: {'200': {description: Welcome, content: {text/plain: {schema: {type: string}}}}}
  /notes:
    post:
      operationId: notes.add
      servers: [{url: 'https://notes.example/'}]
      requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
      responses: {'503': {description: Closed}, '204': {description: Noted}}
  /archive:
    get:
      operationId: archive.open
      servers: [{url: /v2/}]
      responses: {'204': {description: Open}}
  /events:
    get:
      operationId: events.watch
      responses: {'200': {description: Events, content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Book'}}}}}
  /news:
    get:
      operationId: news.watch
      responses: {'200': {description: Anything, content: {text/event-stream: {schema: {}}}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    id: {type: apiKey, in: query, name: client id}
  schemas:
    Filter: {type: object, properties: {author: {type: string}, years: {type: array, items: {type: integer}}}}
    Book: {type: object, required: [title], properties: {id: {type: integer, readOnly: true}, title: {type: string}}}
    Cover: {type: object, required: [file], properties: {file: {type: string, format: binary}, about: {type: object, properties: {artist: {type: string}}}}}
    Shelf: {type: object, properties: {width: {type: integer}}}
    Problem: {type: object, properties: {message: {type: string}}}
"""

_STANDARD = Webhooks()
Tested = Callable[..., Path]


@pytest.fixture(scope="module")
def tested(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Tested:
    """Generates the package of a document, once, and runs its tests."""
    found: dict[tuple[str, Webhooks], Path] = {}

    def run(document: str, webhooks: Webhooks = _STANDARD) -> Path:
        if (document, webhooks) not in found:
            folder = tmp_path_factory.mktemp("feature")
            (folder / "api.yaml").write_text(_OPENING + document, encoding="utf-8")
            target = TargetConfig("typescript", package="feature", client="Feature")
            outcome = generate(Config(spec=folder / "api.yaml", targets=(target,), webhooks=webhooks))
            assert not outcome.report.failed
            write(outcome.files, folder, outcome.report)
            said = check(
                ["npm", "test"], folder / "typescript", PATH=f"{tools}{os.pathsep}{os.environ['PATH']}"
            )
            assert "# fail 0" in said
            found[document, webhooks] = folder / "typescript"
        return found[document, webhooks]

    return run


def _run(package: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["node", "--test"],
        cwd=package / "dist" / "tests",
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize(
    "document", [CALLS, PAGES, WEBHOOKS, AWKWARD], ids=["calls", "pages", "webhooks", "awkward"]
)
def test_they_pass_in_memory_and_over_loopback(tested: Tested, document: str) -> None:
    done = _run(tested(document), LOOPBACK="1")
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize(
    "chosen",
    [
        Webhooks(scheme="hmac-hex", header="X-Hub-Signature-256", prefix="sha256="),
        Webhooks(
            scheme="hmac-base64", header="Sig", prefix="v1=", template="{timestamp}.{body}", timestamp="t="
        ),
        Webhooks(scheme="hmac-hex", header="X-Sig", template="v0:{timestamp}:{body}", timestamp="X-Sig-Time"),
    ],
    ids=["body", "time in the same header", "time in a header of its own"],
)
def test_webhooks_that_a_digest_signs_are_read(tested: Tested, chosen: Webhooks) -> None:
    package = tested(WEBHOOKS, chosen)
    path = package / "dist" / "esm" / "core" / "digests.js"
    text = path.read_text(encoding="utf-8")
    assert ".includes(true)" in text
    path.write_text(text.replace(".includes(true)", ".length"), encoding="utf-8")
    assert _run(package).returncode == 1


_BREAKAGES = [
    pytest.param(CALLS, "resources/covers.js", "this._client.put(", "this._client.patch(", id="method"),
    pytest.param(CALLS, "resources/books.js", "/shelves/${", "/shelf/${", id="path"),
    pytest.param(CALLS, "internal/styles.js", "encodeURIComponent(", "String(", id="encoding"),
    pytest.param(CALLS, "internal/path.js", "label: '.'", "label: ''", id="style in the path"),
    pytest.param(CALLS, "core/client.js", "wholeQuery(queryString(query), ", "wholeQuery('', ", id="query"),
    pytest.param(CALLS, "internal/query.js", "${name}[${key}]", "${name}.${key}", id="style in the query"),
    pytest.param(CALLS, "internal/query.js", "?? ','", "?? ';'", id="separator"),
    pytest.param(CALLS, "core/client.js", "Cookie: cookies", "Cookies: cookies", id="cookie"),
    pytest.param(CALLS, "core/client.js", "Object.fromEntries(own)", "{}", id="header"),
    pytest.param(CALLS, "internal/request.js", "JSON.stringify(plain)", "JSON.stringify([plain])", id="JSON"),
    pytest.param(CALLS, "internal/query.js", "replaceAll('%20', '+')", "replaceAll('%20', '')", id="form"),
    pytest.param(CALLS, "internal/multipart.js", "filename=", "file=", id="name of a file"),
    pytest.param(CALLS, "internal/multipart.js", "JSON.stringify(part)", "String(part)", id="part of JSON"),
    pytest.param(CALLS, "resources/notes.js", "'text/plain'", "'text/html'", id="media type"),
    pytest.param(CALLS, "resources/notes.js", "notes.example", "note.example", id="address of a call"),
    pytest.param(CALLS, "core/client.js", "server.replace(", "server.concat(", id="relative address"),
    pytest.param(CALLS, "client.js", "security: [[]]", "", id="no proof"),
    pytest.param(CALLS, "settings.js", "parameter: 'client id'", "parameter: 'id'", id="proof in the query"),
    pytest.param(CALLS, "internal/answer.js", "JSON.parse(", "String(", id="answer"),
    pytest.param(CALLS, "resources/covers.js", "as: 'binary'", "as: 'text'", id="bytes"),
    pytest.param(CALLS, "resources/events.js", "events: 'jsonl'", "events: 'sse'", id="framing"),
    pytest.param(CALLS, "core/error.js", "404: NotFoundError", "404: ConflictError", id="error by status"),
    pytest.param(CALLS, "core/error.js", "status >= 500", "status >= 600", id="error of the server"),
    pytest.param(PAGES, "internal/page-rules.js", "[send]: value }", "[send]: 0 }", id="cursor"),
    pytest.param(PAGES, "internal/page-rules.js", "counts === 'pages'", "counts === ''", id="page number"),
    pytest.param(PAGES, "internal/page-rules.js", "get('link')", "get('next')", id="header with a link"),
    pytest.param(PAGES, "internal/page-rules.js", "path: url.href", "path: url.origin", id="link"),
    pytest.param(PAGES, "internal/page-rules.js", ".at(-1)", ".at(0).no", id="last item"),
    pytest.param(WEBHOOKS, "core/webhooks.js", "${id}.${sent}.", "${sent}.${id}.", id="what is signed"),
    pytest.param(WEBHOOKS, "core/webhooks.js", ".includes(true)", ".length", id="forged webhooks"),
    pytest.param(WEBHOOKS, "core/webhooks.js", "?? 'webhook'", "?? 'svix'", id="headers of webhooks"),
    pytest.param(WEBHOOKS, "core/webhooks.js", "JSON.parse(text)", "text", id="event"),
]


@pytest.mark.parametrize(("document", "file", "right", "wrong"), _BREAKAGES)
def test_they_fail_where_the_package_is_wrong(
    tested: Tested, document: str, file: str, right: str, wrong: str
) -> None:
    package = tested(document)
    path = package / "dist" / "esm" / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    try:
        done = _run(package)
    finally:
        path.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "\nnot ok " in done.stdout


_NARROWING = """\
import Feature from 'feature';

const client = new Feature({ webhookSecret: 'whsec_' });
const event = await client.webhooks.unwrap(new Uint8Array(), new Headers());
if (event.type === 'pet.born') {
  const at: string = event.born_at;
  console.log(at);
} else {
  const why: string | undefined = event.why;
  console.log(why);
}
try {
  await client.webhooks.verifySignature('{}', { 'webhook-id': ['1'] }, { key: ['a', 'b'], tolerance: 10 });
} catch (error) {
  console.log(error instanceof Feature.InvalidWebhookSignatureError);
}
// @ts-expect-error: only one of the events has it
console.log(event.born_at);
"""

_STRICT = """\
{
  "compilerOptions": {
    "noEmit": true, "strict": true, "module": "nodenext", "target": "es2022", "lib": ["es2022", "dom"], "types": []
  }
}
"""


def test_the_type_of_an_event_is_found_by_its_tag(tested: Tested, tools: Path) -> None:
    folder = tested(WEBHOOKS) / "narrowing"
    folder.mkdir()
    (folder / "main.ts").write_text(_NARROWING, encoding="utf-8")
    (folder / "tsconfig.json").write_text(_STRICT, encoding="utf-8")
    check([tools / "tsc", "-p", "."], folder)


def test_rule_57_a_package_without_webhooks_has_nothing_of_them(tested: Tested) -> None:
    package = tested(PAGES)
    assert not [path for path in package.rglob("*") if "webhook" in path.name or path.stem == "signing"]
    assert "InvalidWebhook" not in (package / "dist" / "esm" / "index.js").read_text(encoding="utf-8")
