"""Calls of `client.embeddings`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import CreateEmbeddingResponse, ErrorResponse

from .wire import Request, Wire

CREATE_EMBEDDING_RESPONSE = {
    "object": "list",
    "model": "nomic-embed-text-v1_5",
    "data": [
        {
            "object": "embedding",
            "index": 0,
            "embedding": [0.0214, -0.0463, -0.1587, 0.0072, 0.0391],
        },
        {
            "object": "embedding",
            "index": 1,
            "embedding": [0.0188, -0.0529, -0.1402, 0.0116, 0.0447],
        },
    ],
    "usage": {"prompt_tokens": 14, "total_tokens": 14},
}


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=CREATE_EMBEDDING_RESPONSE)

    result = wire.client.embeddings.create(input="input", model="nomic-embed-text-v1_5")

    expected = Request(
        "POST", "/openai/v1/embeddings", json={"input": "input", "model": "nomic-embed-text-v1_5"}
    )
    assert wire.request == expected
    assert isinstance(result, CreateEmbeddingResponse)
    assert result.to_dict() == CREATE_EMBEDDING_RESPONSE


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(json=CREATE_EMBEDDING_RESPONSE)

    result = wire.client.embeddings.create(
        input="input", model="nomic-embed-text-v1_5", encoding_format="float", user="user"
    )

    expected = Request(
        "POST",
        "/openai/v1/embeddings",
        json={
            "input": "input",
            "model": "nomic-embed-text-v1_5",
            "encoding_format": "float",
            "user": "user",
        },
    )
    assert wire.request == expected
    assert isinstance(result, CreateEmbeddingResponse)
    assert result.to_dict() == CREATE_EMBEDDING_RESPONSE


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.embeddings.create(input="input", model="nomic-embed-text-v1_5")

    expected = Request(
        "POST", "/openai/v1/embeddings", json={"input": "input", "model": "nomic-embed-text-v1_5"}
    )
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
