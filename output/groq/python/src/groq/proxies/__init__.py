"""The calls of `client`, answering with whole responses."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._client import AsyncGroq, Groq
    from .audio import AsyncRaw as AsyncAudioRaw
    from .audio import AsyncStreamed as AsyncAudioStreamed
    from .audio import Raw as AudioRaw
    from .audio import Streamed as AudioStreamed
    from .batches import AsyncRaw as AsyncBatchesRaw
    from .batches import AsyncStreamed as AsyncBatchesStreamed
    from .batches import Raw as BatchesRaw
    from .batches import Streamed as BatchesStreamed
    from .chat import AsyncRaw as AsyncChatRaw
    from .chat import AsyncStreamed as AsyncChatStreamed
    from .chat import Raw as ChatRaw
    from .chat import Streamed as ChatStreamed
    from .embeddings import AsyncRaw as AsyncEmbeddingsRaw
    from .embeddings import AsyncStreamed as AsyncEmbeddingsStreamed
    from .embeddings import Raw as EmbeddingsRaw
    from .embeddings import Streamed as EmbeddingsStreamed
    from .files import AsyncRaw as AsyncFilesRaw
    from .files import AsyncStreamed as AsyncFilesStreamed
    from .files import Raw as FilesRaw
    from .files import Streamed as FilesStreamed
    from .fine_tunings import AsyncRaw as AsyncFineTuningsRaw
    from .fine_tunings import AsyncStreamed as AsyncFineTuningsStreamed
    from .fine_tunings import Raw as FineTuningsRaw
    from .fine_tunings import Streamed as FineTuningsStreamed
    from .models import AsyncRaw as AsyncModelsRaw
    from .models import AsyncStreamed as AsyncModelsStreamed
    from .models import Raw as ModelsRaw
    from .models import Streamed as ModelsStreamed
    from .reranking import AsyncRaw as AsyncRerankingRaw
    from .reranking import AsyncStreamed as AsyncRerankingStreamed
    from .reranking import Raw as RerankingRaw
    from .reranking import Streamed as RerankingStreamed
    from .responses import AsyncRaw as AsyncResponsesRaw
    from .responses import AsyncStreamed as AsyncResponsesStreamed
    from .responses import Raw as ResponsesRaw
    from .responses import Streamed as ResponsesStreamed


class Raw:
    """The calls of `Groq`, answering with the HTTP response as a whole."""

    def __init__(self, resource: Groq) -> None:
        self._resource = resource

    @cached_property
    def audio(self) -> AudioRaw:
        return self._resource.audio.with_raw_response

    @cached_property
    def batches(self) -> BatchesRaw:
        return self._resource.batches.with_raw_response

    @cached_property
    def chat(self) -> ChatRaw:
        return self._resource.chat.with_raw_response

    @cached_property
    def embeddings(self) -> EmbeddingsRaw:
        return self._resource.embeddings.with_raw_response

    @cached_property
    def files(self) -> FilesRaw:
        return self._resource.files.with_raw_response

    @cached_property
    def fine_tunings(self) -> FineTuningsRaw:
        return self._resource.fine_tunings.with_raw_response

    @cached_property
    def models(self) -> ModelsRaw:
        return self._resource.models.with_raw_response

    @cached_property
    def reranking(self) -> RerankingRaw:
        return self._resource.reranking.with_raw_response

    @cached_property
    def responses(self) -> ResponsesRaw:
        return self._resource.responses.with_raw_response


class Streamed:
    """The calls of `Groq` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: Groq) -> None:
        self._resource = resource

    @cached_property
    def audio(self) -> AudioStreamed:
        return self._resource.audio.with_streaming_response

    @cached_property
    def batches(self) -> BatchesStreamed:
        return self._resource.batches.with_streaming_response

    @cached_property
    def chat(self) -> ChatStreamed:
        return self._resource.chat.with_streaming_response

    @cached_property
    def embeddings(self) -> EmbeddingsStreamed:
        return self._resource.embeddings.with_streaming_response

    @cached_property
    def files(self) -> FilesStreamed:
        return self._resource.files.with_streaming_response

    @cached_property
    def fine_tunings(self) -> FineTuningsStreamed:
        return self._resource.fine_tunings.with_streaming_response

    @cached_property
    def models(self) -> ModelsStreamed:
        return self._resource.models.with_streaming_response

    @cached_property
    def reranking(self) -> RerankingStreamed:
        return self._resource.reranking.with_streaming_response

    @cached_property
    def responses(self) -> ResponsesStreamed:
        return self._resource.responses.with_streaming_response


class AsyncRaw:
    """The calls of `AsyncGroq`, answering with the HTTP response as a whole."""

    def __init__(self, resource: AsyncGroq) -> None:
        self._resource = resource

    @cached_property
    def audio(self) -> AsyncAudioRaw:
        return self._resource.audio.with_raw_response

    @cached_property
    def batches(self) -> AsyncBatchesRaw:
        return self._resource.batches.with_raw_response

    @cached_property
    def chat(self) -> AsyncChatRaw:
        return self._resource.chat.with_raw_response

    @cached_property
    def embeddings(self) -> AsyncEmbeddingsRaw:
        return self._resource.embeddings.with_raw_response

    @cached_property
    def files(self) -> AsyncFilesRaw:
        return self._resource.files.with_raw_response

    @cached_property
    def fine_tunings(self) -> AsyncFineTuningsRaw:
        return self._resource.fine_tunings.with_raw_response

    @cached_property
    def models(self) -> AsyncModelsRaw:
        return self._resource.models.with_raw_response

    @cached_property
    def reranking(self) -> AsyncRerankingRaw:
        return self._resource.reranking.with_raw_response

    @cached_property
    def responses(self) -> AsyncResponsesRaw:
        return self._resource.responses.with_raw_response


class AsyncStreamed:
    """The calls of `AsyncGroq` as context managers, answering with a response whose body is not read yet."""

    def __init__(self, resource: AsyncGroq) -> None:
        self._resource = resource

    @cached_property
    def audio(self) -> AsyncAudioStreamed:
        return self._resource.audio.with_streaming_response

    @cached_property
    def batches(self) -> AsyncBatchesStreamed:
        return self._resource.batches.with_streaming_response

    @cached_property
    def chat(self) -> AsyncChatStreamed:
        return self._resource.chat.with_streaming_response

    @cached_property
    def embeddings(self) -> AsyncEmbeddingsStreamed:
        return self._resource.embeddings.with_streaming_response

    @cached_property
    def files(self) -> AsyncFilesStreamed:
        return self._resource.files.with_streaming_response

    @cached_property
    def fine_tunings(self) -> AsyncFineTuningsStreamed:
        return self._resource.fine_tunings.with_streaming_response

    @cached_property
    def models(self) -> AsyncModelsStreamed:
        return self._resource.models.with_streaming_response

    @cached_property
    def reranking(self) -> AsyncRerankingStreamed:
        return self._resource.reranking.with_streaming_response

    @cached_property
    def responses(self) -> AsyncResponsesStreamed:
        return self._resource.responses.with_streaming_response
