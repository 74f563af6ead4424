"""A package as the generator would write it, by hand and in one file: the calls that the runtime's tests make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from types import NoneType
from typing import TYPE_CHECKING, Any

import anyio
from _core.auth import BearerAuth
from _core.client import AsyncBaseClient, BaseClient
from _core.errors import APIStatusError
from _core.model import BaseModel
from _core.options import DEFAULT_MAX_RETRIES, Settings
from _core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from _core.response import AsyncBinaryResponse, BinaryResponse
from _core.retry import RetryPolicy
from _core.shapes import Shape
from _core.streaming import AsyncStream, Framing, Stream
from _core.unset import absent, not_given, omit

if TYPE_CHECKING:
    from _core.options import RequestOptions
    from typing_extensions import Unpack

if find_spec("httpx2"):
    import httpx2 as library
else:
    import httpx as library  # type: ignore[import-not-found, no-redef]


@dataclass(kw_only=True, slots=True)
class Thing(BaseModel):
    """A thing."""

    id: str
    size: int | None = absent


@dataclass(kw_only=True, slots=True)
class Failure(BaseModel):
    """The body of a failure."""

    error: Mapping[str, Any] | None = absent


class CapacityError(APIStatusError):
    """Status 498."""


SETTINGS = Settings(
    package="toy",
    version="1.2.3",
    title="Toy API",
    base_url="https://toy.invalid/v1",
    variables={"api_key": "TOY_KEY", "base_url": "TOY_URL", "log": "TOY_LOG", "headers": "TOY_HEADERS"},
    auth=(BearerAuth("key", option="api_key"),),
    security=(("key",),),
    retry=RetryPolicy(jitter=lambda: 0.0),
    errors={498: CapacityError},
    error_type=("toy", "Failure"),
)

MAYBE = Shape[Thing | None]()
FRAMING = Framing(sentinel="[DONE]")
NO_TYPES: Mapping[str, str] = {}


class Things(Resource):
    @cached_property
    def with_raw_response(self) -> ThingsRaw:
        return ThingsRaw(self)

    @cached_property
    def with_streaming_response(self) -> ThingsStreaming:
        return ThingsStreaming(self)

    def retrieve(self, id: str, *, limit: Any = omit, **options: Unpack[RequestOptions]) -> Thing:
        return self._get("/things/{id}", path={"id": id}, query={"limit": limit}, to=Thing, **options)

    def create(self, *, body: Any = omit, **options: Unpack[RequestOptions]) -> Thing:
        return self._post("/things", json=body, to=Thing, **options)

    def update(self, id: str, *, body: Any = omit, **options: Unpack[RequestOptions]) -> Thing:
        return self._patch("/things/{id}", path={"id": id}, json=body, to=Thing, **options)

    def send_form(self, fields: Mapping[str, object], **options: Unpack[RequestOptions]) -> object:
        return self._post("/form", form=fields, to=object, **options)

    def upload(
        self,
        fields: Mapping[str, object],
        content_types: Mapping[str, str] = NO_TYPES,
        **options: Unpack[RequestOptions],
    ) -> object:
        return self._post("/upload", multipart=fields, content_types=content_types, to=object, **options)

    def put_content(self, content: object, **options: Unpack[RequestOptions]) -> object:
        return self._put("/content", content=content, content_type="application/x-toy", to=object, **options)

    def maybe(self, **options: Unpack[RequestOptions]) -> Thing | None:
        return self._get("/maybe", to=MAYBE, **options)

    def everything(self, **options: Unpack[RequestOptions]) -> list[Thing]:
        return self._get("/things", to=list[Thing], **options)

    def wrapped(self, **options: Unpack[RequestOptions]) -> list[Thing]:
        return self._get("/things", to=list[Thing], unwrap="data", **options)

    def text(self, **options: Unpack[RequestOptions]) -> str:
        return self._get("/text", to=str, **options)

    def data(self, **options: Unpack[RequestOptions]) -> bytes:
        return self._get("/data", to=bytes, **options)

    def anything(self, **options: Unpack[RequestOptions]) -> object:
        return self._get("/anything", to=object, **options)

    def remove(self, id: str, **options: Unpack[RequestOptions]) -> None:
        return self._delete("/things/{id}", path={"id": id}, to=NoneType, **options)

    def head(self, **options: Unpack[RequestOptions]) -> None:
        return self._request("HEAD", "/things", to=NoneType, **options)

    def elsewhere(self, url: str, **options: Unpack[RequestOptions]) -> object:
        return self._get("/elsewhere", base_url=url, to=object, **options)

    def openly(self, **options: Unpack[RequestOptions]) -> object:
        return self._get("/open", security=(), to=object, **options)

    def marked(self, header: Any = omit, cookie: Any = omit, **options: Unpack[RequestOptions]) -> object:
        return self._get("/marked", header={"X-Mark": header}, cookie={"mark": cookie}, to=object, **options)

    def download(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        return self._get("/download", to=BinaryResponse, **options)

    def watch(self, **options: Unpack[RequestOptions]) -> Stream[Thing]:
        return self._get("/watch", to=Stream[Thing], framing=FRAMING, **options)

    def follow(self, to: Any, framing: Framing, **options: Unpack[RequestOptions]) -> Stream[Any]:
        return self._get("/follow", to=Stream[to], framing=framing, **options)


class ThingsRaw:
    def __init__(self, things: Things) -> None:
        self.retrieve = raw(things.retrieve)
        self.wrapped = raw(things.wrapped)
        self.text = raw(things.text)
        self.anything = raw(things.anything)
        self.watch = raw(things.watch)


class ThingsStreaming:
    def __init__(self, things: Things) -> None:
        self.retrieve = streamed(things.retrieve)
        self.text = streamed(things.text)
        self.download = streamed(things.download)


class AsyncThings(AsyncResource):
    @cached_property
    def with_raw_response(self) -> AsyncThingsRaw:
        return AsyncThingsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncThingsStreaming:
        return AsyncThingsStreaming(self)

    async def retrieve(self, id: str, *, limit: Any = omit, **options: Unpack[RequestOptions]) -> Thing:
        return await self._get("/things/{id}", path={"id": id}, query={"limit": limit}, to=Thing, **options)

    async def create(self, *, body: Any = omit, **options: Unpack[RequestOptions]) -> Thing:
        return await self._post("/things", json=body, to=Thing, **options)

    async def update(self, id: str, *, body: Any = omit, **options: Unpack[RequestOptions]) -> Thing:
        return await self._patch("/things/{id}", path={"id": id}, json=body, to=Thing, **options)

    async def send_form(self, fields: Mapping[str, object], **options: Unpack[RequestOptions]) -> object:
        return await self._post("/form", form=fields, to=object, **options)

    async def upload(
        self,
        fields: Mapping[str, object],
        content_types: Mapping[str, str] = NO_TYPES,
        **options: Unpack[RequestOptions],
    ) -> object:
        return await self._post(
            "/upload", multipart=fields, content_types=content_types, to=object, **options
        )

    async def put_content(self, content: object, **options: Unpack[RequestOptions]) -> object:
        return await self._put(
            "/content", content=content, content_type="application/x-toy", to=object, **options
        )

    async def maybe(self, **options: Unpack[RequestOptions]) -> Thing | None:
        return await self._get("/maybe", to=MAYBE, **options)

    async def everything(self, **options: Unpack[RequestOptions]) -> list[Thing]:
        return await self._get("/things", to=list[Thing], **options)

    async def wrapped(self, **options: Unpack[RequestOptions]) -> list[Thing]:
        return await self._get("/things", to=list[Thing], unwrap="data", **options)

    async def text(self, **options: Unpack[RequestOptions]) -> str:
        return await self._get("/text", to=str, **options)

    async def data(self, **options: Unpack[RequestOptions]) -> bytes:
        return await self._get("/data", to=bytes, **options)

    async def anything(self, **options: Unpack[RequestOptions]) -> object:
        return await self._get("/anything", to=object, **options)

    async def remove(self, id: str, **options: Unpack[RequestOptions]) -> None:
        return await self._delete("/things/{id}", path={"id": id}, to=NoneType, **options)

    async def head(self, **options: Unpack[RequestOptions]) -> None:
        return await self._request("HEAD", "/things", to=NoneType, **options)

    async def elsewhere(self, url: str, **options: Unpack[RequestOptions]) -> object:
        return await self._get("/elsewhere", base_url=url, to=object, **options)

    async def openly(self, **options: Unpack[RequestOptions]) -> object:
        return await self._get("/open", security=(), to=object, **options)

    async def marked(
        self, header: Any = omit, cookie: Any = omit, **options: Unpack[RequestOptions]
    ) -> object:
        return await self._get(
            "/marked", header={"X-Mark": header}, cookie={"mark": cookie}, to=object, **options
        )

    async def download(self, **options: Unpack[RequestOptions]) -> AsyncBinaryResponse:
        return await self._get("/download", to=AsyncBinaryResponse, **options)

    async def watch(self, **options: Unpack[RequestOptions]) -> AsyncStream[Thing]:
        return await self._get("/watch", to=AsyncStream[Thing], framing=FRAMING, **options)

    async def follow(self, to: Any, framing: Framing, **options: Unpack[RequestOptions]) -> AsyncStream[Any]:
        return await self._get("/follow", to=AsyncStream[to], framing=framing, **options)


class AsyncThingsRaw:
    def __init__(self, things: AsyncThings) -> None:
        self.retrieve = async_raw(things.retrieve)
        self.wrapped = async_raw(things.wrapped)
        self.text = async_raw(things.text)
        self.anything = async_raw(things.anything)
        self.watch = async_raw(things.watch)


class AsyncThingsStreaming:
    def __init__(self, things: AsyncThings) -> None:
        self.retrieve = async_streamed(things.retrieve)
        self.text = async_streamed(things.text)
        self.download = async_streamed(things.download)


_DEFAULTS: Mapping[str, Any] = {
    "base_url": None,
    "timeout": not_given,
    "max_retries": DEFAULT_MAX_RETRIES,
    "default_headers": None,
    "default_query": None,
    "http_client": None,
}


class Toy(BaseClient):
    def __init__(self, *, settings: Settings = SETTINGS, api_key: str | None = None, **options: Any) -> None:
        super().__init__(settings, credentials={"api_key": api_key}, **{**_DEFAULTS, **options})

    @property
    def api_key(self) -> str | None:
        return self._credential("api_key")

    @cached_property
    def things(self) -> Things:
        return Things(self._client)


class AsyncToy(AsyncBaseClient):
    def __init__(self, *, settings: Settings = SETTINGS, api_key: str | None = None, **options: Any) -> None:
        super().__init__(settings, credentials={"api_key": api_key}, **{**_DEFAULTS, **options})

    @property
    def api_key(self) -> str | None:
        return self._credential("api_key")

    @cached_property
    def things(self) -> AsyncThings:
        return AsyncThings(self._client)


class Caller:
    """Makes a call with the synchronous or the asynchronous client, so that one test can state it of both."""

    def __init__(self, kind: str) -> None:
        self.is_async = kind == "async"
        self.waits: list[float] = []
        self._made: list[Any] = []

    def client(self, url: str | None = None, **options: Any) -> Any:
        """A client that notes how long it would wait."""
        made = (AsyncToy if self.is_async else Toy)(**{"base_url": url, "api_key": "secret", **options})
        made.sleep = self._wait_async if self.is_async else self.waits.append
        self._made.append(made)
        return made

    async def _wait_async(self, seconds: float) -> None:
        self.waits.append(seconds)

    def http_client(self, **options: Any) -> Any:
        """A client of the HTTP library."""
        return (library.AsyncClient if self.is_async else library.Client)(**options)

    def next(self, stream: Any) -> Any:
        """The next item of a stream, for `steps` to yield."""
        return stream.__anext__() if self.is_async else next(stream)

    def listed(self, stream: Any) -> Any:
        """All items of a stream, for `steps` to yield."""
        return _listed(stream) if self.is_async else list(stream)

    def counted(self, pieces: Any) -> Any:
        """How many bytes there are in pieces, for `steps` to yield."""
        return _counted(pieces) if self.is_async else sum(map(len, pieces))

    def closed(self, http_client: Any) -> Any:
        """Closes a client of the HTTP library, for `steps` to yield."""
        return http_client.aclose() if self.is_async else http_client.close()

    def call(self, client: Any, steps: Any) -> Any:
        """What `steps(client)` returns; each value that it yields is awaited, if it is to be, and given back."""
        if not self.is_async:
            return _drive_sync(steps(client))

        async def run() -> Any:
            async with client:
                return await _drive_async(steps(client))

        return anyio.run(run)

    def close(self) -> None:
        for client in self._made:
            if not self.is_async:
                client.close()


def _drive_sync(steps: Any) -> Any:
    if not hasattr(steps, "send"):
        return steps
    value = None
    while True:
        try:
            value = steps.send(value)
        except StopIteration as end:
            return end.value


async def _drive_async(steps: Any) -> Any:
    if hasattr(steps, "__await__"):
        return await steps
    if not hasattr(steps, "send"):
        return steps
    resume, value = steps.send, None
    while True:
        try:
            value = resume(value)
        except StopIteration as end:
            return end.value
        resume = steps.send
        if hasattr(value, "__await__"):
            try:
                value = await value
            except Exception as error:
                resume, value = steps.throw, error


async def _listed(stream: Any) -> list[Any]:
    return [item async for item in stream]


async def _counted(pieces: Any) -> int:
    return sum([len(piece) async for piece in pieces])


def pieces_of(text: bytes) -> Iterable[bytes]:
    """A body that can be read once."""
    yield from (text[:3], text[3:])
