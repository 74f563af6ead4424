"""What is a definition, whatever it is called and wherever it stands? A fingerprint of its shape says so."""

from __future__ import annotations

from hashlib import sha256
from typing import assert_never

from sdkloom.ir.api import Api
from sdkloom.ir.types import (
    Alias,
    Definition,
    Enum,
    ListType,
    LiteralType,
    Model,
    PrimitiveType,
    RefType,
    Type,
)
from sdkloom.ir.walk import children
from sdkloom.name.matching import wire_value


def fingerprint(shape: object) -> str:
    """A short text that two things share where their shapes are equal."""
    return sha256(repr(shape).encode()).hexdigest()[:12]


def shape_of(api: Api, definition: Definition, root: str) -> object:
    """What a definition is, whatever the order of its parts; what lives inside `root` counts by its shape."""
    match definition:
        case Model(fields=parts, extra=extra):
            fields = sorted(
                (part.name.wire, part.required, repr(_type_shape(api, part.type, root))) for part in parts
            )
            return ("model", fields, _type_shape(api, extra, root) if extra is not None else None)
        case Enum(members=members):
            return ("enum", sorted(wire_value(member.value) for member in members))
        case Alias(target=target):
            return ("alias", _type_shape(api, target, root))
        case _:
            assert_never(definition)


def _type_shape(api: Api, node: Type, root: str) -> object:
    """An expression; what is defined inside the schema counts by its shape, everything else by its key."""
    if isinstance(node, RefType):
        found = api.definitions[node.id]
        if node.id == root:
            return "self"
        inside = found.owner == root or (found.owner is not None and node.id.startswith(f"{root}/"))
        return shape_of(api, found, root) if inside else node.id
    match node:
        case PrimitiveType(scalar, form):
            return (scalar.value, form)
        case LiteralType(values, _):
            return tuple(sorted(map(wire_value, values)))
    inner = [_type_shape(api, child, root) for child in children(node)]
    return (type(node).__name__, *(inner if isinstance(node, ListType) else sorted(inner, key=repr)))
