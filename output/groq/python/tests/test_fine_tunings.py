"""Calls of `client.fine_tunings`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import (
    DeleteFineTuningResponse,
    ErrorResponse,
    ListFineTuningsResponse,
    ReadFineTuningResponse,
)

from .wire import Request, Wire

LIST_FINE_TUNINGS_RESPONSE = {
    "object": "list",
    "data": [
        {
            "id": "ft_01k2yw8n3hqd6v0cxj5m9rte7b",
            "name": "recipe-editor",
            "base_model": "llama-3.1-8b-instant",
            "type": "lora",
            "input_file_id": "file_01k2yvrz5a8kf1w4pd7gcs9mne",
            "created_at": 1755536402,
            "fine_tuned_model": "llama-3.1-8b-instant-recipe-editor",
        }
    ],
}

READ_FINE_TUNING_RESPONSE = {
    "id": "ft_01k2yw8n3hqd6v0cxj5m9rte7b",
    "object": "object",
    "data": {
        "id": "ft_01k2yw8n3hqd6v0cxj5m9rte7b",
        "name": "recipe-editor",
        "base_model": "llama-3.1-8b-instant",
        "type": "lora",
        "input_file_id": "file_01k2yvrz5a8kf1w4pd7gcs9mne",
        "created_at": 1755536402,
        "fine_tuned_model": "llama-3.1-8b-instant-recipe-editor",
    },
}

DELETE_FINE_TUNING_RESPONSE = {
    "id": "ft_01k2yw8n3hqd6v0cxj5m9rte7b",
    "object": "fine_tuning",
    "deleted": True,
}


def test_list(wire: Wire[Groq]) -> None:
    wire.answer(json=LIST_FINE_TUNINGS_RESPONSE)

    result = wire.client.fine_tunings.list()

    expected = Request("GET", "/v1/fine_tunings")
    assert wire.request == expected
    assert isinstance(result, ListFineTuningsResponse)
    assert result.to_dict() == LIST_FINE_TUNINGS_RESPONSE


def test_list_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.fine_tunings.list()

    expected = Request("GET", "/v1/fine_tunings")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=READ_FINE_TUNING_RESPONSE)

    result = wire.client.fine_tunings.create()

    expected = Request("POST", "/v1/fine_tunings", json={})
    assert wire.request == expected
    assert isinstance(result, ReadFineTuningResponse)
    assert result.to_dict() == READ_FINE_TUNING_RESPONSE


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(json=READ_FINE_TUNING_RESPONSE)

    result = wire.client.fine_tunings.create(
        base_model="base_model", input_file_id="input_file_id", name="name", type="type"
    )

    expected = Request(
        "POST",
        "/v1/fine_tunings",
        json={
            "base_model": "base_model",
            "input_file_id": "input_file_id",
            "name": "name",
            "type": "type",
        },
    )
    assert wire.request == expected
    assert isinstance(result, ReadFineTuningResponse)
    assert result.to_dict() == READ_FINE_TUNING_RESPONSE


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.fine_tunings.create()

    expected = Request("POST", "/v1/fine_tunings", json={})
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_delete(wire: Wire[Groq]) -> None:
    wire.answer(json=DELETE_FINE_TUNING_RESPONSE)

    result = wire.client.fine_tunings.delete("id/1")

    expected = Request("DELETE", "/v1/fine_tunings/id%2F1")
    assert wire.request == expected
    assert isinstance(result, DeleteFineTuningResponse)
    assert result.to_dict() == DELETE_FINE_TUNING_RESPONSE


def test_delete_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.fine_tunings.delete("id/1")

    expected = Request("DELETE", "/v1/fine_tunings/id%2F1")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_get(wire: Wire[Groq]) -> None:
    wire.answer(json=READ_FINE_TUNING_RESPONSE)

    result = wire.client.fine_tunings.get("id/1")

    expected = Request("GET", "/v1/fine_tunings/id%2F1")
    assert wire.request == expected
    assert isinstance(result, ReadFineTuningResponse)
    assert result.to_dict() == READ_FINE_TUNING_RESPONSE


def test_get_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.fine_tunings.get("id/1")

    expected = Request("GET", "/v1/fine_tunings/id%2F1")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
