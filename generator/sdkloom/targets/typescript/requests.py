"""How does a method say what it sends, and what becomes of the answer?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from sdkloom.ir.api import Api, Framing, Operation, PartEncoding, RequestBody, Response, Streaming
from sdkloom.ir.base import Json
from sdkloom.ir.events import EventRule
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    LiteralType,
    Model,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.carriers import is_bare
from sdkloom.targets.credentials import own_scopes
from sdkloom.targets.encodings import field_encodings
from sdkloom.targets.typescript.arguments import Argument, Arguments
from sdkloom.targets.typescript.pages import PAGE_PROMISE, pages_of, rule_code
from sdkloom.targets.typescript.types import property_name, quote, template_text, value_code

_VERBS = frozenset({"get", "post", "put", "patch", "delete"})
_BODIES = {"json": "body", "form": "form", "multipart": "multipart", "content": "content"}
_PLACES = {
    "query": "query",
    "querystring": "querystring",
    "header": "headers",
    "cookie": "cookies",
    **_BODIES,
}


def request_code(
    api: Api, operation: Operation, arguments: Arguments, params: Code, client: str
) -> tuple[tuple[Code, ...], Code]:
    """The statements that take the arguments apart, and the request itself, made by `client`."""
    split = _is_split(arguments)
    rest = _rest(arguments) if split else ""
    statements = tuple(_statements(arguments, params, split, rest))
    entries = [*_carried(operation.body, arguments, split, rest), *_answer(api, operation, arguments, split)]
    entries += list(_encodings(api, operation, arguments))
    if not operation.retried:
        entries.append(Code("retries: 0"))
    elif operation.attempts is not None:
        entries.append(Code(f"retries: {operation.attempts}"))
    if operation.timeout is not None:
        entries.append(Code(f"timeout: {value_code(operation.timeout * 1000).text}"))
    if operation.security is not None and operation.security != api.security:
        entries.append(Code(f"security: {value_code(operation.security).text}"))
    scopes = own_scopes(api, operation)
    if scopes is not None:
        entries.append(Code(f"scopes: {value_code(scopes).text}"))
    if operation.servers:
        entries.append(Code(f"server: {quote(operation.servers[0].url)}"))
    entries.append(Code("options"))
    path = _path(operation.path, arguments, split, client)
    parts = join_code(", ", entries).around("{ ", " }")
    pages = pages_of(api, operation)
    if pages is not None:
        method = Code(f"method: {quote(operation.method.upper())}")
        place = path if path.text == "path" else path.around("path: ")
        call = join_code(", ", (method, place, parts.around("parts: "))).around("{ ", " }")
        listed = (Code(client), call, Code(rule_code(pages)))
        return statements, join_code(", ", listed).around("new PagePromise(", ")", PAGE_PROMISE)
    if operation.method in _VERBS:
        return statements, join_code(", ", (path, parts)).around(f"{client}.{operation.method}(", ")")
    method = Code(quote(operation.method.upper()))
    return statements, join_code(", ", (method, path, parts)).around(f"{client}.request(", ")")


def _is_split(arguments: Arguments) -> bool:
    """Must the arguments be taken apart, since they travel in several places or need a style?"""
    if not arguments.has_params or (arguments.placed and len(arguments.listed) == 1):
        return False
    carriers = {argument.value.carrier for argument in arguments.listed}
    return len(carriers) > 1 or any(_is_single(argument) for argument in arguments.listed)


def _is_single(argument: Argument) -> bool:
    """Must the value be named by itself?"""
    value = argument.value
    return (
        value.carrier in {"path", "querystring"}
        or value.needs_style
        or value.is_whole_body
        or argument.key != value.name
    )


def _rest(arguments: Arguments) -> str:
    """The carrier whose values are what is left when all others are taken out."""
    spread = [argument.value.carrier for argument in arguments.listed if not _is_single(argument)]
    order = ("json", "form", "multipart", "query", "header", "cookie")
    return next((carrier for carrier in order if carrier in spread), "")


def _statements(arguments: Arguments, params: Code, split: bool, rest: str) -> Iterator[Code]:
    former = names_code(arguments.former) if arguments.former else ""
    if arguments.placed and split:
        together = _together(arguments, Code("object") if former else params)
        yield together.around(f"const [{'given' if former else 'params'}, options] = ", ";")
    if former and (not arguments.placed or split):
        today = params.around("formerly<", f">(given, {former})", _internal("arguments", "formerly"))
        yield today.around("const params = ", ";")
    if not split:
        return
    listed = [_taken(argument) for argument in arguments.listed if not _in_rest(argument, rest)]
    if rest:
        listed.append(f"...{_PLACES[rest]}")
    yield Code(f"const {{ {', '.join(listed)} }} = params;")


def _together(arguments: Arguments, kind: Code) -> Code:
    """All arguments as fields, and the options, however they were given."""
    keys = [quote(argument.key) for argument in arguments.placed]
    if len(keys) == 1:
        return kind.around("named<", f">({keys[0]}, first, second, third)", _internal("arguments", "named"))
    alone = "" if arguments.others else ", 'alone'"
    given = f">([{', '.join(keys)}], places{alone})"
    return kind.around("placed<", given, _internal("arguments", "placed"))


def _taken(argument: Argument) -> str:
    key = property_name(argument.key)
    return key if key == argument.local else f"{key}: {argument.local}"


def _in_rest(argument: Argument, rest: str) -> bool:
    return argument.value.carrier == rest and not _is_single(argument)


def _internal(module: str, name: str) -> Import:
    return Import(f"internal/{module}", name)


def _path(path: str, arguments: Arguments, split: bool, client: str) -> Code:
    """The path as a tagged template, or as a plain string where there is nothing to fill in.

    A fragment is for readers, and never sent: behind it, a query would be lost.
    """
    path = path.partition("#")[0]
    if not arguments.paths:
        return Code(quote(path))
    by_name = {argument.value.wire: argument for argument in arguments.paths}
    parts = []
    for part in re.split(r"(\{[^{}]+\})", path):
        argument = by_name.get(part[1:-1]) if part.startswith("{") else None
        if argument is None:
            parts.append(Code(template_text(part)))
        else:
            filled = _filled(argument, split, arguments)
            known = f" ?? {client}._known({quote(argument.value.wire)})"
            parts.append(filled.around("${", "}" if argument.value.required else f"{known}}}"))
    return join_code("", parts).around("path`", "`", _internal("path", "path"))


def _filled(argument: Argument, split: bool, arguments: Arguments) -> Code:
    if not split and argument in arguments.placed:
        given = Code(argument.local)
        if arguments.former:
            names = names_code(arguments.former)
            given = given.around("formerly(", f", {names})", _internal("arguments", "formerly"))
        given = given.around("bare(", f", {quote(argument.key)})", _internal("arguments", "bare"))
    else:
        given = Code(argument.local)
    return _styled(argument, given)


def _styled(argument: Argument, given: Code) -> Code:
    parameter = argument.value.parameter
    if parameter is None or not argument.value.needs_style:
        return given
    if parameter.media_type:
        is_json = parameter.media_type.split(";")[0].strip().lower().endswith("json")
        return given.around("asJSON(", ")", _internal("styles", "asJSON")) if is_json else given
    mark = f"style: {quote(parameter.style)}, explode: {value_code(parameter.explode).text}"
    mark += ", allowReserved: true" if parameter.allow_reserved else ""
    mark += f", name: {quote(parameter.name.wire)}" if parameter.style == "matrix" else ""
    return given.around("styled(", f", {{ {mark} }})", _internal("styles", "styled"))


def _carried(body: RequestBody | None, arguments: Arguments, split: bool, rest: str) -> Iterator[Code]:
    lone = arguments.lone_body
    if lone is not None:
        yield Code(f"{_PLACES[lone.value.carrier]}{': body' if lone.value.carrier != 'json' else ''}")
        return
    for carrier, place in _PLACES.items():
        mine = [argument for argument in arguments.listed if argument.value.carrier == carrier]
        if not mine:
            continue
        if not split:
            yield _entry(place, _renamed(Code("params"), mine))
            continue
        if mine[0].value.is_whole_body or carrier == "querystring":
            yield _entry(place, _styled(mine[0], Code(mine[0].local)))
            continue
        single = [_single(argument) for argument in mine if not _in_rest(argument, rest)]
        if carrier == rest and not single:
            yield _entry(place, _renamed(Code(place), [a for a in mine if _in_rest(a, rest)]))
            continue
        if carrier == rest:
            left = _renamed(Code(place), [a for a in mine if _in_rest(a, rest)])
            single.append(left.around("..."))
        yield _entry(place, join_code(", ", single).around("{ ", " }"))
    if is_bare(body, (argument.value.carrier for argument in arguments.listed)):
        yield Code("body: {}")


def _single(argument: Argument) -> Code:
    value = _styled(argument, Code(argument.local))
    name = property_name(argument.value.wire)
    return value if value.text == name else value.around(f"{name}: ")


def _entry(place: str, value: Code) -> Code:
    return value if value.text == place else value.around(f"{place}: ")


def _renamed(fields: Code, listed: Sequence[Argument]) -> Code:
    pairs = [
        f"{property_name(argument.key)}: {quote(argument.value.wire)}"
        for argument in listed
        if argument.key != argument.value.wire
    ]
    if not pairs:
        return fields
    return fields.around("renamed(", f", {{ {', '.join(pairs)} }})", _internal("arguments", "renamed"))


def _encodings(api: Api, operation: Operation, arguments: Arguments) -> Iterator[Code]:
    """What is said of the fields of a form, and of the body as a whole."""
    listed = ((a.value.wire, a.value.type, a.value.part) for a in arguments.listed)
    fields = tuple(field_encodings(api, operation.body, listed))
    kinds = {field.wire: quote(field.content_type) for field in fields if field.content_type}
    styles = {field.wire: _style(field.style) for field in fields if field.style is not None}
    headers = {
        field.wire: _object({name: quote(value) for name, value in field.headers})
        for field in fields
        if field.headers
    }
    for name, values in (("contentTypes", kinds), ("styles", styles), ("partHeaders", headers)):
        if values:
            yield Code(f"{name}: {_object(values)}")
    body = operation.body
    if body is None:
        return
    is_other_json = body.encoding.value == "json" and body.media_type != "application/json"
    if arguments.carried("content") or is_other_json:
        yield Code(f"contentType: {quote(body.media_type)}")


def names_code(names: Mapping[str, str]) -> str:
    """Names, and those that stand for them."""
    return _object({old: quote(now) for old, now in names.items()})


def _object(values: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{property_name(name)}: {text}' for name, text in values.items())} }}"


def _style(part: PartEncoding) -> str:
    reserved = ", allowReserved: true" if part.allow_reserved else ""
    return f"{{ style: {quote(part.style)}, explode: {value_code(part.explode).text}{reserved} }}"


def _answer(api: Api, operation: Operation, arguments: Arguments, split: bool) -> Iterator[Code]:
    """What becomes of the answer: JSON unless something else is said, perhaps by an argument."""
    kind = _chosen(operation, arguments, split, lambda response: _kind(api, response))
    if kind != "'json'":
        yield Code(f"as: {kind}")
    unwrapped = _chosen(operation, arguments, split, _unwrapped)
    if unwrapped != "undefined":
        yield Code(f"unwrap: {unwrapped}")
    accepted = _chosen(operation, arguments, split, _accepted)
    if accepted != "undefined":
        yield Code(f"accept: {accepted}")


def _unwrapped(response: Response) -> str:
    return quote(response.unwrap) if response.unwrap else "undefined"


def _chosen(operation: Operation, arguments: Arguments, split: bool, said: Callable[[Response], str]) -> str:
    """What is said of the answer, or a condition on the arguments that it depends on."""
    chosen = said(operation.response)
    for variant in reversed(operation.variants):
        found = said(variant.response)
        switch = next(
            (a for a in arguments.listed if a.value.wire == variant.switch and a.value.is_switch), None
        )
        if switch is not None and found != chosen:
            condition = _mention(switch, arguments, split)
            if variant.value is not True:
                condition += f" === {value_code(variant.value).text}"
            chosen = f"{condition} ? {found} : {chosen}"
    return chosen


def _accepted(response: Response) -> str:
    """The media type to ask for, where what becomes of the answer does not tell the runtime."""
    media_type = response.media_type.split(";")[0].strip().lower()
    if not media_type or media_type == "*/*" or isinstance(response.type, BinaryType):
        return "undefined"
    if response.streaming is not None:
        usual = "text/event-stream" if response.streaming.framing is Framing.SSE else "application/jsonl"
    else:
        usual = "text/plain" if media_type.startswith("text/") else "application/json"
    return "undefined" if media_type == usual else quote(response.media_type)


def _mention(argument: Argument, arguments: Arguments, split: bool) -> str:
    """How the value of an argument is reached inside the method."""
    rest = _rest(arguments) if split else ""
    if split and not _in_rest(argument, rest):
        return str(argument.local)
    name = property_name(argument.key)
    holder = _PLACES[rest] if split else "params"
    return f"{holder}.{name}" if name == argument.key else f"{holder}[{name}]"


def _kind(api: Api, response: Response) -> str:
    if response.streaming is not None:
        return _framing(api, response.streaming)
    if response.type is None:
        return "'nothing'"
    found = _resolved(api, response.type)
    if isinstance(found, BinaryType):
        return "'binary'"
    is_text = isinstance(found, PrimitiveType) and found.scalar is Scalar.STRING
    return "'text'" if is_text and "json" not in response.media_type else "'json'"


def _framing(api: Api, streaming: Streaming) -> str:
    parts = [f"events: {quote(streaming.framing.value)}"]
    if streaming.sentinel is not None:
        parts.append(f"sentinel: {quote(streaming.sentinel)}")
    if streaming.error_field is not None:
        parts.append(f"error: {quote(streaming.error_field)}")
    if streaming.rules:
        parts.append(f"rules: {value_code([_rule(rule) for rule in streaming.rules]).text}")
    event = _resolved(api, streaming.event)
    if isinstance(event, UnionType) and event.discriminator is not None:
        parts.append(f"tag: {quote(event.discriminator.property)}")
    models = [
        _resolved_model(api, part) for part in (event.variants if isinstance(event, UnionType) else (event,))
    ]
    if all(model is not None and {"event", "data"} <= _names(model) for model in models):
        parts.append("whole: true")
    is_text = isinstance(event, PrimitiveType) and event.scalar is Scalar.STRING
    if is_text and streaming.framing is Framing.SSE:
        parts.append("text: true")
    elif any(map(_can_be_text, event.variants if isinstance(event, UnionType) else (event,))):
        parts.append("text: 'otherwise'")
    return f"{{ {', '.join(parts)} }}"


def _can_be_text(node: Type) -> bool:
    """Can events of this type be text? What is of no stated type can be anything."""
    match node:
        case AnyType():
            return True
        case PrimitiveType(scalar):
            return scalar is Scalar.STRING
        case LiteralType(values):
            return any(isinstance(value, str) for value in values)
    return False


def _names(model: Model) -> set[str]:
    return {part.name.wire for part in model.fields}


def _resolved_model(api: Api, node: Type) -> Model | None:
    definition = api.definitions.get(node.id) if isinstance(node, RefType) else None
    return definition if isinstance(definition, Model) else None


def _resolved(api: Api, node: Type, depth: int = 8) -> Type:
    """What a chain of aliases leads to."""
    definition = api.definitions.get(node.id) if isinstance(node, RefType) else None
    return _resolved(api, definition.target, depth - 1) if isinstance(definition, Alias) and depth else node


def _rule(rule: EventRule) -> dict[str, Json]:
    """A rule of a stream, as the runtime knows it."""
    said: dict[str, Json] = {"handle": rule.handling.value}
    if rule.names:
        said["names"] = list(rule.names)
    if rule.prefix:
        said["prefix"] = rule.prefix
    return said
