"""What does success look like, and which other responses can a call select?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.ir.api import Encoding, Header, Parameter, Place, RequestBody, Response, Variant
from sdkloom.ir.base import Docs, Example, Json, escape
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Flow,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.lower.bodies import encoding_of
from sdkloom.lower.docs import lower_docs, lower_examples
from sdkloom.lower.extensions.table import VARIANTS
from sdkloom.lower.headers import lower_headers
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site
from sdkloom.lower.streaming import Answer, is_stream, lower_streams, split_by_condition


def lower_responses(
    schemas: Schemas,
    operation: Mapping[str, Json],
    body: RequestBody | None,
    parameters: tuple[Parameter, ...],
    site: Site,
) -> tuple[Response, tuple[Variant, ...]]:
    """The response of a plain call, and the variants that an argument selects."""
    answers = list(_successes(schemas, operation, site))
    if not answers:
        schemas.report.add("W204", schemas.document.source(site.pointer))
        return Response((), "", AnyType("The document describes no successful response."), Docs()), ()
    plain = _plain(schemas, operation, answers)
    streams = [media for answer in answers for media in lower_streams(schemas, operation, answer)]
    variants = list(_selected(schemas, operation, site, plain))
    if plain is not None and not streams:
        plain, split = split_by_condition(schemas, operation, plain, site)
        streams += [split] if split is not None else []
    for switch, response in streams:
        if plain is None:
            plain = response
            continue
        asks = _has_field(schemas, body, switch) or _has_flag(parameters, switch)
        has_stream = any(variant.response.streaming is not None for variant in variants)
        if has_stream or (not asks and _may_hold(schemas, body.type if body else None, switch)):
            detail = f"`{response.media_type}`"
            schemas.report.add("N210", schemas.document.source(f"{site.pointer}/responses"), detail)
        else:
            variants.append(Variant(switch, True, response, negotiated=not asks))
    if plain is None:
        plain = Response(tuple(status for status, _, _ in answers), "", None, lower_docs(answers[0][1]))
    return _settle_default(schemas, body, plain, variants)


def _successes(schemas: Schemas, operation: Mapping[str, Json], site: Site) -> Iterator[Answer]:
    responses = operation.get("responses")
    found: dict[str, Answer] = {}
    for status, node in responses.items() if isinstance(responses, Mapping) else ():
        pointer = f"{site.pointer}/responses/{escape(str(status))}"
        node, pointer = schemas.follow(node, pointer)
        if isinstance(node, Mapping):
            code = "default" if str(status).lower() == "default" else str(status).upper()
            found.setdefault(code, (code, node, pointer))
    wanted = [status for status in found if status.startswith("2")]
    wanted = wanted or [status for status in found if status == "default" or status.startswith("3")][:1]
    yield from (found[status] for status in wanted)


def _plain(schemas: Schemas, operation: Mapping[str, Json], answers: list[Answer]) -> Response | None:
    """One response for all success statuses: their types in a union, null where one of them has no body."""
    parts = [part for answer in answers if (part := _content(schemas, operation, answer)) is not None]
    if not parts or all(part.type is None for part in parts):
        return parts[0] if parts else None
    types = tuple(dict.fromkeys(part.type for part in parts if part.type is not None))
    whole: Type = types[0] if len(types) == 1 else UnionType(types)
    first = next(part for part in parts if part.type is not None)
    if any(part.type is None for part in parts) and not _may_be_empty(whole, first.media_type):
        whole = NullableType(whole)
    statuses = tuple(status for part in parts for status in part.statuses)
    headers: dict[str, Header] = {}
    for header in (header for part in parts for header in part.headers):
        headers.setdefault(header.name.wire.lower(), header)
    return replace(first, statuses=statuses, type=whole, headers=tuple(headers.values()))


def _content(schemas: Schemas, operation: Mapping[str, Json], answer: Answer) -> Response | None:
    status, node, pointer = answer
    content = node.get("content")
    kinds = {str(name): media for name, media in content.items()} if isinstance(content, Mapping) else {}
    bodies = {name: media for name, media in kinds.items() if not is_stream(operation, name)}
    if kinds and not bodies:
        return None
    docs, headers = lower_docs(node), lower_headers(schemas, node, pointer)
    if not bodies:
        return Response((status,), "", None, docs, headers=headers)
    order = (Encoding.JSON, Encoding.FORM, Encoding.MULTIPART, Encoding.TEXT, Encoding.BINARY)
    chosen = min(bodies, key=lambda name: order.index(encoding_of(name)))
    if others := [f"`{name}`" for name in bodies if name != chosen]:
        source = schemas.document.source(f"{pointer}/content")
        schemas.report.add("N210", source, f"{', '.join(others)}; `{chosen}` is")
    media, at = schemas.follow(bodies[chosen], f"{pointer}/content/{escape(chosen)}")
    found = _body_type(schemas, media, chosen, Site(f"{at}/schema", None, ()))
    return Response((status,), chosen, found, docs, example=_example(media), headers=headers)


def _body_type(schemas: Schemas, media: Json, media_type: str, site: Site) -> Type:
    schema = media.get("schema", True) if isinstance(media, Mapping) else True
    encoding = encoding_of(media_type)
    if encoding is Encoding.JSON:
        found = schemas.type_of(schema, site)
        return BinaryType(Flow.DOWNLOAD) if isinstance(found, BinaryType) else found
    if encoding is Encoding.TEXT:
        return PrimitiveType(Scalar.STRING)
    return BinaryType(Flow.DOWNLOAD)


def _selected(
    schemas: Schemas, operation: Mapping[str, Json], site: Site, plain: Response | None
) -> Iterator[Variant]:
    for rule in VARIANTS.of(operation) or ():
        place = Site(f"{site.pointer}/x-sdkloom-variants/{rule.index}/schema", None, ())
        media = {"schema": rule.schema} if rule.schema is not None else {}
        found = _body_type(schemas, media, rule.media_type, place)
        statuses = plain.statuses if plain is not None else ("200",)
        docs = plain.docs if plain is not None else Docs()
        yield Variant(rule.switch, rule.value, Response(statuses, rule.media_type, found, docs))


def _settle_default(
    schemas: Schemas, body: RequestBody | None, plain: Response, variants: list[Variant]
) -> tuple[Response, tuple[Variant, ...]]:
    """A variant whose value is the default of its switch is what a plain call answers."""
    kept = []
    for variant in variants:
        default = _default_of(schemas, body, variant.switch)
        if default is not None and default == variant.value:
            plain = replace(variant.response, example=plain.example)
        else:
            kept.append(variant)
    return plain, tuple(kept)


def _may_be_empty(node: Type, media_type: str) -> bool:
    """Is nothing one of its values? A text or a file may be empty."""
    return isinstance(node, NullableType | BinaryType) or encoding_of(media_type) is Encoding.TEXT


def _has_field(schemas: Schemas, body: RequestBody | None, wire: str) -> bool:
    model = schemas.defined(body.spread) if body is not None and body.spread else None
    return isinstance(model, Model) and any(field.name.wire == wire for field in model.fields)


def _may_hold(schemas: Schemas, node: Type | None, wire: str) -> bool:
    """Has a choice for the body a property of this name? What it says there is beyond the client."""
    match node:
        case NullableType(inner):
            return _may_hold(schemas, inner, wire)
        case UnionType(variants, _):
            return any(_may_hold(schemas, variant, wire) for variant in variants)
        case RefType(id):
            definition = schemas.defined(id)
            if isinstance(definition, Alias):
                return _may_hold(schemas, definition.target, wire)
            return isinstance(definition, Model) and any(f.name.wire == wire for f in definition.fields)
    return False


def _has_flag(parameters: tuple[Parameter, ...], wire: str) -> bool:
    """Does a flag in the query ask for the stream?"""
    flag = PrimitiveType(Scalar.BOOLEAN)
    return any(
        parameter.name.wire == wire and parameter.place is Place.QUERY and parameter.type == flag
        for parameter in parameters
    )


def _default_of(schemas: Schemas, body: RequestBody | None, wire: str) -> Json:
    model = schemas.defined(body.spread) if body is not None and body.spread else None
    for field in model.fields if isinstance(model, Model) else ():
        if field.name.wire == wire and field.default is not None:
            return field.default.value
    return None


def _example(media: Json) -> Example | None:
    return next(iter(lower_examples(media)), None) if isinstance(media, Mapping) else None
