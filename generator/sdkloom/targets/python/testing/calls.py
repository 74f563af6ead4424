"""How is an example call written?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.example.parts import Arguments as Given
from sdkloom.example.parts import Upload, Value
from sdkloom.targets.base import Code, join_code
from sdkloom.targets.python.arguments import Argument, Arguments
from sdkloom.targets.python.testing.values import bytes_code, given_code


def call_code(call: str, arguments: Arguments, given: Given) -> Code:
    """The call with what is given, by position where that is usual and by keyword otherwise."""
    parts = [code for argument in arguments.positional for code in _value(argument, given)]
    for argument in arguments.named:
        parts += [code.around(f"{argument.name}=") for code in _value(argument, given)]
    return join_code(", ", parts).around(f"wire.client.{call}(", ")")


def _value(argument: Argument, given: Given) -> Iterator[Code]:
    """The value of an argument, or nothing where it is not given."""
    if argument.carrier == "nothing":
        if given.offer is not None and given.offer[0] == argument.wire:
            yield given_code(given.offer[1], argument.type)
    elif argument.parameter is not None:
        key = (argument.parameter.place, argument.parameter.name.wire)
        if key in given.parameters:
            yield given_code(given.parameters[key], argument.type)
    elif argument.is_whole_body:
        if given.whole is not None:
            yield _whole(given.whole[0], argument)
    elif given.fields is not None:
        name = argument.wire if argument.wire in given.fields else argument.wire.removesuffix("[]")
        if name in given.fields:
            yield given_code(given.fields[name], argument.type)


def _whole(value: Value, argument: Argument) -> Code:
    if isinstance(value, Upload) and argument.carrier == "content":
        return bytes_code(value.content)
    return given_code(value, argument.type)
