"""The type `SpeechCreateParams`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..._core.options import RequestOptions

if TYPE_CHECKING:
    from typing_extensions import Required


class SpeechCreateParams(RequestOptions, total=False):
    """What `audio.speech.create` takes."""

    model: Required[Literal["playai-tts", "playai-tts-arabic"] | str]
    """Text-to-speech model that does the reading."""

    input: Required[str]
    """Text to read aloud."""

    voice: Required[str]
    """Name of the voice that speaks, such as `Fritz-PlayAI`. The text-to-speech guide of
    GroqCloud lists them all."""

    response_format: Literal["flac", "mp3", "mulaw", "ogg", "wav"]
    """Encoding of the audio that comes back."""

    sample_rate: Literal[8000, 16000, 22050, 24000, 32000, 44100, 48000]
    """Samples per second of the audio, in hertz."""

    speed: float
    """Pace of the speech as a multiple of the normal one, from 0.5 (half as fast) to 5."""
