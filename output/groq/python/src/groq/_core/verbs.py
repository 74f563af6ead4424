"""Calls to any path: what the API's description lacks can be called all the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, cast

from .options import OPTION_NAMES
from .resource import AsyncResource, Resource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .request import Parts

T = TypeVar("T")
_ANYTHING = cast("type[Any]", object)


class Extras(TypedDict, total=False):
    """What calls to any path take besides the path.

    `body` is sent as JSON, or with `files` as the further fields of a multipart form. The `options` are
    those of `RequestOptions`, which may go by the short names `headers`, `params` and `extra_json`.
    """

    body: object
    files: Mapping[str, object]
    query: Mapping[str, object]
    options: Mapping[str, Any]


class PathCalls(Resource):
    """Calls by method and path."""

    def get(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A GET of any path."""
        return self._request("GET", path, to=cast_to, **_parts(extras))

    def post(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A POST of any path."""
        return self._request("POST", path, to=cast_to, **_parts(extras))

    def put(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A PUT of any path."""
        return self._request("PUT", path, to=cast_to, **_parts(extras))

    def patch(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A PATCH of any path."""
        return self._request("PATCH", path, to=cast_to, **_parts(extras))

    def delete(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A DELETE of any path."""
        return self._request("DELETE", path, to=cast_to, **_parts(extras))


class AsyncPathCalls(AsyncResource):
    """The asynchronous twin of `PathCalls`."""

    async def get(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A GET of any path."""
        return await self._request("GET", path, to=cast_to, **_parts(extras))

    async def post(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A POST of any path."""
        return await self._request("POST", path, to=cast_to, **_parts(extras))

    async def put(self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]) -> T:
        """A PUT of any path."""
        return await self._request("PUT", path, to=cast_to, **_parts(extras))

    async def patch(
        self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]
    ) -> T:
        """A PATCH of any path."""
        return await self._request("PATCH", path, to=cast_to, **_parts(extras))

    async def delete(
        self, path: str, *, cast_to: type[T] = _ANYTHING, **extras: Unpack[Extras]
    ) -> T:
        """A DELETE of any path."""
        return await self._request("DELETE", path, to=cast_to, **_parts(extras))


_EXTRAS = ("body", "files", "query", "options")
_SHORT = {"headers": "extra_headers", "params": "extra_query", "extra_json": "extra_body"}


def _parts(extras: Extras) -> Parts:
    """The parts of a call to a path that the API's description lacks; TypeError for an unknown option."""
    options = extras.get("options", {})
    parts: dict[str, Any] = {_SHORT.get(name, name): value for name, value in options.items()}
    unknown = (extras.keys() - set(_EXTRAS)) | (parts.keys() - set(OPTION_NAMES))
    if unknown:
        raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
    if "query" in extras:
        parts["query"] = extras["query"]
    body = extras.get("body")
    if "files" in extras:
        fields: Any = body or {}
        parts["multipart"] = {**fields, **extras["files"]}
    elif body is not None:
        parts["json"] = body
    return cast("Parts", parts)
