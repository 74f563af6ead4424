"""What type checkers make of calls; nothing here is ever run."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from groq import APIResponse, AsyncAPIResponse, AsyncGroq, AsyncStream, BinaryResponse, Groq, Stream
from groq.types import Batch, ErrorResponse, ResponseStreamEvent
from groq.types.audio import Transcription, TranscriptionVerbose
from groq.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam
from typing_extensions import assert_type

MODEL = "llama-3.3-70b-versatile"
MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Why does bread rise?"}]


def calls(client: Groq, stream: bool) -> None:
    completion = client.chat.completions.create(messages=MESSAGES, model=MODEL, service_tier="flex")
    assert_type(completion, ChatCompletion)
    assert_type(completion.choices[0].message.content, str | None)
    chunks = client.chat.completions.create(messages=MESSAGES, model=MODEL, stream=True)
    assert_type(chunks, Stream[ChatCompletionChunk])
    for chunk in chunks:
        assert_type(chunk, ChatCompletionChunk)
    assert_type(
        client.chat.completions.create(messages=MESSAGES, model=MODEL, stream=stream),
        ChatCompletion | Stream[ChatCompletionChunk],
    )
    assert_type(client.batches.retrieve("batch_1", timeout=3.0, max_retries=0), Batch)
    assert_type(
        client.audio.speech.create(model="playai-tts", voice="Fritz-PlayAI", input="Hello"), BinaryResponse
    )


def response_formats(client: Groq) -> None:
    sound = Path("interview.m4a")
    create = client.audio.transcriptions.create
    assert_type(create(file=sound, model="whisper-large-v3"), Transcription)
    assert_type(create(file=sound, model="whisper-large-v3", response_format="text"), str)
    assert_type(
        create(file=sound, model="whisper-large-v3", response_format="verbose_json"), TranscriptionVerbose
    )


def whole_responses(client: Groq) -> None:
    response = client.batches.with_raw_response.retrieve("batch_1")
    assert_type(response, APIResponse[Batch])
    assert_type(response.parse(), Batch)
    with client.batches.with_streaming_response.retrieve("batch_1") as opened:
        assert_type(opened, APIResponse[Batch])
    create = client.chat.completions.with_raw_response.create
    assert_type(create(messages=MESSAGES, model=MODEL), APIResponse[ChatCompletion])
    assert_type(create(messages=MESSAGES, model=MODEL, stream=True), APIResponse[Stream[ChatCompletionChunk]])


async def whole_asynchronous_responses(client: AsyncGroq) -> None:
    completions = client.chat.completions
    response = await completions.with_raw_response.create(messages=MESSAGES, model=MODEL)
    assert_type(response, AsyncAPIResponse[ChatCompletion])
    opened = completions.with_streaming_response.create(messages=MESSAGES, model=MODEL, stream=True)
    async with opened as response_of_stream:
        assert_type(response_of_stream, AsyncAPIResponse[AsyncStream[ChatCompletionChunk]])


async def asynchronous_calls(client: AsyncGroq) -> None:
    completion = await client.chat.completions.create(messages=MESSAGES, model=MODEL)
    assert_type(completion, ChatCompletion)
    stream = await client.chat.completions.create(messages=MESSAGES, model=MODEL, stream=True)
    assert_type(stream, AsyncStream[ChatCompletionChunk])
    events = await client.responses.create(model="openai/gpt-oss-120b", input="Hello", stream=True)
    async for event in events:
        assert_type(event, ResponseStreamEvent)
        if event.type == "response.output_text.delta":
            assert_type(event.delta, str)


def open_sets(completion: ChatCompletion, failure: ErrorResponse) -> None:
    assert_type(completion.service_tier, Literal["auto", "on_demand", "flex", "performance"] | str | None)
    assert_type(failure.error.message, str)
