"""The resource `batches`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.resource import AsyncResource, Resource, WithResponses
from .._core.unset import omit
from ..proxies import batches as proxies
from ..types.batch import Batch
from ..types.batch_list_response import BatchListResponse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.unset import Omit


class Batches(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.batches`."""

    def create(
        self,
        *,
        input_file_id: str,
        endpoint: Literal["/v1/chat/completions"],
        completion_window: str,
        metadata: Mapping[str, str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Start a batch over the requests in an uploaded file.

        The requests run in the background, within the completion window you choose. Retrieve the
        batch from time to time to follow its `status`, then download its output file.

        Args:
            input_file_id: Identifier of the file that holds the requests, one JSON object per
                line (JSONL). Upload it beforehand with `purpose` set to `batch`; it may be at most
                100 MB.
            endpoint: The path that every request of the batch is sent to. Only
                `/v1/chat/completions` is accepted at present.
            completion_window: How long the batch may take before it expires, from `24h` up to
                `7d`.
            metadata: Your own key-value pairs, kept with the batch and returned with it.
        """
        return self._post(
            "/openai/v1/batches",
            json={
                "input_file_id": input_file_id,
                "endpoint": endpoint,
                "completion_window": completion_window,
                "metadata": metadata,
            },
            to=Batch,
            **options,
        )

    def list(self, **options: Unpack[RequestOptions]) -> BatchListResponse:
        """List the batches of your organization.

        Returns all of them in one answer, whatever their status.
        """
        return self._get("/openai/v1/batches", to=BatchListResponse, **options)

    def retrieve(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Get the current state of a batch.

        Call this to see how far a batch has come. Once its `status` is `completed`,
        `output_file_id` names the file with the answers.

        Args:
            batch_id: Identifier of the batch to look up.
        """
        return self._get(
            "/openai/v1/batches/{batch_id}", path={"batch_id": batch_id}, to=Batch, **options
        )

    def cancel(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Stop a batch that has not finished.

        Stopping takes a moment: the batch is `cancelling` first and `cancelled` afterwards.

        Args:
            batch_id: Identifier of the batch to stop.
        """
        return self._post(
            "/openai/v1/batches/{batch_id}/cancel", path={"batch_id": batch_id}, to=Batch, **options
        )


class AsyncBatches(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.batches`."""

    async def create(
        self,
        *,
        input_file_id: str,
        endpoint: Literal["/v1/chat/completions"],
        completion_window: str,
        metadata: Mapping[str, str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Start a batch over the requests in an uploaded file.

        The requests run in the background, within the completion window you choose. Retrieve the
        batch from time to time to follow its `status`, then download its output file.

        Args:
            input_file_id: Identifier of the file that holds the requests, one JSON object per
                line (JSONL). Upload it beforehand with `purpose` set to `batch`; it may be at most
                100 MB.
            endpoint: The path that every request of the batch is sent to. Only
                `/v1/chat/completions` is accepted at present.
            completion_window: How long the batch may take before it expires, from `24h` up to
                `7d`.
            metadata: Your own key-value pairs, kept with the batch and returned with it.
        """
        return await self._post(
            "/openai/v1/batches",
            json={
                "input_file_id": input_file_id,
                "endpoint": endpoint,
                "completion_window": completion_window,
                "metadata": metadata,
            },
            to=Batch,
            **options,
        )

    async def list(self, **options: Unpack[RequestOptions]) -> BatchListResponse:
        """List the batches of your organization.

        Returns all of them in one answer, whatever their status.
        """
        return await self._get("/openai/v1/batches", to=BatchListResponse, **options)

    async def retrieve(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Get the current state of a batch.

        Call this to see how far a batch has come. Once its `status` is `completed`,
        `output_file_id` names the file with the answers.

        Args:
            batch_id: Identifier of the batch to look up.
        """
        return await self._get(
            "/openai/v1/batches/{batch_id}", path={"batch_id": batch_id}, to=Batch, **options
        )

    async def cancel(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Stop a batch that has not finished.

        Stopping takes a moment: the batch is `cancelling` first and `cancelled` afterwards.

        Args:
            batch_id: Identifier of the batch to stop.
        """
        return await self._post(
            "/openai/v1/batches/{batch_id}/cancel", path={"batch_id": batch_id}, to=Batch, **options
        )
