"""The errors of this API: `{{ view.root_error }}` is the root of them all."""

from __future__ import annotations

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
    StreamError,
    UnprocessableEntityError,
)
from ._core.errors import SDKError as {{ view.root_error }}

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
{% for error in view.errors %}
    {{ error.name|quote }},
{% endfor %}
    "ConflictError",
    {{ view.root_error|quote }},
    "InternalServerError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "StreamError",
    "UnprocessableEntityError",
]
{% for error in view.errors %}


class {{ error.name }}(APIStatusError):
    {{ error.docs|docstring|indent }}
{% endfor %}
