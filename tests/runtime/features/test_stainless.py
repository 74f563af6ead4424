"""Packages that two real `stainless.yml` files make: every call that they name is there, and works.

They are found beside the documents of SDKLOOM_CORPORA.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest
from server import answering, event_stream, json_answer

from sdkloom.config import read_config
from sdkloom.diagnostics import Report
from sdkloom.load.read import parse, read_text
from sdkloom.pipeline import generate
from sdkloom.write import MANIFEST

_CORPORA = os.environ.get("SDKLOOM_CORPORA")
_FOLDER = Path(_CORPORA).parent / "stainless" if _CORPORA else Path("stainless")

pytestmark = pytest.mark.skipif(
    not _FOLDER.is_dir(), reason=f"there is no folder {_FOLDER.name} of real files"
)


class Migrated:
    """A package that a file made, its calls by method and path, and what was said of the file."""

    def __init__(self, name: str, root: Path) -> None:
        self.report = Report()
        config = read_config(_FOLDER / name / "stainless.yml", self.report, _FOLDER / name / "openapi.yml")
        assert config is not None
        python = [
            replace(target, package=f"{name}_sdk") for target in config.targets if target.name == "python"
        ]
        outcome = generate(replace(config, targets=tuple(python)), self.report)
        assert not self.report.failed
        self.manifest: Any = json.loads(str(outcome.files[f"python/{MANIFEST}"]))
        for path, text in outcome.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(str(text), encoding="utf-8")
        self.source = root / "python" / "src"
        self.name = f"{name}_sdk"

    def module(self) -> ModuleType:
        return import_module(self.name)

    @property
    def calls(self) -> set[tuple[str, str, str]]:
        return {
            (op["method"].upper(), op["path"], call)
            for op in self.manifest["operations"]
            for call in _calls(op)
        }


def _calls(operation: Mapping[str, Any]) -> list[str]:
    return [operation["call"], *operation.get("calls", ())]


@pytest.fixture(scope="module")
def luma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Migrated]:
    yield from _imported("luma", tmp_path_factory)


@pytest.fixture(scope="module")
def ogx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Migrated]:
    yield from _imported("ogx", tmp_path_factory)


def _imported(name: str, folders: pytest.TempPathFactory) -> Iterator[Migrated]:
    migrated = Migrated(name, folders.mktemp(name))
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(migrated.source))
        yield migrated


def test_every_published_call_is_there(luma: Migrated) -> None:
    lines = (_FOLDER / "luma" / "published-calls.tsv").read_text(encoding="utf-8").splitlines()
    published = {tuple(line.split("\t")) for line in lines if line.strip()}
    assert published <= luma.calls


def test_every_configured_method_is_there(ogx: Migrated) -> None:
    text = read_text(_FOLDER / "ogx" / "stainless.yml", "stainless.yml", Report())
    assert text is not None
    configured: Any = parse(text, Report())
    assert set(_methods(configured["resources"], ())) <= {call for _, _, call in ogx.calls}


def _methods(resources: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[str]:
    for name, resource in resources.items():
        yield from (".".join((*above, name, method)) for method in resource.get("methods", ()))
        yield from _methods(resource.get("subresources", {}), (*above, name))


def test_two_calls_make_one_request(luma: Migrated, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUMAAI_API_KEY", "secret")
    answer = json_answer({"id": "5d1e9c7e-0000-4000-8000-000000000000", "state": "queued"})
    with answering(answer, answer) as server, luma.module().LumaAI(base_url=server.url) as client:
        first = client.generations.create(prompt="A teddy bear", model="ray-2")
        second = client.generations.video.create(prompt="A teddy bear", model="ray-2")
    assert first == second
    assert [(one.method, one.path, one.json()) for one in server.received] == [
        ("POST", "/generations/video", {"prompt": "A teddy bear", "model": "ray-2"})
    ] * 2
    assert server.received[0].headers["authorization"] == "Bearer secret"


_PAGES = (
    {"data": [{"id": "f1"}, {"id": "f2"}], "has_more": True, "last_id": "f2"},
    {"data": [{"id": "f3"}], "has_more": False, "last_id": "f3"},
)


def test_pages_are_followed(ogx: Migrated) -> None:
    with (
        answering(*map(json_answer, _PAGES)) as server,
        ogx.module().OgxClient(base_url=server.url, api_key="secret") as client,
    ):
        assert [file.id for file in client.files.list(limit=2)] == ["f1", "f2", "f3"]
    assert [one.path for one in server.received] == ["/v1/files?limit=2", "/v1/files?after=f2&limit=2"]


def test_pages_are_followed_asynchronously(ogx: Migrated) -> None:
    async def run(url: str) -> list[str]:
        async with ogx.module().AsyncOgxClient(base_url=url, api_key="secret") as client:
            return [file.id async for file in client.files.list()]

    with answering(*map(json_answer, _PAGES)) as server:
        assert anyio.run(run, server.url) == ["f1", "f2", "f3"]


_CHUNK = {
    "id": "c1",
    "object": "chat.completion.chunk",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "delta": {"content": "Hi"}, "finish_reason": "stop"}],
}
_MESSAGES = [{"role": "user", "content": "Hello"}]


def test_streams_yield_events_of_the_named_model(ogx: Migrated) -> None:
    events = event_stream(f"data: {json.dumps(_CHUNK)}\n\n".encode(), b"data: [DONE]\n\n")
    package = ogx.module()
    types = import_module(f"{ogx.name}.types.chat")
    with answering(events) as server, package.OgxClient(base_url=server.url, api_key="secret") as client:
        with client.chat.completions.create(model="m", messages=_MESSAGES, stream=True) as stream:
            found = list(stream)
    assert [type(event) for event in found] == [types.ChatCompletionChunk]
    assert found[0].choices[0].delta.content == "Hi"
    assert server.received[0].json()["stream"] is True


def test_streams_yield_events_asynchronously(ogx: Migrated) -> None:
    events = event_stream(f"data: {json.dumps(_CHUNK)}\n\n".encode(), b"data: [DONE]\n\n")

    async def run(url: str) -> list[Any]:
        async with ogx.module().AsyncOgxClient(base_url=url, api_key="secret") as client:
            stream = await client.chat.completions.create(model="m", messages=_MESSAGES, stream=True)
            return [event.choices[0].delta.content async for event in stream]

    with answering(events) as server:
        assert anyio.run(run, server.url) == ["Hi"]


def test_an_error_in_a_stream_raises(ogx: Migrated) -> None:
    error = {"error": {"message": "out of memory", "type": "server_error"}}
    events = event_stream(f"data: {json.dumps(error)}\n\n".encode())
    package = ogx.module()
    with answering(events) as server, package.OgxClient(base_url=server.url, api_key="secret") as client:
        with client.chat.completions.create(model="m", messages=_MESSAGES, stream=True) as stream:
            with pytest.raises(package.OgxClientError, match="out of memory"):
                list(stream)


def test_nothing_of_the_files_is_lost(ogx: Migrated, luma: Migrated) -> None:
    def lost(migrated: Migrated) -> list[str]:
        return [
            one.at.pointer for one in migrated.report.diagnostics if one.code == "W123" and one.at is not None
        ]

    assert lost(luma) == []
    assert lost(ogx) == []
