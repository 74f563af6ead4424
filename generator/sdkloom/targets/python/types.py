"""How is a type written in Python, and how is a value?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from sdkloom.ir.api import Api
from sdkloom.ir.base import Json
from sdkloom.ir.types import (
    AnyType,
    BinaryType,
    Discriminator,
    Flow,
    ListType,
    LiteralType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.ir.walk import choices
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.python.spelled import Home, Spelled

Form = Literal["received", "sent"]

_FORMATS = {
    "date-time": ("datetime", "datetime"),
    "date": ("datetime", "date"),
    "uuid": ("uuid", "UUID"),
    "decimal": ("decimal", "Decimal"),
}


def quote(text: str) -> str:
    """A Python string literal, in ASCII where the text is not printable: it evaluates to exactly `text`."""
    body = "".join(_quoted(character) for character in text)
    return f'"{body}"'


def _quoted(character: str) -> str:
    match character:
        case '"' | "\\":
            return "\\" + character
        case "\n":
            return "\\n"
        case "\r":
            return "\\r"
        case "\t":
            return "\\t"
    if character.isprintable() and not 0xD800 <= ord(character) <= 0xDFFF:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def value_code(value: Json) -> Code:
    """A JSON value as a Python expression."""
    match value:
        case None | bool():
            return Code(repr(value))
        case int():
            return Code(repr(value))
        case float():
            finite = value == value and value not in (float("inf"), float("-inf"))
            return Code(repr(value) if finite else f'float("{value}")')
        case str():
            return Code(quote(value))
        case Mapping():
            pairs = ", ".join(f"{quote(str(key))}: {value_code(part).text}" for key, part in value.items())
            return Code("{" + pairs + "}")
        case Sequence():
            return Code("[" + ", ".join(value_code(part).text for part in value) + "]")
    return Code(quote(json.dumps(value)))


@dataclass(frozen=True, slots=True)
class TypeWriter:
    """Writes type expressions for one module.

    `form` is what the client does with the value. In an `alias` the expression is evaluated when the module
    is imported, so unions are spelled `Union[...]` and names of the same import cycle are quoted.
    `shadowed` are names that the surrounding class gives another meaning, `taken` those of the module itself.
    """

    api: Api
    spelled: Spelled
    module: tuple[Identifier, ...]
    form: Form
    alias: bool = False
    is_async: bool = False
    shadowed: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    cycle: frozenset[tuple[Identifier, ...]] = field(default=frozenset())

    def write(self, node: Type) -> Code:
        """The annotation of a type expression."""
        match node:
            case PrimitiveType(scalar, form):
                return self._primitive(scalar, form)
            case LiteralType(values, open):
                return self._literal(values, open)
            case ListType(item, prefix):
                return self._list(item, prefix)
            case MapType(value):
                return self._map(value)
            case NullableType(inner):
                return self._union((self.write(inner), Code("None")))
            case UnionType(variants, discriminator):
                return self._discriminated(variants, discriminator)
            case BinaryType(flow):
                return self._binary(flow)
            case AnyType():
                return self.builtin("object") if self.form == "sent" else _typing("Any")
            case RefType(id):
                return self._reference(id)
            case _:
                assert_never(node)

    def imported(self, module: str, name: str) -> Code:
        """Something of the runtime; under a name of its own where the surrounding class hides that."""
        if name in self.shadowed:
            return Code(f"_{name}", frozenset({Import(module, f"{name} as _{name}")}))
        return Code(name, frozenset({Import(module, name)}))

    def builtin(self, name: str) -> Code:
        """A class of the standard library that needs no import, unless something hides its name."""
        if name in self.shadowed:
            return Code(f"builtins.{name}", frozenset({Import("builtins", "")}))
        return Code(name)

    def _primitive(self, scalar: Scalar, form: str) -> Code:
        match scalar:
            case Scalar.STRING:
                return self._string(form)
            case Scalar.INTEGER:
                return self.builtin("int")
            case Scalar.NUMBER:
                return self.builtin("float")
            case Scalar.BOOLEAN:
                return self.builtin("bool")
            case Scalar.NULL:
                return Code("None")
            case _:
                assert_never(scalar)

    def _string(self, form: str) -> Code:
        text = self.builtin("str")
        if form == "byte":
            return (
                self._union((text, self.builtin("bytes"))) if self.form == "sent" else self.builtin("bytes")
            )
        if form not in _FORMATS:
            return text
        module, name = _FORMATS[form]
        rich = Code(name, frozenset({Import(module, name)}))
        if name in self.shadowed:
            # The module by another name, since beside this class its own may be that of a class.
            rich = Code(f"{module}_.{name}", frozenset({Import(f"{module} as {module}_", "")}))
        return self._union((text, rich)) if self.form == "sent" else rich

    def _literal(self, values: tuple[Json, ...], open: bool) -> Code:
        exact = [value for value in values if isinstance(value, str | bool | int)]
        parts = (
            [_typing("Literal").around("", f"[{', '.join(value_code(value).text for value in exact)}]")]
            if exact
            else []
        )
        wider = {_kind(value): None for value in values if open or not isinstance(value, str | bool | int)}
        return self._union(
            (*parts, *(self.builtin(kind) if kind != "Any" else _typing("Any") for kind in wider))
        )

    def _list(self, item: Type, prefix: tuple[Type, ...]) -> Code:
        parts = choices((*prefix, item))
        inner = self.write(parts[0] if len(parts) == 1 else UnionType(parts))
        if self.form == "sent":
            return inner.around("Iterable[", "]", Import("collections.abc", "Iterable"))
        return join_code("", (self.builtin("list"), inner.around("[", "]")))

    def _map(self, value: Type) -> Code:
        if self.form == "sent":
            return self.write(value).around("Mapping[str, ", "]", Import("collections.abc", "Mapping"))
        return join_code("", (self.builtin("dict"), self.write(value).around("[str, ", "]")))

    def _union(self, parts: tuple[Code, ...]) -> Code:
        distinct = tuple(dict.fromkeys(parts))
        if len(distinct) == 1:
            return distinct[0]
        if self.alias:
            distinct = tuple(map(_without_union, distinct))
            return join_code(", ", distinct).around("Union[", "]", Import("typing", "Union"))
        return join_code(" | ", distinct)

    def _discriminated(self, variants: tuple[Type, ...], discriminator: Discriminator | None) -> Code:
        union = self._union(tuple(self.write(variant) for variant in variants))
        if discriminator is None or self.form == "sent":
            return union
        tag = Code(quote(discriminator.property))
        if not self._is_inferable(discriminator):
            pairs = ((value, self._class_name(id)) for value, id in discriminator.mapping)
            tag = Code(
                f"{tag.text}, {{{', '.join(f'{quote(value)}: {quote(name)}' for value, name in pairs)}}}"
            )
        if discriminator.default is not None:
            tag = Code(f"{tag.text}, default={quote(self._class_name(discriminator.default))}")
        mark = tag.around("Discriminator(", ")", Import("._core.codec", "Discriminator"))
        return join_code(", ", (union, mark)).around("Annotated[", "]", Import("typing", "Annotated"))

    def _class_name(self, id: str) -> str:
        home = self.spelled.received.get(id)
        return home.name if home is not None else ""

    def _is_inferable(self, discriminator: Discriminator) -> bool:
        """Do the constants of the variants say by themselves what the mapping says?"""
        said: dict[str, str] = {}
        for id in {id for _, id in discriminator.mapping}:
            model = self.api.definitions.get(id)
            for part in model.fields if isinstance(model, Model) else ():
                if part.name.wire == discriminator.property and isinstance(part.type, LiteralType):
                    said |= {str(value): id for value in part.type.values}
        return said == dict(discriminator.mapping)

    def _binary(self, flow: Flow) -> Code:
        match flow:
            case Flow.UPLOAD if self.form == "sent":
                return Code("FileTypes", frozenset({Import("._core.uploads", "FileTypes")}))
            case Flow.UPLOAD:
                return self.builtin("str")
            case Flow.DOWNLOAD:
                name = "AsyncBinaryResponse" if self.is_async else "BinaryResponse"
                return Code(name, frozenset({Import("._core.response", name)}))
            case _:
                assert_never(flow)

    def _reference(self, id: str) -> Code:
        received, sent = self.spelled.received.get(id), self.spelled.sent.get(id)
        if self.form == "received" or sent is None:
            return self._home(received or sent, id)
        own = self._home(sent, id)
        both = received is not None and isinstance(self.api.definitions[id], Model)
        if not both or self.api.definitions[id].owner is not None:
            return own
        return self._union((own, self._home(received, id)))

    def _alias(self, name: str) -> str:
        """Another name for a type in a module that gives its own name to something else."""
        homes = (*self.spelled.received.values(), *self.spelled.sent.values(), *self.spelled.params.values())
        taken = {home.name for home in homes} | self.taken
        alias = f"{name}Type"
        while alias in taken:
            alias = f"{alias}_"
        return alias

    def _home(self, home: Home | None, id: str) -> Code:
        if home is None:
            return _typing("Any")
        if home.module == self.module:
            is_itself = self.alias and self.api.definitions[id].owner is None
            return Code(f'"{home.name}"' if is_itself else home.name)
        if home.module in self.cycle and self.api.definitions[id].owner is not None:
            return _typing("Any")  # the runtime finds only what packages hand on
        return self.class_of(home)

    def class_of(self, home: Home) -> Code:
        """A class of another module."""
        typing_only = home.module in self.cycle
        name = self.spelled.imported.get(home, str(home.name))
        name = self._alias(name) if name in self.taken else name
        needed = f"{home.name} as {name}" if name != home.name else name
        if typing_only and needed != name:  # a name that the runtime could not find
            return _typing("Any")
        text = f'"{name}"' if self.alias and typing_only else name
        return Code(text, frozenset({Import("." + ".".join(home.module), needed, typing_only)}))


def _without_union(part: Code) -> Code:
    """The choices of a union that is a choice itself."""
    return replace(part, text=part.text[6:-1]) if part.text.startswith("Union[") else part


def _typing(name: str) -> Code:
    return Code(name, frozenset({Import("typing", name)}))


def _kind(value: Json) -> str:
    match value:
        case bool():
            return "bool"
        case str():
            return "str"
        case int():
            return "int"
        case float():
            return "float"
    return "Any"
