"""The resource `models`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.resource import AsyncResource, Resource, WithResponses
from ..proxies import models as proxies
from ..types.model import Model
from ..types.model_deleted import ModelDeleted
from ..types.model_list_response import ModelListResponse

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._core.options import RequestOptions


class Models(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.models`."""

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


class AsyncModels(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.models`."""

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
