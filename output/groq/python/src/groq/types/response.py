"""The type `Response`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent
from .response_format_configuration import ResponseFormatConfiguration
from .response_output_item import ResponseOutputItem
from .response_tool import ResponseTool
from .response_tool_choice_option import ResponseToolChoiceOption
from .response_usage import ResponseUsage


@dataclass(kw_only=True, slots=True)
class Response(BaseModel):
    """What a model produced for an input, and the settings it worked with."""

    id: str
    """Identifier of the response."""

    object: Literal["response"] = "response"
    """Always `response`."""

    status: Literal["completed", "failed", "in_progress", "incomplete"] | str
    """State of the response: finished, failed, still in progress, or cut short."""

    created_at: int
    """When the response was created, in Unix seconds."""

    output: list[ResponseOutputItem]
    """What the model produced, item by item."""

    previous_response_id: str | None = absent
    """Always null, as carrying on from an earlier response is not supported."""

    model: str
    """Model that wrote the response."""

    reasoning: Reasoning | None = absent
    """How a reasoning model was set to reason."""

    max_output_tokens: int | None = absent
    """The most tokens that the model was allowed to write, or null for no such limit."""

    instructions: str | None = absent
    """Instructions that were put before the input."""

    text: Text | None = absent
    """How the response was to be written."""

    tools: list[ResponseTool]
    """The tools that the model could call."""

    tool_choice: ResponseToolChoiceOption
    """Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`),
    one or more (`required`), or the very one that you name, as in `{"type": "function",
    "function": {"name": "get_weather"}}`. Unless you say otherwise it is `auto` for a request
    with tools and `none` for one without."""

    truncation: Literal["auto", "disabled"] | str
    """Whether input too long for the model was to be cut (`auto`) or not (`disabled`)."""

    metadata: dict[str, str] | None
    """Your own key-value pairs, as given with the request."""

    temperature: float
    """Temperature that the response was made with."""

    top_p: float
    """Share of the probability from which words were drawn."""

    user: str | None = absent
    """Your identifier for the end user behind the request, if you gave one."""

    service_tier: Literal["auto", "default", "flex"] | str
    """Tier that served the request."""

    error: Error | None
    """Why the response failed, or null if it did not."""

    incomplete_details: IncompleteDetails | None
    """Why the response was cut short, or null if it was not."""

    usage: ResponseUsage | None = absent
    """How many tokens a response used."""

    parallel_tool_calls: bool
    """Whether the model could ask for several tool calls at once."""

    store: bool
    """Whether the response was kept on the server."""

    background: bool | None = absent
    """Whether the response was made as background work, without the caller waiting."""

    top_logprobs: int | None = absent
    """How many of the likeliest tokens are reported for each position."""

    max_tool_calls: int | None = absent
    """The most tool calls that the model may make, or null for no such limit."""


@dataclass(kw_only=True, slots=True)
class Reasoning(BaseModel):
    """How a reasoning model was set to reason."""

    effort: Literal["low", "medium", "high"] | str | None = absent
    """How much the model was set to reason."""

    summary: str | None = absent
    """Always null, as summaries are not supported."""


@dataclass(kw_only=True, slots=True)
class Text(BaseModel):
    """How the response was to be written."""

    format: ResponseFormatConfiguration | None = absent
    """Shape of the response: plain text, JSON that fits a schema of yours, or any valid JSON."""


@dataclass(kw_only=True, slots=True)
class Error(BaseModel):
    """Why the response failed, or null if it did not."""

    code: str
    """Code of the failure, meant for programs."""

    message: str
    """Explanation of the failure, meant for people."""


@dataclass(kw_only=True, slots=True)
class IncompleteDetails(BaseModel):
    """Why the response was cut short, or null if it was not."""

    reason: str | None = absent
    """The reason for which it was cut short."""
