"""How is a type written in TypeScript, and how is a value?"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never
from unicodedata import category

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
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.typescript.spelled import Form, Home, Module, Spelled

_SCALARS = {
    Scalar.STRING: "string",
    Scalar.INTEGER: "number",
    Scalar.NUMBER: "number",
    Scalar.BOOLEAN: "boolean",
    Scalar.NULL: "null",
}
_LETTERS = frozenset("Lu Ll Lt Lm Lo Nl".split())
_NAME_PARTS = _LETTERS | {"Mn", "Mc", "Nd", "Pc"}
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def quote(text: str) -> str:
    """A string literal that evaluates to exactly `text`; it has the quotes that need fewer escapes (sink)."""
    mark = '"' if text.count("'") > text.count('"') else "'"
    return f"{mark}{''.join(_quoted(character, mark) for character in text)}{mark}"


def _quoted(character: str, mark: str) -> str:
    if character == mark:
        return "\\" + mark
    if character in _ESCAPES:
        return _ESCAPES[character]
    return character if _is_plain(character) else _escaped(character)


def _is_plain(character: str) -> bool:
    return character.isprintable() and not 0xD800 <= ord(character) <= 0xDFFF


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\u{{{code:x}}}"


def template_text(text: str) -> str:
    """Text inside a template literal, which it can neither end nor fill (sink)."""
    found = "".join(_quoted(character, "`") for character in text)
    return found.replace("${", "\\${")


def property_name(wire: str) -> str:
    """A name as the key of an object or interface: quoted where it is no identifier."""
    return wire if _is_identifier(wire) and wire != "__proto__" else quote(wire)


def _is_identifier(text: str) -> bool:
    """Is it a name by the rules of ES5, which every tool agrees on?

    https://262.ecma-international.org/5.1/#sec-7.6
    """
    kinds = ["Lo" if c in "$_" else category(c) if ord(c) < 0x10000 else "" for c in text]
    return bool(kinds) and kinds[0] in _LETTERS and _NAME_PARTS.issuperset(kinds)


def value_code(value: Json) -> Code:
    """A JSON value as an expression."""
    match value:
        case None | bool():
            return Code(json.dumps(value))
        case int() | float():
            return Code(_number(value) if math.isfinite(value) else quote(str(value)))
        case str():
            return Code(quote(value))
        case Mapping():
            pairs = ", ".join(
                f"{property_name(str(key))}: {value_code(part).text}" for key, part in value.items()
            )
            return Code(f"{{ {pairs} }}" if pairs else "{}")
        case Sequence():
            return Code(f"[{', '.join(value_code(part).text for part in value)}]")
    return Code(quote(json.dumps(value)))


def _number(value: float) -> str:
    """The shortest text: no zeros behind a point, and no more of an exponent than it needs."""
    text = json.dumps(value).removesuffix(".0")
    return re.sub(r"e([+-])0*", lambda found: "e" + found[1].strip("+"), text)


@dataclass(frozen=True, slots=True)
class TypeWriter:
    """Writes type expressions for one module.

    `form` is what the client does with the value. Inside the namespace `within`, its own names hide others;
    `taken` are names that the module gives to something else.
    """

    api: Api
    spelled: Spelled
    module: Module
    form: Form
    within: Home | None = None
    taken: frozenset[str] = frozenset()

    def write(self, node: Type) -> Code:
        """The type annotation of a type expression."""
        match node:
            case PrimitiveType(scalar, _):
                return Code(_SCALARS[scalar])
            case LiteralType(values, open):
                return _literals(values, open)
            case ListType(item, prefix):
                return self._list(choices((*prefix, item)))
            case MapType(value):
                return self.write(value).around("{ [key: string]: ", " }")
            case NullableType(inner):
                return unite((self.write(inner), Code("null")))
            case UnionType(variants, discriminator):
                parts = tuple(self._variant(variant, discriminator) for variant in variants)
                return unite(parts) if len(parts) > 1 else _without_parentheses(parts[0])
            case BinaryType(flow):
                return self._binary(flow)
            case AnyType():
                return Code("unknown")
            case RefType(id):
                return self._reference(id)
            case _:
                assert_never(node)

    def _list(self, parts: tuple[Type, ...]) -> Code:
        return unite(tuple(self.write(part) for part in parts)).around("Array<", ">")

    def _variant(self, variant: Type, discriminator: Discriminator | None) -> Code:
        """A variant together with the constants that tell it apart, where it does not name them itself."""
        code = self.write(variant)
        if discriminator is None or not isinstance(variant, RefType):
            return code
        values = tuple(value for value, id in discriminator.mapping if id == variant.id)
        is_default = discriminator.default == variant.id
        if is_default or not values or self._names(variant.id, discriminator.property):
            return code
        tag = f"{{ {property_name(discriminator.property)}: {_literals(values, False).text} }}"
        return code.around("(", f" & {tag})")

    def _names(self, id: str, property: str) -> bool:
        """Does the variant say by a constant of its own which one it is, or has it no such property?"""
        model = self.api.definitions.get(id)
        found = [f.type for f in model.fields if f.name.wire == property] if isinstance(model, Model) else []
        return not found or not isinstance(found[0], PrimitiveType)

    def _binary(self, flow: Flow) -> Code:
        match flow:
            case Flow.UPLOAD if self.form == "sent":
                return Code("Uploadable", frozenset({Import("core/uploads", "Uploadable", True)}))
            case Flow.UPLOAD:
                return Code("string")
            case Flow.DOWNLOAD:
                return Code("globalThis.Response" if "Response" in self.taken else "Response")
            case _:
                assert_never(flow)

    def _reference(self, id: str) -> Code:
        forms = (self.spelled.sent, self.spelled.received)
        first, second = forms if self.form == "sent" else (forms[1], forms[0])
        home = first.get(id) or second.get(id)
        return self.home(home) if home is not None else Code("unknown")

    def home(self, home: Home) -> Code:
        """A mention of what stands in a home, which a file of its own need not import."""
        root = home.owner or home.name
        hidden = self.within is not None and root in self.spelled.inside.get(self.within, frozenset())
        hidden = hidden or (home.module != self.module and root in self.taken)
        if home.module == self.module and not hidden:
            return Code(home.path, frozenset({Import("/".join(home.module), str(root), True)}))
        alias = f"{root}Type" if hidden else str(root)
        while hidden and alias in self.spelled.all_names:
            alias += "_"
        needed = f"{root} as {alias}" if hidden else alias
        path = f"{alias}.{home.name}" if home.owner else alias
        return Code(path, frozenset({Import("/".join(home.module), needed, True)}))


def _without_parentheses(code: Code) -> Code:
    inside = code.text[1:-1] if code.text.startswith("(") and code.text.endswith(")") else code.text
    return Code(inside, code.needs)


def unite(parts: tuple[Code, ...]) -> Code:
    """The union of types, each of them once; what is null stands last."""
    single: dict[str, Code] = {}
    for part in parts:
        for text in split_union(part.text):
            single.setdefault(text, Code(text, part.needs))
    if "unknown" in single:
        return Code("unknown")
    ordered = [code for text, code in single.items() if text != "null"]
    ordered += [single["null"]] if "null" in single else []
    needs = frozenset().union(*(part.needs for part in parts))
    return Code(join_code(" | ", ordered).text, needs)


def split_union(text: str) -> list[str]:
    """The members of a union as it is written."""
    parts, depth, quoted, start, index = [], 0, "", 0, 0
    while index < len(text):
        character = text[index]
        if quoted:
            index += character == "\\"
            quoted = "" if character == quoted else quoted
        elif character in "'\"":
            quoted = character
        elif character in "([{<":
            depth += 1
        elif character in ")]}>":
            depth -= 1
        elif character == "|" and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
        index += 1
    return [*parts, text[start:].strip()]


def _literals(values: tuple[Json, ...], open: bool) -> Code:
    exact = [value_code(value) if _is_exact(value) else Code("unknown") for value in values]
    if open:
        kinds = {_kind(value): None for value in values}
        exact += [Code(f"({kind} & {{}})") for kind in kinds if kind in {"string", "number"}]
        exact += [Code(kind) for kind in kinds if kind not in {"string", "number"}]
    return unite(tuple(exact)) if exact else Code("unknown")


def _is_exact(value: Json) -> bool:
    return value is None or isinstance(value, str | bool | int | float)


def _kind(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case int() | float():
            return "number"
    return "unknown"
