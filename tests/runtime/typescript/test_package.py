"""The generated package as a whole: it compiles strictly, is tidy, and works for every kind of user."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from document_server import chunks
from nodes import OUTPUT, check

_USAGE = """
import Groq, { Groq as Named, Stream, toFile, type ChatCompletionChunk, type ClientOptions } from 'groq-sdk';
import type { ChatCompletion } from 'groq-sdk/resources/chat/completions';

const options: ClientOptions = { apiKey: 'k', maxRetries: 0 };
const client: Named = new Groq(options);
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const proven = <T extends true>(): T | undefined => undefined;

export async function use(isStream: boolean): Promise<void> {
  const params = { messages: [{ role: 'user' as const, content: 'hi' }], model: 'llama-3.3-70b-versatile' };
  const whole = await client.chat.completions.create(params);
  proven<Equal<typeof whole, ChatCompletion>>();
  const stream = await client.chat.completions.create({ ...params, stream: true });
  proven<Equal<typeof stream, Stream<ChatCompletionChunk>>>();
  const either = await client.chat.completions.create({ ...params, stream: isStream });
  proven<Equal<typeof either, ChatCompletion | Stream<ChatCompletionChunk>>>();
  const text = await client.audio.transcriptions.create({ model: 'm', response_format: 'text' });
  proven<Equal<typeof text, string>>();
  for await (const chunk of stream) console.log(chunk.choices[0]?.delta.content?.length);
  const { data, response } = await client.models.retrieve('m').withResponse();
  proven<Equal<typeof data.owned_by, string>>();
  proven<Equal<typeof response.status, number>>();
  await client.models.retrieve({ model: 'm' }, { timeout: 5, headers: { 'X-A': null } });
  await client.files.create({ file: await toFile('x', 'x.jsonl'), purpose: 'batch' });
  const events = await client.responses.create({ model: 'm', input: 'hi', stream: true });
  for await (const event of events) {
    if (event.type === 'response.output_text.delta') proven<Equal<typeof event.delta, string>>();
  }
  // @ts-expect-error A property that is missing.
  await client.chat.completions.create({ messages: [] });
  // @ts-expect-error A value that is none of those that may be sent.
  await client.files.create({ file: await toFile('x'), purpose: 'other' });
  // @ts-expect-error A call that is not there.
  await client.models.retreive('m');
  try {
    await client.models.list();
  } catch (error) {
    if (error instanceof Groq.APIError) proven<Equal<typeof error.status, number | undefined>>();
  }
}
"""


def test_the_package_is_typed_strictly(tools: Path) -> None:
    check([tools / "tsc", "--noEmit", "-p", OUTPUT], OUTPUT)


def test_prettier_agrees_with_the_layout(tools: Path) -> None:
    check(
        [tools / "prettier", "--check", "src/**/*.ts", "tests/**/*.ts", "examples/*.mjs", "*.json", "*.cjs"],
        OUTPUT,
    )


# The ways in which a user's compiler may look for modules, each with the kind of module that the user writes.
_RESOLUTIONS = [
    ("nodenext", "nodenext", "usage.mts"),
    ("nodenext", "nodenext", "usage.cts"),
    ("node16", "node16", "usage.mts"),
    ("node16", "node16", "usage.cts"),
    ("esnext", "bundler", "usage.ts"),
    ("preserve", "bundler", "usage.cts"),
    ("commonjs", "bundler", "usage.ts"),
]


@pytest.mark.parametrize(("module", "resolution", "name"), _RESOLUTIONS)
def test_types_say_what_calls_give(
    module: str, resolution: str, name: str, user: Path, tools: Path, tmp_path: Path
) -> None:
    (tmp_path / "node_modules").symlink_to(user / "node_modules")
    (tmp_path / name).write_text(_USAGE, encoding="utf-8")
    options = {
        "strict": True,
        "exactOptionalPropertyTypes": True,
        "noUncheckedIndexedAccess": True,
        "module": module,
        "moduleResolution": resolution,
        "target": "es2022",
        "lib": ["es2022", "dom"],
        "types": [],
        "noEmit": True,
    }
    settings = {"compilerOptions": options, "include": [name]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    check([tools / "tsc", "-p", "."], tmp_path)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.mjs", "import Groq, * as all from 'groq-sdk';"),
        ("a.cjs", "const Groq = require('groq-sdk'); const all = { ...Groq };"),
        ("b.cjs", "const all = require('groq-sdk'); const Groq = all.default;"),
    ],
)
def test_both_kinds_of_modules_give_the_same_names(name: str, source: str, program: Any) -> None:
    checks = "if (new Groq({ apiKey: 'k' }).baseURL !== 'https://api.groq.com') throw new Error('no client');"
    names = "console.log(JSON.stringify(Object.keys(all).filter((name) => /^[A-Za-z]/.test(name))));"
    done = program(f"{source}\n{checks}\n{names}", name)
    assert done.returncode == 0, done.stderr
    assert {"Groq", "default", "APIError", "CapacityExceededError", "GroqError", "Stream", "toFile"} <= set(
        json.loads(done.stdout)
    )


def test_every_file_can_be_imported_and_required_by_its_name(user: Path, built: Path, program: Any) -> None:
    """What is behind `exports` is there in both forms, with types, and gives the same names."""
    files = sorted(
        path.relative_to(built / "dist" / "esm") for path in (built / "dist" / "esm").rglob("*.js")
    )
    assert len(files) > 20
    for path in files:
        assert (built / "dist" / "esm" / path).with_suffix(".d.ts").is_file()
        assert (built / "dist" / "cjs" / path).with_suffix(".d.ts").is_file()
    names = json.dumps([f"groq-sdk/{path.with_suffix('').as_posix()}" for path in files])
    source = f"""
import {{ createRequire }} from 'node:module';
const require = createRequire(import.meta.url);
for (const name of {names}) {{
  const [imported, required] = [await import(name), require(name)].map((found) => Object.keys(found).sort());
  if (imported.join() !== required.filter((key) => key !== '__esModule').join()) console.log(name);
}}
require('groq-sdk/package.json');
"""
    done = program(source)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("source", "limit"),
    [
        ("import { toFile } from 'groq-sdk'; console.log(toFile);", 1_500),
        ("import { RateLimitError } from 'groq-sdk'; console.log(RateLimitError);", 1_500),
        ("import 'groq-sdk';", 100),
    ],
)
def test_what_is_not_used_is_not_in_a_bundle(
    source: str, limit: int, user: Path, tools: Path, tmp_path: Path
) -> None:
    entry, bundle = user / "part.mjs", tmp_path / "bundle.js"
    entry.write_text(source, encoding="utf-8")
    options = ["--bundle", "--minify", "--format=esm", "--log-level=error", f"--outfile={bundle}"]
    check([tools / "esbuild", entry, *options], user)
    assert len(bundle.read_bytes()) <= limit


def test_a_resource_can_be_loaded_alone(program: Any) -> None:
    done = program("import { Models } from 'groq-sdk/resources/models'; console.log(Models.name);")
    assert done.stdout == "Models\n", done.stderr


def test_configured_errors_are_thrown(program: Any, serve: Any) -> None:
    from server import json_answer

    source = """
import Groq from 'groq-sdk';
const error = await new Groq({ maxRetries: 0 }).models.list().catch((reason) => reason);
console.log(error instanceof Groq.CapacityExceededError, error instanceof Groq.GroqError, error.message);
"""
    with serve(override=lambda _: json_answer({"error": {"message": "full"}}, 498)) as (_, environment):
        done = program(source, **environment)
    assert done.stdout == "true true 498: full\n", done.stderr


def test_a_stream_arrives_event_by_event(program: Any, serve: Any) -> None:
    source = """
import Groq from 'groq-sdk';
const stream = await new Groq().chat.completions.create({
  messages: [{ role: 'user', content: 'hi' }], model: 'llama-3.3-70b-versatile', stream: true,
});
for await (const chunk of stream) console.log(chunk.n);
"""
    with serve(override=lambda _: chunks({"n": 1}, {"n": 2})) as (_, environment):
        done = program(source, **environment)
    assert done.stdout == "1\n2\n", done.stderr


def test_the_core_with_one_resource_is_small(tools: Path, built: Path, user: Path, tmp_path: Path) -> None:
    """A bundle of a client that uses one resource has at most 30 kB, minified and compressed."""
    entry = user / "entry.mjs"
    entry.write_text(
        "import Groq from 'groq-sdk'; new Groq().models.list().then(console.log);", encoding="utf-8"
    )
    bundle = tmp_path / "bundle.js"
    check([tools / "esbuild", entry, "--bundle", "--minify", "--format=esm", f"--outfile={bundle}"], user)
    text = bundle.read_bytes()
    assert len(gzip.compress(text)) <= 30_000
    assert not re.search(rb"from[\"']node:|require\([\"']", text)
