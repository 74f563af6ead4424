"""The type `RerankingCreateParams`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class RerankingCreateParams(TypedDict, total=False):
    """What `reranking.create` takes."""

    model: Required[str]
    """Reranking model that does the sorting."""

    query: Required[str]
    """What the documents are measured against."""

    docs: Required[Iterable[str]]
    """The documents to sort, from 1 to 100, each as its text."""

    instruction: str | None
    """Advice to the model on how to judge. If you give none, a standard one is used."""
