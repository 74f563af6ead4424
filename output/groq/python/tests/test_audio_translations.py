"""Calls of `client.audio.translations`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import ErrorResponse
from groq.types.audio import Translation, TranslationVerbose

from .wire import Part, Request, Wire

TRANSLATION = {"text": "Good evening, I would like to move my reservation to the second of May."}

TRANSLATION_VERBOSE = {
    "language": "language",
    "duration": "duration",
    "text": "text",
    "segments": [{"id": 1, "seek": 1, "start": 1.5, "end": 1.5, "text": "text", "tokens": [1, 2]}],
}


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=TRANSLATION)

    result = wire.client.audio.translations.create(model="whisper-large-v3")

    expected = Request(
        "POST", "/openai/v1/audio/translations", parts=[Part("model", "whisper-large-v3")]
    )
    assert wire.request == expected
    assert isinstance(result, Translation)
    assert result.to_dict() == TRANSLATION


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(json=TRANSLATION)

    result = wire.client.audio.translations.create(
        file=("example.bin", b"example content"),
        url="url",
        model="whisper-large-v3",
        prompt="prompt",
        temperature=0,
    )

    expected = Request(
        "POST",
        "/openai/v1/audio/translations",
        parts=[
            Part(
                "file",
                "example content",
                file_name="example.bin",
                content_type="application/octet-stream",
            ),
            Part("url", "url"),
            Part("model", "whisper-large-v3"),
            Part("prompt", "prompt"),
            Part("temperature", "0"),
        ],
    )
    assert wire.request == expected
    assert isinstance(result, Translation)
    assert result.to_dict() == TRANSLATION


def test_create_response_format(wire: Wire[Groq]) -> None:
    wire.answer(text="example text")

    result = wire.client.audio.translations.create(response_format="text", model="whisper-large-v3")

    expected = Request(
        "POST",
        "/openai/v1/audio/translations",
        parts=[Part("model", "whisper-large-v3"), Part("response_format", "text")],
    )
    assert wire.request == expected
    assert result == "example text"


def test_create_response_format_2(wire: Wire[Groq]) -> None:
    wire.answer(json=TRANSLATION_VERBOSE)

    result = wire.client.audio.translations.create(
        response_format="verbose_json", model="whisper-large-v3"
    )

    expected = Request(
        "POST",
        "/openai/v1/audio/translations",
        parts=[Part("model", "whisper-large-v3"), Part("response_format", "verbose_json")],
    )
    assert wire.request == expected
    assert isinstance(result, TranslationVerbose)
    assert result.to_dict() == TRANSLATION_VERBOSE


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.audio.translations.create(model="whisper-large-v3")

    expected = Request(
        "POST", "/openai/v1/audio/translations", parts=[Part("model", "whisper-large-v3")]
    )
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
