"""Programs as users have them: those of the published document and of the package's README, in every kind of module.

The published ones are ES modules, and run as they are. CommonJS knows no `import`, so there they run in the two ways that
users have: compiled to CommonJS by a tool that is given them as they are, and with the line of each import written as
`require`, which is the only change.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from document_server import chunks, read_document
from nodes import check
from server import Answer, Received

REPOSITORY = Path(__file__).parents[3]
_README = REPOSITORY / "output" / "groq" / "typescript" / "README.md"
_EXAMPLES = _README.parent / "examples"
_CORPORA = os.environ.get("SDKLOOM_CORPORA")
_PUBLISHED = Path(_CORPORA) / "groq-openapi.yml" if _CORPORA else None
_KINDS = ("module", "require", "compiled")
_IMPORT = re.compile(r"^import (\w+) from (['\"].+?['\"]);?$", re.MULTILINE)
_CHUNK = {
    "id": "c1",
    "object": "chat.completion.chunk",
    "created": 1,
    "model": "llama-3.3-70b-versatile",
    "choices": [{"index": 0, "delta": {"content": "Once"}, "finish_reason": None}],
}


def _published() -> list[Any]:
    """Each published program with the operation it belongs to and the answer that is documented for it."""
    if _PUBLISHED is None:
        return []
    found = []
    for item in read_document(_PUBLISHED)["paths"].values():
        for operation in item.values():
            for example in operation.get("x-groq-metadata", {}).get("examples", []):
                if "js" in example.get("request", {}):
                    name = operation["operationId"]
                    parts = (name, example["request"]["js"], example.get("response"))
                    found.append(pytest.param(*parts, id=f"{name}: {example['title']}"))
    return found


def _readme() -> list[Any]:
    text = _README.read_text(encoding="utf-8")
    sections = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return [
        pytest.param(source, id=f"{title} {number}" if number else title)
        for title, body in zip(sections[1::2], sections[2::2], strict=True)
        for number, source in enumerate(re.findall(r"^```ts\n(.*?)^```$", body, re.MULTILINE | re.DOTALL))
    ]


def _required(source: str) -> str:
    """The same program with `require` in the place of its imports, and not another character changed."""
    found = _IMPORT.sub(r"const \1 = require(\2);", source)
    changed = [line for line, new in zip(source.split("\n"), found.split("\n"), strict=True) if line != new]
    assert changed
    assert changed == [line for line in source.split("\n") if "import " in line]
    return found


def _compiled(source: str, tools: Path, folder: Path) -> str:
    """The program as it is, in the CommonJS that a tool makes of it."""
    (folder / "source.ts").write_text(source, encoding="utf-8")
    return check([tools / "esbuild", "source.ts", "--format=cjs", "--platform=node"], folder)


def _streams(request: Received) -> Answer | None:
    """A streamed answer where one is asked for."""
    return chunks(_CHUNK) if b'"stream":true' in request.body else None


@pytest.fixture
def files(tmp_path: Path) -> None:
    """The files that the programs speak of."""
    for name in ("sample_audio.m4a", "interview.m4a", "voicemail.m4a", "recording.m4a", "example.bin"):
        (tmp_path / name).write_bytes(b"\x00\x01sound")
    for name in ("batch_file.jsonl", "reviews.jsonl"):
        (tmp_path / name).write_bytes(b"{}\n")


@pytest.mark.skipif(_PUBLISHED is None, reason="SDKLOOM_CORPORA names no folder with the published document")
@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize(("operation", "source", "response"), _published())
def test_published_program_runs(
    operation: str,
    source: str,
    response: str | None,
    kind: str,
    program: Any,
    serve: Any,
    files: None,
    tools: Path,
    tmp_path: Path,
) -> None:
    name = "program.mjs" if kind == "module" else "program.cjs"
    if kind != "module":
        source = _required(source) if kind == "require" else _compiled(source, tools, tmp_path)
    examples = {operation: json.loads(response)} if response else {operation: Answer(body=b"RIFF")}
    with serve(examples, _streams) as (server, environment):
        done = program(source, name, **environment)
        assert done.returncode == 0, done.stderr
        assert server.called == [operation]


@pytest.mark.skipif(_PUBLISHED is None, reason="SDKLOOM_CORPORA names no folder with the published document")
def test_all_published_programs_are_there() -> None:
    assert len(_published()) == 20


@pytest.mark.parametrize("source", _readme())
def test_program_of_the_readme_runs(source: str, program: Any, serve: Any, files: None) -> None:
    def override(request: Received) -> Answer | None:
        return Answer(body=b"{}") if request.path == "/some/path" else _streams(request)

    with serve(override=override) as (server, environment):
        done = program(source, **environment)
        assert done.returncode == 0, done.stderr
        server.faults[:] = [fault for fault in server.faults if "/some/path" not in fault]


@pytest.mark.parametrize("path", sorted(_EXAMPLES.glob("*.mjs")), ids=lambda path: path.stem)
def test_example_of_the_package_runs(path: Path, program: Any, serve: Any, files: None) -> None:
    with serve(override=_streams) as (server, environment):
        done = program(path.read_text(encoding="utf-8"), **environment)
        assert done.returncode == 0, done.stderr
        assert len(server.called) == 1
