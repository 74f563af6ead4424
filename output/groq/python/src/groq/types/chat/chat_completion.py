"""The type `ChatCompletion`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ..._core.model import BaseModel
from ..._core.unset import absent
from ..chat_completion_usage_breakdown import ChatCompletionUsageBreakdown
from ..completion_usage import CompletionUsage
from ..x_groq_non_streaming import XGroqNonStreaming
from .chat_completion_message import ChatCompletionMessage
from .chat_completion_token_logprob import ChatCompletionTokenLogprob


@dataclass(kw_only=True, slots=True)
class ChatCompletion(BaseModel):
    """The answer of a model to a conversation, with the tokens it took."""

    id: str
    """Identifier of this answer."""

    choices: list[Choice]
    """The answers, one for each that `n` asked for."""

    created: int
    """When the answer was made, in Unix seconds."""

    model: str
    """Model that wrote the answer."""

    system_fingerprint: str | None = absent
    """Mark of the server setup behind the model. If it changes, the same `seed` may give another
    answer."""

    object: Literal["chat.completion"] = "chat.completion"
    """Always `chat.completion`."""

    usage: CompletionUsage | None = absent
    """How many tokens a request used, and how long it took."""

    usage_breakdown: ChatCompletionUsageBreakdown | None = absent
    """The token counts of each model, if a compound system used several."""

    service_tier: Literal["auto", "on_demand", "flex", "performance"] | str | None = absent
    """Tier that served the request."""

    mcp_list_tools: list[McpListTool] | None = absent
    """The tools that the connected MCP servers offer."""

    x_groq: XGroqNonStreaming | None = absent
    """What Groq adds to an answer that arrives in one piece."""


@dataclass(kw_only=True, slots=True)
class Choice(BaseModel):
    """One answer of the model."""

    finish_reason: Literal["stop", "length", "tool_calls", "function_call"] | str
    """Why the model stopped: `stop` at a natural end or at a `stop` text, `length` at the token
    limit, `tool_calls` to have tools called, or `function_call`, the deprecated form of that."""

    index: int
    """Position of the answer in `choices`."""

    message: ChatCompletionMessage
    """The message that the model wrote."""

    logprobs: ChoiceLogprobs | None
    """How likely the tokens of the answer were, or null if you did not ask."""


@dataclass(kw_only=True, slots=True)
class ChoiceLogprobs(BaseModel):
    """How likely the tokens of the answer were, or null if you did not ask."""

    content: list[ChatCompletionTokenLogprob] | None
    """The tokens of the message, each with its log probability."""


@dataclass(kw_only=True, slots=True)
class McpListTool(BaseModel):
    """What one MCP server offers."""

    id: str | None = absent
    """Identifier of this list of tools."""

    type: str | None = absent
    """Kind of item."""

    server_label: str | None = absent
    """Name of the MCP server for people to read."""

    tools: list[McpListToolTool] | None = absent
    """The tools found on the server."""


@dataclass(kw_only=True, slots=True)
class McpListToolTool(BaseModel):
    """One tool of an MCP server."""

    annotations: Any | None = absent
    """Further details that the server gives about the tool."""

    description: str | None = absent
    """What the tool is good for."""

    input_schema: dict[str, Any] | None = absent
    """The parameters that the tool takes, as a JSON Schema."""

    name: str | None = absent
    """Name by which the server knows the tool."""
