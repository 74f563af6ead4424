"""The type `FileListResponse`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .file import File


@dataclass(kw_only=True, slots=True)
class FileListResponse(BaseModel):
    """All files of your organization."""

    object: Literal["list"] = "list"
    """Always `list`."""

    data: list[File]
    """The files, without their contents."""
