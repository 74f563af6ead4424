"""How are the values of an example written in Python: as JSON, and as a caller would?"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import cast

from sdkloom.example.parts import Upload, Value
from sdkloom.ir.base import Json
from sdkloom.ir.types import NullableType, PrimitiveType, Scalar, Type
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.python.types import quote, value_code

_RICH = {
    "date-time": ("datetime", "datetime", "datetime.fromisoformat"),
    "date": ("datetime", "date", "date.fromisoformat"),
    "uuid": ("uuid", "UUID", "UUID"),
    "decimal": ("decimal", "Decimal", "Decimal"),
}


def bytes_code(text: str) -> Code:
    """A literal of the bytes of a text."""
    body = "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in text.encode()
    )
    return Code(f'b"{body}"')


def given_code(value: Value, node: Type) -> Code:
    """A value as a caller gives it: instants and the like as objects, and files with their names."""
    match value, node:
        case Upload(name, content), _:
            return bytes_code(content).around(f"({quote(name)}, ", ")")
        case str(), NullableType(inner):
            return given_code(value, inner)
        case str(), PrimitiveType(Scalar.STRING, "byte"):
            return (
                bytes_code(base64.b64decode(value).decode("utf-8", "replace"))
                if _is_text(value)
                else _text(value)
            )
        case str(), PrimitiveType(Scalar.STRING, form) if form in _RICH:
            module, name, made = _RICH[form]
            text = value.replace("Z", "+00:00") if form == "date-time" else value
            return Code(f"{made}({quote(text)})", frozenset({Import(module, name)}))
    return plain_code(value)


def _text(value: str) -> Code:
    return Code(quote(value))


def _is_text(value: str) -> bool:
    try:
        decoded = base64.b64decode(value, validate=True)
        return decoded.decode("utf-8").encode() == decoded
    except ValueError:
        return False


def plain_code(value: Value) -> Code:
    """A value as it stands on the wire, with files among it."""
    match value:
        case Upload():
            return given_code(value, NullableType(PrimitiveType(Scalar.NULL)))
        case Mapping():
            pairs = (plain_code(part).around(f"{quote(key)}: ") for key, part in value.items())
            return join_code(", ", pairs).around("{", "}")
        case list():
            return join_code(", ", map(plain_code, value)).around("[", "]")
    return value_code(cast(Json, value))
