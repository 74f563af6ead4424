"""Which keywords of a document shape the generated code, and what becomes of the others?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.diagnostics import Report
from sdkloom.ir.base import escape
from sdkloom.load import Document, objects
from sdkloom.lower.extensions import is_honoured, is_known, place_of

MODELLED = frozenset(
    "openapi info title version description summary servers url paths webhooks components "
    "tags security parameters operationId requestBody responses deprecated callbacks get put post "
    "delete options head patch trace query additionalOperations $ref schemas requestBodies "
    "securitySchemes pathItems mediaTypes name in required style explode allowReserved schema "
    "content encoding contentType itemSchema example examples value dataValue type format properties "
    "additionalProperties patternProperties items prefixItems allOf oneOf anyOf enum const default "
    "discriminator propertyName mapping readOnly writeOnly contentEncoding contentMediaType "
    "contentSchema then else dependentSchemas unevaluatedProperties additionalItems headers defaultMapping "
    "$defs definitions $anchor $dynamicAnchor $dynamicRef $id nullable "
    "scheme openIdConnectUrl".split()
)
"""What is read somewhere and leads to code or to its documentation."""

CHECKS = frozenset(
    "maximum exclusiveMaximum minimum exclusiveMinimum multipleOf maxLength minLength pattern "
    "maxItems minItems uniqueItems contains maxContains minContains maxProperties minProperties "
    "propertyNames dependentRequired not if unevaluatedItems dependencies allowEmptyValue".split()
)
"""What a service checks; a client leaves that to it."""

WITHOUT_CODE = {
    "variables": "their defaults are used; pass `base_url` for other addresses",
    "links": "make the call that a link speaks of yourself",
    "externalDocs": "it is prose for readers of the document",
    "xml": "bodies in XML are sent and received as they are",
    "flows": "get a token as the service says, and pass it",
    "bearerFormat": "a token is sent as it is given",
}
"""What has no counterpart in the generated code, and what to do instead."""

_PROSE = frozenset(
    "license contact termsOfService email identifier jsonSchemaDialect $schema $comment $self "
    "$vocabulary parent kind oauth2MetadataUrl".split()
)


def report_keywords(document: Document, report: Report) -> None:
    """Say, once for each keyword that leads to no code, where it stands first and how often it does."""
    places: dict[str, list[str]] = {}
    for pointer, keyword in _keywords(document):
        places.setdefault(keyword, []).append(pointer)
    for keyword, pointers in places.items():
        at = document.source(f"{pointers[0]}/{escape(keyword)}")
        others = len(pointers) - 1
        more = f", here and at {others} other place{'s' if others > 1 else ''}" if others else ""
        if keyword in CHECKS:
            report.add("N209", at, f"`{keyword}`{more}")
        else:
            elsewhere = "it is known, but not in this place or form" if is_known(keyword) else ""
            hint = WITHOUT_CODE.get(keyword, elsewhere)
            report.add("N211", at, f"`{keyword}`{more}", hint=hint)


def _keywords(document: Document) -> Iterator[tuple[str, str]]:
    known = MODELLED | _PROSE
    for node, pointer, named in objects(document.root):
        if named or _is_free(pointer):
            continue
        for key, value in node.items():
            if key == "flows" and isinstance(value, Mapping) and "clientCredentials" in value:
                continue  # a client gets such tokens by itself
            if key not in known and not is_honoured(key, value, place_of(pointer)):
                yield pointer, key


def _is_free(pointer: str) -> bool:
    """Below these keys stand maps whose keys are no words of the standard."""
    above = pointer.rsplit("/", 2)[-2:]
    return "flows" in above or "security" in above[:1] or above[-1] in {"mapping", "scopes", "flows"}
