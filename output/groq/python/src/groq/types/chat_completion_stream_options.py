"""The type `ChatCompletionStreamOptions`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ChatCompletionStreamOptions(BaseModel):
    """Details of a streamed answer.

    Give them only together with `stream` set to `true`.
    """

    include_usage: bool | None = absent
    """Whether to report token counts. If so, one more chunk arrives just before `data: [DONE]`,
    with the counts for the whole request in `usage` and nothing in `choices`; in all earlier
    chunks `usage` is null."""
