"""Answers that come in pages, each style of them with both clients."""

from __future__ import annotations

import asyncio
import copy
import pickle
import threading
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import anyio
import pytest
from server import Answer, Received, answering, json_answer, serving

DOCUMENT = """
security: [{key: []}]
paths:
  /cursor:
    get:
      operationId: cursors.list
      parameters:
      - {name: cursor, in: query, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
      responses: {'200': {$ref: '#/components/responses/Cursor'}}
  /last:
    get:
      operationId: ends.list
      parameters: [{name: after, in: query, description: The id of the item before., schema: {type: string}}]
      responses: {'200': {$ref: '#/components/responses/Last'}}
  /offset:
    get:
      operationId: offsets.list
      parameters:
      - {name: offset, in: query, schema: {type: integer}}
      - {name: User-Agent, in: header, schema: {type: string}}
      responses: {'200': {$ref: '#/components/responses/Counted'}}
  /number:
    get:
      operationId: numbers.list
      parameters:
      - {name: page, in: query, schema: {type: integer, default: 1}}
      - {name: per_page, in: query, schema: {type: integer}}
      responses: {'200': {$ref: '#/components/responses/Counted'}}
  /counted:
    get:
      operationId: counted.list
      parameters: [{name: page, in: query, schema: {type: integer, default: 1}}]
      responses: {'200': {$ref: '#/components/responses/Paged'}}
  /endless:
    get:
      operationId: endless.list
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      responses: {'200': {$ref: '#/components/responses/Flagged'}}
  /url:
    get:
      operationId: urls.list
      parameters: [{name: size, in: query, schema: {type: integer}}]
      responses: {'200': {$ref: '#/components/responses/Linked'}}
  /header:
    get:
      operationId: headers.list
      parameters: [{name: per_page, in: query, schema: {type: integer}}]
      responses:
        '200':
          description: Items
          headers: {Link: {schema: {type: string}}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
  /search:
    post:
      operationId: search.run
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                query: {type: string}
                pagination: {$ref: '#/components/schemas/Pagination'}
      responses: {'200': {$ref: '#/components/responses/Cursor'}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Item: {type: object, required: [id], properties: {id: {type: string}}}
    Items: {type: array, items: {$ref: '#/components/schemas/Item'}}
    Pagination: {type: object, properties: {cursor: {type: string}, size: {type: integer}}}
    CursorItems:
      type: object
      properties:
        data: {$ref: '#/components/schemas/Items'}
        meta: {type: object, properties: {nextCursor: {type: [string, 'null']}}}
    LastItems:
      type: object
      required: [data, has_more]
      properties: {data: {$ref: '#/components/schemas/Items'}, has_more: {type: boolean}}
    CountedItems:
      type: object
      properties: {data: {$ref: '#/components/schemas/Items'}, total: {type: integer}}
    PagedItems:
      type: object
      properties: {data: {$ref: '#/components/schemas/Items'}, total_pages: {type: integer}}
    FlaggedItems:
      type: object
      properties: {data: {$ref: '#/components/schemas/Items'}, has_more: {type: boolean}}
    LinkedItems:
      type: object
      properties: {data: {$ref: '#/components/schemas/Items'}, next: {type: [string, 'null'], format: uri}}
  responses:
    Cursor: {description: Items, content: {application/json: {schema: {$ref: '#/components/schemas/CursorItems'}}}}
    Last: {description: Items, content: {application/json: {schema: {$ref: '#/components/schemas/LastItems'}}}}
    Counted: {description: Items, content: {application/json: {schema: {$ref: '#/components/schemas/CountedItems'}}}}
    Paged: {description: Items, content: {application/json: {schema: {$ref: '#/components/schemas/PagedItems'}}}}
    Flagged: {description: Items, content: {application/json: {schema: {$ref: '#/components/schemas/FlaggedItems'}}}}
    Linked: {description: Items, content: {application/json: {schema: {$ref: '#/components/schemas/LinkedItems'}}}}
"""


def items(*ids: str) -> list[dict[str, str]]:
    return [{"id": id} for id in ids]


def cursor_page(cursor: str | None, *ids: str) -> Answer:
    return json_answer({"data": items(*ids), "meta": {"nextCursor": cursor}})


CURSORS = (cursor_page("c1", "a", "b"), cursor_page("c2", "c"), cursor_page(None, "d"))

STYLES = {
    "cursors": (CURSORS, ["/cursor", "/cursor?cursor=c1", "/cursor?cursor=c2"]),
    "ends": (
        (
            json_answer({"data": items("a", "b"), "has_more": True}),
            json_answer({"data": items("c"), "has_more": True}),
            json_answer({"data": items("d"), "has_more": False}),
        ),
        ["/last", "/last?after=b", "/last?after=c"],
    ),
    "offsets": (
        tuple(json_answer({"data": items(*ids), "total": 4}) for ids in ("ab", "c", "d")),
        ["/offset", "/offset?offset=2", "/offset?offset=3"],
    ),
    "numbers": (
        tuple(json_answer({"data": items(*ids), "total": 4}) for ids in ("ab", "c", "d")),
        ["/number", "/number?page=2", "/number?page=3"],
    ),
    "counted": (
        tuple(json_answer({"data": items(*ids), "total_pages": 3}) for ids in ("ab", "c", "d")),
        ["/counted", "/counted?page=2", "/counted?page=3"],
    ),
    "endless": (
        tuple(json_answer({"data": items(*ids), "has_more": True}) for ids in ("ab", "c", "d", "")),
        ["/endless", "/endless?offset=2", "/endless?offset=3", "/endless?offset=4"],
    ),
    "urls": (
        (
            json_answer({"data": items("a", "b"), "next": "/url?page=2&of=x%2Fy"}),
            json_answer({"data": items("c"), "next": "?page=3"}),
            json_answer({"data": items("d"), "next": None}),
        ),
        ["/url", "/url?page=2&of=x%2Fy", "/url?page=3"],
    ),
    "headers": (
        (
            json_answer(items("a", "b"), link='</header?page=2>; rel="next", </header?page=3>; rel="last"'),
            json_answer(items("c"), link='</header?page=3>; rel="next"'),
            json_answer(items("d"), link='</header>; rel="first"'),
        ),
        ["/header", "/header?page=2", "/header?page=3"],
    ),
}


@pytest.fixture(params=["sync", "async"])
def client(request, package) -> Iterator[Any]:
    """A client of either kind, without an address; `run` makes the calls of a test with it."""
    if request.param == "sync":
        with package.Feature(api_key="secret", max_retries=0) as made:
            yield made
    else:
        yield package.AsyncFeature(api_key="secret", max_retries=0)


def run(client: Any, steps: Any) -> Any:
    """What `steps(client)` returns: a generator whose values are awaited where they have to be."""
    if not type(client).__name__.startswith("Async"):
        return _drive(steps(client))

    async def drive() -> Any:
        async with client:
            return await _adrive(steps(client))

    return anyio.run(drive)


def _drive(steps: Any) -> Any:
    value = None
    while True:
        try:
            value = steps.send(value)
        except StopIteration as end:
            return end.value


async def _adrive(steps: Any) -> Any:
    resume, value = steps.send, None
    while True:
        try:
            value = resume(value)
        except StopIteration as end:
            return end.value
        resume = steps.send
        try:
            value = await value if hasattr(value, "__await__") else value
        except Exception as error:
            resume, value = steps.throw, error


def every(client: Any, call: Any) -> Any:
    """All that iterating over a call gives."""
    if not type(client).__name__.startswith("Async"):
        return list(call)

    async def collect() -> list[Any]:
        return [item async for item in call]

    return collect()


@pytest.mark.parametrize("style", STYLES)
def test_rule_44_iterating_goes_through_all_pages(client, style):
    answers, asked = STYLES[style]
    with answering(*answers) as server:

        def steps(client):
            found = yield every(client, getattr(client.with_options(base_url=server.url), style).list())
            return [item.id for item in found]

        assert run(client, steps) == ["a", "b", "c", "d"]
        assert [request.path for request in server.received] == asked
        assert {request.headers["authorization"] for request in server.received} == {"Bearer secret"}


@pytest.mark.parametrize("style", STYLES)
def test_rule_44_pages_can_be_gone_through_one_by_one(client, style):
    answers, _ = STYLES[style]
    with answering(*answers) as server:

        def steps(client):
            page = yield getattr(client.with_options(base_url=server.url), style).list()
            found = [[item.id for item in page.page_items()]]
            while page.has_next_page():
                page = yield page.get_next_page()
                found.append([item.id for item in page.page_items()])
            with pytest.raises(client_errors(client).SDKError):
                yield page.get_next_page()
            return [ids for ids in found if ids]

        assert run(client, steps) == [["a", "b"], ["c"], ["d"]]


def client_errors(client: Any) -> Any:
    """The module of errors of the package that a client is from."""
    return import_module(f"{type(client).__module__.split('.')[0]}._core.errors")


def test_rule_44_a_page_is_fetched_when_its_first_item_is_wanted(package):
    with answering(*CURSORS) as server, package.Feature(api_key="k", base_url=server.url) as client:
        found = iter(client.cursors.list())
        assert [next(found).id, next(found).id] == ["a", "b"]
        assert len(server.received) == 1
        assert next(found).id == "c"
        assert len(server.received) == 2


def test_rule_44_leaving_early_fetches_no_more_asynchronously(package):
    with answering(*CURSORS) as server:

        async def take_two() -> list[str]:
            taken = []
            async with package.AsyncFeature(api_key="k", base_url=server.url) as client:
                async for item in client.cursors.list():
                    taken.append(item.id)
                    if len(taken) == 2:
                        break
            return taken

        assert anyio.run(take_two) == ["a", "b"]
        assert len(server.received) == 1


def test_rule_44_an_empty_page_is_not_the_end_while_there_is_a_cursor(client):
    answers = cursor_page("c1", "a"), cursor_page("c2"), cursor_page(None, "b")
    with answering(*answers) as server:

        def steps(client):
            found = yield every(client, client.with_options(base_url=server.url).cursors.list())
            return [item.id for item in found]

        assert run(client, steps) == ["a", "b"]


@pytest.mark.parametrize("style", ["cursors", "offsets", "numbers", "endless", "urls"])
def test_rule_44_nothing_at_all_is_a_page_without_items(client, style):
    with answering(json_answer({"data": []})) as server:

        def steps(client):
            return (yield every(client, getattr(client.with_options(base_url=server.url), style).list()))

        assert run(client, steps) == []
        assert len(server.received) == 1


def test_rule_44_pages_of_a_call_are_iterated_without_awaiting_it(package):
    with answering(*CURSORS) as server:

        async def sizes() -> list[int]:
            async with package.AsyncFeature(api_key="k", base_url=server.url) as client:
                return [len(page.page_items()) async for page in client.cursors.list().iter_pages()]

        assert anyio.run(sizes) == [2, 1, 1]


def test_rule_44_a_cursor_travels_in_the_body_among_what_was_given(client, package):
    with answering(*CURSORS) as server:

        def steps(client):
            call = client.with_options(base_url=server.url).search.run(query="x", pagination={"size": 2})
            return [item.id for item in (yield every(client, call))]

        assert run(client, steps) == ["a", "b", "c", "d"]
        assert [request.json() for request in server.received] == [
            {"query": "x", "pagination": {"size": 2}},
            {"query": "x", "pagination": {"size": 2, "cursor": "c1"}},
            {"query": "x", "pagination": {"size": 2, "cursor": "c2"}},
        ]


def test_rule_44_options_count_for_every_page_but_an_idempotency_key_for_one_request(client):
    with answering(*CURSORS) as server:

        def steps(client):
            call = client.with_options(base_url=server.url).cursors.list(
                limit=2, extra_headers={"X-Mark": "m"}, extra_query={"trace": 1}, idempotency_key="once"
            )
            return (yield every(client, call))

        run(client, steps)
        assert [request.path.partition("?")[2] for request in server.received] == [
            "limit=2&trace=1",
            "cursor=c1&limit=2&trace=1",
            "cursor=c2&limit=2&trace=1",
        ]
        assert [request.headers["x-mark"] for request in server.received] == ["m", "m", "m"]
        assert [request.headers.get("idempotency-key") for request in server.received] == ["once", None, None]


@pytest.mark.parametrize(
    ("style", "given", "asked"),
    [
        ("cursors", {"extra_query": {"cursor": "c0"}}, ["cursor=c0", "cursor=c1", "cursor=c2"]),
        ("offsets", {"offset": 1}, ["offset=1", "offset=3"]),
        ("numbers", {"page": 2}, ["page=2", "page=3", "page=4", "page=5"]),
    ],
)
def test_rule_44_a_series_can_begin_in_the_middle(package, style, given, asked):
    answers = STYLES[style][0]
    if style == "numbers":  # how many items came before is not known, so that only an empty page is the end
        answers = (*answers, json_answer({"data": [], "total": 4}))
    with answering(*answers) as server, package.Feature(api_key="k", base_url=server.url) as client:
        assert list(getattr(client, style).list(**given))
        assert [request.path.partition("?")[2] for request in server.received] == asked


def test_rule_44_an_error_on_a_later_page_is_raised_as_usual(client):
    with answering(CURSORS[0], json_answer({"error": "gone"}, 404)) as server:

        def steps(client):
            page = yield client.with_options(base_url=server.url).cursors.list()
            assert page.has_next_page()
            with pytest.raises(client_errors(client).NotFoundError) as raised:
                yield page.get_next_page()
            return raised.value.status_code

        assert run(client, steps) == 404


def test_rule_44_later_pages_are_retried_like_any_call(package):
    answers = CURSORS[0], json_answer({}, 503, retry_after="0"), CURSORS[1], CURSORS[2]
    with answering(*answers) as server, package.Feature(api_key="k", base_url=server.url) as client:
        assert [item.id for item in client.cursors.list()] == ["a", "b", "c", "d"]
        assert [request.path for request in server.received].count("/cursor?cursor=c1") == 2


@pytest.mark.parametrize(
    "cursors", [["c1"] * 9, ["c1", "c2"] * 9, ["c1", "c2", "c3", "c4", *["c5", "c6", "c7"] * 9]]
)
def test_rule_46_cursors_that_go_in_a_circle_are_noticed(client, cursors):
    asked = iter(cursors)
    with serving(lambda _: cursor_page(next(asked), "a")) as server:

        def steps(client):
            with pytest.raises(client_errors(client).APIResponseValidationError, match="circle"):
                yield every(client, client.with_options(base_url=server.url).cursors.list())

        run(client, steps)
        assert len(server.received) <= 3 * len(set(cursors))


def test_rule_46_the_cursor_that_a_caller_gave_does_not_come_back(package):
    with (
        answering(cursor_page("c9", "a")) as server,
        package.Feature(base_url=server.url, api_key="k") as client,
    ):
        with pytest.raises(package.APIResponseValidationError):
            list(client.cursors.list(cursor="c9"))
        assert len(server.received) == 1


def test_rule_46_an_offset_that_the_server_ignores_is_noticed(client):
    with answering(json_answer({"data": items("a", "b"), "has_more": True})) as server:

        def steps(client):
            with pytest.raises(client_errors(client).APIResponseValidationError, match="circle"):
                yield every(client, client.with_options(base_url=server.url).endless.list())

        run(client, steps)
        assert len(server.received) == 2


def test_rule_46_a_url_that_leads_back_is_noticed(package):
    with answering(json_answer({"data": items("a"), "next": "/url?page=1"})) as server:
        with package.Feature(api_key="k", base_url=server.url) as client:
            with pytest.raises(package.APIResponseValidationError):
                list(client.urls.list())
            assert len(server.received) == 2


@pytest.mark.parametrize("style", ["urls", "headers"])
def test_credentials_never_follow_a_page_to_another_origin(client, style):
    with answering() as elsewhere:
        foreign = f"{elsewhere.url}/url?page=2"
        body = {"data": items("a"), "next": foreign} if style == "urls" else items("a")
        with answering(json_answer(body, link=f'<{foreign}>; rel="next"')) as server:

            def steps(client):
                with pytest.raises(client_errors(client).APIResponseValidationError, match="another origin"):
                    yield every(client, getattr(client.with_options(base_url=server.url), style).list())

            run(client, steps)
            assert elsewhere.received == []


def test_a_next_url_gets_what_it_lacks_and_nothing_twice(package):
    answers = json_answer({"data": items("a"), "next": "/url?page=2&size=1#top"}), json_answer({"data": []})
    with answering(*answers) as server:
        options = {"default_query": {"tenant": "t", "size": 9}, "base_url": server.url}
        with package.Feature(api_key="k", **options) as client:
            list(client.urls.list(size=1, extra_query={"trace": 2}))
        assert [request.path for request in server.received] == [
            "/url?tenant=t&size=1&trace=2",
            "/url?page=2&size=1&tenant=t&trace=2",
        ]


def test_rule_47_a_page_is_the_answer_itself(package):
    types = import_module(f"{package.__name__}.types")
    with answering(CURSORS[0]) as server, package.Feature(api_key="k", base_url=server.url) as client:
        page = client.cursors.list()
        plain = types.CursorItems.from_dict(page.to_dict())
    assert isinstance(page, types.CursorItems)
    assert [item.id for item in page.data] == ["a", "b"]
    assert page.meta.next_cursor == "c1"
    assert page == plain
    assert plain == page
    assert page.to_dict() == {"data": items("a", "b"), "meta": {"nextCursor": "c1"}}
    assert pickle.loads(pickle.dumps(page)) == page
    assert copy.copy(page) == page


def test_rule_47_a_page_that_is_a_list_is_still_one(package):
    with (
        answering(STYLES["headers"][0][0]) as server,
        package.Feature(api_key="k", base_url=server.url) as client,
    ):
        page = client.headers.list()
    assert isinstance(page, list)
    assert len(page) == 2
    assert page[0].id == "a"
    assert page == pickle.loads(pickle.dumps(page)) == page.page_items()


def test_rule_47_an_asynchronous_page_that_is_a_list_is_one_without_its_way(package):
    async def fetched(url: str) -> Any:
        async with package.AsyncFeature(api_key="k", base_url=url) as client:
            return await client.headers.list()

    with answering(STYLES["headers"][0][0]) as server:
        page = anyio.run(fetched, server.url)
    copied = pickle.loads(pickle.dumps(page))
    assert copied == page == page.page_items()
    assert (page.has_next_page(), copied.has_next_page()) == (True, False)


def test_rule_47_a_page_made_by_hand_is_the_last_one(package):
    types = import_module(f"{package.__name__}.types")
    page = types.CursorItemsPage(data=[types.Item(id="a")])
    assert [item.id for item in page] == ["a"]
    assert not page.has_next_page()


def test_rule_47_an_asynchronous_call_is_still_a_coroutine(package):
    with answering(*CURSORS) as server:

        async def calls() -> tuple[int, int]:
            async with package.AsyncFeature(api_key="k", base_url=server.url) as client:
                page = await client.cursors.list()
                task = await asyncio.create_task(client.cursors.list())
                return len(page.data), len(task.data)

        assert asyncio.run(calls()) == (2, 1)


def test_rule_47_an_asynchronous_call_can_be_cancelled_and_given_up(package):
    release = threading.Event()

    def wait(_: Received) -> Answer:
        release.wait()
        return CURSORS[2]

    with serving(wait) as server:

        async def cancelled() -> bool:
            async with package.AsyncFeature(api_key="k", base_url=server.url) as client:
                client.cursors.list().close()
                task = asyncio.create_task(client.cursors.list())
                while not server.received:
                    await asyncio.sleep(0)
                task.cancel()
                try:
                    await task
                except asyncio.CancelledError:
                    return True
                return False

        try:
            assert asyncio.run(cancelled())
        finally:
            release.set()


def test_raw_responses_lead_to_the_next_page_too(client):
    with answering(*CURSORS) as server:

        def steps(client):
            raw = yield client.with_options(base_url=server.url).cursors.with_raw_response.list()
            assert raw.status_code == 200
            page = yield raw.parse()
            following = yield page.get_next_page()
            return [item.id for item in following.data]

        assert run(client, steps) == ["c"]


def test_raw_responses_can_be_parsed_as_what_is_no_page(client):
    with answering(CURSORS[0]) as server:

        def steps(client):
            raw = yield client.with_options(base_url=server.url).cursors.with_raw_response.list()
            return (yield raw.parse(to=dict[str, object]))

        assert run(client, steps)["data"] == items("a", "b")


def test_an_answer_that_is_no_list_is_refused(package):
    with (
        answering(json_answer({"a": 1})) as server,
        package.Feature(api_key="k", base_url=server.url) as client,
    ):
        with pytest.raises(package.APIResponseValidationError, match="a list was expected"):
            client.headers.list()


@pytest.mark.parametrize("said", [Answer(204), json_answer(None)], ids=["no content", "null"])
def test_nothing_is_a_page_without_items(client, said):
    with answering(said, said) as server:

        def steps(client):
            told = client.with_options(base_url=server.url)
            listed = yield told.headers.list()
            named = yield told.cursors.list()
            return [len(page.page_items()) for page in (listed, named) if not page.has_next_page()]

        assert run(client, steps) == [0, 0]
