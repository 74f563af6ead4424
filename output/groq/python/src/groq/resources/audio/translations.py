"""The resource `audio.translations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._core.arguments import takes
from ..._core.resource import AsyncResource, Resource, WithResponses
from ..._core.unset import omit
from ...proxies.audio import translations as proxies
from ...types.audio.translation import Translation
from ...types.audio.translation_verbose import TranslationVerbose

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from ..._core.unset import Omit
    from ...types.audio.translation_create_params import TranslationCreateParamsBase


_CREATE = takes("create", "model", "response_format file url prompt temperature", files=("file",))


class Translations(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.audio.translations`."""

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
        body, options = _CREATE.split(params, response_format=response_format)
        if response_format == "text":
            return self._post("/openai/v1/audio/translations", multipart=body, to=str, **options)

        if response_format == "verbose_json":
            return self._post(
                "/openai/v1/audio/translations", multipart=body, to=TranslationVerbose, **options
            )

        return self._post(
            "/openai/v1/audio/translations", multipart=body, to=Translation, **options
        )


class AsyncTranslations(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.audio.translations`."""

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
        body, options = _CREATE.split(params, response_format=response_format)
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
