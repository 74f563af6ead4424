"""Which operations does a package show first: the one that a README opens with, and those of files?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api, Operation, Parameter
from sdkloom.ir.types import (
    Alias,
    BinaryType,
    Enum,
    Field,
    Flow,
    ListType,
    LiteralType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
)
from sdkloom.name.call import Call
from sdkloom.name.settle import Names

_DEEPEST = 4
_RECOGNISED = frozenset("date date-time email uri uuid".split())
"""Formats of which made-up values look like real ones."""


def headline(api: Api, names: Names) -> Operation | None:
    """The operation that a README opens with; None where there is none.

    The chosen one. Else one that streams on demand, or else the plainest call of the resource that has the
    most: one that creates something, or lists it. What the document gives examples for comes first.
    """
    chosen = next((operation for operation in api.operations if operation.id == api.headline), None)
    if chosen is not None:
        return chosen
    calls = names.calls
    sizes = Counter(calls[operation.id].resources for operation in api.operations)

    def rank(operation: Operation) -> tuple[bool, bool, int, int]:
        if any(v.response.streaming is not None and not v.negotiated for v in operation.variants):
            return (False, not _is_told(api, operation), 0, 0)
        call = calls[operation.id]
        return (
            True,
            len(call.resources) != 1,
            -sizes[call.resources],
            _plainness(api, operation, call),
        )

    return min((op for op in api.operations if not op.docs.deprecated), key=rank, default=None)


def uploads(api: Api) -> Iterator[Operation]:
    """Operations that send a file in a form; those that are deprecated come last."""
    for operation in sorted(api.operations, key=lambda each: each.docs.deprecated):
        body = operation.body
        model = api.definitions.get(body.spread) if body is not None and body.spread else None
        if isinstance(model, Model) and any(isinstance(part.type, BinaryType) for part in model.fields):
            yield operation


def downloads(api: Api) -> Iterator[Operation]:
    """Operations that answer with bytes; those that are deprecated come last."""
    for operation in sorted(api.operations, key=lambda each: each.docs.deprecated):
        if operation.response.type == BinaryType(Flow.DOWNLOAD):
            yield operation


def _plainness(api: Api, operation: Operation, call: Call) -> int:
    """How well the call does as the first that somebody sees; the less the better."""
    needs, told = any(_needed(api, operation)), _is_told(api, operation)
    body = operation.body
    match call.method:
        case ("create",) if told and (needs or (body is not None and body.docs.examples)):
            return 0
        case ("list",) if not needs:
            return 1
        case ("create",) if needs:
            return 2
        case ("retrieve",) | ("list",):
            return 3 if told else 4
        case ("delete",) | ("update",):
            return 7
    return 5 if told else 6


def _is_told(api: Api, operation: Operation) -> bool:
    """Does the document say a value for all that the call needs?"""
    values, body = _Told(api), operation.body
    if body is not None and body.docs.examples:
        return all(values.part(parameter) for parameter in operation.parameters if parameter.required)
    return all(map(values.part, _needed(api, operation)))


def _needed(api: Api, operation: Operation) -> Iterator[Parameter | Field]:
    yield from (parameter for parameter in operation.parameters if parameter.required)
    body = operation.body
    model = api.definitions.get(body.spread) if body is not None and body.spread else None
    if isinstance(model, Model):
        yield from (part for part in model.fields if part.required and not part.read_only)


@dataclass(frozen=True, slots=True)
class _Told:
    """Whether the document says values: by examples, or since only few are possible or look that way."""

    api: Api

    def part(self, part: Parameter | Field) -> bool:
        """Is there a value for a parameter or a field?"""
        return bool(part.docs.examples) or part.default is not None or self._type(part.type)

    def _type(self, node: Type, depth: int = 0) -> bool:
        match node:
            case LiteralType():
                return True
            case PrimitiveType(scalar, form):
                return scalar is Scalar.BOOLEAN or form in _RECOGNISED
            case ListType(inner, _) | NullableType(inner):
                return self._type(inner, depth)
            case RefType(id) if depth < _DEEPEST:
                return self._definition(id, depth + 1)
        return False

    def _definition(self, id: str, depth: int) -> bool:
        found = self.api.definitions.get(id)
        match found:
            case Enum():
                return True
            case Alias(target=target):
                return bool(found.docs.examples) or self._type(target, depth)
            case Model(fields=fields):
                needed = [part for part in fields if part.required and not part.read_only]
                is_told = all(part.docs.examples or self._type(part.type, depth) for part in needed)
                return bool(found.docs.examples) or (is_told and bool(needed))
        return False
