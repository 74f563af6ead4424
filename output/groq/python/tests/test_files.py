"""Calls of `client.files`."""

from __future__ import annotations

import pytest

from groq import BadRequestError, Groq
from groq.types import ErrorResponse, File, FileDeleteResponse, FileListResponse

from .wire import Part, Request, Wire

FILE_LIST_RESPONSE = {
    "object": "list",
    "data": [
        {
            "id": "file_01k3g5v2m8c7xw0r4t9nq6bhzd",
            "object": "file",
            "bytes": 184320,
            "created_at": 1756108417,
            "filename": "reviews.jsonl",
            "purpose": "batch",
        },
        {
            "id": "file_01k3hb0z7dmw2q5rhx9tycn4e8",
            "object": "file",
            "bytes": 671744,
            "created_at": 1756146204,
            "filename": "batch_output.jsonl",
            "purpose": "batch_output",
        },
    ],
}

FILE = {
    "id": "file_01k3g5v2m8c7xw0r4t9nq6bhzd",
    "object": "file",
    "bytes": 184320,
    "created_at": 1756108417,
    "filename": "reviews.jsonl",
    "purpose": "batch",
}

FILE_DELETE_RESPONSE = {"id": "file_01k3g5v2m8c7xw0r4t9nq6bhzd", "object": "file", "deleted": True}


def test_list(wire: Wire[Groq]) -> None:
    wire.answer(json=FILE_LIST_RESPONSE)

    result = wire.client.files.list()

    expected = Request("GET", "/openai/v1/files")
    assert wire.request == expected
    assert isinstance(result, FileListResponse)
    assert result.to_dict() == FILE_LIST_RESPONSE


def test_list_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.files.list()

    expected = Request("GET", "/openai/v1/files")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_create(wire: Wire[Groq]) -> None:
    wire.answer(json=FILE)

    result = wire.client.files.create(file=("example.bin", b"example content"), purpose="batch")

    expected = Request(
        "POST",
        "/openai/v1/files",
        parts=[
            Part(
                "file",
                "example content",
                file_name="example.bin",
                content_type="application/octet-stream",
            ),
            Part("purpose", "batch"),
        ],
    )
    assert wire.request == expected
    assert isinstance(result, File)
    assert result.to_dict() == FILE


def test_create_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.files.create(file=("example.bin", b"example content"), purpose="batch")

    expected = Request(
        "POST",
        "/openai/v1/files",
        parts=[
            Part(
                "file",
                "example content",
                file_name="example.bin",
                content_type="application/octet-stream",
            ),
            Part("purpose", "batch"),
        ],
    )
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_delete(wire: Wire[Groq]) -> None:
    wire.answer(json=FILE_DELETE_RESPONSE)

    result = wire.client.files.delete("file_id/1")

    expected = Request("DELETE", "/openai/v1/files/file_id%2F1")
    assert wire.request == expected
    assert isinstance(result, FileDeleteResponse)
    assert result.to_dict() == FILE_DELETE_RESPONSE


def test_delete_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.files.delete("file_id/1")

    expected = Request("DELETE", "/openai/v1/files/file_id%2F1")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_info(wire: Wire[Groq]) -> None:
    wire.answer(json=FILE)

    result = wire.client.files.info("file_id/1")

    expected = Request("GET", "/openai/v1/files/file_id%2F1")
    assert wire.request == expected
    assert isinstance(result, File)
    assert result.to_dict() == FILE


def test_info_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.files.info("file_id/1")

    expected = Request("GET", "/openai/v1/files/file_id%2F1")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)


def test_content(wire: Wire[Groq]) -> None:
    wire.answer(content=b"example content", content_type="application/octet-stream")

    result = wire.client.files.content("file_id/1")

    expected = Request("GET", "/openai/v1/files/file_id%2F1/content")
    assert wire.request == expected
    assert result.read() == b"example content"


def test_content_failure(wire: Wire[Groq]) -> None:
    wire.answer(400, json={"error": {"message": "message", "type": "type"}})

    with pytest.raises(BadRequestError) as failure:
        wire.client.files.content("file_id/1")

    expected = Request("GET", "/openai/v1/files/file_id%2F1/content")
    assert wire.request == expected
    assert type(failure.value) is BadRequestError
    assert failure.value.status_code == 400
    assert failure.value.body == {"error": {"message": "message", "type": "type"}}
    assert isinstance(failure.value.error, ErrorResponse)
