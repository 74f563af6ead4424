"""The resource `embeddings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.resource import AsyncResource, Resource, WithResponses
from .._core.unset import omit
from ..proxies import embeddings as proxies
from ..types.create_embedding_response import CreateEmbeddingResponse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.unset import Omit


class Embeddings(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.embeddings`."""

    def create(
        self,
        *,
        input: str | Iterable[str],
        model: Literal["nomic-embed-text-v1_5"] | str,
        encoding_format: Literal["float", "base64"] | Omit = omit,
        user: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateEmbeddingResponse:
        """Turn text into embedding vectors.

        Texts of similar meaning get vectors that lie close together, which makes them useful for
        search and clustering. Pass a list to embed several texts in one request.

        Args:
            input: The text to embed, or up to 2048 texts to embed at once. None may be empty or
                have more tokens than the model takes in.
            model: Model that makes the vectors.
            encoding_format: Form of the vectors: numbers (`float`) or base64 text (`base64`).
            user: Your identifier for the end user behind the request, different for each of
                them. It helps Groq to notice abuse.
        """
        return self._post(
            "/openai/v1/embeddings",
            json={"input": input, "model": model, "encoding_format": encoding_format, "user": user},
            to=CreateEmbeddingResponse,
            **options,
        )


class AsyncEmbeddings(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.embeddings`."""

    async def create(
        self,
        *,
        input: str | Iterable[str],
        model: Literal["nomic-embed-text-v1_5"] | str,
        encoding_format: Literal["float", "base64"] | Omit = omit,
        user: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateEmbeddingResponse:
        """Turn text into embedding vectors.

        Texts of similar meaning get vectors that lie close together, which makes them useful for
        search and clustering. Pass a list to embed several texts in one request.

        Args:
            input: The text to embed, or up to 2048 texts to embed at once. None may be empty or
                have more tokens than the model takes in.
            model: Model that makes the vectors.
            encoding_format: Form of the vectors: numbers (`float`) or base64 text (`base64`).
            user: Your identifier for the end user behind the request, different for each of
                them. It helps Groq to notice abuse.
        """
        return await self._post(
            "/openai/v1/embeddings",
            json={"input": input, "model": model, "encoding_format": encoding_format, "user": user},
            to=CreateEmbeddingResponse,
            **options,
        )
