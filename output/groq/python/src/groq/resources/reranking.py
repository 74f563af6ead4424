"""The resource `reranking`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.resource import AsyncResource, Resource, WithResponses
from .._core.unset import omit
from ..proxies import reranking as proxies
from ..types.reranking_response import RerankingResponse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.unset import Omit


class Reranking(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.reranking`."""

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


class AsyncReranking(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.reranking`."""

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
