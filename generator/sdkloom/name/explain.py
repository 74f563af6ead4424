"""Which names were settled on, and why?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sdkloom.ir.api import Api
from sdkloom.name.settle import Names


def list_names(api: Api, names: Names, form: str) -> str:
    """Every call, as lines for people or as a JSON list of `{"method", "path", "call", "reason"}`."""
    if form == "json":
        listed = [
            {
                "method": op.method,
                "path": op.path,
                "call": names.calls[op.id].dotted,
                "reason": names.calls[op.id].reason,
            }
            for op in api.operations
        ]
        return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"
    width = max((len(names.calls[op.id].dotted) for op in api.operations), default=0)
    lines = (
        f"{names.calls[op.id].dotted:{width}}  {op.method.upper():6} {op.path}\n" for op in api.operations
    )
    return "".join(lines)


def explain_name(api: Api, names: Names, wanted: str) -> str:
    """Why an operation, a call or a type is called what it is called; "" where nothing has that name."""
    return "\n".join((*_calls(api, names, wanted), *_types(api, names, wanted)))


def _calls(api: Api, names: Names, wanted: str) -> Iterator[str]:
    for operation in api.operations:
        call = names.calls[operation.id]
        if wanted in {
            operation.name.wire,
            call.dotted,
            operation.id,
            f"{operation.method.upper()} {operation.path}",
        }:
            yield f"{call.dotted}: {operation.method.upper()} {operation.path}"
            yield f"  because {call.reason}"
            if call.second:
                yield f"  otherwise {call.second}"


def _types(api: Api, names: Names, wanted: str) -> Iterator[str]:
    for id, definition in api.definitions.items():
        named = names.types[id]
        if wanted in {
            definition.name.wire,
            named.text,
            id,
            "".join(word.capitalize() for word in named.words),
        }:
            yield f"{named.text or ' '.join(named.words)}: {id}"
            yield f"  because of {named.reason}"
