"""The type `ChatCompletionMessageExecutedTools`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .._core.model import BaseModel
from .._core.unset import absent
from .browser_result import BrowserResult
from .code_execution_result import CodeExecutionResult


@dataclass(kw_only=True, slots=True)
class ChatCompletionMessageExecutedTool(BaseModel):
    """One run of a tool on the server."""

    index: int
    """Position of the run among all runs."""

    type: str
    """Kind of tool that was run."""

    arguments: str
    """What the tool was given, as JSON text."""

    output: str | None = absent
    """What the tool returned, or null if it returned nothing."""

    search_results: SearchResults | None = absent
    """What a search found, or null if the tool does not search."""

    code_results: list[CodeExecutionResult] | None = absent
    """What running code produced."""

    browser_results: list[BrowserResult] | None = absent
    """What the browser saw."""


@dataclass(kw_only=True, slots=True)
class SearchResults(BaseModel):
    """What a search found, or null if the tool does not search."""

    results: list[SearchResult] | None = absent
    """The pages found."""

    images: list[str] | None = absent
    """Addresses of the images found."""


@dataclass(kw_only=True, slots=True)
class SearchResult(BaseModel):
    """One page that a search found."""

    title: str | None = absent
    """Title of the page."""

    url: str | None = absent
    """Address of the page."""

    content: str | None = absent
    """Text taken from the page."""

    score: float | None = absent
    """How well the page fits the search."""


ChatCompletionMessageExecutedTools: TypeAlias = list[ChatCompletionMessageExecutedTool]
"""The tools that a compound system ran on the server while it worked on the answer."""
