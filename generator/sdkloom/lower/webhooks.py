"""Which requests does the service make, and what do they carry?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.api import EVENTS, Encoding, Webhook
from sdkloom.ir.base import Docs, Json, Name, escape
from sdkloom.ir.types import Alias, Discriminator, Model, RefType, Type, UnionType
from sdkloom.lower.bodies import encoding_of
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.extensions.table import IGNORED
from sdkloom.lower.operations import METHODS, is_left_out
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site
from sdkloom.lower.unions import constants_of
from sdkloom.name.words import join_words, split_words

_EVENT_WORDS = ("unwrap", "webhook", "event")
_USUAL_TAGS = ("type", "event", "event_type", "eventType")


@dataclass(frozen=True, slots=True)
class _Received:
    """A webhook, and the schema of its payload with its place."""

    webhook: Webhook
    schema: Json
    pointer: str


def lower_webhooks(schemas: Schemas) -> tuple[tuple[Webhook, ...], Alias | None]:
    """The webhooks of the document, then the callbacks of its operations; those that carry JSON or a form.

    Second comes the choice of what webhooks carry in JSON, None where there is none. Whatever is not part of
    it is named in a note.
    """
    webhooks, callbacks = list(_webhooks(schemas)), list(_callbacks(schemas))
    found = tuple(received.webhook for received in (*webhooks, *callbacks))
    readable = [received for received in webhooks if received.webhook.encoding is Encoding.JSON]
    return found, _events(schemas, readable) if readable else None


def _webhooks(schemas: Schemas) -> Iterator[_Received]:
    for name, item, pointer in _items(schemas, schemas.document.root.get("webhooks"), "#/webhooks"):
        yield from _requests(schemas, name, item, pointer, None)


def _callbacks(schemas: Schemas) -> Iterator[_Received]:
    for path, item, pointer in _items(schemas, schemas.document.root.get("paths"), "#/paths"):
        for method, operation in item.items():
            if method.lower() not in METHODS or not isinstance(operation, Mapping):
                continue
            if IGNORED.of(operation):
                continue
            below = f"{pointer}/{method}/callbacks"
            for name, expressions, at in _items(schemas, operation.get("callbacks"), below):
                _note(schemas, at, f"the callback `{name}`")
                for _, inner, place in _items(schemas, expressions, at):
                    yield from _requests(schemas, name, inner, place, f"{method.lower()} {path}")


def _items(schemas: Schemas, node: Json, pointer: str) -> Iterator[tuple[str, Mapping[str, Json], str]]:
    """The objects of a map, each with its name and place, references followed."""
    for name, found in node.items() if isinstance(node, Mapping) else ():
        item, at = schemas.follow(found, f"{pointer}/{escape(str(name))}")
        if isinstance(item, Mapping):
            yield str(name), item, at


def _requests(
    schemas: Schemas, name: str, item: Mapping[str, Json], pointer: str, owner: str | None
) -> Iterator[_Received]:
    for method, operation in item.items():
        if method.lower() not in METHODS or not isinstance(operation, Mapping):
            continue
        if is_left_out(schemas, operation, f"{pointer}/{method}"):
            continue
        body, at = schemas.follow(operation.get("requestBody"), f"{pointer}/{method}/requestBody")
        content = body.get("content") if isinstance(body, Mapping) else None
        media_type = _readable(content if isinstance(content, Mapping) else {})
        if owner is None:
            _note_unread(schemas, name, operation, f"{pointer}/{method}", content, media_type)
        if not isinstance(content, Mapping) or media_type is None:
            continue
        media, place = schemas.follow(content[media_type], f"{at}/content/{escape(media_type)}")
        schema = media.get("schema", True) if isinstance(media, Mapping) else True
        words = join_words(split_words(name), ("payload",))
        site = Site(f"{place}/schema", None, words)
        webhook = Webhook(
            Name(name, split_words(name)),
            method.lower(),
            schemas.type_of(schema, site),
            lower_docs(operation),
            schemas.document.source(f"{pointer}/{method}"),
            owner,
            encoding_of(media_type),
        )
        yield _Received(webhook, schema, site.pointer)


def _readable(content: Mapping[str, Json]) -> str | None:
    """The media type whose payload is typed: JSON, or else a form."""
    wanted = (Encoding.JSON, Encoding.FORM)
    found = [name for name in content if encoding_of(name) in wanted]
    return min(found, key=lambda name: wanted.index(encoding_of(name)), default=None)


def _note_unread(
    schemas: Schemas,
    name: str,
    operation: Mapping[str, Json],
    pointer: str,
    content: Json,
    chosen: str | None,
) -> None:
    """Say what of a webhook no call reads: other media types than JSON, and what is not in its body."""
    others = (
        [media_type for media_type in content if media_type != chosen] if isinstance(content, Mapping) else []
    )
    if chosen is not None and encoding_of(chosen) is not Encoding.JSON:
        others.insert(0, chosen)
    if others:
        listed = ", ".join(f"`{other}`" for other in others)
        _note(schemas, f"{pointer}/requestBody", f"{listed} of the webhook `{name}`")
    if operation.get("parameters"):
        _note(schemas, f"{pointer}/parameters", f"what the webhook `{name}` carries outside its body")


def _note(schemas: Schemas, pointer: str, detail: str) -> None:
    schemas.report.add("N214", schemas.document.source(pointer), detail)


def _events(schemas: Schemas, received: list[_Received]) -> Alias:
    """What the webhooks carry, as one choice."""
    types = tuple(dict.fromkeys(variant for one in received for variant in _flat(one.webhook.type)))
    tag = _discriminator(schemas, received)
    target = types[0] if len(types) == 1 and tag is None else UnionType(types, tag)
    docs = Docs(body="What a webhook carries.")
    return Alias(EVENTS, Name("", _EVENT_WORDS), None, target, docs, schemas.document.source(EVENTS))


def _flat(node: Type) -> tuple[Type, ...]:
    return node.variants if isinstance(node, UnionType) and node.discriminator is None else (node,)


def _discriminator(schemas: Schemas, received: list[_Received]) -> Discriminator | None:
    """The property that is required everywhere and constant, for each payload with other values.

    One that names the event is asked first. It tells even a single payload from those of a later version.
    """
    constants: dict[str, dict[str, tuple[str, ...]]] = {}
    for one in received:
        found = one.webhook.type
        if not isinstance(found, RefType) or not isinstance(schemas.defined(found.id), Model):
            return None
        constants[found.id] = constants_of(schemas, one.schema, one.pointer)
    shared = set.intersection(*(set(values) for values in constants.values()))
    names = [*_USUAL_TAGS, *(next(iter(constants.values())) if len(constants) > 1 else ())]
    for name in names:
        pairs = [(value, id) for id, values in constants.items() for value in values.get(name, ())]
        if name in shared and len({value for value, _ in pairs}) == len(pairs):
            return Discriminator(name, tuple(pairs))
    return None
