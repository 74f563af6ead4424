"""The resource `audio.translations`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, overload

from ..._core.options import split_options
from ..._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from ..._core.unset import omit
from ...types.audio.translation import Translation
from ...types.audio.translation_verbose import TranslationVerbose

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from ..._core.unset import Omit
    from ...types.audio.translation_create_params import TranslationCreateParamsBase


class Translations(Resource):
    """Reached as `client.audio.translations`."""

    @cached_property
    def with_raw_response(self) -> TranslationsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return TranslationsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TranslationsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return TranslationsWithStreamingResponse(self)

    @overload
    def create(
        self,
        *,
        response_format: Literal["json"] | Omit = omit,
        **params: Unpack[TranslationCreateParamsBase],
    ) -> Translation: ...

    @overload
    def create(
        self, *, response_format: Literal["text"], **params: Unpack[TranslationCreateParamsBase]
    ) -> str: ...

    @overload
    def create(
        self,
        *,
        response_format: Literal["verbose_json"],
        **params: Unpack[TranslationCreateParamsBase],
    ) -> TranslationVerbose: ...

    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranslationCreateParamsBase],
    ) -> Translation | str | TranslationVerbose: ...

    def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranslationCreateParamsBase],
    ) -> Translation | str | TranslationVerbose:
        """Write down in English what is said in a recording.

        The speech may be in any language the model understands; the text that comes back is
        always English. Pass the audio either as an upload (`file`) or as an address (`url`),
        never both.

        The keyword arguments are those of `TranslationCreateParams`, where each is described.
        """
        body, options = split_options({**params, "response_format": response_format})
        if response_format == "text":
            return self._post("/openai/v1/audio/translations", multipart=body, to=str, **options)

        if response_format == "verbose_json":
            return self._post(
                "/openai/v1/audio/translations", multipart=body, to=TranslationVerbose, **options
            )

        return self._post(
            "/openai/v1/audio/translations", multipart=body, to=Translation, **options
        )


class AsyncTranslations(AsyncResource):
    """Reached as `client.audio.translations`."""

    @cached_property
    def with_raw_response(self) -> AsyncTranslationsWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncTranslationsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTranslationsWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncTranslationsWithStreamingResponse(self)

    @overload
    async def create(
        self,
        *,
        response_format: Literal["json"] | Omit = omit,
        **params: Unpack[TranslationCreateParamsBase],
    ) -> Translation: ...

    @overload
    async def create(
        self, *, response_format: Literal["text"], **params: Unpack[TranslationCreateParamsBase]
    ) -> str: ...

    @overload
    async def create(
        self,
        *,
        response_format: Literal["verbose_json"],
        **params: Unpack[TranslationCreateParamsBase],
    ) -> TranslationVerbose: ...

    @overload
    async def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranslationCreateParamsBase],
    ) -> Translation | str | TranslationVerbose: ...

    async def create(
        self,
        *,
        response_format: Literal["json", "text", "verbose_json"] | Omit = omit,
        **params: Unpack[TranslationCreateParamsBase],
    ) -> Translation | str | TranslationVerbose:
        """Write down in English what is said in a recording.

        The speech may be in any language the model understands; the text that comes back is
        always English. Pass the audio either as an upload (`file`) or as an address (`url`),
        never both.

        The keyword arguments are those of `TranslationCreateParams`, where each is described.
        """
        body, options = split_options({**params, "response_format": response_format})
        if response_format == "text":
            return await self._post(
                "/openai/v1/audio/translations", multipart=body, to=str, **options
            )

        if response_format == "verbose_json":
            return await self._post(
                "/openai/v1/audio/translations", multipart=body, to=TranslationVerbose, **options
            )

        return await self._post(
            "/openai/v1/audio/translations", multipart=body, to=Translation, **options
        )


class TranslationsWithRawResponse:
    def __init__(self, resource: Translations) -> None:
        self._resource = resource
        self.create: Final = raw(resource.create)


class TranslationsWithStreamingResponse:
    def __init__(self, resource: Translations) -> None:
        self._resource = resource
        self.create: Final = streamed(resource.create)


class AsyncTranslationsWithRawResponse:
    def __init__(self, resource: AsyncTranslations) -> None:
        self._resource = resource
        self.create: Final = async_raw(resource.create)


class AsyncTranslationsWithStreamingResponse:
    def __init__(self, resource: AsyncTranslations) -> None:
        self._resource = resource
        self.create: Final = async_streamed(resource.create)
