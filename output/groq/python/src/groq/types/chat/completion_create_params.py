"""The type `CompletionCreateParams`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

from ..._core.options import RequestOptions
from ..chat_completion_document_param import ChatCompletionDocumentParam
from ..chat_completion_functions_param import ChatCompletionFunctionsParam
from ..response_format_json_object import ResponseFormatJsonObject
from ..response_format_json_object_param import ResponseFormatJsonObjectParam
from ..response_format_json_schema_param import ResponseFormatJsonSchemaParam
from ..response_format_text import ResponseFormatText
from ..response_format_text_param import ResponseFormatTextParam
from .chat_completion_function_call_option_param import ChatCompletionFunctionCallOptionParam
from .chat_completion_message_param import ChatCompletionMessageParam
from .chat_completion_tool_choice_option_param import ChatCompletionToolChoiceOptionParam
from .chat_completion_tool_param import ChatCompletionToolParam

if TYPE_CHECKING:
    from typing_extensions import Required


class CompletionCreateParamsBase(RequestOptions, total=False):
    """What `chat.completions.create` takes besides `stream`."""

    messages: Required[Iterable[ChatCompletionMessageParam]]
    """The conversation so far, oldest message first."""

    model: Required[
        Literal[
            "compound-beta",
            "compound-beta-mini",
            "gemma2-9b-it",
            "llama-3.1-8b-instant",
            "llama-3.3-70b-versatile",
            "meta-llama/llama-4-maverick-17b-128e-instruct",
            "meta-llama/llama-4-scout-17b-16e-instruct",
            "meta-llama/llama-guard-4-12b",
            "moonshotai/kimi-k2-instruct",
            "openai/gpt-oss-120b",
            "openai/gpt-oss-20b",
            "qwen/qwen3-32b",
            "qwen/qwen3.6-27b",
        ]
        | str
    ]
    """Model that writes the answer. GroqCloud's list of models says which ones can chat."""

    disable_tool_validation: bool
    """Whether to pass on calls of tools that are not among `tools` instead of rejecting them.
    `none` and `required` still work as `tool_choice`, but naming one particular tool does
    not."""

    frequency_penalty: float | None
    """Penalty on repeated words, from -2 to 2, which grows each time a word appears. Above 0 the
    text repeats itself less. No model supports it yet."""

    include_reasoning: bool | None
    """Whether the answer comes with the model's reasoning, in a field of that name. Not to be
    combined with `reasoning_format`."""

    logit_bias: Mapping[str, int] | None
    """By how much to raise or lower the chance of certain tokens. No model supports it yet."""

    logprobs: bool | None
    """Whether to report the log probability of each token in the `content` of the message. No
    model supports it yet."""

    top_logprobs: int | None
    """How many of the likeliest candidates to report for each position, from 0 to 20. Needs
    `logprobs` set to `true`, and no model supports it yet."""

    max_tokens: int | None
    """Deprecated. Former name of `max_completion_tokens`, which says the same: the most tokens
    that the model may write. Together with the input they have to fit its context."""

    max_completion_tokens: int | None
    """The most tokens that the model may write. Together with the input they have to fit its
    context."""

    n: int | None
    """How many answers to write. Anything but 1 is refused with status 400 for now."""

    presence_penalty: float | None
    """Penalty on words that have appeared before, from -2 to 2, no matter how often they did.
    Above 0 the text turns to new subjects sooner. No model supports it yet."""

    response_format: (
        ResponseFormatTextParam
        | ResponseFormatText
        | ResponseFormatJsonSchemaParam
        | ResponseFormatJsonObjectParam
        | ResponseFormatJsonObject
        | None
    )
    """Shape of the answer: plain text, JSON that fits a schema of yours (`json_schema`), or any
    valid JSON (`json_object`). Prefer the schema to the older `json_object` where the model
    supports it; not all do."""

    seed: int | None
    """Number that makes chance repeatable, so that equal requests with an equal seed should get
    equal answers. It is no guarantee, and a new `system_fingerprint` shows that the servers
    have changed."""

    service_tier: Literal["auto", "on_demand", "flex", "performance"] | str | None
    """How the request is served, which is `on_demand` unless you say otherwise. `auto` takes the
    highest tier that your organization's rate limits leave open, while `flex` either goes
    through or fails fast."""

    stop: str | Iterable[str] | None
    """Up to 4 texts, any of which makes the model stop. The answer ends just before it."""

    reasoning_effort: Literal["none", "default", "low", "medium", "high"] | None
    """How much the model reasons before it answers. Qwen 3 models take `none` to switch
    reasoning off, and `default` or null to leave it on; `openai/gpt-oss-120b` and its smaller
    sibling `openai/gpt-oss-20b` take `low`, `medium` (their default) or `high`."""

    reasoning_format: Literal["hidden", "raw", "parsed"] | None
    """Where the model's reasoning goes: nowhere (`hidden`), into the text (`raw`), or into a
    field of its own (`parsed`). Not to be combined with `include_reasoning`."""

    temperature: float | None
    """How much chance plays into the choice of words, from 0 (nearly none) to 2. Values around
    0.2 keep the answer to the point, and those around 0.8 make it more varied. Change this or
    `top_p`, never both."""

    top_p: float | None
    """Share of the probability from which words are drawn, from 0 to 1. At 0.1, only the
    likeliest words that together make up 10% count. Change this or `temperature`, never both."""

    tools: Iterable[ChatCompletionToolParam] | None
    """The tools that the model may call, above all functions of yours, for which it writes JSON
    arguments. There may be at most 128."""

    tool_choice: ChatCompletionToolChoiceOptionParam
    """Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`),
    one or more (`required`), or the very one that you name, as in `{"type": "function",
    "function": {"name": "get_weather"}}`. Unless you say otherwise it is `auto` for a request
    with tools and `none` for one without."""

    parallel_tool_calls: bool | None
    """Whether the model may ask for several tool calls at once."""

    user: str | None
    """Your identifier for the end user behind the request, different for each of them. It helps
    Groq to notice abuse."""

    function_call: (
        Literal["none", "auto", "required"] | ChatCompletionFunctionCallOptionParam | None
    )
    """Deprecated. Which function the model calls: none at all (`none`), whichever it sees fit,
    if any (`auto`), or the very one that you name, as in `{"name": "get_weather"}`. Unless
    you say otherwise it is `auto` for a request with `functions` and `none` for one without.
    Use `tool_choice` instead."""

    functions: Iterable[ChatCompletionFunctionsParam] | None
    """Deprecated. The functions that the model may write JSON arguments for. Use `tools`
    instead."""

    metadata: Mapping[str, str] | None
    """Not supported at present."""

    store: bool | None
    """Not supported at present."""

    include_domains: Iterable[str] | None
    """Deprecated. Domains to which a web search is limited. Use `include_domains` in
    `search_settings` instead."""

    exclude_domains: Iterable[str] | None
    """Deprecated. Domains that a web search leaves out. Use `exclude_domains` in
    `search_settings` instead."""

    search_settings: SearchSettings | None
    """What a web search may return, for models that search the web."""

    compound_custom: CompoundCustom | None
    """Which models and tools a compound system uses for this request."""

    documents: Iterable[ChatCompletionDocumentParam] | None
    """Documents that the model can draw on, and cite, in its answer."""

    citation_options: Literal["enabled", "disabled"] | None
    """Whether the answer cites its sources, be they your documents or pages from a web search."""


class CompletionCreateParams(CompletionCreateParamsBase, total=False):
    """What `chat.completions.create` takes."""

    stream: bool | None
    """Whether the answer arrives piece by piece, while it is being written, as server-sent
    events that carry only `data`. The stream closes with `data: [DONE]`."""


class SearchSettings(TypedDict, total=False):
    """What a web search may return, for models that search the web."""

    include_domains: Iterable[str] | None
    """Domains to which the search is limited."""

    exclude_domains: Iterable[str] | None
    """Domains that the search leaves out."""

    include_images: bool | None
    """Whether the search returns images too."""

    country: str | None
    """English name of the country whose pages come first, such as `germany`."""


class CompoundCustom(TypedDict, total=False):
    """Which models and tools a compound system uses for this request."""

    models: CompoundCustomModels | None
    """The models to use in place of the usual ones."""

    tools: CompoundCustomTools | None
    """Which tools the system may use, and their settings."""


class CompoundCustomModels(TypedDict, total=False):
    """The models to use in place of the usual ones."""

    reasoning_model: str | None
    """Model that does the reasoning."""

    answering_model: str | None
    """Model that writes the answer."""


class CompoundCustomTools(TypedDict, total=False):
    """Which tools the system may use, and their settings."""

    enabled_tools: Iterable[str] | None
    """Names of the tools that the request may use."""

    wolfram_settings: CompoundCustomToolsWolframSettings | None
    """Settings for the Wolfram tool."""


class CompoundCustomToolsWolframSettings(TypedDict, total=False):
    """Settings for the Wolfram tool."""

    authorization: str | None
    """Your API key for Wolfram, with which the tool signs in."""
