"""The type `ChatCompletionDocumentSourceTextParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionDocumentSourceTextParam(TypedDict, total=False):
    """The content of a document as text within the request."""

    type: Required[Literal["text"]]
    """Always `text`, which says that the content is plain text."""

    text: Required[str]
    """The document, word for word."""
