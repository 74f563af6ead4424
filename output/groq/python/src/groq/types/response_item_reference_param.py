"""The type `ResponseItemReferenceParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ResponseItemReferenceParam(TypedDict, total=False):
    """A reference to another item, in place of the item itself."""

    type: Required[Literal["item_reference"]]
    """Always `item_reference`."""

    id: Required[str]
    """Identifier of the item meant."""
