"""Which vendor extensions does a document use that a client can honour?

`x-sdkloom-stream` on a media type says how its stream ends and fails: `sentinel`, `error` (a dotted path
inside an event) and `switch` (the body property that asks for the stream). `x-sdkloom-variants` on an
operation lists responses that a body property selects. `x-sdkloom-open` on an enum says that other values
are accepted as well, and `x-sdkloom-used` on a schema that it travels where no operation says so.
`x-codeSamples` holds programs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.ir.api import Sample
from sdkloom.ir.base import Json

KNOWN_EXTENSIONS = frozenset(
    "x-sdkloom-stream x-sdkloom-variants x-sdkloom-open x-sdkloom-used x-sdkloom-documents x-codeSamples "
    "x-code-samples x-ms-enum x-nullable x-enum-varnames x-enumNames x-enum-names x-enum-descriptions "
    "x-enumDescriptions".split()
)
"""What is read here or, of enums, in `enums.py`."""


@dataclass(frozen=True, slots=True)
class StreamRule:
    """How a stream is asked for, how it ends, and where an event carries an error."""

    switch: str = "stream"
    sentinel: str | None = None
    error_field: str | None = None


@dataclass(frozen=True, slots=True)
class VariantRule:
    """A response chosen by the value of a body property; `index` is its place in the list."""

    index: int
    switch: str
    value: Json
    media_type: str
    schema: Json


def stream_rule(media: Json) -> StreamRule:
    """The `x-sdkloom-stream` of a media type."""
    said = media.get("x-sdkloom-stream") if isinstance(media, Mapping) else None
    if not isinstance(said, Mapping):
        return StreamRule()
    switch, sentinel, error = (said.get(key) for key in ("switch", "sentinel", "error"))
    return StreamRule(
        switch=switch if isinstance(switch, str) else "stream",
        sentinel=sentinel if isinstance(sentinel, str) else None,
        error_field=error if isinstance(error, str) else None,
    )


def variant_rules(operation: Mapping[str, Json]) -> tuple[VariantRule, ...]:
    """The `x-sdkloom-variants` of an operation."""
    said = operation.get("x-sdkloom-variants")
    found = []
    for index, rule in enumerate(said if isinstance(said, list) else ()):
        if isinstance(rule, Mapping) and isinstance(rule.get("property"), str) and "value" in rule:
            media_type = str(rule.get("content", "application/json"))
            found.append(
                VariantRule(index, str(rule["property"]), rule["value"], media_type, rule.get("schema"))
            )
    return tuple(found)


def is_open(schema: Mapping[str, Json]) -> bool:
    """Does an enum accept more values than it lists? `x-ms-enum` says so with `modelAsString`."""
    microsoft = schema.get("x-ms-enum")
    loose = isinstance(microsoft, Mapping) and microsoft.get("modelAsString") is True
    return schema.get("x-sdkloom-open") is True or loose


def uses(schema: Json) -> tuple[str, ...]:
    """The `x-sdkloom-used` of a schema: `sent`, `received` or both."""
    said = schema.get("x-sdkloom-used") if isinstance(schema, Mapping) else None
    return tuple(str(way) for way in (said if isinstance(said, list) else ()))


def code_samples(operation: Mapping[str, Json]) -> tuple[Sample, ...]:
    """The `x-codeSamples` of an operation."""
    said = operation.get("x-codeSamples", operation.get("x-code-samples"))
    return tuple(
        Sample(str(sample.get("lang", "")), str(sample.get("label", "")), str(sample["source"]))
        for sample in (said if isinstance(said, list) else ())
        if isinstance(sample, Mapping) and isinstance(sample.get("source"), str)
    )
