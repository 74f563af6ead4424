"""The type `ChatCompletionContentPartParam`."""

from __future__ import annotations

from typing import TypeAlias, Union

from ..chat_completion_request_message_content_part_document_param import (
    ChatCompletionRequestMessageContentPartDocumentParam,
)
from .chat_completion_content_part_image_param import ChatCompletionContentPartImageParam
from .chat_completion_content_part_text_param import ChatCompletionContentPartTextParam

ChatCompletionContentPartParam: TypeAlias = Union[
    ChatCompletionContentPartTextParam,
    ChatCompletionContentPartImageParam,
    ChatCompletionRequestMessageContentPartDocumentParam,
]
"""One part of a message: a text, an image or a document."""
