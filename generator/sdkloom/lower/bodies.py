"""What does an operation send, and in which encoding?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.ir.api import Encoding, PartEncoding, RequestBody
from sdkloom.ir.base import Json
from sdkloom.ir.types import BinaryType, Flow, Model, PrimitiveType, RefType, Scalar, Type
from sdkloom.lower.docs import lower_docs, lower_examples
from sdkloom.lower.enums import enum_values
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site

# The order in which a client prefers encodings where a document offers several.
_OF_FIELDS = (Encoding.FORM, Encoding.MULTIPART)
_STYLING = frozenset({"style", "explode", "allowReserved"})
_BARE = frozenset({"type", "properties", "additionalProperties", "title", "description"})
_FILE = "file"  # what nearly every service calls the one part of a form whose part has no name
_PREFERENCE = (Encoding.JSON, Encoding.MULTIPART, Encoding.FORM, Encoding.BINARY, Encoding.TEXT)


def encoding_of(media_type: str) -> Encoding:
    """The encoding behind a media type; what has no rule of its own is sent as raw content."""
    bare = media_type.split(";")[0].strip().lower()
    if bare in {"application/json", "text/json", "*/*"} or bare.endswith("+json"):
        return Encoding.JSON
    if bare.startswith("multipart/"):
        return Encoding.MULTIPART
    if bare == "application/x-www-form-urlencoded":
        return Encoding.FORM
    return Encoding.TEXT if bare.startswith("text/") else Encoding.BINARY


def lower_body(schemas: Schemas, operation: Mapping[str, Json], site: Site) -> RequestBody | None:
    """The request body in its preferred encoding; the others are named in a diagnostic. One that need not be
    sent and can hold nothing is none.
    """
    node, pointer = schemas.follow(operation.get("requestBody"), site.into("requestBody").pointer)
    place = Site(pointer, site.owner, ())
    content = node.get("content") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(content, Mapping) or not content:
        return None
    media_types = sorted(map(str, content), key=lambda name: _PREFERENCE.index(encoding_of(name)))
    chosen = media_types[0]
    source = schemas.document.source(place.into("content").pointer)
    if len(media_types) > 1:
        schemas.report.add(
            "W206", source, f"{', '.join(f'`{other}`' for other in media_types[1:])}; `{chosen}` is sent"
        )
    media, at = schemas.follow(content[chosen], place.into("content", chosen).pointer)
    schema = media.get("schema", True) if isinstance(media, Mapping) else True
    encoding = encoding_of(chosen)
    if encoding is Encoding.MULTIPART and _is_file(schemas, schema, at):
        schema = {"type": "object", "properties": {_FILE: schema}, "required": [_FILE]}
        schemas.report.add("N216", source, f"`{_FILE}`")
    if node.get("required") is not True and _is_empty(schema):
        schemas.report.add("N215", source)
        return None
    found = _type(schemas, schema, encoding, Site(at, None, ()).into("schema"))
    return RequestBody(
        encoding=encoding,
        media_type=_concrete(chosen, encoding),
        type=found,
        required=node.get("required") is True,
        spread=_spread(schemas, found, encoding),
        docs=replace(lower_docs(node), examples=lower_examples(media) if isinstance(media, Mapping) else ()),
        source=source,
        parts=_parts(schemas, media, Site(at, None, ())) if encoding in _OF_FIELDS else (),
    )


def _is_file(schemas: Schemas, schema: Json, pointer: str) -> bool:
    """Is it a file, or a list of files, where a form should have named parts?"""
    node, at = schemas.follow(schema, pointer)
    if isinstance(node, Mapping) and node.get("type") == "array":
        node, _ = schemas.follow(node.get("items"), at)
    return isinstance(node, Mapping) and node.get("type") == "string"


def _is_empty(schema: Json) -> bool:
    """Is it an object that may have no field at all?"""
    if not isinstance(schema, Mapping) or schema.get("additionalProperties") is not False:
        return False
    return not schema.get("properties") and not schema.keys() - _BARE


def _concrete(media_type: str, encoding: Encoding) -> str:
    """A media type that can be sent: a range only says what is accepted."""
    if "*" not in media_type:
        return media_type
    ranges = {Encoding.JSON: "application/json", Encoding.TEXT: "text/plain"}
    return ranges.get(encoding, "application/octet-stream")


def _type(schemas: Schemas, schema: Json, encoding: Encoding, place: Site) -> Type:
    match encoding:
        case Encoding.BINARY:
            return BinaryType(Flow.UPLOAD)
        case Encoding.TEXT:
            return PrimitiveType(Scalar.STRING)
        case _:
            return schemas.type_of(schema, Site(place.pointer, None, ()))


def _spread(schemas: Schemas, found: Type, encoding: Encoding) -> str | None:
    """Only an object with named fields becomes arguments; a union, a list or a map stays one argument."""
    if not isinstance(found, RefType) or encoding in {Encoding.BINARY, Encoding.TEXT}:
        return None
    model = schemas.defined(found.id)
    return found.id if isinstance(model, Model) and model.fields else None


def _parts(schemas: Schemas, media: Json, place: Site) -> tuple[PartEncoding, ...]:
    said = media.get("encoding") if isinstance(media, Mapping) else None
    return tuple(
        _part(schemas, str(name), node, place.into("encoding", str(name)))
        for name, node in (said.items() if isinstance(said, Mapping) else ())
        if isinstance(node, Mapping)
    )


def _part(schemas: Schemas, name: str, node: Mapping[str, Json], place: Site) -> PartEncoding:
    """Any word about the style means that there is one, and that no media type counts (Encoding Object)."""
    style = str(node.get("style") or "form") if _STYLING & node.keys() else ""
    return PartEncoding(
        property=name,
        content_type="" if style else str(node.get("contentType") or ""),
        style=style,
        explode=bool(node.get("explode", style in {"", "form"})),
        allow_reserved=node.get("allowReserved") is True,
        headers=tuple(_fixed_headers(schemas, node.get("headers"), place)),
    )


def _fixed_headers(schemas: Schemas, node: Json, place: Site) -> Iterator[tuple[str, str]]:
    """The headers of a part that can have one value only; the others are for the caller to give."""
    for name, found in node.items() if isinstance(node, Mapping) else ():
        header, _ = schemas.follow(found, place.pointer)
        schema = header.get("schema") if isinstance(header, Mapping) else None
        schema, _ = schemas.follow(schema, place.pointer)
        values = enum_values(schema) or () if isinstance(schema, Mapping) else ()
        if str(name).lower() == "content-type":
            continue
        if len(values) == 1 and isinstance(values[0], str):
            yield str(name), values[0]
        else:
            source = schemas.document.source(place.into("headers", str(name)).pointer)
            schemas.report.add("N213", source, f"`{name}`")
