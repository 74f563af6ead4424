"""Every operation, synchronously and asynchronously: what is sent is checked against the document, and so is the result."""

from __future__ import annotations

import asyncio
import json
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from groq import AsyncGroq, Groq, types
from groq.types import audio, chat
from manifest import manifest

_SOUND = ("interview.m4a", b"\x00\x01")
_MESSAGES = [{"role": "user", "content": "Why does bread rise?"}]

# What each operation is called with, and what it answers.
CALLS: dict[str, tuple[dict[str, Any], type | None]] = {
    "createSpeech": ({"model": "playai-tts", "voice": "Fritz-PlayAI", "input": "Boarding."}, None),
    "createTranscription": (
        {"file": _SOUND, "model": "whisper-large-v3", "timestamp_granularities": ["word", "segment"]},
        audio.Transcription,
    ),
    "createTranslation": ({"file": _SOUND, "model": "whisper-large-v3"}, audio.Translation),
    "createBatch": (
        {"completion_window": "24h", "endpoint": "/v1/chat/completions", "input_file_id": "file_1"},
        types.Batch,
    ),
    "listBatches": ({}, types.BatchListResponse),
    "retrieveBatch": ({"batch_id": "batch_1"}, types.Batch),
    "cancelBatch": ({"batch_id": "batch_1"}, types.Batch),
    "createChatCompletion": (
        {"messages": _MESSAGES, "model": "llama-3.3-70b-versatile", "service_tier": "flex", "seed": None},
        chat.ChatCompletion,
    ),
    "createEmbedding": (
        {"model": "nomic-embed-text-v1_5", "input": ["one", "two"]},
        types.CreateEmbeddingResponse,
    ),
    "listFiles": ({}, types.FileListResponse),
    "uploadFile": ({"file": ("lines.jsonl", b"{}\n"), "purpose": "batch"}, types.File),
    "deleteFile": ({"file_id": "file_1"}, types.FileDeleteResponse),
    "retrieveFile": ({"file_id": "file_1"}, types.File),
    "downloadFile": ({"file_id": "file_1"}, None),
    "listFineTunings": ({}, types.ListFineTuningsResponse),
    "createFineTuning": (
        {"name": "tone", "type": "lora", "base_model": "llama-3.1-8b-instant", "input_file_id": "file_1"},
        types.ReadFineTuningResponse,
    ),
    "deleteFineTuning": ({"id": "tuning_1"}, types.DeleteFineTuningResponse),
    "getFineTuning": ({"id": "tuning_1"}, types.ReadFineTuningResponse),
    "listModels": ({}, types.ModelListResponse),
    "retrieveModel": ({"model": "openai/gpt-oss-20b"}, types.Model),
    "deleteModel": ({"model": "openai/gpt-oss-20b"}, types.ModelDeleted),
    "createReranking": (
        {"model": "qwen3-reranker-4b", "query": "tides", "docs": ["the moon", "a spoon"]},
        types.RerankingResponse,
    ),
    "createResponse": (
        {"model": "openai/gpt-oss-120b", "input": "Hello", "service_tier": "flex"},
        types.Response,
    ),
}


def test_rule_1_the_table_holds_every_operation() -> None:
    assert [entry["operation"] for entry in manifest()["operations"]] == list(CALLS)
    assert manifest()["omitted"] == []


@pytest.mark.parametrize("entry", manifest()["operations"], ids=lambda entry: entry["call"])
def test_rule_63_every_operation_against_a_server_of_the_document(
    entry: dict[str, str], serve: Any, tmp_path: Path
) -> None:
    arguments, expected = CALLS[entry["operation"]]

    async def run() -> Any:
        async with AsyncGroq() as client:
            answer = await attrgetter(entry["call"])(client)(**arguments)
            return answer if expected is not None else await answer.read()

    with serve() as server, Groq() as client:
        answer = attrgetter(entry["call"])(client)(**arguments)
        result = answer if expected is not None else answer.read()
        assert asyncio.run(run()) == result

    assert server.called == [entry["operation"]] * 2
    if expected is None:
        assert result.startswith(b"RIFF")
        return
    assert type(result) is expected
    example = json.loads(answer.to_json())
    assert expected.from_dict(example) == answer


def test_a_path_parameter_stays_inside_its_segment(serve: Any) -> None:
    with serve() as server, Groq() as client:
        client.models.retrieve("openai/gpt-oss-20b")
    assert server.received[0].path == "/openai/v1/models/openai%2Fgpt-oss-20b"


def test_an_empty_path_parameter_is_refused_before_anything_is_sent(serve: Any) -> None:
    with serve() as server, Groq() as client, pytest.raises(ValueError, match="model"):
        client.models.retrieve("")
    assert server.received == []


def test_lists_in_forms_have_brackets(serve: Any) -> None:
    with serve() as server, Groq() as client:
        client.audio.transcriptions.create(
            file=_SOUND, model="whisper-large-v3", timestamp_granularities=["word", "segment"]
        )
    assert server.received[0].body.count(b'name="timestamp_granularities[]"') == 2


@pytest.mark.parametrize(
    ("form", "body", "expected"),
    [
        ("json", b'{"text": "tide"}', audio.Transcription(text="tide")),
        ("text", b"tide\n", "tide\n"),
        (
            "verbose_json",
            b'{"text": "tide", "language": "en", "duration": "2.5"}',
            audio.TranscriptionVerbose(text="tide", language="en", duration="2.5"),
        ),
    ],
)
def test_the_response_format_decides_what_a_transcript_is(
    form: Any, body: bytes, expected: Any, serve: Any
) -> None:
    from server import Answer

    kind = "text/plain" if form == "text" else "application/json"
    with serve({"createTranscription": Answer(body=body, content_type=kind)}), Groq() as client:
        found = client.audio.transcriptions.create(
            file=_SOUND, model="whisper-large-v3", response_format=form
        )
    assert found == expected
