"""How does the IR read as text and as JSON?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum as StandardEnum
from typing import assert_never

from sdkloom.ir.api import Api, ClientAuthentication, OAuthFlow, Operation, PartEncoding, Response
from sdkloom.ir.base import Json
from sdkloom.ir.pages import (
    CursorPages,
    InHeader,
    LinkPages,
    OffsetPages,
    Origin,
    Pagination,
    Path,
    Sent,
    Spot,
)
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Definition,
    Enum,
    ListType,
    LiteralType,
    MapType,
    Member,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Type,
    UnionType,
)
from sdkloom.ir.walk import children, expressions, received_types, sent_types


def dump_text(api: Api, only: str = "") -> str:
    """Operations, then definitions, as indented lines; `only` keeps those whose id or name contains it."""
    lines = [
        line for op in api.operations if only in op.id or only in op.name.wire for line in _operation(op)
    ]
    lines += [
        line
        for scheme in api.auth
        if only in scheme.name.wire
        for flow in scheme.flows
        for line in _flow(scheme.name.wire, flow)
    ]
    lines += [
        f"webhook {hook.name.wire}: {type_text(hook.type)}" for hook in api.webhooks if only in hook.name.wire
    ]
    lines += [
        line for id, definition in api.definitions.items() if only in id for line in _definition(definition)
    ]
    lines += [f"omitted {left.pointer}: {left.code}" for left in api.omissions if only in left.pointer]
    return "".join(f"{line}\n" for line in lines)


def dump_json(api: Api, only: str = "") -> str:
    """The same as JSON: every dataclass an object with a `kind`."""
    data = {
        "operations": [_plain(op) for op in api.operations if only in op.id or only in op.name.wire],
        "definitions": [_plain(definition) for id, definition in api.definitions.items() if only in id],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def dump_any(api: Api, only: str = "") -> str:
    """Where a value may be anything, and why: one line each."""
    lines = []
    for id, definition in api.definitions.items():
        lines += [f"{id}: {why}\n" for why in _whys(expressions(definition)) if only in id]
    for operation in api.operations:
        types = (*sent_types(api, operation), *received_types(operation))
        lines += [f"{operation.id}: {why}\n" for why in _whys(types) if only in operation.id]
    return "".join(lines)


def _whys(nodes: tuple[Type, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, AnyType):
            yield node.why
        yield from _whys(children(node))


def _operation(operation: Operation) -> Iterator[str]:
    yield f"operation {operation.name.wire or '-'}: {operation.method.upper()} {operation.path}"
    for parameter in operation.parameters:
        mark = "" if parameter.required else "?"
        yield f"  {parameter.place.value} {parameter.name.wire}{mark}: {type_text(parameter.type)}"
    if operation.body is not None:
        spread = " spread" if operation.body.spread else ""
        yield f"  body {operation.body.media_type}{spread}: {type_text(operation.body.type)}"
        yield from (f"    {_part(part)}" for part in operation.body.parts)
    yield from (f"  at {server.url}" for server in operation.servers)
    if operation.security is not None:
        ways = (" and ".join(way) or "nothing" for way in operation.security)
        yield f"  proven by {', or '.join(ways)}"
    if not operation.retried:
        yield "  never retried"
    if operation.attempts is not None:
        yield f"  retried {operation.attempts} times"
    if operation.timeout is not None:
        yield f"  within {operation.timeout:g} s"
    if operation.positional is not None:
        yield f"  by place {', '.join(operation.positional) or 'nothing'}"
    yield from (f"  sample {sample.language} {sample.label}".rstrip() for sample in operation.samples)
    yield f"  returns {_response(operation.response)}"
    yield from (f"    header {h.name.wire}: {type_text(h.type)}" for h in operation.response.headers)
    for variant in operation.variants:
        asked = f"{variant.switch} = {json.dumps(variant.value)}{' by Accept' if variant.negotiated else ''}"
        yield f"  returns {_response(variant.response)} when {asked}"
    if operation.pagination is not None:
        yield f"  pages {_pages(operation.pagination)}; {operation.pagination.reason}"
    for error in operation.errors:
        yield f"  fails {error.status}: {type_text(error.type) if error.type is not None else '-'}"


def _flow(scheme: str, flow: OAuthFlow) -> Iterator[str]:
    urls = (flow.authorization_url, flow.device_url, flow.token_url, flow.refresh_url)
    yield f"auth {scheme} by {flow.grant.value}: {' '.join(url for url in urls if url)}"
    if flow.authentication is not ClientAuthentication.BASIC:
        yield f"  proven by {flow.authentication.value}"
    yield from (f"  scope {scope}" for scope, _ in flow.scopes)


def _response(response: Response) -> str:
    text = type_text(response.type) if response.type is not None else "nothing"
    if response.streaming is None:
        return f"{text} under {response.unwrap}" if response.unwrap else text
    ending = f" until {response.streaming.sentinel}" if response.streaming.sentinel else ""
    ending += f" by {len(response.streaming.rules)} rules" if response.streaming.rules else ""
    return f"{response.streaming.framing.value} stream of {text}{ending}"


def _part(part: PartEncoding) -> str:
    said = [part.content_type] if part.content_type else []
    said += [f"{part.style}{' exploded' if part.explode else ''}"] if part.style else []
    said += ["reserved characters"] if part.allow_reserved else []
    said += [f"{name}: {value}" for name, value in part.headers]
    return f"{part.property} as {', '.join(said) or 'it is'}"


def _spot(spot: Spot) -> str:
    return f"the header {spot.name}" if isinstance(spot, InHeader) else _dotted(spot)


def _pages(pages: Pagination) -> str:
    """What is sent for the next page, and what is read for it."""
    read = [f"while {_dotted(pages.more)}"] if pages.more is not None else []
    match pages:
        case CursorPages(send=send, read=path, origin=origin):
            place = " of the last item" if origin is Origin.LAST_ITEM else ""
            how = f"by {_sent(send)} from {_spot(path)}{place}"
        case OffsetPages(send=send, step=step, first=first, total=total, last=last):
            how = f"by {_sent(send)} counting {step.value} from {first}"
            read += [f"of {_spot(total)} items"] if total is not None else []
            read += [f"of {_spot(last)} pages"] if last is not None else []
        case LinkPages(read=link):
            how = f"by the URL in {_spot(link)}" if link is not None else "by the `Link` header"
        case _:
            assert_never(pages)
    size = f", size {_sent(pages.limit)}" if pages.limit is not None else ""
    items = f"{_dotted(pages.items)}: " if pages.items else ""
    return f"{pages.rule.wire}: {' '.join((how, *read))}{size}; items {items}{type_text(pages.item)}"


def _sent(sent: Sent) -> str:
    return f"{sent.carrier.value} {_dotted(sent.path)}"


def _dotted(path: Path) -> str:
    return ".".join(path)


def _definition(definition: Definition) -> Iterator[str]:
    owner = f" in {_short(definition.owner)}" if definition.owner else ""
    match definition:
        case Model(fields=parts, extra=extra):
            yield f"model {' '.join(definition.name.words) or '-'}{owner}"
            for part in parts:
                mark = "" if part.required else "?"
                default = f" = {json.dumps(part.default.value)}" if part.default is not None else ""
                yield f"  {part.name.wire}{mark}: {type_text(part.type)}{default}"
            if extra is not None:
                yield f"  *: {type_text(extra)}"
        case Enum(members=members, open=open):
            values = ", ".join(map(_member, members))
            yield f"enum {' '.join(definition.name.words)}{owner}: {values}{', ...' if open else ''}"
        case Alias(target=target):
            yield f"alias {' '.join(definition.name.words)}{owner}: {type_text(target)}"
        case _:
            assert_never(definition)


def _member(member: Member) -> str:
    """The value, with its name where that is another one."""
    value = json.dumps(member.value)
    plain = "".join(character for character in str(member.value) if character.isalnum()).lower()
    return value if "".join(member.name.words) == plain else f"{value} ({' '.join(member.name.words)})"


def type_text(node: Type) -> str:
    """A type expression on one line."""
    match node:
        case PrimitiveType(scalar, form):
            return f"{scalar.value}({form})" if form else scalar.value
        case LiteralType(values, open):
            return " | ".join(json.dumps(value) for value in values) + (" | ..." if open else "")
        case ListType(item, prefix):
            return f"list[{', '.join(type_text(part) for part in (*prefix, item))}]"
        case MapType(value):
            return f"map[{type_text(value)}]"
        case NullableType(inner):
            return f"{type_text(inner)} | null"
        case UnionType(variants, discriminator):
            by = f" by {discriminator.property}" if discriminator is not None else ""
            if discriminator is not None and discriminator.default is not None:
                by += f", else {_short(discriminator.default)}"
            return f"({' | '.join(type_text(variant) for variant in variants)}){by}"
        case BinaryType(flow):
            return f"binary {flow.value}"
        case AnyType():
            return "any"
        case RefType(id):
            return _short(id)
        case _:
            assert_never(node)


def _short(id: str) -> str:
    return id.removeprefix("#/components/schemas/")


def _plain(node: object) -> Json:
    if isinstance(node, StandardEnum):
        return str(node.value)
    if is_dataclass(node):
        values = {part.name: _plain(getattr(node, part.name)) for part in fields(node)}
        return {"kind": type(node).__name__, **values}
    if isinstance(node, tuple | list):
        return [_plain(part) for part in node]
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    return node if isinstance(node, str | int | float | bool) or node is None else str(node)
