"""Every way in which a call can fail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .kinds import is_object


class SDKError(Exception):
    """The root of all errors of this package."""


class APIError(SDKError):
    """A call failed. `request` is the HTTP request where one was made, `body` what is known of the answer."""

    def __init__(self, message: str, *, request: Any = None, body: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body

    def __reduce__(self) -> tuple[Any, ...]:
        # Requests and responses hold connections, so a pickled error leaves them behind.
        state = {key: value for key, value in self.__dict__.items() if key not in {"request", "response"}}
        return (_revive, (type(self), {**state, "request": None, "response": None}))


def _revive(cls: type[APIError], state: dict[str, Any]) -> APIError:
    error = cls.__new__(cls, state["message"])
    Exception.__init__(error, state["message"])
    error.__dict__.update(state)
    return error


class APIConnectionError(APIError):
    """No answer came: the connection failed, or broke. The reason is in `__cause__`."""


class APITimeoutError(APIConnectionError):
    """No answer came in time."""


class APIResponseValidationError(APIError):
    """The answer was a success, but not of the form that the API describes."""

    def __init__(self, message: str, *, response: Any, body: object = None) -> None:
        super().__init__(message, request=getattr(response, "request", None), body=body)
        self.response = response
        self.status_code: int = response.status_code


class StreamError(APIError):
    """A stream broke off, or reported a failure that has no status."""

    def __init__(self, message: str, *, response: Any = None, body: object = None) -> None:
        super().__init__(message, request=getattr(response, "request", None), body=body)
        self.response = response


class APIStatusError(APIError):
    """The answer was a failure.

    `body` is its parsed JSON, or its text; `error` the same as a model, where the API describes one.
    """

    def __init__(self, message: str, *, response: Any, body: object = None, error: Any = None, status: int = 0) -> None:
        super().__init__(message, request=getattr(response, "request", None), body=body)
        self.response = response
        self.status_code: int = status or response.status_code
        self.headers: Mapping[str, str] = response.headers
        self.request_id = request_id_of(response.headers)
        self.error = error


class BadRequestError(APIStatusError):
    """Status 400."""


class AuthenticationError(APIStatusError):
    """Status 401."""


class PermissionDeniedError(APIStatusError):
    """Status 403."""


class NotFoundError(APIStatusError):
    """Status 404."""


class ConflictError(APIStatusError):
    """Status 409."""


class UnprocessableEntityError(APIStatusError):
    """Status 422."""


class RateLimitError(APIStatusError):
    """Status 429."""


class InternalServerError(APIStatusError):
    """Status 500 or above."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error_class(status: int, named: Mapping[int, type[APIStatusError]]) -> type[APIStatusError]:
    """The class for a status; those that the API names come first."""
    usual = InternalServerError if status >= 500 else APIStatusError
    return named.get(status) or _BY_STATUS.get(status, usual)


def message_of(status: int, body: object) -> str:
    """The status, and the best sentence that the body holds."""
    said = _sentence(body)
    return f"{status}: {said}" if said else f"the server answered with status {status}"


def _sentence(body: object) -> str:
    if isinstance(body, str):
        return " ".join(body.split())[:200]
    if not is_object(body):
        return ""
    for key in ("error", "message", "detail", "title", "error_description"):
        value = body.get(key)
        said = value if isinstance(value, str) else _sentence(value)
        if said:
            return said
    return ""


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """The server's name for a request, under either of its usual headers."""
    return headers.get("x-request-id") or headers.get("request-id")
