"""Documents that try to write code into TypeScript packages: these compile, and nothing of a document runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attacks.documents import BREAKOUTS, document, payloads
from markdown_it import MarkdownIt
from nodes import check

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate
from sdkloom.write import write

_PAYLOADS = payloads("globalThis.pwned = 1")

# Every call of the package is made, since a payload in a template literal would only run then.
_PROGRAM = """
import * as sdk from {bundle};

const answer = async () => new Response('{{}}', {{ headers: {{ 'content-type': 'application/json' }} }});
const client = new sdk.CorpusClient({{ fetch: answer, baseURL: 'https://x.example', maxRetries: 0 }});
const seen = new Set();
const calls = [];
const visit = (thing) => {{
  if (typeof thing !== 'object' || thing === null || seen.has(thing)) return;
  seen.add(thing);
  for (const name of Object.getOwnPropertyNames(thing)) if (name !== '_client') visit(thing[name]);
  const kind = Object.getPrototypeOf(thing);
  for (const name of Object.getOwnPropertyNames(kind)) {{
    if (name === 'constructor' || typeof thing[name] !== 'function') continue;
    for (const given of ['a', {{}}]) calls.push(Promise.resolve().then(() => thing[name](given, {{}})).catch(() => {{}}));
  }}
}};
visit(client);
await Promise.all(calls);
console.log(JSON.stringify([calls.length > 4, globalThis.pwned ?? null]));
"""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A package for each payload."""
    root = tmp_path_factory.mktemp("packages")
    found = {}
    for number, (name, text) in enumerate(_PAYLOADS.items()):
        folder = root / str(number)
        folder.mkdir()
        spec = folder / "api.json"
        spec.write_text(json.dumps(document(text)), encoding="utf-8")
        target = TargetConfig("typescript", package="corpus_sdk", client="CorpusClient")
        outcome = generate(Config(spec=spec, targets=(target,)))
        assert not outcome.report.failed, [found.title for found in outcome.report.diagnostics]
        write(outcome.files, folder / "out", outcome.report)
        assert not outcome.report.failed
        assert {path.name for path in folder.iterdir()} == {"api.json", "out"}
        assert {path.name for path in (folder / "out").iterdir()} == {"typescript"}
        found[name] = folder / "out" / "typescript"
    return found


def test_every_package_compiles(packages: dict[str, Path], tools: Path) -> None:
    root = packages["empty"].parents[2]
    base = packages["empty"] / "tsconfig.json"
    settings = {
        "extends": str(base),
        "compilerOptions": {"rootDir": str(root), "noEmit": True},
        "include": [f"{package}/src" for package in packages.values()],
    }
    (root / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    check([tools / "tsc", "-p", root], root)


@pytest.mark.parametrize("name", BREAKOUTS)
def test_nothing_of_a_document_runs(name: str, packages: dict[str, Path], node: str, tools: Path) -> None:
    package = packages[name]
    bundle = package / "bundle.mjs"
    options = ["--bundle", "--format=esm", "--platform=node", "--log-level=error", f"--outfile={bundle}"]
    check([tools / "esbuild", package / "src" / "index.ts", *options], package)
    (package / "run.mjs").write_text(_PROGRAM.format(bundle=json.dumps(str(bundle))), encoding="utf-8")
    assert json.loads(check([node, "run.mjs"], package)) == [True, None]


@pytest.mark.parametrize("name", BREAKOUTS)
def test_papers_hold_what_they_are_made_for(name: str, packages: dict[str, Path]) -> None:
    package = packages[name]
    assert json.loads((package / "package.json").read_text(encoding="utf-8"))["name"] == "corpus-sdk"
    for path in package.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert "html_block" not in {token.type for token in MarkdownIt("commonmark").parse(text)}


def test_a_payload_that_runs_would_be_seen(node: str, tmp_path: Path) -> None:
    (tmp_path / "bundle.mjs").write_text(
        "export class CorpusClient { a() { return `${(globalThis.pwned = 1)}`; } b() {} c() {} }", "utf-8"
    )
    program = _PROGRAM.format(bundle=json.dumps(str(tmp_path / "bundle.mjs")))
    (tmp_path / "run.mjs").write_text(program, encoding="utf-8")
    assert json.loads(check([node, "run.mjs"], tmp_path)) == [True, 1]
