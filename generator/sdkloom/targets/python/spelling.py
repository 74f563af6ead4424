"""How are names written in Python?"""

from __future__ import annotations

from pathlib import Path

from sdkloom.name.spell import Spelling, pascal, screaming, snake

_RESERVED = frozenset(Path(__file__).with_name("reserved.txt").read_text(encoding="utf-8").split())

# Arguments that every call has, and the names that the body of a method uses.
OPTIONS = tuple("extra_headers extra_query extra_body timeout max_retries deadline idempotency_key".split())
_CALLED = ("renamed", "styled", "as_json", "fields_of")
_ARGUMENTS = frozenset({"self", "options", "params", "body", "omit", "builtins", *_CALLED, *OPTIONS})

# What every model has of its own.
_MODEL = frozenset(
    "to_dict to_json from_dict model_dump model_dump_json model_fields_set model_extra self absent".split()
)

# Names that generated modules import: a class of that name would hide them.
_TYPES = frozenset(
    "Any Annotated Iterable Mapping Literal Final TypeAlias TypedDict Union Required Unpack TYPE_CHECKING "
    "UUID Decimal BaseModel Discriminator FileTypes Stream AsyncStream BinaryResponse AsyncBinaryResponse "
    "PageOf AsyncPageOf ClassVar RequestOptions Omit Resource AsyncResource WithResponses Unknown".split()
)
_METHODS = frozenset({"with_raw_response", "with_streaming_response", "self"})
# `from __future__ import annotations` stands in every package, and would hide a module of that name.
_MODULES = frozenset({"__init__", "annotations"})

# What every client has of its own: a resource of that name would hide it.
CLIENT = frozenset(
    "get post put patch delete copy with_options close is_closed sleep execute prepare failure status_error "
    "settings transport base_url timeout max_retries default_headers default_query logger api_key "
    "http_client deadline clock strict_validation before_request after_response".split()
)

SPELLING = Spelling(
    casing={
        "type": pascal,
        "function": snake,
        "variable": snake,
        "constant": screaming,
        "module": snake,
        "member": snake,
    },
    reserved=_RESERVED,
    also_reserved={
        "type": _TYPES,
        "function": _METHODS,
        "variable": _ARGUMENTS,
        "module": _MODULES,
        "member": _MODEL,
    },
)
