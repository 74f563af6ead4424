"""The resource `reranking`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from .._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from .._core.unset import omit
from ..types.reranking_response import RerankingResponse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.unset import Omit


class Reranking(Resource):
    """Reached as `client.reranking`."""

    @cached_property
    def with_raw_response(self) -> RerankingWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return RerankingWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RerankingWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return RerankingWithStreamingResponse(self)

    def create(
        self,
        *,
        model: str,
        query: str,
        docs: Iterable[str],
        instruction: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RerankingResponse:
        """Sort documents by how well they answer a query.

        Scores each document against the query and returns them best match first. Scores run from
        0 to 1, and a higher one means a closer match.

        Args:
            model: Reranking model that does the sorting.
            query: What the documents are measured against.
            docs: The documents to sort, from 1 to 100, each as its text.
            instruction: Advice to the model on how to judge. If you give none, a standard one
                is used.
        """
        return self._post(
            "/openai/v1/reranking",
            json={"model": model, "query": query, "docs": docs, "instruction": instruction},
            to=RerankingResponse,
            **options,
        )


class AsyncReranking(AsyncResource):
    """Reached as `client.reranking`."""

    @cached_property
    def with_raw_response(self) -> AsyncRerankingWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncRerankingWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRerankingWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncRerankingWithStreamingResponse(self)

    async def create(
        self,
        *,
        model: str,
        query: str,
        docs: Iterable[str],
        instruction: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RerankingResponse:
        """Sort documents by how well they answer a query.

        Scores each document against the query and returns them best match first. Scores run from
        0 to 1, and a higher one means a closer match.

        Args:
            model: Reranking model that does the sorting.
            query: What the documents are measured against.
            docs: The documents to sort, from 1 to 100, each as its text.
            instruction: Advice to the model on how to judge. If you give none, a standard one
                is used.
        """
        return await self._post(
            "/openai/v1/reranking",
            json={"model": model, "query": query, "docs": docs, "instruction": instruction},
            to=RerankingResponse,
            **options,
        )


class RerankingWithRawResponse:
    def __init__(self, resource: Reranking) -> None:
        self._resource = resource
        self.create: Final = raw(resource.create)


class RerankingWithStreamingResponse:
    def __init__(self, resource: Reranking) -> None:
        self._resource = resource
        self.create: Final = streamed(resource.create)


class AsyncRerankingWithRawResponse:
    def __init__(self, resource: AsyncReranking) -> None:
        self._resource = resource
        self.create: Final = async_raw(resource.create)


class AsyncRerankingWithStreamingResponse:
    def __init__(self, resource: AsyncReranking) -> None:
        self._resource = resource
        self.create: Final = async_streamed(resource.create)
