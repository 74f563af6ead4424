"""The type `ResponseInputMessageParam`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

from .response_input_content_param import ResponseInputContentParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseInputMessageParam(TypedDict, total=False):
    """A message in full form, with a `type`."""

    type: Required[Literal["message"]]
    """Always `message`."""

    role: Required[Literal["user", "system", "developer"]]
    """Who speaks. A message of the `assistant` has to take the short form, without `type`."""

    content: Required[Iterable[ResponseInputContentParam]]
    """What the message says, in one part or several."""

    status: Literal["in_progress", "completed", "incomplete"]
    """How far the item has come. Set by the API on the items it returns."""
