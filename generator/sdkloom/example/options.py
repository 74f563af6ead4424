"""What does a client in a test know besides its credentials, and what has each request to carry of that?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.example.styles import scalar_text
from sdkloom.ir.api import Api
from sdkloom.ir.base import Json
from sdkloom.ir.options import ClientOption, Destination
from sdkloom.ir.types import Scalar


def given_value(option: ClientOption) -> Json:
    """The value that a client has to be given; None where it does without."""
    if not option.required:
        return None
    if option.values:
        return option.values[0]
    if option.kind is Scalar.STRING:
        return f"my-{'-'.join(option.name.words)}"
    return True if option.kind is Scalar.BOOLEAN else 1


def carried(api: Api, place: Destination) -> Iterator[tuple[str, str]]:
    """What each request has of the client's options in a place, by its names there."""
    if place is Destination.HEADER:
        yield from api.headers
    for option in api.options:
        value = given_value(option) if option.default is None else option.default.value
        if option.place is place and value is not None:
            yield option.parameter, scalar_text(value)
