"""The HTTP interface of GroqCloud: chat completions and responses from language models, speech in
both directions, embeddings, reranking, stored files, batches, fine-tuned models and the list of
models.

Every request carries a bearer token, and bodies are JSON unless they upload a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._core.lazy import lazily

if TYPE_CHECKING:
    from . import types
    from ._client import AsyncGroq, Groq
    from ._client import AsyncGroq as AsyncClient
    from ._client import Groq as Client
    from ._core.errors import (
        APIConnectionError,
        APIError,
        APIResponseValidationError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        InternalServerError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from ._core.errors import SDKError as GroqError
    from ._core.model import BaseModel, Unknown
    from ._core.options import (
        DEFAULT_CONNECTION_LIMITS,
        DEFAULT_MAX_RETRIES,
        DEFAULT_TIMEOUT,
        RequestOptions,
        Timeout,
    )
    from ._core.response import APIResponse, AsyncAPIResponse, AsyncBinaryResponse, BinaryResponse
    from ._core.streaming import AsyncStream, Stream, StreamError
    from ._core.transport import DefaultAsyncHttpxClient, DefaultHttpxClient
    from ._core.unset import NOT_GIVEN, NotGiven, Omit, not_given, omit
    from ._core.uploads import FileTypes, file_from_path
    from .errors import CapacityExceededError

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponse",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncAPIResponse",
    "AsyncBinaryResponse",
    "AsyncClient",
    "AsyncGroq",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "BinaryResponse",
    "CapacityExceededError",
    "Client",
    "ConflictError",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "FileTypes",
    "Groq",
    "GroqError",
    "InternalServerError",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestOptions",
    "Stream",
    "StreamError",
    "Timeout",
    "Unknown",
    "UnprocessableEntityError",
    "file_from_path",
    "not_given",
    "omit",
    "types",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "DEFAULT_CONNECTION_LIMITS": "._core.options",
            "DEFAULT_MAX_RETRIES": "._core.options",
            "DEFAULT_TIMEOUT": "._core.options",
            "NOT_GIVEN": "._core.unset",
            "APIConnectionError": "._core.errors",
            "APIError": "._core.errors",
            "APIResponse": "._core.response",
            "APIResponseValidationError": "._core.errors",
            "APIStatusError": "._core.errors",
            "APITimeoutError": "._core.errors",
            "AsyncAPIResponse": "._core.response",
            "AsyncBinaryResponse": "._core.response",
            "AsyncClient": "._client:AsyncGroq",
            "AsyncGroq": "._client",
            "AsyncStream": "._core.streaming",
            "AuthenticationError": "._core.errors",
            "BadRequestError": "._core.errors",
            "BaseModel": "._core.model",
            "BinaryResponse": "._core.response",
            "CapacityExceededError": ".errors",
            "Client": "._client:Groq",
            "ConflictError": "._core.errors",
            "DefaultAsyncHttpxClient": "._core.transport",
            "DefaultHttpxClient": "._core.transport",
            "FileTypes": "._core.uploads",
            "Groq": "._client",
            "GroqError": "._core.errors:SDKError",
            "InternalServerError": "._core.errors",
            "NotFoundError": "._core.errors",
            "NotGiven": "._core.unset",
            "Omit": "._core.unset",
            "PermissionDeniedError": "._core.errors",
            "RateLimitError": "._core.errors",
            "RequestOptions": "._core.options",
            "Stream": "._core.streaming",
            "StreamError": "._core.streaming",
            "Timeout": "._core.options",
            "Unknown": "._core.model",
            "UnprocessableEntityError": "._core.errors",
            "file_from_path": "._core.uploads",
            "not_given": "._core.unset",
            "omit": "._core.unset",
            "types": ".types:*",
        },
    )


def __dir__() -> list[str]:
    return list(__all__)
