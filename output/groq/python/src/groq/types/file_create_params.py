"""The type `FileCreateParams`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .._core.uploads import FileTypes

if TYPE_CHECKING:
    from typing_extensions import Required


class FileCreateParams(TypedDict, total=False):
    """What `files.create` takes."""

    file: Required[FileTypes]
    """The file itself, not just its name."""

    purpose: Required[Literal["batch"]]
    """What the file is for. The input of a batch takes `batch`."""
