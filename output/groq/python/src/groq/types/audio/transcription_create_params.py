"""The type `TranscriptionCreateParams`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from ..._core.options import RequestOptions
from ..._core.uploads import FileTypes

if TYPE_CHECKING:
    from typing_extensions import Required


class TranscriptionCreateParamsBase(RequestOptions, total=False):
    """What `audio.transcriptions.create` takes besides `response_format`."""

    file: FileTypes
    """The recording itself, not just its name, as flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or
    webm. Leave it out if you pass `url`, as you must inside a batch, where nothing can be
    uploaded."""

    url: str
    """Address of the recording, or its audio data in Base64URL. Leave it out if you pass `file`;
    inside a batch it is the only way to supply audio."""

    model: Required[Literal["whisper-large-v3", "whisper-large-v3-turbo"] | str]
    """Speech-to-text model that listens to the recording."""

    language: (
        Literal[
            "en",
            "zh",
            "de",
            "es",
            "ru",
            "ko",
            "fr",
            "ja",
            "pt",
            "tr",
            "pl",
            "ca",
            "nl",
            "ar",
            "sv",
            "it",
            "id",
            "hi",
            "fi",
            "vi",
            "he",
            "uk",
            "el",
            "ms",
            "cs",
            "ro",
            "da",
            "hu",
            "ta",
            "no",
            "th",
            "ur",
            "hr",
            "bg",
            "lt",
            "la",
            "mi",
            "ml",
            "cy",
            "sk",
            "te",
            "fa",
            "lv",
            "bn",
            "sr",
            "az",
            "sl",
            "kn",
            "et",
            "mk",
            "br",
            "eu",
            "is",
            "hy",
            "ne",
            "mn",
            "bs",
            "kk",
            "sq",
            "sw",
            "gl",
            "mr",
            "pa",
            "si",
            "km",
            "sn",
            "yo",
            "so",
            "af",
            "oc",
            "ka",
            "be",
            "tg",
            "sd",
            "gu",
            "am",
            "yi",
            "lo",
            "uz",
            "fo",
            "ht",
            "ps",
            "tk",
            "nn",
            "mt",
            "sa",
            "lb",
            "my",
            "bo",
            "tl",
            "mg",
            "as",
            "tt",
            "haw",
            "ln",
            "ha",
            "ba",
            "jv",
            "su",
            "yue",
        ]
        | str
    )
    """Language spoken in the recording, preferably as an ISO 639-1 code such as `en`. The
    transcript comes sooner and has fewer mistakes if you name it."""

    prompt: str
    """Text that shows the model which style to write in, or that comes just before the recording
    if this is one piece of several. Write it in the language of the audio."""

    temperature: float
    """How much chance plays into the choice of words, from 0 to 1. Low values such as 0.2 stay
    close to the likeliest words and high ones such as 0.8 vary more; at 0 the model raises
    the value by itself, judging by log probability, until its thresholds are met."""

    timestamp_granularities: Iterable[Literal["word", "segment"]]
    """Whether to time segments, single words, or both. Times appear only with `verbose_json` as
    the `response_format`; those of segments come for free, those of words delay the answer."""


class TranscriptionCreateParams(TranscriptionCreateParamsBase, total=False):
    """What `audio.transcriptions.create` takes."""

    response_format: Literal["json", "text", "verbose_json"]
    """What to return: the text wrapped in JSON, the bare text, or JSON with times and other
    detail (`verbose_json`)."""
