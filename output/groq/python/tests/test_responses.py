"""Calls of `client.responses`."""

from __future__ import annotations

import pytest

from groq import CapacityExceededError, Groq
from groq.types import ErrorResponse, Response, ResponseCreatedEvent, ResponseInProgressEvent

from .wire import Request, Wire, plain

RESPONSE = {
    "id": "resp_01k3g9e5t2v7hxqz8n4rc0mdyk",
    "object": "response",
    "status": "completed",
    "created_at": 1756112186,
    "model": "openai/gpt-oss-120b",
    "output": [
        {"type": "reasoning", "id": "resp_01k3g9e5t2v7hxr1wb6ap3sfjt", "summary": []},
        {
            "type": "message",
            "id": "msg_01k3g9e5t2v7hxs5qd8ky9mgen",
            "status": "completed",
            "role": "assistant",
            "content": [
                {
                    "type": "output_text",
                    "text": "Bright until noon, then a soft westerly with one shower for the fishermen at dusk.",
                    "annotations": [],
                }
            ],
        },
    ],
    "previous_response_id": None,
    "reasoning": {"effort": "medium", "summary": None},
    "max_output_tokens": None,
    "instructions": None,
    "text": {"format": {"type": "text"}},
    "tools": [],
    "tool_choice": "auto",
    "truncation": "disabled",
    "metadata": {},
    "temperature": 1,
    "top_p": 1,
    "user": None,
    "service_tier": "default",
    "error": None,
    "incomplete_details": None,
    "usage": {
        "input_tokens": 79,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": 58,
        "output_tokens_details": {"cached_tokens": 0, "reasoning_tokens": 31},
        "total_tokens": 137,
    },
    "parallel_tool_calls": True,
    "store": False,
}

EVENTS = [
    {
        "type": "response.created",
        "sequence_number": 1,
        "response": {
            "id": "id",
            "object": "response",
            "status": "completed",
            "created_at": 1,
            "output": [
                {
                    "type": "message",
                    "id": "id",
                    "role": "assistant",
                    "content": [{"type": "output_text", "text": "text", "annotations": []}],
                }
            ],
            "model": "model",
            "tools": [{"type": "function", "name": "name"}],
            "tool_choice": "none",
            "truncation": "auto",
            "metadata": {"key": "value"},
            "temperature": 1.5,
            "top_p": 1.5,
            "service_tier": "auto",
            "error": {"code": "code", "message": "message"},
            "incomplete_details": {"reason": "reason"},
            "parallel_tool_calls": True,
            "store": True,
        },
    },
    {
        "type": "response.in_progress",
        "sequence_number": 1,
        "response": {
            "id": "id",
            "object": "response",
            "status": "completed",
            "created_at": 1,
            "output": [
                {
                    "type": "message",
                    "id": "id",
                    "role": "assistant",
                    "content": [{"type": "output_text", "text": "text", "annotations": []}],
                }
            ],
            "model": "model",
            "tools": [{"type": "function", "name": "name"}],
            "tool_choice": "none",
            "truncation": "auto",
            "metadata": {"key": "value"},
            "temperature": 1.5,
            "top_p": 1.5,
            "service_tier": "auto",
            "error": {"code": "code", "message": "message"},
            "incomplete_details": {"reason": "reason"},
            "parallel_tool_calls": True,
            "store": True,
        },
    },
]


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=RESPONSE)

    result = wire.client.responses.create(model="gemma2-9b-it", input="input")

    expected = Request(
        "POST", "/openai/v1/responses", json={"model": "gemma2-9b-it", "input": "input"}
    )
    assert wire.request == expected
    assert isinstance(result, Response)
    assert result.to_dict() == RESPONSE


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(json=RESPONSE)

    result = wire.client.responses.create(
        model="gemma2-9b-it",
        input="input",
        instructions="instructions",
        max_output_tokens=1,
        temperature=1,
        top_p=1,
        tools=[{"type": "function", "name": "name"}],
        tool_choice="none",
        text={},
        reasoning={"effort": "medium"},
        metadata={"key": "value"},
        parallel_tool_calls=True,
        store=False,
        user="user",
        service_tier="auto",
        truncation="disabled",
    )

    expected = Request(
        "POST",
        "/openai/v1/responses",
        json={
            "model": "gemma2-9b-it",
            "input": "input",
            "instructions": "instructions",
            "max_output_tokens": 1,
            "temperature": 1,
            "top_p": 1,
            "tools": [{"type": "function", "name": "name"}],
            "tool_choice": "none",
            "text": {},
            "reasoning": {"effort": "medium"},
            "metadata": {"key": "value"},
            "parallel_tool_calls": True,
            "store": False,
            "user": "user",
            "service_tier": "auto",
            "truncation": "disabled",
        },
    )
    assert wire.request == expected
    assert isinstance(result, Response)
    assert result.to_dict() == RESPONSE


def test_create_stream(wire: Wire[Groq]) -> None:
    wire.stream(*EVENTS)

    result = list(wire.client.responses.create(stream=True, model="gemma2-9b-it", input="input"))

    expected = Request(
        "POST",
        "/openai/v1/responses",
        json={"model": "gemma2-9b-it", "input": "input", "stream": True},
    )
    assert wire.request == expected
    assert plain(result) == EVENTS
    assert isinstance(result[0], ResponseCreatedEvent)
    assert isinstance(result[1], ResponseInProgressEvent)


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(498, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(CapacityExceededError) as failure:
        wire.client.responses.create(model="gemma2-9b-it", input="input")

    expected = Request(
        "POST", "/openai/v1/responses", json={"model": "gemma2-9b-it", "input": "input"}
    )
    assert wire.request == expected
    assert type(failure.value) is CapacityExceededError
    assert failure.value.status_code == 498
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
