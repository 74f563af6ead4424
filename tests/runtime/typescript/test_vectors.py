"""The same calls in Python and in TypeScript send the same requests, and every value as the shared table says."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.policy import HTTP
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from groq import Groq
from nodes import check
from server import Answer, Received, Server, serving
from vectors import generated, shown, vectors

_VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "calls.json").read_text(encoding="utf-8"))

_PROGRAM = """
import Groq, { toFile } from 'groq-sdk';

const client = new Groq({ maxRetries: 0 });
const given = async (value) =>
  value && value.file ? toFile(value.file.content, value.file.name, { type: value.file.type }) : value;
for (const { call, path = {}, query = {}, body = {}, options = {} } of JSON.parse(process.env.VECTORS)) {
  const parts = call.split('.');
  const method = parts.pop();
  const resource = parts.reduce((at, name) => at[name], client);
  const params = {};
  for (const [name, value] of Object.entries({ ...path, ...query, ...body })) params[name] = await given(value);
  const further = { headers: options.headers, query: options.query, body: options.body, idempotencyKey: options.key };
  if (Object.keys(params).length > 0) await resource[method](params, further);
  else await resource[method](further);
}
"""


_SENDING = """
import { readFileSync } from 'node:fs';
import { Vectors } from './package.mjs';

const client = new Vectors({ baseURL: process.env.SERVER, maxRetries: 0 });
for (const [call, value] of JSON.parse(readFileSync('values.json', 'utf8'))) {
  const parts = call.split('.');
  const method = parts.pop();
  await parts.reduce((at, name) => at[name], client)[method]({ color: value });
}
"""


def _shown(request: Received) -> Any:
    """What both must agree on; of a form its parts, since its boundary is made up each time."""
    names = ("accept", "authorization", "content-type", "idempotency-key", "x-extra")
    headers = {name: request.headers[name] for name in names if name in request.headers}
    body: Any = request.body.decode()
    kind = headers.get("content-type", "")
    if kind.startswith("multipart/"):
        headers["content-type"] = "multipart/form-data"
        message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + request.body, policy=HTTP)
        body = [[dict(part.items()), part.get_payload()] for part in message.iter_parts()]
    return {"method": request.method, "url": request.path, "headers": headers, "body": body}


def _file(value: Any) -> Any:
    if isinstance(value, dict) and "file" in value:
        file = value["file"]
        return file["name"], file["content"].encode(), file["type"]
    return value


def _call(client: Groq, vector: dict[str, Any]) -> None:
    given = {**vector.get("path", {}), **vector.get("query", {}), **vector.get("body", {})}
    options = vector.get("options", {})
    names = {
        "headers": "extra_headers",
        "query": "extra_query",
        "body": "extra_body",
        "key": "idempotency_key",
    }
    further = {names[name]: value for name, value in options.items()}
    attrgetter(vector["call"])(client)(**{name: _file(value) for name, value in given.items()}, **further)


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A server that answers anything with an empty object."""
    with serving(lambda _: Answer(body=b"{}")) as server:
        monkeypatch.setenv("GROQ_API_KEY", "k")
        monkeypatch.setenv("GROQ_BASE_URL", server.url)
        yield server


def test_both_languages_send_what_the_table_says(recorded: Server, program: Any) -> None:
    expected = [vector["request"] for vector in _VECTORS]
    with Groq(max_retries=0) as client:
        for vector in _VECTORS:
            _call(client, vector)
    assert list(map(_shown, recorded.received)) == expected
    recorded.received.clear()
    done = program(_PROGRAM, VECTORS=json.dumps(_VECTORS))
    assert done.returncode == 0, done.stderr
    assert list(map(_shown, recorded.received)) == expected


def test_everything_is_sent_as_the_table_says(tools: Path, tmp_path: Path) -> None:
    listed = vectors()
    calls = generated(listed, "typescript", tmp_path)
    values = [(call, one.value) for one, call in zip(listed, calls, strict=True)]
    (tmp_path / "values.json").write_text(json.dumps(values), encoding="utf-8")
    (tmp_path / "program.mjs").write_text(_SENDING, encoding="utf-8")
    options = ("--bundle", "--platform=node", "--format=esm", "--log-level=error", "--outfile=package.mjs")
    check([tools / "esbuild", "typescript/src/index.ts", *options], tmp_path)
    with serving(lambda _: Answer(204)) as server:
        check(["node", "program.mjs"], tmp_path, SERVER=server.url)
        found = [one.found(request) for one, request in zip(listed, server.received, strict=True)]
    assert shown(listed, found) == shown(listed, [one.sent for one in listed])
