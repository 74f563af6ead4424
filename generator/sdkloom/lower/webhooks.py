"""Which requests does the service make, and what do they carry?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Encoding, Webhook
from sdkloom.ir.base import Json, Name, escape
from sdkloom.lower.bodies import encoding_of
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.extensions.table import IGNORED
from sdkloom.lower.operations import METHODS, is_left_out
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site
from sdkloom.name.words import join_words, split_words


def lower_webhooks(schemas: Schemas) -> tuple[Webhook, ...]:
    """The webhooks of the document, then the callbacks of its operations; those that carry JSON or a form."""
    return (*_webhooks(schemas), *_callbacks(schemas))


def _webhooks(schemas: Schemas) -> Iterator[Webhook]:
    for name, item, pointer in _items(schemas, schemas.document.root.get("webhooks"), "#/webhooks"):
        yield from _requests(schemas, name, item, pointer, None)


def _callbacks(schemas: Schemas) -> Iterator[Webhook]:
    for path, item, pointer in _items(schemas, schemas.document.root.get("paths"), "#/paths"):
        for method, operation in item.items():
            if method.lower() not in METHODS or not isinstance(operation, Mapping):
                continue
            if IGNORED.of(operation):
                continue
            below = f"{pointer}/{method}/callbacks"
            for name, expressions, at in _items(schemas, operation.get("callbacks"), below):
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
) -> Iterator[Webhook]:
    for method, operation in item.items():
        if method.lower() not in METHODS or not isinstance(operation, Mapping):
            continue
        if is_left_out(schemas, operation, f"{pointer}/{method}"):
            continue
        body, at = schemas.follow(operation.get("requestBody"), f"{pointer}/{method}/requestBody")
        content = body.get("content") if isinstance(body, Mapping) else None
        media_type = _readable(content if isinstance(content, Mapping) else {})
        if not isinstance(content, Mapping) or media_type is None:
            continue
        media, place = schemas.follow(content[media_type], f"{at}/content/{escape(media_type)}")
        schema = media.get("schema", True) if isinstance(media, Mapping) else True
        words = join_words(split_words(name), ("payload",))
        kind = schemas.type_of(schema, Site(f"{place}/schema", None, words))
        source = schemas.document.source(f"{pointer}/{method}")
        yield Webhook(
            Name(name, split_words(name)), method.lower(), kind, lower_docs(operation), source, owner
        )


def _readable(content: Mapping[str, Json]) -> str | None:
    """The media type whose payload is typed: JSON, or else a form."""
    wanted = (Encoding.JSON, Encoding.FORM)
    found = [name for name in content if encoding_of(name) in wanted]
    return min(found, key=lambda name: wanted.index(encoding_of(name)), default=None)
