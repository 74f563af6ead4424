"""The type `ChatCompletionChunk`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..._core.model import BaseModel
from ..._core.unset import absent
from ..chat_completion_stream_response_delta import ChatCompletionStreamResponseDelta
from ..x_groq import XGroq
from .chat_completion_token_logprob import ChatCompletionTokenLogprob


@dataclass(kw_only=True, slots=True)
class ChatCompletionChunk(BaseModel):
    """One chunk of a streamed answer."""

    id: str
    """Identifier of the answer, the same in all its chunks."""

    choices: list[Choice]
    """What the chunk adds to each answer. There are several if `n` asks for more than one."""

    created: int
    """When the answer was begun, in Unix seconds, the same in all its chunks."""

    model: str
    """Model that writes the answer."""

    system_fingerprint: str | None = absent
    """Mark of the server setup behind the model. If it changes, the same `seed` may give another
    answer."""

    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    """Always `chat.completion.chunk`."""

    x_groq: XGroq | None = absent
    """What Groq adds to the chunks of a stream. Not every chunk carries every field."""


@dataclass(kw_only=True, slots=True)
class Choice(BaseModel):
    """What a chunk adds to one answer."""

    delta: ChatCompletionStreamResponseDelta
    """What one chunk of a stream adds to the message."""

    logprobs: ChoiceLogprobs | None = absent
    """How likely the new tokens were, or null if you did not ask."""

    finish_reason: Literal["stop", "length", "tool_calls", "function_call"] | str | None
    """Why the model stopped: `stop` at a natural end or at a `stop` text, `length` at the token
    limit, `tool_calls` to have tools called, or `function_call`, the deprecated form of that.
    Null while the model is still writing."""

    index: int
    """Position of the answer in `choices`."""


@dataclass(kw_only=True, slots=True)
class ChoiceLogprobs(BaseModel):
    """How likely the new tokens were, or null if you did not ask."""

    content: list[ChatCompletionTokenLogprob] | None
    """The new tokens of the message, each with its log probability."""
