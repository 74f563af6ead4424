"""What does an example call give an argument?"""

from __future__ import annotations

from sdkloom.example.parts import Arguments as Given
from sdkloom.example.parts import Value
from sdkloom.targets.python.arguments import Argument


def value_given(argument: Argument, given: Given) -> tuple[Value] | None:
    """The value of an argument, boxed; None where it is not given."""
    if argument.carrier == "nothing":
        offer = given.offer
        return (offer[1],) if offer is not None and offer[0] == argument.wire else None
    if argument.parameter is not None:
        key = (argument.parameter.place, argument.parameter.name.wire)
        return (given.parameters[key],) if key in given.parameters else None
    if argument.is_whole_body:
        return given.whole
    fields = given.fields or {}
    name = argument.wire if argument.wire in fields else argument.wire.removesuffix("[]")
    return (fields[name],) if name in fields else None
