"""The type `ChatCompletionDocumentParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .chat_completion_document_source_param import ChatCompletionDocumentSourceParam

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionDocumentParam(TypedDict, total=False):
    """A document that the model can draw on, and cite, in its answer."""

    id: str | None
    """Identifier of your choice, by which citations in the answer name the document."""

    source: Required[ChatCompletionDocumentSourceParam]
    """The content of a document, given as text or as JSON. No other form is accepted yet."""
