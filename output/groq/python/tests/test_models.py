"""Calls of `client.models`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import ErrorResponse, Model, ModelDeleted, ModelListResponse

from .wire import Request, Wire

MODEL_LIST_RESPONSE = {
    "object": "list",
    "data": [
        {
            "id": "llama-3.3-70b-versatile",
            "object": "model",
            "created": 1733447754,
            "owned_by": "Meta",
        },
        {
            "id": "openai/gpt-oss-120b",
            "object": "model",
            "created": 1754408224,
            "owned_by": "OpenAI",
        },
        {
            "id": "whisper-large-v3-turbo",
            "object": "model",
            "created": 1728413088,
            "owned_by": "OpenAI",
        },
    ],
}

MODEL = {"id": "llama-3.1-8b-instant", "object": "model", "created": 1693721698, "owned_by": "Meta"}

MODEL_DELETED = {"id": "llama-3.1-8b-instant-recipe-editor", "object": "model", "deleted": True}


def test_list(wire: Wire[Groq]) -> None:
    wire.answer(json=MODEL_LIST_RESPONSE)

    result = wire.client.models.list()

    expected = Request("GET", "/openai/v1/models")
    assert wire.request == expected
    assert isinstance(result, ModelListResponse)
    assert result.to_dict() == MODEL_LIST_RESPONSE


def test_list_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.models.list()

    expected = Request("GET", "/openai/v1/models")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_retrieve(wire: Wire[Groq]) -> None:
    wire.answer(json=MODEL)

    result = wire.client.models.retrieve("model/1")

    expected = Request("GET", "/openai/v1/models/model%2F1")
    assert wire.request == expected
    assert isinstance(result, Model)
    assert result.to_dict() == MODEL


def test_retrieve_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.models.retrieve("model/1")

    expected = Request("GET", "/openai/v1/models/model%2F1")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_delete(wire: Wire[Groq]) -> None:
    wire.answer(json=MODEL_DELETED)

    result = wire.client.models.delete("model/1")

    expected = Request("DELETE", "/openai/v1/models/model%2F1")
    assert wire.request == expected
    assert isinstance(result, ModelDeleted)
    assert result.to_dict() == MODEL_DELETED


def test_delete_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.models.delete("model/1")

    expected = Request("DELETE", "/openai/v1/models/model%2F1")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
