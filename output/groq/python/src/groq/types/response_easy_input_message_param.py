"""The type `ResponseEasyInputMessageParam`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

from .response_input_content_param import ResponseInputContentParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseEasyInputMessageParam(TypedDict, total=False):
    """A message in short form, without a `type`.

    Its role says how much weight its instructions have.
    """

    role: Required[Literal["user", "assistant", "system", "developer"]]
    """Who speaks."""

    content: Required[str | Iterable[ResponseInputContentParam]]
    """What the message says."""
