"""What does a document itself say of an answer that comes in pages?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Encoding
from sdkloom.ir.base import Json, escape
from sdkloom.lower.bodies import encoding_of
from sdkloom.lower.extensions import PagesFact, Said
from sdkloom.lower.extensions.pages import from_purposes
from sdkloom.lower.extensions.table import PAGE_PURPOSE, PAGES, PAGES_AS_ROOT
from sdkloom.lower.merge import fold
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site

_DEEP = 3


def page_facts(
    schemas: Schemas, item: Mapping[str, Json], operation: Mapping[str, Json], site: Site
) -> Said[PagesFact] | None:
    """What extensions say of the pages of an operation: as a whole, or by marks at single parts.

    Nothing is checked against the schemas here.
    """
    said = PAGES.said(operation)
    if said is None and PAGES_AS_ROOT.of(operation):
        said = PAGES.said(schemas.document.root)
    if said is not None or not schemas.extensions & PAGE_PURPOSE.keywords:
        return said
    return _marked(schemas, item, operation, site)


def _marked(
    schemas: Schemas, item: Mapping[str, Json], operation: Mapping[str, Json], site: Site
) -> Said[PagesFact] | None:
    sent = dict(_marked_parameters(schemas, item, site)) | dict(_marked_parameters(schemas, operation, site))
    body, at = schemas.follow(operation.get("requestBody"), f"{site.pointer}/requestBody")
    for schema, pointer in _json_schemas(schemas, body, at):
        sent |= dict(_marked_properties(schemas, schema, pointer))
    answered: dict[str, str] = {}
    responses = operation.get("responses")
    for status, found in responses.items() if isinstance(responses, Mapping) else ():
        if str(status).startswith("2"):
            response, at = schemas.follow(found, f"{site.pointer}/responses/{escape(str(status))}")
            for schema, pointer in _json_schemas(schemas, response, at):
                answered |= dict(_marked_properties(schemas, schema, pointer))
    fact = from_purposes(sent, answered)
    return Said(fact, PAGE_PURPOSE.rows[0].keyword) if fact is not None else None


def _marked_parameters(schemas: Schemas, node: Mapping[str, Json], site: Site) -> Iterator[tuple[str, str]]:
    listed = node.get("parameters")
    for found in listed if isinstance(listed, list) else ():
        parameter, _ = schemas.follow(found, site.pointer)
        if isinstance(parameter, Mapping) and isinstance(parameter.get("name"), str):
            schema, _ = schemas.follow(parameter.get("schema"), site.pointer)
            purpose = PAGE_PURPOSE.of(parameter) or PAGE_PURPOSE.of(schema)
            if purpose is not None:
                yield purpose, str(parameter["name"])


def _marked_properties(
    schemas: Schemas, schema: Json, pointer: str, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """The purposes of properties, each with its dotted path."""
    for name, part in fold(schemas.parts(schema, pointer)).properties.items():
        node, at = schemas.follow(part.node, part.pointer)
        purpose = PAGE_PURPOSE.of(part.node) or PAGE_PURPOSE.of(node)
        if purpose is not None:
            yield purpose, ".".join((*path, name))
        if len(path) < _DEEP:
            yield from _marked_properties(schemas, node, at, (*path, name))
            items = node.get("items") if isinstance(node, Mapping) else None
            yield from _marked_properties(schemas, items, f"{at}/items", (*path, f"{name}[-1]"))


def _json_schemas(schemas: Schemas, node: Json, pointer: str) -> Iterator[tuple[Json, str]]:
    content = node.get("content") if isinstance(node, Mapping) else None
    for media_type, found in content.items() if isinstance(content, Mapping) else ():
        if encoding_of(str(media_type)) is Encoding.JSON:
            media, at = schemas.follow(found, f"{pointer}/content/{escape(str(media_type))}")
            if isinstance(media, Mapping):
                yield media.get("schema"), f"{at}/schema"
