"""The resource `models`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from .._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from ..types.model import Model
from ..types.model_deleted import ModelDeleted
from ..types.model_list_response import ModelListResponse

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._core.options import RequestOptions


class Models(Resource):
    """Reached as `client.models`."""

    @cached_property
    def with_raw_response(self) -> ModelsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return ModelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ModelsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return ModelsWithStreamingResponse(self)

    def list(self, **options: Unpack[RequestOptions]) -> ModelListResponse:
        """List the models you can use.

        The list changes as models come and go, so read it when your program runs rather than
        writing it down. The catalogue at https://console.groq.com/docs/models says more about
        each one.
        """
        return self._get("/openai/v1/models", to=ModelListResponse, **options)

    def retrieve(self, model: str, **options: Unpack[RequestOptions]) -> Model:
        """Get one model by its identifier.

        A quick way to check that a model exists and who owns it. Its abilities and limits are
        described at https://console.groq.com/docs/models.

        Args:
            model: Identifier of the model to look up, such as `llama-3.3-70b-versatile`.
        """
        return self._get("/openai/v1/models/{model}", path={"model": model}, to=Model, **options)

    def delete(self, model: str, **options: Unpack[RequestOptions]) -> ModelDeleted:
        """Delete a model.

        Requests that name the model fail once it is deleted.

        Args:
            model: Identifier of the model to delete.
        """
        return self._delete(
            "/openai/v1/models/{model}", path={"model": model}, to=ModelDeleted, **options
        )


class AsyncModels(AsyncResource):
    """Reached as `client.models`."""

    @cached_property
    def with_raw_response(self) -> AsyncModelsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncModelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncModelsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncModelsWithStreamingResponse(self)

    async def list(self, **options: Unpack[RequestOptions]) -> ModelListResponse:
        """List the models you can use.

        The list changes as models come and go, so read it when your program runs rather than
        writing it down. The catalogue at https://console.groq.com/docs/models says more about
        each one.
        """
        return await self._get("/openai/v1/models", to=ModelListResponse, **options)

    async def retrieve(self, model: str, **options: Unpack[RequestOptions]) -> Model:
        """Get one model by its identifier.

        A quick way to check that a model exists and who owns it. Its abilities and limits are
        described at https://console.groq.com/docs/models.

        Args:
            model: Identifier of the model to look up, such as `llama-3.3-70b-versatile`.
        """
        return await self._get(
            "/openai/v1/models/{model}", path={"model": model}, to=Model, **options
        )

    async def delete(self, model: str, **options: Unpack[RequestOptions]) -> ModelDeleted:
        """Delete a model.

        Requests that name the model fail once it is deleted.

        Args:
            model: Identifier of the model to delete.
        """
        return await self._delete(
            "/openai/v1/models/{model}", path={"model": model}, to=ModelDeleted, **options
        )


class ModelsWithRawResponse:
    def __init__(self, resource: Models) -> None:
        self._resource = resource
        self.list: Final = raw(resource.list)
        self.retrieve: Final = raw(resource.retrieve)
        self.delete: Final = raw(resource.delete)


class ModelsWithStreamingResponse:
    def __init__(self, resource: Models) -> None:
        self._resource = resource
        self.list: Final = streamed(resource.list)
        self.retrieve: Final = streamed(resource.retrieve)
        self.delete: Final = streamed(resource.delete)


class AsyncModelsWithRawResponse:
    def __init__(self, resource: AsyncModels) -> None:
        self._resource = resource
        self.list: Final = async_raw(resource.list)
        self.retrieve: Final = async_raw(resource.retrieve)
        self.delete: Final = async_raw(resource.delete)


class AsyncModelsWithStreamingResponse:
    def __init__(self, resource: AsyncModels) -> None:
        self._resource = resource
        self.list: Final = async_streamed(resource.list)
        self.retrieve: Final = async_streamed(resource.retrieve)
        self.delete: Final = async_streamed(resource.delete)
