"""Failures as errors: their classes, messages and contents."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
import toy
from _core import errors
from _core.errors import APIConnectionError, APIError, APIStatusError, APITimeoutError, SDKError, message_of
from _core.streaming import StreamError
from server import Answer, json_answer


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (503, "InternalServerError"),
        (599, "InternalServerError"),
        (402, "APIStatusError"),
        (418, "APIStatusError"),
    ],
)
def test_rule_22_a_class_for_each_status(serve, caller, status, name):
    server = serve(json_answer({"error": {"message": "no"}}, status))
    with pytest.raises(SDKError) as caught:
        caller.call(caller.client(server.url, max_retries=0), lambda c: c.things.retrieve("a"))
    assert type(caught.value) is getattr(errors, name)
    assert isinstance(caught.value, APIStatusError)
    assert caught.value.status_code == status


def test_rule_22_the_api_names_classes_of_its_own(serve, caller):
    server = serve(json_answer({}, 498))
    with pytest.raises(toy.CapacityError):
        caller.call(caller.client(server.url, max_retries=0), lambda c: c.things.retrieve("a"))


def test_rule_23_an_error_carries_all_there_is(serve, caller):
    body = {"error": {"message": "No such thing", "code": "missing"}}
    server = serve(json_answer(body, 404, x_request_id="r-1", x_other="o"))
    with pytest.raises(errors.NotFoundError) as caught:
        caller.call(caller.client(server.url), lambda c: c.things.retrieve("a"))
    error = caught.value
    assert str(error) == error.message == "404: No such thing"
    assert error.body == body
    assert isinstance(error.error, toy.Failure)
    assert error.error.error == body["error"]
    assert error.request_id == "r-1"
    assert error.headers["X-Other"] == "o"
    assert error.response.status_code == 404
    assert error.request.url == f"{server.url}/things/a"


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (Answer(502, b"<html>Bad\n gateway</html>", "text/html"), "<html>Bad\n gateway</html>"),
        (Answer(500, b"{not json"), "{not json"),
        (Answer(500, b"[" * 100_000), "[" * 100_000),
        (Answer(500, b""), ""),
        (Answer(500, b"[1]"), [1]),
        (Answer(500, b"null"), None),
    ],
)
def test_bodies_of_any_kind(serve, caller, answer, body):
    server = serve(answer)
    with pytest.raises(errors.InternalServerError) as caught:
        caller.call(caller.client(server.url, max_retries=0), lambda c: c.things.retrieve("a"))
    assert caught.value.body == body
    assert caught.value.error is None
    assert str(caught.value)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "slow down"}}, "429: slow down"),
        ({"error": "slow down"}, "429: slow down"),
        ({"message": "slow down"}, "429: slow down"),
        ({"detail": "slow down"}, "429: slow down"),
        ({"detail": [{"loc": ["body"], "msg": "slow down"}]}, "429: slow down"),
        ({"errors": [{"message": "slow down"}]}, "429: slow down"),
        ({"title": "Too many", "status": 429}, "429: Too many"),
        ({"error": "invalid_grant", "error_description": "expired"}, "429: invalid_grant"),
        ({"error": {"code": 3}, "message": "slow down"}, "429: slow down"),
        ("slow\n   down", "429: slow down"),
        ("x" * 5000, "429: " + "x" * 200),
        ({"error": None}, "the server answered with status 429"),
        ({}, "the server answered with status 429"),
        ([], "the server answered with status 429"),
        (None, "the server answered with status 429"),
        (7, "the server answered with status 429"),
    ],
)
def test_messages(body, message):
    assert message_of(429, body) == message


def test_a_message_deep_inside_is_not_worth_a_crash():
    body: object = "deep"
    for _ in range(100_000):
        body = {"error": body}
    assert message_of(500, body) == "the server answered with status 500"


def _status_error(status: int = 429) -> APIStatusError:
    library = toy.library
    body = {"error": {"message": "no"}}
    request = library.Request("GET", "http://127.0.0.1/x")
    headers = {"X-Request-Id": "r-1"}
    response = library.Response(status, request=request, headers=headers, content=json.dumps(body))
    return errors.RateLimitError("429: no", response=response, body=body, error=toy.Failure.from_dict(body))


@pytest.mark.parametrize("again", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
def test_status_errors_pickle(again):
    error = again(_status_error())
    assert type(error) is errors.RateLimitError
    assert str(error) == error.message == "429: no"
    assert error.body == {"error": {"message": "no"}}
    assert error.error == toy.Failure(error={"message": "no"})
    assert (error.status_code, error.request_id, error.headers["x-request-id"]) == (429, "r-1", "r-1")
    assert error.response is None
    assert error.request is None


@pytest.mark.parametrize(
    "error",
    [
        APIError("no", body=1),
        APIConnectionError("no"),
        APITimeoutError("no"),
        StreamError("no", body=1),
        errors.APIResponseValidationError("no", response=_status_error().response, body=1),
        SDKError("no"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_other_errors_pickle(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == "no"
    assert getattr(again, "body", None) == getattr(error, "body", None)


def test_connection_errors_can_be_made_with_a_request_alone():
    assert str(APIConnectionError(request=None)) == "the connection failed"
    assert isinstance(APITimeoutError(request=None), APIConnectionError)


@pytest.mark.parametrize("name", ["ConnectTimeout", "ReadTimeout", "WriteTimeout", "PoolTimeout"])
def test_timeouts(caller, name):
    def handler(request):
        raise getattr(toy.library, name)("too slow", request=request)

    http_client = caller.http_client(transport=toy.library.MockTransport(handler))
    client = caller.client("http://127.0.0.1", http_client=http_client)
    with pytest.raises(APITimeoutError, match="the request timed out: too slow") as caught:
        caller.call(client, lambda c: c.things.retrieve("a"))
    assert len(caller.waits) == 2
    assert isinstance(caught.value.__cause__, toy.library.TimeoutException)


@pytest.mark.parametrize(
    ("steps", "headers"),
    [(lambda c: c.get("http://["), {}), (lambda c: c.things.text(), {"content-encoding": "gzip"})],
    ids=["bad address", "bad compression"],
)
def test_failures_that_would_come_again_are_final(serve, caller, steps, headers):
    server = serve(Answer(body=b"not gzip", headers=headers))
    with pytest.raises(APIConnectionError):
        caller.call(caller.client(server.url), steps)
    assert caller.waits == []


def test_errors_of_the_program_pass_unchanged(caller):
    def handler(request):
        raise ZeroDivisionError

    http_client = caller.http_client(transport=toy.library.MockTransport(handler))
    with pytest.raises(ZeroDivisionError):
        caller.call(
            caller.client("http://127.0.0.1", http_client=http_client), lambda c: c.things.retrieve("a")
        )
