"""The type `BatchRequestInput`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class BatchRequestInput(BaseModel):
    """One line of the input file of a batch: a request to run."""

    custom_id: str | None = absent
    """Your own name for the request, by which you find its answer. No two requests of a batch
    may share one."""

    method: Literal["POST"] | None = absent
    """HTTP method of the request, for now always `POST`."""

    url: str | None = absent
    """Path that the request goes to, without the host. Only `/v1/chat/completions` is accepted
    at present."""
