"""The resource `embeddings`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from .._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from .._core.unset import omit
from ..types.create_embedding_response import CreateEmbeddingResponse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.unset import Omit


class Embeddings(Resource):
    """Reached as `client.embeddings`."""

    @cached_property
    def with_raw_response(self) -> EmbeddingsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return EmbeddingsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> EmbeddingsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return EmbeddingsWithStreamingResponse(self)

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


class AsyncEmbeddings(AsyncResource):
    """Reached as `client.embeddings`."""

    @cached_property
    def with_raw_response(self) -> AsyncEmbeddingsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncEmbeddingsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncEmbeddingsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncEmbeddingsWithStreamingResponse(self)

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


class EmbeddingsWithRawResponse:
    def __init__(self, resource: Embeddings) -> None:
        self._resource = resource
        self.create: Final = raw(resource.create)


class EmbeddingsWithStreamingResponse:
    def __init__(self, resource: Embeddings) -> None:
        self._resource = resource
        self.create: Final = streamed(resource.create)


class AsyncEmbeddingsWithRawResponse:
    def __init__(self, resource: AsyncEmbeddings) -> None:
        self._resource = resource
        self.create: Final = async_raw(resource.create)


class AsyncEmbeddingsWithStreamingResponse:
    def __init__(self, resource: AsyncEmbeddings) -> None:
        self._resource = resource
        self.create: Final = async_streamed(resource.create)
