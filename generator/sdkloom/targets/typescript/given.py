"""How is an example call written?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, cast

from sdkloom.example.parts import Arguments as Given
from sdkloom.example.parts import Upload, Value
from sdkloom.ir.base import Json
from sdkloom.ir.types import AnyType, BinaryType, NullableType, Type
from sdkloom.targets.base import Code, join_code
from sdkloom.targets.typescript.arguments import Argument, Arguments
from sdkloom.targets.typescript.types import property_name, quote, value_code

Form = Literal["short", "named"]
"""Whether path parameters that have a place stand before the others, or are among them."""


Files = Literal["made", "opened"]
"""Whether a file is made of its content, or opened where it is kept."""


def call_code(call: str, arguments: Arguments, given: Given, form: Form, files: Files = "made") -> Code:
    """The call with what is given, behind the client."""
    lone = arguments.lone_body
    if lone is not None:
        return join_code(", ", _value(lone, given, files)).around(f"{call}(", ")")
    placed = arguments.placed if form == "short" else ()
    first = [code for argument in placed for code in _value(argument, given, files)]
    pairs = [
        f"{property_name(argument.key)}: {code.text}"
        for argument in arguments.listed
        if argument not in placed
        for code in _value(argument, given, files)
    ]
    rest = [Code(f"{{ {', '.join(pairs)} }}")] if pairs else []
    return join_code(", ", (*first, *rest)).around(f"{call}(", ")")


def _value(argument: Argument, given: Given, files: Files) -> Iterator[Code]:
    """The value of an argument, or nothing where it is not given."""
    value = argument.value
    if value.carrier == "nothing":
        if given.offer is not None and given.offer[0] == value.wire:
            yield given_code(given.offer[1], value.type, files)
    elif value.parameter is not None:
        key = (value.parameter.place, value.parameter.name.wire)
        if key in given.parameters:
            yield given_code(given.parameters[key], value.type, files)
    elif value.is_whole_body:
        if given.whole is not None:
            yield given_code(given.whole[0], value.type, files)
    elif given.fields is not None:
        name = value.wire if value.wire in given.fields else value.wire.removesuffix("[]")
        if name in given.fields:
            yield given_code(given.fields[name], value.type, files)


def given_code(value: Value, node: Type, files: Files) -> Code:
    """A value as a caller gives it: JSON, with files among it."""
    match value, node:
        case _, NullableType(inner):
            return given_code(value, inner, files)
        case Upload(), _:
            return _file(value, node, files)
        case Mapping(), _:
            pairs = (f"{property_name(key)}: {_plain(part, files).text}" for key, part in value.items())
            text = ", ".join(pairs)
            return Code(f"{{ {text} }}" if text else "{}")
        case list(), _:
            return join_code(", ", (_plain(part, files) for part in value)).around("[", "]")
    return value_code(cast(Json, value))


def _plain(value: Value, files: Files) -> Code:
    return given_code(value, AnyType("A value inside another."), files)


def _file(file: Upload, node: Type, files: Files) -> Code:
    content = quote(file.content)
    if not file.name:
        return Code(f"new Blob([{content}])" if isinstance(node, BinaryType) else content)
    if files == "opened":
        return Code(f"fs.createReadStream({quote(file.name)})")
    return Code(f"new File([{content}], {quote(file.name)})")
