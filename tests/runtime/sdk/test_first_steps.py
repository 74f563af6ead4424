"""The five things that everybody does first, synchronously and asynchronously, over real HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from document_server import chunks
from groq import AsyncGroq, CapacityExceededError, Groq, RateLimitError
from groq.types.chat import ChatCompletion, ChatCompletionChunk
from server import Received, json_answer

MESSAGES = [{"role": "user", "content": "Why does bread rise?"}]
MODEL = "llama-3.3-70b-versatile"
_CHUNK = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": MODEL}


def _chunk(text: str, finish: str | None = None) -> dict[str, Any]:
    return {**_CHUNK, "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": finish}]}


STREAM = chunks(_chunk("Yeast"), _chunk(" breathes"), _chunk(".", "stop"))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Retries do not wait; the waits that they would have made are listed."""
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(Groq, "sleep", staticmethod(waits.append))
    monkeypatch.setattr(AsyncGroq, "sleep", staticmethod(wait))
    return waits


def test_a_chat_completion(serve: Any) -> None:
    with serve() as server, Groq() as client:
        completion = client.chat.completions.create(messages=MESSAGES, model=MODEL)

    assert isinstance(completion, ChatCompletion)
    assert completion.choices[0].message.content.startswith("Yeast eats the sugars")
    assert completion.usage is not None
    assert completion.usage.total_tokens == 81
    assert completion.x_groq.id == "req_01k3g7kxd4e9bsv6m2w0tzy5rn"
    assert server.received[0].json() == {"messages": MESSAGES, "model": MODEL}
    assert server.received[0].headers["authorization"] == "Bearer gsk_test"


def test_a_chat_completion_async(serve: Any) -> None:
    async def run() -> ChatCompletion:
        async with AsyncGroq() as client:
            return await client.chat.completions.create(messages=MESSAGES, model=MODEL)

    with serve() as server:
        completion = asyncio.run(run())

    assert completion.choices[0].message.content.startswith("Yeast eats the sugars")
    assert server.received[0].json() == {"messages": MESSAGES, "model": MODEL}


def test_a_streamed_chat(serve: Any) -> None:
    with serve({"createChatCompletion": STREAM}) as server, Groq() as client:
        stream = client.chat.completions.create(messages=MESSAGES, model=MODEL, stream=True)
        seen = list(stream)

    assert all(isinstance(chunk, ChatCompletionChunk) for chunk in seen)
    assert "".join(chunk.choices[0].delta.content for chunk in seen) == "Yeast breathes."
    assert [chunk.choices[0].finish_reason for chunk in seen] == [None, None, "stop"]
    assert server.received[0].json()["stream"] is True
    assert server.received[0].headers["accept"] == "text/event-stream"


def test_a_streamed_chat_async(serve: Any) -> None:
    async def run() -> str:
        async with AsyncGroq() as client:
            stream = await client.chat.completions.create(messages=MESSAGES, model=MODEL, stream=True)
            return "".join([chunk.choices[0].delta.content async for chunk in stream])

    with serve({"createChatCompletion": STREAM}):
        assert asyncio.run(run()) == "Yeast breathes."


def test_a_transcription_upload(serve: Any, tmp_path: Path) -> None:
    recording = tmp_path / "interview.m4a"
    recording.write_bytes(b"\x00\x01sound")
    with serve() as server, Groq() as client:
        transcription = client.audio.transcriptions.create(file=recording, model="whisper-large-v3")

    assert transcription.text.startswith("The first turbine")
    body = server.received[0].body
    assert server.received[0].headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="interview.m4a"' in body
    assert b"\x00\x01sound" in body


def test_a_transcription_upload_async(serve: Any, tmp_path: Path) -> None:
    recording = tmp_path / "interview.m4a"
    recording.write_bytes(b"\x00\x01sound")

    async def run() -> str:
        async with AsyncGroq() as client:
            with recording.open("rb") as file:
                return (await client.audio.transcriptions.create(file=file, model="whisper-large-v3")).text

    with serve() as server:
        assert asyncio.run(run()).startswith("The first turbine")
    assert b'name="file"; filename="interview.m4a"' in server.received[0].body


def test_a_speech_download(serve: Any, tmp_path: Path) -> None:
    target = tmp_path / "announcement.wav"
    with serve(), Groq() as client:
        client.audio.speech.create(
            model="playai-tts", voice="Fritz-PlayAI", input="Boarding now.", response_format="wav"
        ).write_to_file(target)

    assert target.read_bytes().startswith(b"RIFF")


def test_a_speech_download_async(serve: Any, tmp_path: Path) -> None:
    target = tmp_path / "announcement.wav"

    async def run() -> None:
        async with AsyncGroq() as client:
            speech = await client.audio.speech.create(
                model="playai-tts", voice="Fritz-PlayAI", input="Boarding now.", response_format="wav"
            )
            await speech.write_to_file(target)

    with serve():
        asyncio.run(run())
    assert target.read_bytes().startswith(b"RIFF")


def _busy_at_first(status: int, times: int, **headers: str) -> Any:
    """Refuses the first requests with this status."""
    left = [times]

    def override(_: Received) -> Any:
        left[0] -= 1
        body = {"error": {"message": "too busy", "type": "busy", "code": "busy"}}
        return json_answer(body, status, **headers) if left[0] >= 0 else None

    return override


def test_a_retry_after_429(serve: Any, quick: list[float]) -> None:
    with serve(override=_busy_at_first(429, 1, retry_after="3")) as server, Groq() as client:
        completion = client.chat.completions.create(messages=MESSAGES, model=MODEL)

    assert completion.choices[0].finish_reason == "stop"
    assert len(server.received) == 2
    assert quick == [3.0]


def test_a_retry_after_429_async(serve: Any, quick: list[float]) -> None:
    async def run() -> ChatCompletion:
        async with AsyncGroq() as client:
            return await client.chat.completions.create(messages=MESSAGES, model=MODEL)

    with serve(override=_busy_at_first(429, 1, retry_after="3")) as server:
        assert asyncio.run(run()).choices[0].finish_reason == "stop"
    assert len(server.received) == 2
    assert quick == [3.0]


def test_429_for_good_is_a_rate_limit_error(serve: Any, quick: list[float]) -> None:
    with serve(override=_busy_at_first(429, 9)) as server, Groq() as client:
        with pytest.raises(RateLimitError) as caught:
            client.chat.completions.create(messages=MESSAGES, model=MODEL)

    assert len(server.received) == 3
    assert len(quick) == 2
    assert caught.value.status_code == 429
    assert caught.value.error.error.message == "too busy"


def test_the_flex_tier_is_tried_again_with_growing_jittered_waits(serve: Any, quick: list[float]) -> None:
    with serve(override=_busy_at_first(498, 4)) as server, Groq(max_retries=4) as client:
        completion = client.chat.completions.create(messages=MESSAGES, model=MODEL, service_tier="flex")

    assert completion.choices[0].finish_reason == "stop"
    assert [request.json()["service_tier"] for request in server.received] == ["flex"] * 5
    # 0.5 s, doubled each time, less up to a quarter of jitter.
    for wait, whole in zip(quick, (0.5, 1.0, 2.0, 4.0), strict=True):
        assert 0.75 * whole <= wait <= whole


def test_the_flex_tier_without_capacity_has_an_error_of_its_own(serve: Any, quick: list[float]) -> None:
    with serve(override=_busy_at_first(498, 9)), Groq(max_retries=0) as client:
        with pytest.raises(CapacityExceededError) as caught:
            client.chat.completions.create(messages=MESSAGES, model=MODEL, service_tier="flex")

    assert caught.value.status_code == 498
    assert quick == []
