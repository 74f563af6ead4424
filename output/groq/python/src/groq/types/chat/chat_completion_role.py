"""The type `ChatCompletionRole`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatCompletionRole: TypeAlias = Literal["system", "user", "assistant", "tool", "function"]
"""Who wrote a message."""
