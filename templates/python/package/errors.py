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
    UnprocessableEntityError,
)
from ._core.errors import SDKError as {{ view.root_error }}
{% if view.has_stream_error %}
from ._core.streaming import StreamError
{% endif %}
{% if view.has_webhooks %}
from ._core.webhooks import InvalidWebhookPayloadError, InvalidWebhookSignatureError
{% endif %}

__all__ = [
{% for name in view.names %}
    {{ name|quote }},
{% endfor %}
]
{% for error in view.errors %}


class {{ error.name }}(APIStatusError):
    {{ error.docs|docstring|indent }}
{% endfor %}
