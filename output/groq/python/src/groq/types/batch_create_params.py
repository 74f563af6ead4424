"""The type `BatchCreateParams`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class BatchCreateParams(TypedDict, total=False):
    """What `batches.create` takes."""

    input_file_id: Required[str]
    """Identifier of the file that holds the requests, one JSON object per line (JSONL). Upload
    it beforehand with `purpose` set to `batch`; it may be at most 100 MB."""

    endpoint: Required[Literal["/v1/chat/completions"]]
    """The path that every request of the batch is sent to. Only `/v1/chat/completions` is
    accepted at present."""

    completion_window: Required[str]
    """How long the batch may take before it expires, from `24h` up to `7d`."""

    metadata: Mapping[str, str] | None
    """Your own key-value pairs, kept with the batch and returned with it."""
