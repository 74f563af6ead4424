"""Calls of `client.batches`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import Batch, BatchListResponse, ErrorResponse

from .wire import Request, Wire

BATCH = {
    "id": "batch_01k3g66p4rft8ykc3e5vsdj2wa",
    "object": "batch",
    "endpoint": "/v1/chat/completions",
    "input_file_id": "file_01k3g5v2m8c7xw0r4t9nq6bhzd",
    "completion_window": "24h",
    "status": "validating",
    "created_at": 1756108800,
    "expires_at": 1756195200,
    "request_counts": {"total": 0, "completed": 0, "failed": 0},
    "metadata": None,
}

BATCH_LIST_RESPONSE = {
    "object": "list",
    "data": [
        {
            "id": "batch_01k3g66p4rft8ykc3e5vsdj2wa",
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "input_file_id": "file_01k3g5v2m8c7xw0r4t9nq6bhzd",
            "completion_window": "24h",
            "status": "in_progress",
            "created_at": 1756108800,
            "in_progress_at": 1756108923,
            "expires_at": 1756195200,
            "request_counts": {"total": 640, "completed": 212, "failed": 1},
            "metadata": None,
        }
    ],
}

BATCH_2 = {
    "id": "batch_01k3g66p4rft8ykc3e5vsdj2wa",
    "object": "batch",
    "endpoint": "/v1/chat/completions",
    "input_file_id": "file_01k3g5v2m8c7xw0r4t9nq6bhzd",
    "completion_window": "24h",
    "status": "completed",
    "output_file_id": "file_01k3hb0z7dmw2q5rhx9tycn4e8",
    "created_at": 1756108800,
    "in_progress_at": 1756108923,
    "finalizing_at": 1756146180,
    "completed_at": 1756146217,
    "expires_at": 1756195200,
    "request_counts": {"total": 640, "completed": 640, "failed": 0},
    "metadata": None,
}

BATCH_3 = {
    "id": "batch_01k3g66p4rft8ykc3e5vsdj2wa",
    "object": "batch",
    "endpoint": "/v1/chat/completions",
    "input_file_id": "file_01k3g5v2m8c7xw0r4t9nq6bhzd",
    "completion_window": "24h",
    "status": "cancelling",
    "created_at": 1756108800,
    "in_progress_at": 1756108923,
    "cancelling_at": 1756112401,
    "expires_at": 1756195200,
    "request_counts": {"total": 640, "completed": 87, "failed": 0},
    "metadata": None,
}


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=BATCH)

    result = wire.client.batches.create(
        input_file_id="input_file_id",
        endpoint="/v1/chat/completions",
        completion_window="completion_window",
    )

    expected = Request(
        "POST",
        "/openai/v1/batches",
        json={
            "input_file_id": "input_file_id",
            "endpoint": "/v1/chat/completions",
            "completion_window": "completion_window",
        },
    )
    assert wire.request == expected
    assert isinstance(result, Batch)
    assert result.to_dict() == BATCH


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(json=BATCH)

    result = wire.client.batches.create(
        input_file_id="input_file_id",
        endpoint="/v1/chat/completions",
        completion_window="completion_window",
        metadata={"key": "value"},
    )

    expected = Request(
        "POST",
        "/openai/v1/batches",
        json={
            "input_file_id": "input_file_id",
            "endpoint": "/v1/chat/completions",
            "completion_window": "completion_window",
            "metadata": {"key": "value"},
        },
    )
    assert wire.request == expected
    assert isinstance(result, Batch)
    assert result.to_dict() == BATCH


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.batches.create(
            input_file_id="input_file_id",
            endpoint="/v1/chat/completions",
            completion_window="completion_window",
        )

    expected = Request(
        "POST",
        "/openai/v1/batches",
        json={
            "input_file_id": "input_file_id",
            "endpoint": "/v1/chat/completions",
            "completion_window": "completion_window",
        },
    )
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_list(wire: Wire[Groq]) -> None:
    wire.answer(json=BATCH_LIST_RESPONSE)

    result = wire.client.batches.list()

    expected = Request("GET", "/openai/v1/batches")
    assert wire.request == expected
    assert isinstance(result, BatchListResponse)
    assert result.to_dict() == BATCH_LIST_RESPONSE


def test_list_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.batches.list()

    expected = Request("GET", "/openai/v1/batches")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_retrieve(wire: Wire[Groq]) -> None:
    wire.answer(json=BATCH_2)

    result = wire.client.batches.retrieve("batch_id/1")

    expected = Request("GET", "/openai/v1/batches/batch_id%2F1")
    assert wire.request == expected
    assert isinstance(result, Batch)
    assert result.to_dict() == BATCH_2


def test_retrieve_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.batches.retrieve("batch_id/1")

    expected = Request("GET", "/openai/v1/batches/batch_id%2F1")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_cancel(wire: Wire[Groq]) -> None:
    wire.answer(json=BATCH_3)

    result = wire.client.batches.cancel("batch_id/1")

    expected = Request("POST", "/openai/v1/batches/batch_id%2F1/cancel")
    assert wire.request == expected
    assert isinstance(result, Batch)
    assert result.to_dict() == BATCH_3


def test_cancel_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.batches.cancel("batch_id/1")

    expected = Request("POST", "/openai/v1/batches/batch_id%2F1/cancel")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
