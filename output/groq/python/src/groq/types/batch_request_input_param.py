"""The type `BatchRequestInputParam`."""

from __future__ import annotations

from typing import Literal, TypedDict


class BatchRequestInputParam(TypedDict, total=False):
    """One line of the input file of a batch: a request to run."""

    custom_id: str
    """Your own name for the request, by which you find its answer. No two requests of a batch
    may share one."""

    method: Literal["POST"]
    """HTTP method of the request, for now always `POST`."""

    url: str
    """Path that the request goes to, without the host. Only `/v1/chat/completions` is accepted
    at present."""
