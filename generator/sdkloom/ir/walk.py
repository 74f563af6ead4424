"""How is the IR traversed: children, transformation, reach and cycles?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import assert_never

from sdkloom.ir.api import EVENTS, Api, Operation
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Definition,
    Enum,
    ListType,
    LiteralType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Type,
    UnionType,
)


def children(node: Type) -> tuple[Type, ...]:
    """The expressions directly inside an expression."""
    match node:
        case ListType(item, prefix):
            return (*prefix, item)
        case MapType(value):
            return (value,)
        case NullableType(inner):
            return (inner,)
        case UnionType(variants, _):
            return variants
        case PrimitiveType() | LiteralType() | BinaryType() | AnyType() | RefType():
            return ()
        case _:
            assert_never(node)


def transform(node: Type, change: Callable[[Type], Type]) -> Type:
    """The expression with `change` applied to every node, innermost first."""
    match node:
        case ListType(item, prefix):
            return change(
                ListType(transform(item, change), tuple(transform(part, change) for part in prefix))
            )
        case MapType(value):
            return change(MapType(transform(value, change)))
        case NullableType(inner):
            return change(NullableType(transform(inner, change)))
        case UnionType(variants, discriminator):
            return change(UnionType(tuple(transform(part, change) for part in variants), discriminator))
        case PrimitiveType() | LiteralType() | BinaryType() | AnyType() | RefType():
            return change(node)
        case _:
            assert_never(node)


def expressions(definition: Definition) -> tuple[Type, ...]:
    """The expressions that a definition is made of."""
    match definition:
        case Model(fields=fields, extra=extra):
            return (*(field.type for field in fields), *((extra,) if extra is not None else ()))
        case Alias(target=target):
            return (target,)
        case Enum():
            return ()
        case _:
            assert_never(definition)


def is_list(definitions: Mapping[str, Definition], node: Type) -> bool:
    """Is the value an array, whatever it is called, and whether or not it may be null?"""
    match node:
        case ListType():
            return True
        case NullableType(inner):
            return is_list(definitions, inner)
        case RefType(id):
            found = definitions.get(id)
            return isinstance(found, Alias) and is_list(definitions, found.target)
    return False


def has_fields(definitions: Mapping[str, Definition], node: Type) -> bool:
    """Is every value an object, so that it can be a form?"""
    match node:
        case MapType():
            return True
        case UnionType(variants, _):
            return all(has_fields(definitions, variant) for variant in variants)
        case RefType(id):
            found = definitions.get(id)
            return isinstance(found, Model) or (
                isinstance(found, Alias) and has_fields(definitions, found.target)
            )
    return False


def mentions(nodes: Iterable[Type]) -> Iterator[str]:
    """The ids of the definitions that expressions mention, in order, with repeats."""
    for node in nodes:
        if isinstance(node, RefType):
            yield node.id
        yield from mentions(children(node))


@dataclass(frozen=True, slots=True)
class Reach:
    """Which definitions a client sends, and which it receives; one may be in both, or in none."""

    sent: frozenset[str]
    received: frozenset[str]


def sent_types(api: Api, operation: Operation) -> tuple[Type, ...]:
    """The expressions that a call takes.

    A spread body counts by its fields, since its model is not an argument.
    """
    body = operation.body
    if body is None:
        return tuple(parameter.type for parameter in operation.parameters)
    model = api.definitions.get(body.spread) if body.spread is not None else None
    inside = expressions(model) if model is not None else (body.type,)
    return (*(parameter.type for parameter in operation.parameters), *inside)


def sends_files(api: Api, operation: Operation) -> bool:
    """Does the call take files, alone, in a list, or among other fields?"""
    waiting = list(sent_types(api, operation))
    for node in waiting:
        waiting += children(node)
    return any(isinstance(node, BinaryType) for node in waiting)


def answered_types(operation: Operation) -> Iterator[Type]:
    """What a call returns: a body, or the events of a stream. What tells of failures is not among it."""
    for response in (operation.response, *(variant.response for variant in operation.variants)):
        if response.type is not None:
            yield response.type
        if response.streaming is not None:
            yield response.streaming.event


def received_types(operation: Operation) -> tuple[Type, ...]:
    """The expressions that a call can answer, failures included."""
    responses = (operation.response, *(variant.response for variant in operation.variants))
    found = [response.type for response in responses]
    found += [response.streaming.event for response in responses if response.streaming is not None]
    found += [error.type for error in operation.errors]
    found += [header.type for response in responses for header in response.headers]
    return tuple(part for part in found if part is not None)


def reach(api: Api) -> Reach:
    """Follow every mention from the operations' arguments and from their responses."""
    sent = mentions(node for operation in api.operations for node in sent_types(api, operation))
    received = mentions(node for operation in api.operations for node in received_types(operation))
    received = chain(received, mentions(webhook.type for webhook in api.webhooks), (EVENTS,))
    return Reach(
        _closure(api.definitions, (*sent, *api.sent)), _closure(api.definitions, (*received, *api.received))
    )


def _closure(definitions: Mapping[str, Definition], roots: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        id = waiting.pop()
        if id not in found and id in definitions:
            found.add(id)
            waiting += mentions(expressions(definitions[id]))
    return frozenset(found)


def cycles(graph: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """The strongly connected set of each node of a graph (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: dict[str, frozenset[str]] = {}
    for root in graph:
        if root in index:
            continue
        work: list[tuple[str, Iterator[str]]] = [(root, iter(graph[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        while work:
            node, targets = work[-1]
            target = next((t for t in targets if t in graph and (t not in index or t not in found)), None)
            if target is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    cut = stack.index(node)
                    members = frozenset(stack[cut:])
                    del stack[cut:]
                    found |= dict.fromkeys(members, members)
            elif target not in index:
                index[target] = low[target] = len(index)
                stack.append(target)
                work.append((target, iter(graph[target])))
            else:
                low[node] = min(low[node], index[target])
    return found


def open_received_values(api: Api) -> Api:
    """Mark every set of values that a server sends as open, since it may send more one day.

    A single constant stays what it is, and so does a property that tells variants apart.
    """
    received = reach(api).received
    tags = _tags(api)
    definitions = {
        id: _opened(definition, tags.get(id, frozenset())) if id in received else definition
        for id, definition in api.definitions.items()
    }
    operations = tuple(_with_open_items(operation) for operation in api.operations)
    return replace(api, definitions=definitions, operations=operations)


def _with_open_items(operation: Operation) -> Operation:
    pages = operation.pagination
    if pages is None:
        return operation
    return replace(operation, pagination=replace(pages, item=transform(pages.item, _open)))


def _tags(api: Api) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    waiting = [node for definition in api.definitions.values() for node in expressions(definition)]
    waiting += [node for operation in api.operations for node in received_types(operation)]
    while waiting:
        node = waiting.pop()
        waiting += children(node)
        if isinstance(node, UnionType) and node.discriminator is not None:
            for _, id in node.discriminator.mapping:
                found[id] = found.get(id, frozenset()) | {node.discriminator.property}
    return found


def _opened(definition: Definition, tags: frozenset[str]) -> Definition:
    match definition:
        case Model(fields=fields):
            kept = (f if f.name.wire in tags else replace(f, type=transform(f.type, _open)) for f in fields)
            return replace(definition, fields=tuple(kept))
        case Alias(target=target):
            return replace(definition, target=transform(target, _open))
        case Enum():
            return replace(definition, open=True)
        case _:
            assert_never(definition)


def _open(node: Type) -> Type:
    return replace(node, open=True) if isinstance(node, LiteralType) and len(node.values) > 1 else node


def choices(nodes: Iterable[Type]) -> tuple[Type, ...]:
    """Types without repetition; in place of a union without a tag, those that it chooses from."""
    return tuple(
        dict.fromkeys(
            inner
            for node in nodes
            for inner in (
                node.variants if isinstance(node, UnionType) and not node.discriminator else (node,)
            )
        )
    )
