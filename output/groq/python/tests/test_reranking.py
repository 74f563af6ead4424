"""Calls of `client.reranking`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import ErrorResponse, RerankingResponse

from .wire import Request, Wire

RERANKING_RESPONSE = {
    "results": [
        {"doc": "Boil equal parts water and vinegar, then rinse twice.", "score": 0.94},
        {"doc": "Citric acid dissolves limescale in a few minutes.", "score": 0.89},
        {"doc": "Kettles sold in Europe must switch off when empty.", "score": 0.11},
    ]
}


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=RERANKING_RESPONSE)

    result = wire.client.reranking.create(model="model", query="query", docs=["docs"])

    expected = Request(
        "POST", "/openai/v1/reranking", json={"model": "model", "query": "query", "docs": ["docs"]}
    )
    assert wire.request == expected
    assert isinstance(result, RerankingResponse)
    assert result.to_dict() == RERANKING_RESPONSE


def test_create_with_all_arguments(wire: Wire[Groq]) -> None:
    wire.answer(json=RERANKING_RESPONSE)

    result = wire.client.reranking.create(
        model="model", query="query", docs=["docs"], instruction="instruction"
    )

    expected = Request(
        "POST",
        "/openai/v1/reranking",
        json={"model": "model", "query": "query", "docs": ["docs"], "instruction": "instruction"},
    )
    assert wire.request == expected
    assert isinstance(result, RerankingResponse)
    assert result.to_dict() == RERANKING_RESPONSE


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.reranking.create(model="model", query="query", docs=["docs"])

    expected = Request(
        "POST", "/openai/v1/reranking", json={"model": "model", "query": "query", "docs": ["docs"]}
    )
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
