"""The type `ChatCompletionDocumentSourceJSONParam`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionDocumentSourceJSONParam(TypedDict, total=False):
    """The content of a document as a JSON object within the request."""

    type: Required[Literal["json"]]
    """Always `json`, which says that the content is a JSON object."""

    data: Required[Mapping[str, object]]
    """The document as an object."""
