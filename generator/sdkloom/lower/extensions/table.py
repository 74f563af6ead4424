"""Which vendor extensions are known, where, and what does each mean?

One table: a fact, the places at which it can be said, and the names under which tools say it, each with the
form of its value. The first name that says a fact counts. What is not here, or stands in another place or
form, is named in a note.

`x-sdkloom-stream` on a media type says how its stream ends and fails: `sentinel`, `error` (a dotted path
inside an event) and `switch` (the body property that asks for the stream). `x-sdkloom-variants` on an
operation lists responses that a body property selects. `x-sdkloom-open` on an enum says that other values
are accepted as well, and `x-sdkloom-used` on a schema that it travels where no operation says so.
`x-sdkloom-client-authentication` on a security scheme is `client_secret_basic` or `client_secret_post`.
"""

from __future__ import annotations

from typing import Any

from sdkloom.ir.base import Json
from sdkloom.load.objects import BROKEN, MOUNT
from sdkloom.lower.extensions import forms, pages
from sdkloom.lower.extensions.fact import Fact, Place, fact

_OPERATION, _PARAMETER, _MEDIA = (Place.OPERATION,), (Place.PARAMETER,), (Place.MEDIA,)
_SCHEMA = (Place.SCHEMA, Place.PROPERTY)
_ANYWHERE = tuple(Place)

IGNORED = fact(
    (Place.OPERATION, Place.PARAMETER, Place.PROPERTY),
    ("x-fern-ignore", forms.yes),
    ("x-speakeasy-ignore", forms.yes),
    ("x-stainless-skip", forms.yes),
    ("x-stainless-ignore", forms.yes),
)
"""A client has no such operation, parameter or property."""

GROUP = fact(
    _OPERATION,
    ("x-fern-sdk-group-name", forms.group),
    ("x-speakeasy-group", forms.group),
)
"""The path of the resource that an operation belongs to."""

METHOD = fact(
    _OPERATION,
    ("x-fern-sdk-method-name", forms.method),
    ("x-speakeasy-name-override", forms.method),
)
"""What an operation is called on its resource."""

PARAMETER_NAME = fact(
    (Place.PARAMETER, Place.SCHEMA),
    ("x-fern-parameter-name", forms.text),
    ("x-speakeasy-name-override", forms.text),
    ("x-stainless-param", forms.text),
    ("x-ms-client-name", forms.text),
)
"""What a parameter is called; tools put it beside the parameter's schema or into it."""

PROPERTY_NAME = fact(
    (Place.PROPERTY,),
    ("x-fern-property-name", forms.text),
    ("x-speakeasy-name-override", forms.text),
    ("x-ms-client-name", forms.text),
)
"""What a property is called."""

TYPE_NAME = fact(
    (Place.SCHEMA,),
    ("x-fern-type-name", forms.text),
    ("x-speakeasy-name-override", forms.text),
    ("x-ms-client-name", forms.text),
)
"""What a type is called."""

INLINE_TYPE_NAME = fact(
    (Place.PROPERTY,),
    ("x-fern-type-name", forms.text),
)
"""What a type that is defined by a property is called, whatever the property's own name."""

ENUM_NAME = fact(_SCHEMA, ("x-ms-enum", forms.named("name")))
"""What a set of values is called."""

MEMBER_NAMES: Fact[forms.Texts] = fact(
    _SCHEMA,
    ("x-enum-varnames", forms.texts),
    ("x-enumNames", forms.texts),
    ("x-enum-names", forms.texts),
    ("x-speakeasy-enums", forms.texts),
    ("x-fern-enum", forms.inside("name")),
    ("x-ms-enum", forms.listed("name")),
)
"""What the values of an enum are called."""

MEMBER_DOCS: Fact[forms.Texts] = fact(
    _SCHEMA,
    ("x-enum-descriptions", forms.texts),
    ("x-enumDescriptions", forms.texts),
    ("x-speakeasy-enum-descriptions", forms.texts),
    ("x-fern-enum", forms.inside("description")),
    ("x-ms-enum", forms.listed("description")),
)
"""What the values of an enum mean."""

EXAMPLE_VALUES = fact(_SCHEMA, ("x-extensible-enum", forms.values))
"""Values that are known, of a set that may grow."""

OPEN = fact(
    _SCHEMA,
    ("x-extensible-enum", forms.has_values),
    ("x-sdkloom-open", forms.yes),
    ("x-speakeasy-unknown-values", forms.is_allow),
    ("x-ms-enum", forms.as_string),
)
"""An enum accepts more values than it lists."""

TAG = fact((Place.SCHEMA,), ("x-ms-discriminator-value", forms.text))
"""The value of the discriminator by which a variant is known."""

USED = fact((Place.SCHEMA,), ("x-sdkloom-used", forms.ways))
"""A schema is `sent` or `received` although no operation says so."""

STREAM_RULE = fact(_MEDIA, ("x-sdkloom-stream", forms.stream_rule))
"""How a stream is asked for, how it ends, and where an event carries an error."""

SENTINEL = fact((Place.MEDIA, Place.OPERATION), ("x-speakeasy-sse-sentinel", forms.text))
"""The data of the event that ends a stream."""

TERMINAL = fact((Place.SCHEMA,), ("x-ms-sse-terminal-event", forms.yes))
"""An event is the last one of its stream."""

STREAM_SWITCH = fact(_OPERATION, ("x-speakeasy-stream-request-field", forms.text))
"""The property of the request that asks for a stream."""

STREAM_ANSWER = fact(_OPERATION, ("x-fern-streaming", forms.stream_answer))
"""An operation answers with a stream, although its media type does not say so."""

VARIANTS = fact(_OPERATION, ("x-sdkloom-variants", forms.variant_rules))
"""Responses that a property of the request selects."""

PAGES = fact(
    (Place.OPERATION, Place.ROOT),
    ("x-fern-pagination", pages.dollar_paths),
    ("x-speakeasy-pagination", pages.inputs_and_outputs),
    ("x-ms-pageable", pages.next_link),
)
"""An answer comes in pages; said at the root, it is what operations mean that only say `true`."""

PAGES_AS_ROOT = fact(_OPERATION, ("x-fern-pagination", forms.yes))
"""An answer comes in pages as the root says."""

PAGE_PURPOSE = fact(
    (Place.PARAMETER, Place.SCHEMA, Place.PROPERTY), ("x-stainless-pagination-property", pages.purpose)
)
"""What a parameter, a property or their schema does for pages."""

NEVER_RETRIED = fact(
    _OPERATION,
    ("x-fern-retries", forms.switched_off),
    ("x-speakeasy-retries", forms.switched_off),
)
"""A failed call is not made again."""

CLIENT_AUTHENTICATION = fact(
    (Place.SECURITY_SCHEME,),
    ("x-sdkloom-client-authentication", forms.client_authentication),
    ("x-speakeasy-token-endpoint-authentication", forms.client_authentication),
)
"""How a client proves itself where it gets its tokens."""

SAMPLES = fact(
    _OPERATION,
    ("x-codeSamples", forms.code_samples),
    ("x-code-samples", forms.code_samples),
    ("x-readme", forms.readme_samples),
    ("x-oaiMeta", forms.request_examples),
)
"""Programs that make a call."""

# What other stages read, under these names and in any form.
_READ_ELSEWHERE = fact(_ANYWHERE, *((name, forms.anything) for name in ("x-nullable", MOUNT, BROKEN)))

FACTS: tuple[Fact[Any], ...] = tuple(value for value in list(vars().values()) if isinstance(value, Fact))


def is_known(keyword: str) -> bool:
    """Does this extension say something in some place and form?"""
    return any(keyword in one.keywords for one in FACTS)


def is_honoured(keyword: str, value: Json, place: Place) -> bool:
    """Does this extension shape anything that is generated?"""
    return any(one.honours(keyword, value, place) for one in FACTS)
