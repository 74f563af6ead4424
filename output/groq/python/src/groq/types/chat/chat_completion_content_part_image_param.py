"""The type `ChatCompletionContentPartImageParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import Required


class ChatCompletionContentPartImageParam(TypedDict, total=False):
    """An image within a message."""

    type: Required[Literal["image_url"]]
    """Always `image_url`, which marks the part as an image."""

    image_url: Required[ImageUrl]
    """The image and how closely to look at it."""


class ImageUrl(TypedDict, total=False):
    """The image and how closely to look at it."""

    url: Required[str]
    """Web address of the image, or its data in base64."""

    detail: Literal["auto", "low", "high"]
    """How closely the model looks at the image. `auto` leaves it to the model."""
