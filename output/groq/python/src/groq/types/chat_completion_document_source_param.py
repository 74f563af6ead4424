"""The type `ChatCompletionDocumentSourceParam`."""

from __future__ import annotations

from typing import TypeAlias, Union

from .chat_completion_document_source_json_param import ChatCompletionDocumentSourceJSONParam
from .chat_completion_document_source_text_param import ChatCompletionDocumentSourceTextParam

ChatCompletionDocumentSourceParam: TypeAlias = Union[
    ChatCompletionDocumentSourceTextParam, ChatCompletionDocumentSourceJSONParam
]
"""The content of a document, given as text or as JSON.

No other form is accepted yet.
"""
