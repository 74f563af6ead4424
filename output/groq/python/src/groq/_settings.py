"""What the runtime is told about this API."""

from __future__ import annotations

from ._core.auth import BearerAuth
from ._core.options import Settings
from ._core.retry import RetryPolicy
from .errors import CapacityExceededError

SETTINGS = Settings(
    package="groq",
    version="0.1.0",
    title="GroqCloud API",
    base_url="https://api.groq.com",
    variables={
        "base_url": "GROQ_BASE_URL",
        "log": "GROQ_LOG",
        "headers": "GROQ_CUSTOM_HEADERS",
        "api_key": "GROQ_API_KEY",
    },
    auth=(BearerAuth("api_key", option="api_key"),),
    security=(("api_key",),),
    retry=RetryPolicy(
        statuses=frozenset({408, 409, 429, 498}),
        server_errors=True,
        initial=0.5,
        maximum=8.0,
        cap=120.0,
    ),
    errors={
        498: CapacityExceededError,
    },
    error_type=(".types.error_response", "ErrorResponse"),
)
