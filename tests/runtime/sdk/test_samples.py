"""Programs as users have them: those of the published document, of our own, and of the package's README."""

from __future__ import annotations

import json
import os
import re
import runpy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from document_server import chunks, read_document
from manifest import OUTPUT
from server import Answer, Received

REPOSITORY = Path(__file__).parents[3]
_CORPORA = os.environ.get("SDKLOOM_CORPORA")
_PUBLISHED = Path(_CORPORA) / "groq-openapi.yml" if _CORPORA else None
_MODEL = "llama-3.3-70b-versatile"
_CHUNK = {
    "id": "c1",
    "object": "chat.completion.chunk",
    "created": 1,
    "model": _MODEL,
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
                if "py" in example.get("request", {}):
                    name = operation["operationId"]
                    parts = (name, example["request"]["py"], example.get("response"))
                    found.append(pytest.param(*parts, id=f"{name}: {example['title']}"))
    return found


def _ours() -> list[Any]:
    found = []
    for item in read_document(REPOSITORY / "spec" / "groq.yaml")["paths"].values():
        for operation in item.values():
            for sample in operation["x-codeSamples"]:
                if sample["lang"] == "Python":
                    name = operation["operationId"]
                    found.append(pytest.param(name, sample["source"], id=f"{name}: {sample['label']}"))
    return found


def _readme() -> list[Any]:
    text = (OUTPUT / "README.md").read_text(encoding="utf-8")
    sections = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    programs = []
    for title, body in zip(sections[1::2], sections[2::2], strict=True):
        for number, source in enumerate(
            re.findall(r"^```python\n(.*?)^```$", body, re.MULTILINE | re.DOTALL)
        ):
            programs.append(pytest.param(source, id=f"{title} {number}" if number else title))
    return programs


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a program as it stands, in a folder that holds the files it speaks of."""

    def go(source: str) -> None:
        for name in ("sample_audio.m4a", "interview.m4a", "voicemail.m4a", "recording.m4a"):
            (folder / name).write_bytes(b"\x00\x01sound")
        for name in ("batch_file.jsonl", "reviews.jsonl"):
            (folder / name).write_bytes(b"{}\n")
        program = folder / "program.py"
        program.write_text(source, encoding="utf-8")
        runpy.run_path(str(program), run_name="__main__")

    return go


def _streams(request: Received) -> Answer | None:
    """A streamed answer where one is asked for."""
    asked = b'"stream":true' in request.body
    return chunks(_CHUNK) if asked else None


@pytest.mark.skipif(_PUBLISHED is None, reason="SDKLOOM_CORPORA names no folder with the published document")
@pytest.mark.parametrize(("operation", "source", "response"), _published())
def test_published_program_runs_unmodified(
    operation: str, source: str, response: str | None, run: Any, serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    examples = {operation: json.loads(response)} if response else {operation: Answer(body=b"RIFF")}
    with serve(examples, _streams) as server:
        _point_requests_at(server.url, monkeypatch)
        run(source)
        assert server.called == [operation]


def _point_requests_at(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the programs uses no SDK, and spells out where the API is."""
    send = requests.Session.request

    def redirected(self: requests.Session, method: str, url: str, **options: Any) -> requests.Response:
        return send(self, method, address + urlsplit(url).path, **options)

    monkeypatch.setattr(requests.Session, "request", redirected)


@pytest.mark.skipif(_PUBLISHED is None, reason="SDKLOOM_CORPORA names no folder with the published document")
def test_all_published_programs_are_there() -> None:
    assert len(_published()) == 20


@pytest.mark.parametrize(("operation", "source"), _ours())
def test_program_of_the_document_runs(operation: str, source: str, run: Any, serve: Any) -> None:
    with serve(override=_streams) as server:
        run(source)
        assert server.called == [operation]


@pytest.mark.parametrize("source", _readme())
def test_rule_62_program_of_the_readme_runs(source: str, run: Any, serve: Any) -> None:
    def override(request: Received) -> Answer | None:
        return Answer(body=b"{}") if request.path == "/some/path" else _streams(request)

    with serve(override=override, allow=lambda fault: "/some/path" in fault):
        run(source)


@pytest.mark.parametrize("path", sorted((OUTPUT / "examples").glob("*.py")), ids=lambda path: path.stem)
def test_example_of_the_package_runs(path: Path, run: Any, serve: Any) -> None:
    with serve(override=_streams) as server:
        run(path.read_text(encoding="utf-8"))
        assert len(server.called) == 1
