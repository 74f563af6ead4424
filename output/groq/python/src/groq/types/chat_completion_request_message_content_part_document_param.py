"""The type `ChatCompletionRequestMessageContentPartDocumentParam`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionRequestMessageContentPartDocumentParam(TypedDict, total=False):
    """A JSON document within a message."""

    type: Required[Literal["document"]]
    """Always `document`, which marks the part as a document."""

    document: Required[Document]
    """The document and, if you like, a name for it."""


class Document(TypedDict, total=False):
    """The document and, if you like, a name for it."""

    data: Required[Mapping[str, object]]
    """Content of the document as a JSON object."""

    id: str | None
    """Identifier of your choice that tells this document from others, or null for none."""
