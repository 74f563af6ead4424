"""What does the SDK of an API promise? IR, names and configuration become a public surface."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import assert_never

from sdkloom.config import Config
from sdkloom.ir.api import EVENTS, Api, Operation, Response, Server
from sdkloom.ir.base import Docs, Source
from sdkloom.ir.pages import CursorPages, LinkPages, OffsetPages, Pagination
from sdkloom.ir.types import Alias, Definition, Enum, Field, LiteralType, Model, PrimitiveType, Scalar
from sdkloom.ir.walk import Reach, reach
from sdkloom.name.call import ResourcePath
from sdkloom.name.published import dotted, operation_key
from sdkloom.name.settle import Names
from sdkloom.name.spell import pascal
from sdkloom.name.type_names import TypeName
from sdkloom.name.webhooks import METHODS
from sdkloom.surface.expressions import public_type
from sdkloom.surface.model import (
    Answer,
    Argument,
    Client,
    Meaning,
    OtherAnswer,
    Pages,
    PublicCall,
    PublicField,
    PublicOption,
    PublicType,
    Record,
    Shape,
    Surface,
    Values,
    Webhooks,
)
from sdkloom.targets import load_target
from sdkloom.targets.carriers import Carried, carried_by
from sdkloom.targets.credentials import fetching_words, option_words, served_schemes


def describe(api: Api, names: Names, config: Config) -> Surface:
    """The public surface of what is generated."""
    public = public_names(api, names)
    found = reach(api)
    calls = [_call(api, operation, names, public, config) for operation in api.operations]
    types = [
        _type(definition, names, public, found)
        for id, definition in api.definitions.items()
        if id not in names.spread
    ]
    return Surface(
        {call.name: call for call in sorted(calls, key=lambda call: call.name)},
        {type.name: type for type in sorted(types, key=lambda type: type.name)},
        _client(api, config, public),
        _webhooks(api, names, public),
        _version(config),
        api.source,
    )


def public_names(api: Api, names: Names) -> dict[str, str]:
    """The name of each definition: `chat.Completion`, and `chat.Completion.Choice` for one inside it."""
    found = {}
    for id, definition in api.definitions.items():
        named = names.types[id]
        owner = definition.owner
        if owner is None:
            found[id] = _placed(named.place, named)
        else:
            operation = names.spread.get(owner)
            params = names.params[operation] if operation is not None else names.types[owner]
            found[id] = f"{_placed(params.place, params)}.{_text(named)}"
    return found


def _text(named: TypeName) -> str:
    return named.text or pascal(named.words)


def _placed(place: ResourcePath, named: TypeName) -> str:
    return ".".join(filter(None, (dotted(place), _text(named))))


def _listed(names: tuple[tuple[ResourcePath, str], ...]) -> tuple[str, ...]:
    return tuple(sorted(".".join(filter(None, (dotted(place), text))) for place, text in names))


def _call(
    api: Api, operation: Operation, names: Names, public: Mapping[str, str], config: Config
) -> PublicCall:
    params = names.params[operation.id]
    inside, chosen = re.findall(r"\{([^{}]+)\}", operation.path), operation.positional
    positions = {wire: number for number, wire in enumerate(inside if chosen is None else chosen, 1)}
    arguments = [
        _argument(carried, positions, operation, public)
        for carried in carried_by(api, operation, config.arrays)
    ]
    variants = [
        OtherAnswer(variant.switch, variant.value, _answer(variant.response, public))
        for variant in operation.variants
    ]
    return PublicCall(
        names.calls[operation.id].dotted,
        operation_key(operation),
        _by_name(arguments),
        _placed(params.place, params) if any(not argument.position for argument in arguments) else "",
        _answer(operation.response, public),
        tuple(sorted(variants, key=lambda variant: (variant.switch, json.dumps(variant.value)))),
        _pages(operation.pagination, public) if operation.pagination is not None else None,
        tuple(sorted(call.dotted for call in names.further.get(operation.id, ()))),
        tuple(sorted(call.dotted for call in names.former.get(operation.id, ()))),
        operation.docs.deprecated,
        _fingerprint(operation.docs, *(part.docs for part in carried_by(api, operation, config.arrays))),
        operation.source,
        _listed(params.former),
    )


def _by_name(arguments: list[Argument]) -> dict[str, Argument]:
    """The arguments by name, and by place too where two have one, which every language settles itself."""
    counted = Counter(argument.name for argument in arguments)
    named = [
        (
            argument
            if counted[argument.name] == 1
            else replace(argument, name=f"{argument.name} ({argument.place} {argument.wire})")
        )
        for argument in arguments
    ]
    return {argument.name: argument for argument in sorted(named, key=lambda argument: argument.name)}


def _argument(
    carried: Carried, positions: Mapping[str, int], operation: Operation, public: Mapping[str, str]
) -> Argument:
    is_path = carried.carrier == "path"
    return Argument(
        "_".join(carried.called.words) if carried.called is not None else "body",
        carried.carrier if carried.parameter is not None or carried.carrier == "nothing" else "body",
        carried.wire or "body",
        public_type(carried.type, public),
        carried.required,
        carried.default,
        carried.docs.deprecated,
        tuple(sorted("_".join(words) for words in carried.called.former)) if carried.called else (),
        positions.get(carried.wire, 0) if is_path else 0,
        _argument_source(carried, operation),
    )


def _argument_source(carried: Carried, operation: Operation) -> Source:
    if carried.parameter is not None:
        return carried.parameter.source
    return operation.body.source if operation.body is not None else operation.source


def _answer(response: Response, public: Mapping[str, str]) -> Answer:
    kind = public_type(response.type, public) if response.type is not None else None
    return Answer(kind, response.streaming.framing.value if response.streaming is not None else "")


def _pages(pages: Pagination, public: Mapping[str, str]) -> Pages:
    item = public_type(pages.item, public)
    match pages:
        case CursorPages():
            return Pages("cursor", pages.rule.wire, item)
        case OffsetPages():
            return Pages("offset", pages.rule.wire, item)
        case LinkPages():
            return Pages("link", pages.rule.wire, item)
        case _:
            assert_never(pages)


def _type(definition: Definition, names: Names, public: Mapping[str, str], found: Reach) -> PublicType:
    named, sent = names.types[definition.id], names.sent.get(definition.id)
    return PublicType(
        public[definition.id],
        _shape(definition, public),
        definition.id in found.sent,
        definition.id in found.received,
        _placed(sent.place, sent) if sent is not None else "",
        _listed(named.others),
        _listed(named.former),
        definition.docs.deprecated,
        _fingerprint(definition.docs, *_inner_docs(definition)),
        definition.source,
        _listed(sent.former) if sent is not None else (),
    )


def _inner_docs(definition: Definition) -> Iterator[Docs]:
    match definition:
        case Model(fields=fields):
            yield from (part.docs for part in sorted(fields, key=lambda part: part.name.wire))
        case Enum(members=members):
            yield from (member.docs for member in sorted(members, key=lambda member: str(member.value)))


def _shape(definition: Definition, public: Mapping[str, str]) -> Shape:
    match definition:
        case Model(fields=fields, extra=extra):
            listed = sorted(fields, key=lambda part: part.name.wire)
            kind = public_type(extra, public) if extra is not None else None
            return Record({part.name.wire: _field(part, public) for part in listed}, kind)
        case Enum(members=members, open=open):
            return Values(tuple(sorted((m.value for m in members), key=json.dumps)), open)
        case Alias(target=target):
            return Meaning(public_type(target, public))
        case _:
            assert_never(definition)


def _field(part: Field, public: Mapping[str, str]) -> PublicField:
    return PublicField(
        part.name.wire,
        "_".join(part.name.words),
        public_type(part.type, public),
        part.required,
        "received" if part.read_only else "sent" if part.write_only else "",
        part.default,
        part.docs.deprecated,
        tuple(sorted("_".join(words) for words in part.name.former)),
        part.source,
    )


def _fingerprint(*docs: Docs) -> str:
    said = [text for part in docs for text in (part.summary, part.body)]
    return sha256(json.dumps(said).encode()).hexdigest()[:8] if any(said) else ""


def _client(api: Api, config: Config, public: Mapping[str, str]) -> Client:
    spoken = (target for target in config.targets if load_target(target.name).known_as)
    packages = {
        target.name: {
            key: value for key in ("client", "distribution", "package") if (value := getattr(target, key))
        }
        for target in sorted(spoken, key=lambda target: target.name)
    }
    chosen = config.environment
    prefix = chosen.prefix or "*"
    return Client(
        api.title,
        packages,
        dict(sorted(_options(api, config, prefix))),
        {
            "base_url": chosen.base_url or f"{prefix}_BASE_URL",
            "headers": chosen.headers or f"{prefix}_CUSTOM_HEADERS",
            "log": chosen.log or f"{prefix}_LOG",
        },
        {server.name or "usual": server.url for server in _servers(api)},
        {str(status): name for status, name in sorted(config.errors.items())},
        public_type(api.error, public) if api.error is not None else None,
    )


def _options(api: Api, config: Config, prefix: str) -> Iterator[tuple[str, PublicOption]]:
    """The options of the client: credentials, the secret of webhooks, and what is no credential."""
    names = [
        "_".join(words)
        for scheme in served_schemes(api)
        for words in (*option_words(scheme), *fetching_words(scheme))
    ]
    names += [config.webhooks.option] if EVENTS in api.definitions else []
    for name in names:
        variable = config.environment.credentials.get(name) or f"{prefix}_{name}".upper()
        yield name, PublicOption(variable, PrimitiveType(Scalar.STRING))
    for option in api.options:
        name = "_".join(option.name.words)
        variable = config.environment.credentials.get(name) or f"{prefix}_{name}".upper()
        kind = LiteralType(option.values) if option.values else PrimitiveType(option.kind)
        yield name, PublicOption(variable, public_type(kind, {}), option.required)


def _servers(api: Api) -> tuple[Server, ...]:
    """The named environments, or the one that is usual."""
    named = tuple(server for server in api.servers if server.name)
    return tuple(sorted(named, key=lambda server: server.name)) or api.servers[:1]


def _webhooks(api: Api, names: Names, public: Mapping[str, str]) -> Webhooks:
    events = {hook.name.wire: public_type(hook.type, public) for hook in api.webhooks}
    if names.webhooks is None:
        return Webhooks("", (), dict(sorted(events.items())))
    methods = tuple("_".join(words) for words in METHODS)
    return Webhooks(dotted(names.webhooks), methods, dict(sorted(events.items())))


def _version(config: Config) -> str:
    versions = {target.version for target in config.targets if target.version}
    return versions.pop() if len(versions) == 1 else ""
