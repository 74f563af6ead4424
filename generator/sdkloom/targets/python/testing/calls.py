"""How is an example call written?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.example.parts import Arguments as Given
from sdkloom.example.parts import Upload
from sdkloom.targets.base import Code, join_code
from sdkloom.targets.python.arguments import Argument, Arguments
from sdkloom.targets.python.given import value_given
from sdkloom.targets.python.testing.values import bytes_code, given_code


def call_code(call: str, arguments: Arguments, given: Given) -> Code:
    """The call with what is given, by position where that is usual and by keyword otherwise."""
    parts = [code for argument in arguments.positional for code in _value(argument, given)]
    for argument in arguments.named:
        parts += [code.around(f"{argument.name}=") for code in _value(argument, given)]
    return join_code(", ", parts).around(f"wire.client.{call}(", ")")


def _value(argument: Argument, given: Given) -> Iterator[Code]:
    """The value of an argument, or nothing where it is not given."""
    for value in value_given(argument, given) or ():
        if argument.is_whole_body and isinstance(value, Upload) and argument.carrier == "content":
            yield bytes_code(value.content)
        else:
            yield given_code(value, argument.type)
