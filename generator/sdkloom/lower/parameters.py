"""Which values does an operation take outside its body, and how are they written?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Encoding, Parameter, Place
from sdkloom.ir.base import Default, Docs, Json, Name
from sdkloom.ir.types import Model, PrimitiveType, RefType, Scalar, Type
from sdkloom.lower.bodies import encoding_of
from sdkloom.lower.chosen import parameter_name
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.extensions.table import IGNORED
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site
from sdkloom.name.words import split_words

_STYLE = {Place.QUERY: "form", Place.COOKIE: "form", Place.PATH: "simple", Place.HEADER: "simple"}
# OpenAPI, Parameter Object: these header parameters are ignored, other parts of the document define them.
_IGNORED_HEADERS = {"accept", "content-type", "authorization"}
# RFC 9110, sections 7.2, 7.6.1 and 8.6, RFC 9112, section 6.1: what only the sender of the bytes can know.
_OF_CONNECTIONS = frozenset(
    "connection content-length host keep-alive te trailer transfer-encoding upgrade".split()
)


def lower_parameters(
    schemas: Schemas,
    item: Mapping[str, Json],
    operation: Mapping[str, Json],
    path: str,
    site: Site,
    item_pointer: str,
) -> tuple[Parameter, ...]:
    """The parameters of an operation.

    Its own win over the path item's; each `{name}` of the path has one, in path order.
    """
    found: dict[tuple[Place, str], Parameter] = {}
    for node, pointer in (*_entries(item, item_pointer), *_entries(operation, site.pointer)):
        parameter = _lower_parameter(schemas, node, Site(pointer, site.owner, ()))
        if parameter is not None:
            found[parameter.place, parameter.name.wire] = parameter
    return tuple(_in_path_order(schemas, found, path, site))


def _entries(node: Mapping[str, Json], pointer: str) -> Iterator[tuple[Json, str]]:
    listed = node.get("parameters")
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        yield entry, f"{pointer}/parameters/{index}"


def _lower_parameter(schemas: Schemas, node: Json, site: Site) -> Parameter | None:
    node, pointer = schemas.follow(node, site.pointer)
    site = Site(pointer, site.owner, site.words)
    if not isinstance(node, Mapping) or not isinstance(node.get("name"), str):
        return None
    name = str(node["name"])
    source = schemas.document.source(site.pointer)
    ignored = IGNORED.said(node)
    if ignored is not None and node.get("in") != "path":
        schemas.report.add("N212", source, f"`{ignored.keyword}`")
        return None
    try:
        place = Place(str(node.get("in")))
    except ValueError:
        schemas.report.add("W201", source, f"a parameter in `{node.get('in')}`")
        return None
    if place is Place.QUERYSTRING:
        return _querystring(schemas, node, site)
    if place is Place.HEADER and name.lower() in _IGNORED_HEADERS:
        return None
    if place is Place.HEADER and name.lower() in _OF_CONNECTIONS:
        schemas.report.add("N217", source, f"`{name}`")
        return None
    schema, at, media_type = _schema(schemas, node, site)
    named = parameter_name(name, node, schema)
    style = str(node.get("style") or _STYLE[place])
    return Parameter(
        name=named,
        place=place,
        type=_type(schemas, schema, Site(at, site.owner, named.words)),
        required=place is Place.PATH or node.get("required") is True,
        style=style,
        explode=bool(node.get("explode", style in {"form", "cookie"})),
        default=Default(schema["default"]) if isinstance(schema, Mapping) and "default" in schema else None,
        docs=_docs(node, schema),
        source=source,
        allow_reserved=node.get("allowReserved") is True,
        media_type=media_type,
    )


def _type(schemas: Schemas, schema: Json, site: Site) -> Type:
    """The type of a parameter. An object of which nothing can be sent is a text that stands for it."""
    found = schemas.type_of(schema, site)
    model = schemas.defined(found.id) if isinstance(found, RefType) else None
    if isinstance(model, Model) and model.fields and all(part.read_only for part in model.fields):
        return PrimitiveType(Scalar.STRING)
    return found


def _querystring(schemas: Schemas, node: Mapping[str, Json], site: Site) -> Parameter:
    """The query as one value (OpenAPI 3.2): of a form, the fields become its parameters."""
    schema, at, media_type = _schema(schemas, node, site)
    named = parameter_name(str(node["name"]), node, schema)
    is_form = media_type.startswith("application/x-www-form-urlencoded")
    is_text = not is_form and encoding_of(media_type) is not Encoding.JSON
    kind = schemas.type_of(schema, Site(at, site.owner, named.words))
    return Parameter(
        name=named,
        place=Place.QUERY if is_form else Place.QUERYSTRING,
        type=PrimitiveType(Scalar.STRING) if is_text else kind,
        required=node.get("required") is True,
        style="form",
        explode=True,
        default=None,
        docs=_docs(node, schema),
        source=schemas.document.source(site.pointer),
        media_type="" if is_form else media_type,
    )


def _schema(schemas: Schemas, node: Mapping[str, Json], site: Site) -> tuple[Json, str, str]:
    content = node.get("content")
    if isinstance(content, Mapping) and content:
        media_type, found = next(iter(content.items()))
        media, at = schemas.follow(found, site.into("content", media_type).pointer)
        schema = media.get("schema", True) if isinstance(media, Mapping) else True
        return schema, f"{at}/schema", str(media_type)
    return node.get("schema", True), site.into("schema").pointer, ""


def _docs(node: Mapping[str, Json], schema: Json) -> Docs:
    own, inner = lower_docs(node), lower_docs(schema)
    return Docs(
        own.summary,
        own.body or inner.body,
        own.deprecated or inner.deprecated,
        own.examples or inner.examples,
    )


def _in_path_order(
    schemas: Schemas, found: dict[tuple[Place, str], Parameter], path: str, site: Site
) -> Iterator[Parameter]:
    wanted = list(dict.fromkeys(re.findall(r"\{([^{}]+)\}", path)))
    for name in wanted:
        known = found.get((Place.PATH, name))
        if known is None:
            schemas.report.add(
                "W205",
                schemas.document.source(site.pointer),
                f"`{name}` is in the path, but no parameter describes it",
            )
            known = _undescribed(schemas, name, site)
        yield known
    for (place, name), parameter in found.items():
        if place is not Place.PATH:
            yield parameter
        elif name not in wanted:
            schemas.report.add("W205", parameter.source, f"the path has no `{{{name}}}`")


def _undescribed(schemas: Schemas, name: str, site: Site) -> Parameter:
    return Parameter(
        name=Name(name, split_words(name)),
        place=Place.PATH,
        type=PrimitiveType(Scalar.STRING),
        required=True,
        style="simple",
        explode=False,
        default=None,
        docs=Docs(),
        source=schemas.document.source(site.pointer),
    )
