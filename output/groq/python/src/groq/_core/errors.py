"""Every way in which a call can fail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .kinds import is_list, is_object


class SDKError(Exception):
    """The root of all errors of this package."""


class APIError(SDKError):
    """A call failed.

    `request` is the HTTP request where one was made, and `body` what is known of the answer.
    """

    def __init__(self, message: str, *, request: Any = None, body: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body

    def __reduce__(self) -> tuple[Any, ...]:
        # Requests and responses hold connections, so a pickled error leaves them behind.
        left_behind = {"request", "response"}
        state = {
            name: None if name in left_behind else value for name, value in self.__dict__.items()
        }
        return (_revive, (type(self), self.message, state))


def _revive(cls: type[APIError], message: str, state: dict[str, Any]) -> APIError:
    error = cls.__new__(cls)
    Exception.__init__(error, message)
    error.__dict__.update(state)
    return error


class APIConnectionError(APIError):
    """No answer came: the connection failed, or broke. The reason is in `__cause__`."""

    def __init__(self, message: str = "the connection failed", *, request: Any = None) -> None:
        super().__init__(message, request=request)


class APITimeoutError(APIConnectionError):
    """No answer came in time."""

    def __init__(self, message: str = "the request timed out", *, request: Any = None) -> None:
        super().__init__(message, request=request)


class APIResponseValidationError(APIError):
    """The answer was a success, but not of the form that the API describes."""

    def __init__(self, message: str, *, response: Any, body: object = None) -> None:
        super().__init__(message, request=response.request, body=body)
        self.response = response
        self.status_code: int = response.status_code


class APIStatusError(APIError):
    """The answer was a failure.

    `body` is its parsed JSON, or its text; `error` the same as a model, where the API describes one.
    `status` is given where it is not that of the response: a stream answers 200, and may fail later.
    """

    def __init__(
        self,
        message: str,
        *,
        response: Any,
        body: object = None,
        error: Any = None,
        status: int | None = None,
    ) -> None:
        super().__init__(message, request=response.request, body=body)
        self.response = response
        self.status_code: int = response.status_code if status is None else status
        self.headers: Mapping[str, str] = response.headers
        self.request_id: str | None = request_id_of(response.headers)
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


def status_error_class(
    status: int, named: Mapping[int, type[APIStatusError]]
) -> type[APIStatusError]:
    """The class for a status; those that the API names come first."""
    usual = InternalServerError if status >= 500 else APIStatusError
    return named.get(status) or _BY_STATUS.get(status, usual)


def message_of(status: int, body: object) -> str:
    """The status, and the best sentence that the body holds."""
    said = sentence_of(body)
    return f"{status}: {said}" if said else f"the server answered with status {status}"


# Where servers put the sentence: most of them, then RFC 9457, OAuth, GraphQL, and lists of validation errors.
_SENTENCES = ("error", "message", "detail", "title", "error_description", "errors", "msg")


def sentence_of(body: object, depth: int = 4) -> str:
    """The best sentence that the body holds, or an empty one.

    It is looked for a few levels deep: a server's nesting must not become our recursion.
    """
    if isinstance(body, str):
        return " ".join(body[:1000].split())[:200]
    if depth == 0:
        return ""
    if is_list(body):
        return sentence_of(body[0], depth - 1) if body else ""
    if is_object(body):
        found = (sentence_of(body[name], depth - 1) for name in _SENTENCES if name in body)
        return next((said for said in found if said), "")
    return ""


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """The server's name for a request, under either of its usual headers."""
    return headers.get("x-request-id") or headers.get("request-id")
