"""Programs for the package that users have today keep running: what they rely on besides names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import groq
import pytest
from groq import Groq, Omit
from groq.types import Model
from server import Answer, Server, answering, json_answer

MODEL = {"id": "m", "object": "model", "created": 1, "owned_by": "us", "window": [1]}


@pytest.fixture
def server() -> Iterator[Server]:
    with answering(json_answer(MODEL)) as started:
        yield started


@pytest.fixture
def client(server: Server) -> Iterator[Groq]:
    with Groq(api_key="key", base_url=server.url) as made:
        yield made


def test_the_base_url_ends_in_a_slash(client: Groq, server: Server) -> None:
    assert client.base_url == f"{server.url}/"


def test_a_call_by_hand_takes_a_class_and_options(client: Groq, server: Server) -> None:
    options = {"headers": {"X-One": "1"}, "params": {"q": 1}, "max_retries": 0}
    assert client.get("/any", cast_to=Model, options=options).id == "m"
    assert (server.received[0].path, server.received[0].headers["x-one"]) == ("/any?q=1", "1")


def test_a_header_can_be_taken_away(client: Groq, server: Server) -> None:
    client.models.retrieve("m", extra_headers={"Authorization": Omit()})
    assert "authorization" not in server.received[0].headers


def test_what_can_never_work_is_refused_at_once(client: Groq, server: Server) -> None:
    with pytest.raises(ValueError, match="model"):
        client.models.retrieve("")
    with pytest.raises(TypeError, match="max_retries"):
        Groq(api_key="key", max_retries=None)  # type: ignore[arg-type]
    assert server.received == []


def test_a_raw_response(client: Groq) -> None:
    raw = client.models.with_raw_response.retrieve("m")
    assert raw.parse(to=dict) == MODEL  # type: ignore[comparison-overlap]
    assert raw.parse().id == "m"
    assert raw.http_request.method == "GET"
    assert (raw.is_closed, raw.retries_taken, raw.headers["content-type"]) == (True, 0, "application/json")


def test_an_answer_as_data(client: Groq) -> None:
    model = client.models.retrieve("m")
    assert model.to_dict() == json.loads(model.to_json()) == MODEL
    assert model.window == [1]  # type: ignore[attr-defined]


def test_a_copy_with_other_headers_and_another_query(client: Groq, server: Server) -> None:
    client.with_options(default_headers={"X-One": "1"}).copy(
        set_default_headers={"X-Two": "2"}, set_default_query={"z": 1}
    ).models.retrieve("m")
    request = server.received[0]
    assert (request.headers.get("x-one"), request.headers["x-two"]) == (None, "2")
    assert request.path.endswith("?z=1")


def test_options_come_from_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROQ_API_KEY", raising=False)
    with pytest.raises(groq.GroqError, match="GROQ_API_KEY"):
        Groq()
    for name, value in {"API_KEY": "k", "BASE_URL": server.url, "CUSTOM_HEADERS": "X-One: 1"}.items():
        monkeypatch.setenv(f"GROQ_{name}", value)
    with Groq() as client:
        client.models.retrieve("m")
    assert server.received[0].headers["authorization"] == "Bearer k"
    assert server.received[0].headers["x-one"] == "1"


def test_speech_is_written_to_a_file(tmp_path: Path) -> None:
    with answering(Answer(body=b"RIFF", content_type="audio/wav")) as server:
        with Groq(api_key="key", base_url=server.url) as client:
            speech = client.audio.speech.create(model="m", voice="v", input="i")
            speech.write_to_file(tmp_path / "speech.wav")
    assert (tmp_path / "speech.wav").read_bytes() == b"RIFF"
