"""The resource `fine_tunings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.resource import AsyncResource, Resource, WithResponses
from .._core.unset import omit
from ..proxies import fine_tunings as proxies
from ..types.delete_fine_tuning_response import DeleteFineTuningResponse
from ..types.list_fine_tunings_response import ListFineTuningsResponse
from ..types.read_fine_tuning_response import ReadFineTuningResponse

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.unset import Omit


class FineTunings(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.fine_tunings`."""

    def list(self, **options: Unpack[RequestOptions]) -> ListFineTuningsResponse:
        """List the fine tunings you have created.

        Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call
        it.
        """
        return self._get("/v1/fine_tunings", to=ListFineTuningsResponse, **options)

    def create(
        self,
        *,
        base_model: str | Omit = omit,
        input_file_id: str | Omit = omit,
        name: str | Omit = omit,
        type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ReadFineTuningResponse:
        """Create a fine tuning from files you have uploaded.

        Upload the input file first and pass its identifier. Fine tuning is a closed beta: ask
        for access at https://groq.com/contact before you call it.

        Args:
            base_model: Model that the training starts from.
            input_file_id: Identifier of the training file, which you upload beforehand.
            name: Name for the new model.
            type: Method of training, such as `lora`.
        """
        return self._post(
            "/v1/fine_tunings",
            json={
                "base_model": base_model,
                "input_file_id": input_file_id,
                "name": name,
                "type": type,
            },
            to=ReadFineTuningResponse,
            **options,
        )

    def delete(self, id: str, **options: Unpack[RequestOptions]) -> DeleteFineTuningResponse:
        """Delete a fine tuning.

        Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call
        it.

        Args:
            id: Identifier of the fine tuning to delete.
        """
        return self._delete(
            "/v1/fine_tunings/{id}", path={"id": id}, to=DeleteFineTuningResponse, **options
        )

    def get(self, id: str, **options: Unpack[RequestOptions]) -> ReadFineTuningResponse:
        """Get one fine tuning.

        Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call
        it.

        Args:
            id: Identifier of the fine tuning to look up.
        """
        return self._get(
            "/v1/fine_tunings/{id}", path={"id": id}, to=ReadFineTuningResponse, **options
        )


class AsyncFineTunings(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.fine_tunings`."""

    async def list(self, **options: Unpack[RequestOptions]) -> ListFineTuningsResponse:
        """List the fine tunings you have created.

        Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call
        it.
        """
        return await self._get("/v1/fine_tunings", to=ListFineTuningsResponse, **options)

    async def create(
        self,
        *,
        base_model: str | Omit = omit,
        input_file_id: str | Omit = omit,
        name: str | Omit = omit,
        type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ReadFineTuningResponse:
        """Create a fine tuning from files you have uploaded.

        Upload the input file first and pass its identifier. Fine tuning is a closed beta: ask
        for access at https://groq.com/contact before you call it.

        Args:
            base_model: Model that the training starts from.
            input_file_id: Identifier of the training file, which you upload beforehand.
            name: Name for the new model.
            type: Method of training, such as `lora`.
        """
        return await self._post(
            "/v1/fine_tunings",
            json={
                "base_model": base_model,
                "input_file_id": input_file_id,
                "name": name,
                "type": type,
            },
            to=ReadFineTuningResponse,
            **options,
        )

    async def delete(self, id: str, **options: Unpack[RequestOptions]) -> DeleteFineTuningResponse:
        """Delete a fine tuning.

        Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call
        it.

        Args:
            id: Identifier of the fine tuning to delete.
        """
        return await self._delete(
            "/v1/fine_tunings/{id}", path={"id": id}, to=DeleteFineTuningResponse, **options
        )

    async def get(self, id: str, **options: Unpack[RequestOptions]) -> ReadFineTuningResponse:
        """Get one fine tuning.

        Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call
        it.

        Args:
            id: Identifier of the fine tuning to look up.
        """
        return await self._get(
            "/v1/fine_tunings/{id}", path={"id": id}, to=ReadFineTuningResponse, **options
        )
