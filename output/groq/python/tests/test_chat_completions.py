"""Calls of `client.chat.completions`."""

from __future__ import annotations

import pytest

from groq import CapacityExceededError, Groq
from groq.types import ErrorResponse
from groq.types.chat import ChatCompletion, ChatCompletionChunk

from .wire import Request, Wire, plain

CHAT_COMPLETION = {
    "id": "chatcmpl-5d0c8f1e-7b42-4c39-9a6d-2e81f03b77c4",
    "object": "chat.completion",
    "created": 1756110315,
    "model": "llama-3.3-70b-versatile",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": "Yeast eats the sugars in the dough and breathes out carbon dioxide. Stretchy gluten traps the gas in small bubbles, and the loaf swells.",
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "queue_time": 0.0184,
        "prompt_tokens": 47,
        "prompt_time": 0.0021,
        "completion_tokens": 34,
        "completion_time": 0.1136,
        "total_tokens": 81,
        "total_time": 0.1157,
    },
    "system_fingerprint": "fp_8c41d2a09e",
    "service_tier": "on_demand",
    "x_groq": {"id": "req_01k3g7kxd4e9bsv6m2w0tzy5rn"},
}

EVENTS = [
    {
        "id": "id",
        "choices": [{"delta": {"content": "content"}, "finish_reason": "stop", "index": 1}],
        "created": 1,
        "model": "model",
        "system_fingerprint": "system_fingerprint",
        "object": "chat.completion.chunk",
        "x_groq": {"id": "id"},
    },
    {
        "id": "id",
        "choices": [{"delta": {"content": "content"}, "finish_reason": "stop", "index": 1}],
        "created": 1,
        "model": "model",
        "system_fingerprint": "system_fingerprint",
        "object": "chat.completion.chunk",
        "x_groq": {"id": "id"},
    },
]


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=CHAT_COMPLETION)

    result = wire.client.chat.completions.create(
        messages=[{"content": "content", "role": "system"}], model="compound-beta"
    )

    expected = Request(
        "POST",
        "/openai/v1/chat/completions",
        json={"messages": [{"content": "content", "role": "system"}], "model": "compound-beta"},
    )
    assert wire.request == expected
    assert isinstance(result, ChatCompletion)
    assert result.to_dict() == CHAT_COMPLETION


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(json=CHAT_COMPLETION)

    result = wire.client.chat.completions.create(
        messages=[{"content": "content", "role": "system"}],
        model="compound-beta",
        disable_tool_validation=False,
        frequency_penalty=0,
        include_reasoning=True,
        logit_bias={"key": 1},
        logprobs=False,
        top_logprobs=1,
        max_tokens=1,
        max_completion_tokens=1,
        n=1,
        presence_penalty=0,
        response_format={"type": "text"},
        seed=1,
        service_tier="auto",
        stop="stop",
        reasoning_effort="none",
        reasoning_format="hidden",
        temperature=1,
        top_p=1,
        tools=[{"type": "function"}],
        tool_choice="none",
        parallel_tool_calls=True,
        user="user",
        function_call="none",
        functions=[{"name": "name"}],
        metadata={"key": "value"},
        store=True,
        include_domains=["include_domains_1", "include_domains_2"],
        exclude_domains=["exclude_domains_1", "exclude_domains_2"],
        search_settings={"include_images": True},
        compound_custom={},
        documents=[{"source": {"type": "text", "text": "text"}}],
        citation_options="enabled",
    )

    expected = Request(
        "POST",
        "/openai/v1/chat/completions",
        json={
            "messages": [{"content": "content", "role": "system"}],
            "model": "compound-beta",
            "disable_tool_validation": False,
            "frequency_penalty": 0,
            "include_reasoning": True,
            "logit_bias": {"key": 1},
            "logprobs": False,
            "top_logprobs": 1,
            "max_tokens": 1,
            "max_completion_tokens": 1,
            "n": 1,
            "presence_penalty": 0,
            "response_format": {"type": "text"},
            "seed": 1,
            "service_tier": "auto",
            "stop": "stop",
            "reasoning_effort": "none",
            "reasoning_format": "hidden",
            "temperature": 1,
            "top_p": 1,
            "tools": [{"type": "function"}],
            "tool_choice": "none",
            "parallel_tool_calls": True,
            "user": "user",
            "function_call": "none",
            "functions": [{"name": "name"}],
            "metadata": {"key": "value"},
            "store": True,
            "include_domains": ["include_domains_1", "include_domains_2"],
            "exclude_domains": ["exclude_domains_1", "exclude_domains_2"],
            "search_settings": {"include_images": True},
            "compound_custom": {},
            "documents": [{"source": {"type": "text", "text": "text"}}],
            "citation_options": "enabled",
        },
    )
    assert wire.request == expected
    assert isinstance(result, ChatCompletion)
    assert result.to_dict() == CHAT_COMPLETION


def test_create_stream(wire: Wire[Groq]) -> None:
    wire.stream(*EVENTS, sentinel="[DONE]")

    result = list(
        wire.client.chat.completions.create(
            stream=True, messages=[{"content": "content", "role": "system"}], model="compound-beta"
        )
    )

    expected = Request(
        "POST",
        "/openai/v1/chat/completions",
        json={
            "messages": [{"content": "content", "role": "system"}],
            "model": "compound-beta",
            "stream": True,
        },
    )
    assert wire.request == expected
    assert plain(result) == EVENTS
    assert isinstance(result[0], ChatCompletionChunk)
    assert isinstance(result[1], ChatCompletionChunk)


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(498, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(CapacityExceededError) as failure:
        wire.client.chat.completions.create(
            messages=[{"content": "content", "role": "system"}], model="compound-beta"
        )

    expected = Request(
        "POST",
        "/openai/v1/chat/completions",
        json={"messages": [{"content": "content", "role": "system"}], "model": "compound-beta"},
    )
    assert wire.request == expected
    assert type(failure.value) is CapacityExceededError
    assert failure.value.status_code == 498
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
