"""Which answer is asked for, and how often."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module

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


def test_headers_are_read_as_values_of_their_types(generated):
    package = generated("""
    paths:
      /pets:
        get:
          operationId: pets.count
          responses: {'204': {description: Counted., headers: {X-Total: {schema: {type: integer}}}}}
    """)
    headers = {
        "X-Total": "3",
        "X-Odd": "many",
        "X-Kinds": "cat, dog",
        "X-Counts": "1,2",
        "X-Fresh": "true",
        "X-Until": "2026-01-31T10:00:00Z",
    }
    with answering(Answer(204, headers=headers)) as server, package.Feature(base_url=server.url) as client:
        response = client.pets.with_raw_response.count()
        assert response.header("X-Total", int) == 3
        assert response.header("x-total", str) == "3"
        assert response.header("X-Odd", int) == "many"
        assert response.header("X-Kinds", list[str]) == ["cat", "dog"]
        assert response.header("X-Counts", list[int]) == [1, 2]
        assert response.header("X-Fresh", bool) is True
        assert response.header("X-Until", datetime) == datetime(2026, 1, 31, 10, tzinfo=UTC)
        assert response.header("X-Missing", int) is None


def test_the_default_variant_takes_what_no_other_does(generated):
    package = generated("""
    paths:
      /pet:
        get:
          operationId: pets.show
          responses:
            '200':
              description: A pet.
              content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
    components:
      schemas:
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Other'}]
          discriminator: {propertyName: kind, mapping: {cat: Cat}, defaultMapping: Other}
        Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
        Other: {type: object, properties: {kind: {type: string}, legs: {type: integer}}}
    """)
    types = import_module(f"{package.__name__}.types")
    bodies = [{"kind": "cat", "lives": 9}, {"kind": "snake", "legs": 0}, {"lives": 9}]
    with answering(*map(json_answer, bodies)) as server, package.Feature(base_url=server.url) as client:
        found = [client.pets.show() for _ in bodies]
    assert [type(pet) for pet in found] == [types.Cat, types.Other, types.Other]
    assert [pet.to_dict() for pet in found] == bodies


def test_a_query_can_be_one_value(generated):
    package = generated("""
    paths:
      /pets:
        get:
          operationId: pets.search
          parameters:
          - {name: filter, in: querystring, content: {application/json: {schema: {type: object}}}}
          responses: {'204': {description: Nothing.}}
      /owners:
        get:
          operationId: owners.search
          parameters:
          - {name: path, in: querystring, content: {application/jsonpath: {schema: {type: string}}}}
          responses: {'204': {description: Nothing.}}
    """)
    with answering(Answer(204)) as server, package.Feature(base_url=server.url) as client:
        client.pets.search(filter={"kinds": ["cat&dog"], "age": 3})
        client.owners.search(path="$.a.b[1:1]")
        client.owners.search()
        client.owners.search(path="$", extra_query={"a": 1})
    assert [request.path for request in server.received] == [
        "/pets?%7B%22kinds%22%3A%5B%22cat%26dog%22%5D%2C%22age%22%3A3%7D",
        "/owners?%24.a.b%5B1%3A1%5D",
        "/owners",
        "/owners?a=1&%24",
    ]


def test_a_base_is_whichever_of_its_variants_arrives(generated):
    package = generated("""
    paths:
      /pet:
        get:
          operationId: pets.show
          responses:
            '200':
              description: A pet.
              content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
        put:
          operationId: pets.store
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          responses: {'204': {description: Stored.}}
    components:
      schemas:
        Pet:
          type: object
          required: [kind]
          properties: {kind: {type: string}, friend: {$ref: '#/components/schemas/Pet'}}
          discriminator: {propertyName: kind, mapping: {cat: Cat}}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
        Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {breed: {type: string}}}]}
    """)
    types = import_module(f"{package.__name__}.types")
    base = import_module(f"{package.__name__}.types.pet").PetBase
    bodies = [
        {"kind": "cat", "lives": 9, "friend": {"kind": "Dog", "breed": "pug"}},
        {"kind": "Dog", "breed": "pug"},
        {"kind": "snake", "legs": 0},
    ]
    with answering(*map(json_answer, bodies)) as server, package.Feature(base_url=server.url) as client:
        found = [client.pets.show() for _ in bodies]
        client.pets.store(body=found[0])
        assert server.received[-1].json() == bodies[0]
    assert [type(pet) for pet in found] == [types.Cat, types.Dog, base]
    assert type(found[0].friend) is types.Dog
    assert [pet.to_dict() for pet in found] == bodies
