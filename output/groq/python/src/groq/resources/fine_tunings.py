"""The resource `fine_tunings`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from .._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from .._core.unset import omit
from ..types.delete_fine_tuning_response import DeleteFineTuningResponse
from ..types.list_fine_tunings_response import ListFineTuningsResponse
from ..types.read_fine_tuning_response import ReadFineTuningResponse

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.unset import Omit


class FineTunings(Resource):
    """Reached as `client.fine_tunings`."""

    @cached_property
    def with_raw_response(self) -> FineTuningsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return FineTuningsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FineTuningsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return FineTuningsWithStreamingResponse(self)

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


class AsyncFineTunings(AsyncResource):
    """Reached as `client.fine_tunings`."""

    @cached_property
    def with_raw_response(self) -> AsyncFineTuningsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncFineTuningsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFineTuningsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncFineTuningsWithStreamingResponse(self)

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


class FineTuningsWithRawResponse:
    def __init__(self, resource: FineTunings) -> None:
        self._resource = resource
        self.list: Final = raw(resource.list)
        self.create: Final = raw(resource.create)
        self.delete: Final = raw(resource.delete)
        self.get: Final = raw(resource.get)


class FineTuningsWithStreamingResponse:
    def __init__(self, resource: FineTunings) -> None:
        self._resource = resource
        self.list: Final = streamed(resource.list)
        self.create: Final = streamed(resource.create)
        self.delete: Final = streamed(resource.delete)
        self.get: Final = streamed(resource.get)


class AsyncFineTuningsWithRawResponse:
    def __init__(self, resource: AsyncFineTunings) -> None:
        self._resource = resource
        self.list: Final = async_raw(resource.list)
        self.create: Final = async_raw(resource.create)
        self.delete: Final = async_raw(resource.delete)
        self.get: Final = async_raw(resource.get)


class AsyncFineTuningsWithStreamingResponse:
    def __init__(self, resource: AsyncFineTunings) -> None:
        self._resource = resource
        self.list: Final = async_streamed(resource.list)
        self.create: Final = async_streamed(resource.create)
        self.delete: Final = async_streamed(resource.delete)
        self.get: Final = async_streamed(resource.get)
