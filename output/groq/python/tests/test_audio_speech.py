"""Calls of `client.audio.speech`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import ErrorResponse

from .wire import Request, Wire


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(content=b"example content", content_type="audio/wav")

    result = wire.client.audio.speech.create(model="playai-tts", input="input", voice="voice")

    expected = Request(
        "POST",
        "/openai/v1/audio/speech",
        json={"model": "playai-tts", "input": "input", "voice": "voice"},
    )
    assert wire.request == expected
    assert result.read() == b"example content"


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(content=b"example content", content_type="audio/wav")

    result = wire.client.audio.speech.create(
        model="playai-tts",
        input="input",
        voice="voice",
        response_format="mp3",
        sample_rate=48000,
        speed=1,
    )

    expected = Request(
        "POST",
        "/openai/v1/audio/speech",
        json={
            "model": "playai-tts",
            "input": "input",
            "voice": "voice",
            "response_format": "mp3",
            "sample_rate": 48000,
            "speed": 1,
        },
    )
    assert wire.request == expected
    assert result.read() == b"example content"


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.audio.speech.create(model="playai-tts", input="input", voice="voice")

    expected = Request(
        "POST",
        "/openai/v1/audio/speech",
        json={"model": "playai-tts", "input": "input", "voice": "voice"},
    )
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
