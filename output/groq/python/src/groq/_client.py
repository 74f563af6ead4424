"""The clients: `Groq` and `AsyncGroq`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import proxies
from ._core.client import AsyncBaseClient, BaseClient
from ._core.options import DEFAULT_MAX_RETRIES
from ._core.resource import WithResponses
from ._core.unset import NotGiven, not_given
from ._settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._core.options import Hook, Timeout
    from ._core.transport import AsyncHTTPClient, HTTPClient
    from .resources.audio import AsyncAudio, Audio
    from .resources.batches import AsyncBatches, Batches
    from .resources.chat import AsyncChat, Chat
    from .resources.embeddings import AsyncEmbeddings, Embeddings
    from .resources.files import AsyncFiles, Files
    from .resources.fine_tunings import AsyncFineTunings, FineTunings
    from .resources.models import AsyncModels, Models
    from .resources.reranking import AsyncReranking, Reranking
    from .resources.responses import AsyncResponses, Responses


class Groq(BaseClient, WithResponses[proxies.Raw, proxies.Streamed]):
    """Client for the GroqCloud API.

    It may be shared between threads. Use it as a context manager, or call `close()`, to release
    its connections.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None | NotGiven = not_given,
        deadline: float | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: HTTPClient | None = None,
        http_auth: object = None,
        strict_validation: bool = False,
        before_request: Hook | None = None,
        after_response: Hook | None = None,
    ) -> None:
        """Options that are not given come from the environment, where a variable is named.

        Args:
            api_key: The API key; by default the value of `GROQ_API_KEY`.
            base_url: Where the API is found.
            timeout: Seconds that each attempt may take, or a `Timeout`; `None` waits forever.
            deadline: Seconds that a call may take in all; `None` sets no end.
            max_retries: How often a failed request is sent again.
            default_headers: Headers of every request.
            default_query: Query parameters of every request.
            http_client: An HTTP client of your own; it stays yours to close.
            http_auth: Signs every request: what the HTTP library takes as `auth`, a function say.
            strict_validation: Whether an answer that is not as its type says is an error.
            before_request: Called with each request before it is sent; it may change it.
            after_response: Called with each response.
        """
        super().__init__(
            SETTINGS,
            credentials={"api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            http_auth=http_auth,
            strict_validation=strict_validation,
            before_request=before_request,
            after_response=after_response,
        )

    @property
    def api_key(self) -> str | None:
        """The credential in use."""
        return self._credential("api_key")

    @cached_property
    def audio(self) -> Audio:
        from .resources.audio import Audio

        return Audio(self._client)

    @cached_property
    def batches(self) -> Batches:
        from .resources.batches import Batches

        return Batches(self._client)

    @cached_property
    def chat(self) -> Chat:
        from .resources.chat import Chat

        return Chat(self._client)

    @cached_property
    def embeddings(self) -> Embeddings:
        from .resources.embeddings import Embeddings

        return Embeddings(self._client)

    @cached_property
    def files(self) -> Files:
        from .resources.files import Files

        return Files(self._client)

    @cached_property
    def fine_tunings(self) -> FineTunings:
        from .resources.fine_tunings import FineTunings

        return FineTunings(self._client)

    @cached_property
    def models(self) -> Models:
        from .resources.models import Models

        return Models(self._client)

    @cached_property
    def reranking(self) -> Reranking:
        from .resources.reranking import Reranking

        return Reranking(self._client)

    @cached_property
    def responses(self) -> Responses:
        from .resources.responses import Responses

        return Responses(self._client)


class AsyncGroq(AsyncBaseClient, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Asynchronous client for the GroqCloud API.

    Use it as an asynchronous context manager, or call `close()`, to release its connections.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None | NotGiven = not_given,
        deadline: float | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: AsyncHTTPClient | None = None,
        http_auth: object = None,
        strict_validation: bool = False,
        before_request: Hook | None = None,
        after_response: Hook | None = None,
    ) -> None:
        """Takes the options of `Groq`, with an asynchronous client as `http_client`."""
        super().__init__(
            SETTINGS,
            credentials={"api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            http_auth=http_auth,
            strict_validation=strict_validation,
            before_request=before_request,
            after_response=after_response,
        )

    @property
    def api_key(self) -> str | None:
        """The credential in use."""
        return self._credential("api_key")

    @cached_property
    def audio(self) -> AsyncAudio:
        from .resources.audio import AsyncAudio

        return AsyncAudio(self._client)

    @cached_property
    def batches(self) -> AsyncBatches:
        from .resources.batches import AsyncBatches

        return AsyncBatches(self._client)

    @cached_property
    def chat(self) -> AsyncChat:
        from .resources.chat import AsyncChat

        return AsyncChat(self._client)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        from .resources.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._client)

    @cached_property
    def files(self) -> AsyncFiles:
        from .resources.files import AsyncFiles

        return AsyncFiles(self._client)

    @cached_property
    def fine_tunings(self) -> AsyncFineTunings:
        from .resources.fine_tunings import AsyncFineTunings

        return AsyncFineTunings(self._client)

    @cached_property
    def models(self) -> AsyncModels:
        from .resources.models import AsyncModels

        return AsyncModels(self._client)

    @cached_property
    def reranking(self) -> AsyncReranking:
        from .resources.reranking import AsyncReranking

        return AsyncReranking(self._client)

    @cached_property
    def responses(self) -> AsyncResponses:
        from .resources.responses import AsyncResponses

        return AsyncResponses(self._client)
