"""The type `EmbeddingCreateParams`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class EmbeddingCreateParams(TypedDict, total=False):
    """What `embeddings.create` takes."""

    input: Required[str | Iterable[str]]
    """The text to embed, or up to 2048 texts to embed at once. None may be empty or have more
    tokens than the model takes in."""

    model: Required[Literal["nomic-embed-text-v1_5"] | str]
    """Model that makes the vectors."""

    encoding_format: Literal["float", "base64"]
    """Form of the vectors: numbers (`float`) or base64 text (`base64`)."""

    user: str | None
    """Your identifier for the end user behind the request, different for each of them. It helps
    Groq to notice abuse."""
