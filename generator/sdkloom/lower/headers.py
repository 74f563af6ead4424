"""Which headers does an answer have?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Header
from sdkloom.ir.base import Docs, Json, Name, escape
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site
from sdkloom.name.words import split_words


def lower_headers(schemas: Schemas, response: Json, pointer: str) -> tuple[Header, ...]:
    """The headers of a response. What it says of `Content-Type` does not count (OpenAPI, Response Object)."""
    found = response.get("headers") if isinstance(response, Mapping) else None
    return tuple(_headers(schemas, found, f"{pointer}/headers"))


def _headers(schemas: Schemas, named: Json, pointer: str) -> Iterator[Header]:
    for name, found in named.items() if isinstance(named, Mapping) else ():
        node, at = schemas.follow(found, f"{pointer}/{escape(str(name))}")
        if not isinstance(node, Mapping) or str(name).lower() == "content-type":
            continue
        schema, place = node.get("schema", True), f"{at}/schema"
        docs, inner = lower_docs(node), lower_docs(schema)
        words = split_words(str(name))
        yield Header(
            name=Name(str(name), words),
            type=schemas.type_of(schema, Site(place, None, words)),
            required=node.get("required") is True,
            docs=Docs(docs.summary, docs.body or inner.body, docs.deprecated, docs.examples),
            source=schemas.document.source(at),
        )
