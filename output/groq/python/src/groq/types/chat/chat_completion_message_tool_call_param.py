"""The type `ChatCompletionMessageToolCallParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionMessageToolCallParam(TypedDict, total=False):
    """A call that the model wants to have made.

    Run it, then send the result back in a message with the role `tool`.
    """

    id: Required[str]
    """Identifier of the call, to be repeated as `tool_call_id` with its result."""

    type: Required[Literal["function"]]
    """Kind of tool, for now always `function`."""

    function: Required[Function]
    """Which function to run, and with what."""


class Function(TypedDict, total=False):
    """Which function to run, and with what."""

    name: Required[str]
    """Name of the function to run."""

    arguments: Required[str]
    """Arguments for the function, as JSON text written by the model. The text may be malformed
    or hold parameters you never declared, so check it before you use it."""
