"""Which answer is asked for, and how often."""

from __future__ import annotations

import anyio
import pytest
from server import Answer, answering, event_stream, json_answer

LOG = """
paths:
  /log:
    get:
      operationId: log.read
      responses:
        '200':
          description: The log.
          content:
            application/json: {schema: {type: array, items: {type: string}}}
            text/event-stream: {schema: {type: string}}
"""


def test_an_answer_is_whole_unless_a_stream_is_asked_for(generated):
    package = generated(LOG)
    with answering(json_answer(["a", "b"])) as server, package.Feature(base_url=server.url) as client:
        assert client.log.read() == ["a", "b"]
        assert server.received[0].headers["accept"] == "application/json"
        assert "stream" not in server.received[0].path


def test_the_accept_header_alone_asks_for_a_stream(generated):
    package = generated(LOG)
    events = event_stream(b"data: a\n\ndata: b\n\n")
    with answering(events) as server, package.Feature(base_url=server.url) as client:
        with client.log.read(stream=True) as stream:
            assert list(stream) == ["a", "b"]
        assert server.received[0].headers["accept"] == "text/event-stream"
        assert server.received[0].path == "/log"


def test_an_asynchronous_client_asks_for_a_stream_in_the_same_way(generated):
    package = generated(LOG)

    async def run(url):
        async with package.AsyncFeature(base_url=url) as client:
            return [event async for event in await client.log.read(stream=True)]

    with answering(event_stream(b"data: a\n\n")) as server:
        assert anyio.run(run, server.url) == ["a"]


def test_a_flag_in_the_query_asks_for_a_stream(generated):
    package = generated("""
    paths:
      /log:
        get:
          operationId: log.read
          parameters:
          - {name: stream, in: query, schema: {type: boolean}}
          responses:
            '200':
              description: The log.
              content:
                application/json: {schema: {type: array, items: {type: string}}}
                application/x-ndjson: {schema: {type: string}}
    """)
    lines = Answer(content_type="application/x-ndjson", body=b'"a"\n"b"\n')
    with answering(lines) as server, package.Feature(base_url=server.url) as client:
        assert list(client.log.read(stream=True)) == ["a", "b"]
        assert server.received[0].path == "/log?stream=true"
        assert server.received[0].headers["accept"] == "application/x-ndjson"


def test_a_body_of_nothing_but_the_flag_is_sent(generated):
    package = generated("""
    paths:
      /log:
        post:
          operationId: log.write
          requestBody:
            content:
              application/json: {schema: {type: object, properties: {stream: {type: boolean}}}}
          responses:
            '200':
              description: The log.
              content:
                application/json: {schema: {type: string}}
                text/event-stream: {schema: {type: string}}
    """)
    with answering(json_answer("a")) as server, package.Feature(base_url=server.url) as client:
        assert client.log.write(stream=False) == "a"
        assert server.received[0].json() == {"stream": False}
    with answering(event_stream(b"data: a\n\n")) as server, package.Feature(base_url=server.url) as client:
        assert list(client.log.write(stream=True)) == ["a"]
        assert server.received[0].json() == {"stream": True}


@pytest.mark.parametrize(
    ("media_type", "body", "result"),
    [
        ("application/json", b'{"id": "a"}', {"id": "a"}),
        ("application/vnd.pets+json; version=2", b'{"id": "a"}', {"id": "a"}),
        ("text/html", b"<p>", "<p>"),
        ("text/plain", b"a", "a"),
    ],
)
def test_the_media_type_of_the_document_is_asked_for(generated, media_type, body, result):
    package = generated(f"""
    paths:
      /pet:
        get:
          operationId: pets.show
          responses:
            '200':
              description: A pet.
              content:
                {media_type}: {{schema: {{type: object, additionalProperties: {{type: string}}}}}}
    """)
    answer = Answer(content_type=media_type, body=body)
    with answering(answer) as server, package.Feature(base_url=server.url) as client:
        assert client.pets.show() == result
        assert server.received[0].headers["accept"] == media_type


def test_what_must_not_happen_twice_is_not_sent_again_unless_the_caller_says_so(generated):
    package = generated("""
    paths:
      /payments:
        post:
          operationId: payments.create
          x-fern-retries: {disabled: true}
          responses: {'204': {description: Paid.}}
    """)
    busy = Answer(503, headers={"retry-after-ms": "1"})
    with answering(busy) as server, package.Feature(base_url=server.url, max_retries=3) as client:
        with pytest.raises(package.InternalServerError):
            client.payments.create()
        assert len(server.received) == 1
        with pytest.raises(package.InternalServerError):
            client.payments.create(max_retries=1)
        assert len(server.received) == 3
