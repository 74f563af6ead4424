"""How are the values of extensions read, whatever form their tools have given them?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.api import ClientAuthentication, Framing, Sample
from sdkloom.ir.base import Json

Texts = tuple[str, ...] | Mapping[str, str]
"""Texts for the values of an enum: in their order, or by value."""


@dataclass(frozen=True, slots=True)
class StreamRule:
    """How a stream ends, and where an event carries an error; `switch` is the property that asks for it."""

    switch: str = ""
    sentinel: str | None = None
    error_field: str | None = None


@dataclass(frozen=True, slots=True)
class StreamAnswer:
    """An operation that answers with a stream, although its media type does not say so.

    `framing` is None where the media types of the response tell. `event` and `plain` are schemas that stand
    in the extension, None where those of the response count.
    """

    framing: Framing | None
    switch: str = ""
    sentinel: str | None = None
    event: Json = None
    plain: Json = None


@dataclass(frozen=True, slots=True)
class VariantRule:
    """A response chosen by the value of a body property; `index` is its place in the list."""

    index: int
    switch: str
    value: Json
    media_type: str
    schema: Json


def yes(value: Json) -> bool | None:
    """`true`; whatever else says nothing, such as a list of languages."""
    return True if value is True else None


def switched_off(value: Json) -> bool | None:
    """`{disabled: true}`, or the strategy `none`."""
    said = value if isinstance(value, Mapping) else {}
    return True if said.get("disabled") is True or said.get("strategy") == "none" else None


def is_allow(value: Json) -> bool | None:
    """The word `allow`."""
    return True if value == "allow" else None


def as_string(value: Json) -> bool | None:
    """`{modelAsString: true}`: the values are examples of what a string can be."""
    return True if isinstance(value, Mapping) and value.get("modelAsString") is True else None


def text(value: Json) -> str | None:
    """A text that is not empty."""
    return value.strip() or None if isinstance(value, str) else None


def client_authentication(value: Json) -> ClientAuthentication | None:
    """The name of a way that clients have."""
    return next((way for way in ClientAuthentication if way.value == value), None)


def group(value: Json) -> tuple[str, ...] | None:
    """A path of resources: a list, or one text with dots between them."""
    parts = value.split(".") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        return None
    return tuple(str(part) for part in parts if part) or None


def method(value: Json) -> str | None:
    """The name of a method; one with dots in it is a whole call, which nobody means here."""
    said = text(value)
    return said if said is not None and "." not in said else None


def texts(value: Json) -> Texts | None:
    """A list of texts, or texts by the values of the enum."""
    if isinstance(value, Mapping):
        return {str(key): part for key, part in value.items() if isinstance(part, str)} or None
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return tuple(str(part) for part in value)
    return None


def inside(key: str) -> Callable[[Json], Texts | None]:
    """Texts under this key of an object for each value: `{asc: {name: Ascending, description: …}}`."""

    def read(value: Json) -> Texts | None:
        found = value if isinstance(value, Mapping) else {}
        pairs = ((str(name), part.get(key)) for name, part in found.items() if isinstance(part, Mapping))
        return {name: said for name, said in pairs if isinstance(said, str)} or None

    return read


def listed(key: str) -> Callable[[Json], Texts | None]:
    """Texts under this key of a list of objects: `values: [{value: asc, name: Ascending}]`."""

    def read(value: Json) -> Texts | None:
        values = value.get("values") if isinstance(value, Mapping) else None
        found = [part for part in values if isinstance(part, Mapping)] if isinstance(values, list) else []
        said = {str(part.get("value")): part.get(key) for part in found}
        return {name: part for name, part in said.items() if isinstance(part, str)} or None

    return read


def values(value: Json) -> tuple[Json, ...] | None:
    """A list of scalars."""
    found = tuple(value) if isinstance(value, list) else ()
    return found or None if all(isinstance(part, str | int | float) for part in found) else None


def has_values(value: Json) -> bool | None:
    """Is there such a list?"""
    return True if values(value) else None


def named(key: str) -> Callable[[Json], str | None]:
    """A text under this key of an object."""
    return lambda value: text(value.get(key)) if isinstance(value, Mapping) else None


def stream_rule(value: Json) -> StreamRule | None:
    """`{switch, sentinel, error}`."""
    if not isinstance(value, Mapping):
        return None
    switch, sentinel, error = (value.get(key) for key in ("switch", "sentinel", "error"))
    return StreamRule(
        switch=switch if isinstance(switch, str) else "",
        sentinel=sentinel if isinstance(sentinel, str) else None,
        error_field=error if isinstance(error, str) else None,
    )


def stream_answer(value: Json) -> StreamAnswer | None:
    """`true` for lines of JSON, or an object.

    `{format: json | sse, terminator, stream-condition: $request.stream, response, response-stream}`.
    """
    if value is True:
        return StreamAnswer(Framing.JSONL)
    if not isinstance(value, Mapping):
        return None
    condition, sentinel = value.get("stream-condition"), value.get("terminator")
    switch = condition.removeprefix("$request.") if isinstance(condition, str) else ""
    return StreamAnswer(
        framing={"sse": Framing.SSE, "json": Framing.JSONL}.get(str(value.get("format"))),
        switch=switch,
        sentinel=sentinel if isinstance(sentinel, str) else None,
        event=value.get("response-stream"),
        plain=value.get("response"),
    )


def variant_rules(value: Json) -> tuple[VariantRule, ...] | None:
    """A list of `{property, value, content, schema}`."""
    found = []
    for index, rule in enumerate(value if isinstance(value, list) else ()):
        if isinstance(rule, Mapping) and isinstance(rule.get("property"), str) and "value" in rule:
            media_type = str(rule.get("content", "application/json"))
            found.append(
                VariantRule(index, str(rule["property"]), rule["value"], media_type, rule.get("schema"))
            )
    return tuple(found) or None


def ways(value: Json) -> tuple[str, ...] | None:
    """`sent`, `received` or both."""
    return tuple(str(way) for way in value) or None if isinstance(value, list) else None


def anything(value: Json) -> Json:
    """The value itself: it is read elsewhere."""
    return value


def code_samples(value: Json) -> tuple[Sample, ...] | None:
    """A list of `{lang, label, source}`."""
    found = value if isinstance(value, list) else []
    return (
        tuple(
            Sample(str(sample.get("lang", "")), str(sample.get("label", "")), str(sample["source"]))
            for sample in found
            if isinstance(sample, Mapping) and isinstance(sample.get("source"), str)
        )
        or None
    )


def request_examples(value: Json) -> tuple[Sample, ...] | None:
    """`examples: {request: {curl: …}}`, or a list of such examples with a title each."""
    examples = value.get("examples") if isinstance(value, Mapping) else None
    return tuple(_requests(examples if isinstance(examples, list) else [examples])) or None


def _requests(examples: list[Json]) -> Iterator[Sample]:
    for example in examples:
        request = example.get("request") if isinstance(example, Mapping) else None
        title = example.get("title", "") if isinstance(example, Mapping) else ""
        for language, source in request.items() if isinstance(request, Mapping) else ():
            if isinstance(source, str) and source.strip():
                yield Sample(str(language), str(title), source)


def readme_samples(value: Json) -> tuple[Sample, ...] | None:
    """`code-samples: [{language, name, code}]`."""
    found = value.get("code-samples") if isinstance(value, Mapping) else None
    return (
        tuple(
            Sample(str(sample.get("language", "")), str(sample.get("name", "")), str(sample["code"]))
            for sample in (found if isinstance(found, list) else ())
            if isinstance(sample, Mapping) and isinstance(sample.get("code"), str)
        )
        or None
    )
