"""How is a surface kept: its JSON, with a line for each thing that users know, for review and for later?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sdkloom.ir.base import Json
from sdkloom.surface.expressions import write_type
from sdkloom.surface.model import (
    Answer,
    Argument,
    Client,
    Meaning,
    PublicCall,
    PublicField,
    PublicType,
    Record,
    Shape,
    Surface,
    Values,
    Webhooks,
)

FORMAT = 1
"""The version of what is written; readers of another one say so."""

_WIDTH = 110
_Object = dict[str, Json]


def write_surface(surface: Surface, version: str) -> str:
    """The text of a surface, released as this version, or as none where it is empty."""
    return "".join(_laid_out(plain_surface(replace(surface, version=version)), "", 3)) + "\n"


def plain_surface(surface: Surface) -> _Object:
    """A surface as plain data; what is usual is left out."""
    return {
        "surface": FORMAT,
        **({"version": surface.version} if surface.version else {}),
        "client": _client(surface.client),
        "calls": {name: _call(call) for name, call in surface.calls.items()},
        "types": {name: _type(kind) for name, kind in surface.types.items()},
        **({"webhooks": _webhooks(surface.webhooks)} if surface.webhooks != Webhooks() else {}),
    }


def _client(client: Client) -> _Object:
    return _kept(
        title=client.title,
        packages={name: dict(chosen) for name, chosen in client.packages.items()},
        options={
            name: _kept(variable=option.variable, type=write_type(option.type), required=option.required)
            for name, option in client.options.items()
        },
        variables=dict(client.variables),
        servers=dict(client.servers),
        errors=dict(client.errors),
        error=write_type(client.error) if client.error is not None else None,
    )


def _call(call: PublicCall) -> _Object:
    variants: list[Json] = [
        {"when": variant.switch, "is": variant.value, **_answer(variant.answer)} for variant in call.variants
    ]
    pages = call.pages
    return _kept(
        operation=call.operation,
        params=call.params,
        arguments={name: _argument(argument) for name, argument in call.arguments.items()},
        **_answer(call.answer),
        variants=variants,
        pages={"kind": pages.kind, "name": pages.name, "item": write_type(pages.item)} if pages else None,
        others=list(call.others),
        former=list(call.former),
        former_params=list(call.former_params),
        deprecated=call.deprecated,
        docs=call.docs,
    )


def _answer(answer: Answer) -> _Object:
    kind = write_type(answer.type) if answer.type is not None else None
    return _kept(returns=kind, stream=answer.stream)


def _argument(argument: Argument) -> _Object:
    return _kept(
        place=argument.place,
        wire=argument.wire if argument.wire != argument.name else "",
        type=write_type(argument.type),
        required=argument.required,
        position=argument.position,
        deprecated=argument.deprecated,
        former=list(argument.former),
    ) | ({"default": argument.default.value} if argument.default is not None else {})


def _type(kind: PublicType) -> _Object:
    return {
        "used": [word for word, is_so in (("sent", kind.sent), ("received", kind.received)) if is_so],
        **_shape(kind.shape),
        **_kept(
            sent_name=kind.sent_name,
            others=list(kind.others),
            former=list(kind.former),
            former_sent=list(kind.former_sent),
            deprecated=kind.deprecated,
            docs=kind.docs,
        ),
    }


def _shape(shape: Shape) -> _Object:
    match shape:
        case Record(fields, extra):
            listed: _Object = {"fields": {wire: _field(part) for wire, part in fields.items()}}
            return listed | ({"extra": write_type(extra)} if extra is not None else {})
        case Values(values, open):
            return {"values": list(values), "open": open}
        case Meaning(target):
            return {"means": write_type(target)}


def _field(part: PublicField) -> _Object:
    return _kept(
        name=part.name if part.name != part.wire else "",
        type=write_type(part.type),
        required=part.required,
        only=part.only,
        deprecated=part.deprecated,
        former=list(part.former),
    ) | ({"default": part.default.value} if part.default is not None else {})


def _webhooks(webhooks: Webhooks) -> _Object:
    return _kept(
        resource=webhooks.resource,
        methods=list(webhooks.methods),
        events={name: write_type(kind) for name, kind in webhooks.events.items()},
    )


def _kept(**said: Json) -> _Object:
    return {key: value for key, value in said.items() if value or value == "any"}


def _laid_out(value: Json, indent: str, open: int) -> Iterator[str]:
    """JSON in which the outermost levels are spread over lines, and everything else where it is too long."""
    line = json.dumps(value, ensure_ascii=False)
    inner = f"{indent}  "
    if (
        not isinstance(value, Mapping | list)
        or not value
        or (open <= 0 and len(indent) + len(line) <= _WIDTH)
    ):
        yield line
    elif isinstance(value, Mapping):
        yield "{\n"
        parts = ((f"{inner}{json.dumps(key, ensure_ascii=False)}: ", part) for key, part in value.items())
        yield from _listed(parts, inner, open)
        yield f"{indent}}}"
    else:
        yield "[\n"
        yield from _listed(((inner, part) for part in value), inner, open)
        yield f"{indent}]"


def _listed(parts: Iterable[tuple[str, Json]], indent: str, open: int) -> Iterator[str]:
    for number, (head, part) in enumerate(parts):
        yield f"{',' if number else ''}{chr(10) if number else ''}{head}"
        yield from _laid_out(part, indent, open - 1)
    yield "\n"
