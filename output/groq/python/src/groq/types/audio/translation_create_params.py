"""The type `TranslationCreateParams`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..._core.options import RequestOptions
from ..._core.uploads import FileTypes

if TYPE_CHECKING:
    from typing_extensions import Required


class TranslationCreateParamsBase(RequestOptions, total=False):
    """What `audio.translations.create` takes besides `response_format`."""

    file: FileTypes
    """The recording itself, not just its name, as flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or
    webm."""

    url: str
    """Address of the recording, or its audio data in Base64URL. Leave it out if you pass `file`;
    inside a batch it is the only way to supply audio."""

    model: Required[Literal["whisper-large-v3", "whisper-large-v3-turbo"] | str]
    """Speech-to-text model that listens to the recording."""

    prompt: str
    """English text that shows the model which style to write in, or that comes just before the
    recording if this is one piece of several."""

    temperature: float
    """How much chance plays into the choice of words, from 0 to 1. Low values such as 0.2 stay
    close to the likeliest words and high ones such as 0.8 vary more; at 0 the model raises
    the value by itself, judging by log probability, until its thresholds are met."""


class TranslationCreateParams(TranslationCreateParamsBase, total=False):
    """What `audio.translations.create` takes."""

    response_format: Literal["json", "text", "verbose_json"]
    """What to return: the text wrapped in JSON, the bare text, or JSON with times and other
    detail (`verbose_json`)."""
