"""The type `ResponseCreateParams`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

from .._core.options import RequestOptions
from .response_format_configuration_param import ResponseFormatConfigurationParam
from .response_input_item_param import ResponseInputItemParam
from .response_tool import ResponseTool
from .response_tool_choice_option_param import ResponseToolChoiceOptionParam
from .response_tool_param import ResponseToolParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseCreateParamsBase(RequestOptions, total=False):
    """What `responses.create` takes besides `stream`."""

    model: Required[
        Literal[
            "gemma2-9b-it",
            "llama-3.3-70b-versatile",
            "llama-3.1-8b-instant",
            "llama-guard-3-8b",
            "llama3-70b-8192",
            "llama3-8b-8192",
        ]
        | str
    ]
    """Model that writes the response. GroqCloud's list of models says which ones this endpoint
    takes."""

    input: Required[str | Iterable[ResponseInputItemParam]]
    """What the model responds to."""

    instructions: str | None
    """Instructions that are put before the input as a system or developer message."""

    max_output_tokens: int | None
    """The most tokens that the model may write, including those it spends on reasoning."""

    temperature: float | None
    """How much chance plays into the choice of words, from 0 (nearly none) to 2. The higher, the
    more varied and inventive the response."""

    top_p: float | None
    """Share of the probability from which words are drawn, from 0 to 1. At 0.1, only the
    likeliest words that together make up 10% count."""

    tools: Iterable[ResponseToolParam | ResponseTool] | None
    """The functions that the model may call, at most 128. No other kind of tool is supported at
    present."""

    tool_choice: ResponseToolChoiceOptionParam
    """Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`),
    one or more (`required`), or the very one that you name, as in `{"type": "function",
    "function": {"name": "get_weather"}}`. Unless you say otherwise it is `auto` for a request
    with tools and `none` for one without."""

    text: Text
    """How to write the response: as plain text or as JSON."""

    reasoning: Reasoning | None
    """How much a reasoning model reasons before it responds. Other models take no such settings."""

    metadata: Mapping[str, str] | None
    """Your own key-value pairs, at most 16."""

    parallel_tool_calls: bool | None
    """Whether the model may ask for several tool calls at once."""

    store: bool | None
    """Whether to keep the response on the server. For now only false and null are accepted."""

    user: str
    """Your identifier for the end user behind the request, for keeping track of use and of
    compliance."""

    service_tier: Literal["auto", "default", "flex"] | str | None
    """Latency tier in which the request is served."""

    truncation: Literal["auto", "disabled"] | None
    """Whether input too long for the model is cut (`auto`) or not (`disabled`)."""


class ResponseCreateParams(ResponseCreateParamsBase, total=False):
    """What `responses.create` takes."""

    stream: bool | None
    """Whether the response arrives bit by bit as server-sent events."""


class Text(TypedDict, total=False):
    """How to write the response: as plain text or as JSON."""

    format: ResponseFormatConfigurationParam
    """Shape of the response: plain text, JSON that fits a schema of yours, or any valid JSON."""


class Reasoning(TypedDict, total=False):
    """How much a reasoning model reasons before it responds.

    Other models take no such settings.
    """

    effort: Literal["low", "medium", "high"] | None
    """How much the model reasons. The lower, the sooner the response comes, and the less deeply
    it is thought through."""
